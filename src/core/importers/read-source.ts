import * as l10n from '@vscode/l10n';
import type { Range } from 'vscode-languageserver-types';
import type { SourceInput } from '../corpus/types.ts';
import type { Severity } from '../model/problem.ts';
import { type Decoded, declaredEncoding, decode, decodeUtf8, detect } from '../text/bytes.ts';
import { gunzip } from '../text/gunzip.ts';
import { createLines } from '../text/lines.ts';
import { type Content, concatenated, contentOf, type Unpack } from './content.ts';
import { importers } from './formats.ts';
import { readRecords } from './read-records.ts';
import { joined } from './stepwise.ts';
import type { Importer, ImportInput, ImportResult, SourceProblem } from './types.ts';

/** What was read of a source. */
export interface SourceResult extends ImportResult {
	/** Id of the importer; undefined where no format was recognised. */
	readonly format: string | undefined;
}

/** How much of the text an importer sees when it is asked whether it knows the format. */
const HEAD = 64 * 1024;
/** Pieces of formats that can be cut, in bytes: small enough for other work between them. */
const PIECE = 64 * 1024;
/** Longer texts do not fit into one string on every host. */
const MAX_TEXT = 256 * 1024 * 1024;
/** More problems of one source help nobody; how many more there are is said. */
const MAX_PROBLEMS = 200;

const LF = 10;
const pause: ImportResult = { papers: [], problems: [] };
const TOP: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Reads a whole source at once: {@link readSourceInPieces}, put together. Never throws. */
export function readSource(source: SourceInput): SourceResult {
	return together(readSourceInPieces(source));
}

/** Reads a text as a source: one that is open, or on the clipboard. Never throws. */
export function readText({ file, text }: { readonly file: string; readonly text: string }): SourceResult {
	return together(bounded(read({ file, bytes: new TextEncoder().encode(text) })));
}

function together(pieces: Iterable<SourceResult>): SourceResult {
	let format: string | undefined;
	function* parts() {
		for (const piece of pieces) {
			format = piece.format;
			yield piece;
		}
	}
	const { papers, problems } = joined(parts());
	return { format, papers, problems };
}

/**
 * Reads a source: unpacks it where it is packed, decodes it, recognises the format by its content (the name decides only
 * between equals), and reads it. What can be cut comes in small pieces, so that a reader can do other work in between,
 * and so that files larger than the longest string can be read at all. Never throws.
 */
export function readSourceInPieces(source: SourceInput): Generator<SourceResult, void, undefined> {
	return bounded(read(source, gunzip));
}

/** Pieces as they are, up to so many problems. */
function* bounded(pieces: Iterable<SourceResult>): Generator<SourceResult, void, undefined> {
	let reported = 0;
	let silenced = 0;
	let format: string | undefined;
	for (const piece of pieces) {
		const room = Math.max(MAX_PROBLEMS - reported, 0);
		reported += piece.problems.length;
		silenced += Math.max(piece.problems.length - room, 0);
		format = piece.format;
		yield piece.problems.length > room ? { ...piece, problems: piece.problems.slice(0, room) } : piece;
	}
	if (silenced > 0) {
		const message = l10n.t(
			'{0} more problems of this file are not listed. Is it what it should be? It may be damaged, or of another format.',
			silenced,
		);
		yield nothing('warning', message, format);
	}
}

function* read({ file, bytes }: SourceInput, unpack?: Unpack): Generator<SourceResult, void, undefined> {
	const content = contentOf(bytes, HEAD, PIECE, unpack);
	const encoding = detect(content.head);
	if (encoding === 'binary') {
		yield { format: undefined, papers: [], problems: [at(decode(content.head).problem!)] };
		return;
	}
	const isUtf8 = encoding === 'utf-8';
	const head = (isUtf8 ? decodeUtf8(content.head) : decode(content.head)).text.slice(0, HEAD);
	let format: string | undefined;
	if (!content.isLong && head.trim() === '') {
		yield nothing(
			'warning',
			l10n.t('This file is empty, so that no papers were read from it. Fill it, or take it out of the corpus.'),
		);
	} else {
		const importer = recognise(file, head);
		if (!importer) {
			const known = importers.map(({ name }) => name).join(', ');
			yield nothing(
				'error',
				l10n.t('No papers were found in this file: its format was not recognised. Formats that are read: {0}.', known),
			);
			return;
		}
		format = importer.id;
		const inPieces = isUtf8 && content.isLong && !declaredEncoding(content.head);
		if (inPieces && importer.byRecord) {
			for (const step of readRecords(importer.byRecord, file, content, () => contentOf(bytes, HEAD, PIECE, unpack)))
				yield { format, ...('doubt' in step ? { papers: [], problems: [at(step.doubt)] } : step) };
		} else if (inPieces && importer.cut) yield* readPieces(importer, importer.cut, file, content);
		else {
			const cutter = inPieces ? importer.cutter?.(head) : undefined;
			yield* cutter ? readCut(importer, cutter, file, content) : readWhole(importer, file, content);
		}
	}
	const damage = content.damage();
	if (damage) {
		const message = l10n.t(
			'This gzip archive {0}: only what stands in front of that was read. Pack or download it again.',
			damage,
		);
		yield nothing('error', message, format);
	}
}

function* readWhole(importer: Importer, file: string, content: Content): Generator<SourceResult, void, undefined> {
	const format = importer.id;
	const work = content.whole(MAX_TEXT);
	let step = work.next();
	for (; !step.done; step = work.next()) yield { format, ...pause };
	if (!step.value) {
		yield nothing('error', `This file is too large for ${importer.name}. Split it, or convert it to JSON Lines.`);
		return;
	}
	const { text, problem } = decode(step.value);
	if (problem) yield { format, papers: [], problems: [at(problem)] };
	yield* readParts(importer, { file, text, firstLine: 0 });
}

function* readParts(importer: Importer, input: ImportInput): Generator<SourceResult, void, undefined> {
	for (const part of importer.parts?.(input) ?? [importer.read(input)]) yield { format: importer.id, ...part };
}

/** Hands the texts of a file to its importer, one after the other. */
function createFeed(importer: Importer, file: string) {
	const readPiece = importer.open?.(file);
	let firstLine = 0;
	let firstCharacter = 0;
	return {
		*read(text: string, isLast: boolean): Generator<SourceResult> {
			const parts = readPiece?.({ text, firstLine, firstCharacter, isLast });
			if (parts) for (const part of parts) yield { format: importer.id, ...part };
			else yield* readParts(importer, { file, text, firstLine, firstCharacter });
			const behind = createLines(text, firstLine, firstCharacter).positionAt(text.length);
			firstLine = behind.line;
			firstCharacter = behind.character;
		},
		/** Passes over a record, which ends with its line. */
		skip(lines: number): SourceResult {
			const message = l10n.t(
				'The record that begins on line {0} is too long to be read, and was skipped. Split it.',
				firstLine + 1,
			);
			firstLine += lines;
			firstCharacter = 0;
			return nothing('error', message, importer.id);
		},
	};
}

/** Reads pieces that end between records, each decoded by itself. */
function* readPieces(
	importer: Importer,
	cut: (text: string) => number,
	file: string,
	content: Content,
): Generator<SourceResult, void, undefined> {
	const format = importer.id;
	const feed = createFeed(importer, file);
	let held = '';
	/** A text without a place to cut is looked at again when it is twice as long. */
	let enough = 0;
	let doubt: Decoded['problem'];
	for (const bytes of content.pieces('line')) {
		if (held.length + bytes.length > MAX_TEXT) {
			yield feed.skip(createLines(held).count - 1 + count(bytes, LF));
			held = '';
			continue;
		}
		const { text, problem } = decodeUtf8(bytes);
		if (problem && !doubt) yield { format, papers: [], problems: [at((doubt = problem))] };
		held += text;
		const end = held.length < enough ? 0 : cut(held);
		if (end > 0) enough = 0;
		else if (held.length >= enough) enough = held.length * 2;
		if (end > 0) {
			const whole = held.slice(0, end);
			held = held.slice(end);
			yield* feed.read(whole, false);
		} else yield { format, ...pause };
	}
	yield* feed.read(held, true);
}

/** Reads pieces that end wherever `cut` says, told all bytes in turn. */
function* readCut(
	importer: Importer,
	cut: (piece: Uint8Array) => number,
	file: string,
	content: Content,
): Generator<SourceResult, void, undefined> {
	const format = importer.id;
	const feed = createFeed(importer, file);
	let held: Uint8Array[] = [];
	let size = 0;
	let doubt: Decoded['problem'];
	function* take(isLast: boolean): Generator<SourceResult> {
		const { text, problem } = decodeUtf8(concatenated(held));
		if (problem && !doubt) yield { format, papers: [], problems: [at((doubt = problem))] };
		yield* feed.read(text, isLast);
	}
	for (const piece of content.pieces('anywhere')) {
		const end = cut(piece);
		if (end > 0) {
			held.push(piece.subarray(0, end));
			yield* take(false);
			held = [];
			size = 0;
		} else yield { format, ...pause };
		const rest = piece.subarray(Math.max(end, 0));
		held.push(rest);
		size += rest.length;
		if (size > MAX_TEXT) {
			// Where such a record ends is not to be told.
			yield feed.skip(0);
			return;
		}
	}
	yield* take(true);
}

function count(bytes: Uint8Array, value: number): number {
	let found = 0;
	for (let offset = bytes.indexOf(value); offset >= 0; offset = bytes.indexOf(value, offset + 1)) found++;
	return found;
}

/**
 * The format of a text. A name that goes by one of the formats that know the content decides between them. A text that
 * none knows is read as BibTeX if it is called so: it may have no entries yet.
 */
function recognise(file: string, head: string): Importer | undefined {
	const name = file.toLowerCase().replace(/\.gz$/, '');
	const named = (importer: Importer) => importer.extensions.some((extension) => name.endsWith(extension));
	const candidates = importers.filter((importer) => !importer.guess && importer.recognises(head));
	return (
		candidates.find(named) ??
		candidates[0] ??
		importers.find((importer) => importer.guess && importer.recognises(head)) ??
		importers.find((importer) => importer.id === 'bibtex' && named(importer))
	);
}

function nothing(severity: Severity, message: string, format?: string): SourceResult {
	return { format, papers: [], problems: [at({ severity, message })] };
}

function at(problem: { readonly severity: Severity; readonly message: string }): SourceProblem {
	return { severity: problem.severity, range: TOP, message: problem.message };
}
