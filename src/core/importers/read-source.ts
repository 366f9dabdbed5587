import type { Range } from 'vscode-languageserver-types';
import type { SourceInput } from '../corpus/types.ts';
import type { Severity } from '../model/problem.ts';
import { type Decoded, decode, decodeUtf8, detect } from '../text/bytes.ts';
import { importers } from './formats.ts';
import type { Importer, ImportResult, SourceProblem } from './types.ts';

/** What was read of a source. */
export interface SourceResult extends ImportResult {
	/** Id of the importer; undefined where no format was recognised. */
	readonly format: string | undefined;
}

/** How much of the text an importer sees when it is asked whether it knows the format. */
const HEAD = 64 * 1024;
/** Pieces of formats of lines, in bytes: small enough for other work between them. */
const PIECE = 64 * 1024;
/** Longer texts do not fit into one string on every host. */
const MAX_TEXT = 256 * 1024 * 1024;
/** More problems of one source help nobody; how many more there are is said. */
const MAX_PROBLEMS = 200;

const TOP: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Reads a whole source at once: {@link readSourceInPieces}, put together. Never throws. */
export function readSource(source: SourceInput): SourceResult {
	let format: string | undefined;
	const papers: ImportResult['papers'][number][] = [];
	const problems: SourceProblem[] = [];
	for (const piece of readSourceInPieces(source)) {
		format = piece.format;
		for (const paper of piece.papers) papers.push(paper);
		problems.push(...piece.problems);
	}
	return { format, papers, problems };
}

/**
 * Reads a source: decodes it, recognises the format by its content (the name decides only between equals), and reads
 * it. Formats of lines come in small pieces, so that a reader can do other work in between, and so that
 * files larger than the longest string can be read at all. Never throws.
 */
export function* readSourceInPieces({ file, bytes }: SourceInput): Generator<SourceResult, void, undefined> {
	let reported = 0;
	let silenced = 0;
	let format: string | undefined;
	for (const piece of read({ file, bytes })) {
		const room = Math.max(MAX_PROBLEMS - reported, 0);
		reported += piece.problems.length;
		silenced += Math.max(piece.problems.length - room, 0);
		format = piece.format;
		yield piece.problems.length > room ? { ...piece, problems: piece.problems.slice(0, room) } : piece;
	}
	if (silenced > 0) {
		const message = `${silenced} more problems of this file are not listed. Is it what it should be? It may be damaged, or of another format.`;
		yield nothing('warning', message, format);
	}
}

function* read({ file, bytes }: SourceInput): Generator<SourceResult, void, undefined> {
	const encoding = detect(bytes);
	const isUtf8 = encoding === 'utf-8';
	const head = isUtf8 && bytes.length > HEAD ? decodeUtf8(bytes.subarray(0, HEAD)) : decodeAll(bytes);
	if (head === undefined) {
		yield nothing('error', 'This file is too large to be read in one piece. Split it, or convert it to UTF-8.');
		return;
	}
	if (encoding === 'binary') {
		yield { format: undefined, papers: [], problems: [at(head.problem!)] };
		return;
	}
	if (head.text.length < HEAD && head.text.trim() === '') {
		yield nothing(
			'warning',
			'This file is empty, so that no papers were read from it. Fill it, or take it out of the corpus.',
		);
		return;
	}
	const importer = recognise(file, head.text.slice(0, HEAD));
	if (!importer) {
		const known = importers.map(({ name }) => name).join(', ');
		yield nothing(
			'error',
			`No papers were found in this file: its format was not recognised. Formats that are read: ${known}.`,
		);
		return;
	}
	if (importer.lines && isUtf8 && bytes.length > PIECE) {
		yield* readLines(importer, file, bytes);
		return;
	}
	const whole = isUtf8 ? decodeAll(bytes) : head;
	if (!whole) {
		yield nothing('error', `This file is too large for ${importer.name}. Split it, or convert it to JSON Lines.`);
		return;
	}
	if (whole.problem) yield { format: importer.id, papers: [], problems: [at(whole.problem)] };
	const input = { file, text: whole.text, firstLine: 0 };
	for (const part of importer.parts?.(input) ?? [importer.read(input)]) yield { format: importer.id, ...part };
}

/** Reads pieces that end at line ends, each decoded by itself. */
function* readLines(importer: Importer, file: string, bytes: Uint8Array): Generator<SourceResult, void, undefined> {
	let start = 0;
	let firstLine = 0;
	let doubt: Decoded['problem'];
	while (start < bytes.length) {
		const end = endOfLine(bytes, start + PIECE);
		const piece = bytes.subarray(start, end);
		if (piece.length > MAX_TEXT) {
			yield nothing(
				'error',
				`Line ${firstLine + 1} is too long to be read, and was skipped. Split the record.`,
				importer.id,
			);
		} else {
			const { text, problem } = decodeUtf8(piece);
			const { papers, problems } = importer.read({ file, text, firstLine });
			yield { format: importer.id, papers, problems: problem && !doubt ? [at(problem), ...problems] : problems };
			doubt ??= problem;
		}
		firstLine += count(piece, 10);
		start = end;
	}
}

/** Offset behind the first line feed at or after `from`. */
function endOfLine(bytes: Uint8Array, from: number): number {
	const found = from >= bytes.length ? -1 : bytes.indexOf(10, from);
	return found < 0 ? bytes.length : found + 1;
}

function count(bytes: Uint8Array, value: number): number {
	let found = 0;
	for (let offset = bytes.indexOf(value); offset >= 0; offset = bytes.indexOf(value, offset + 1)) found++;
	return found;
}

function decodeAll(bytes: Uint8Array): Decoded | undefined {
	return bytes.length > MAX_TEXT ? undefined : decode(bytes);
}

/**
 * The format of a text. A name that goes by one of the formats that know the content decides between them. A text that
 * none knows is read as BibTeX if it is called so: it may have no entries yet.
 */
function recognise(file: string, head: string): Importer | undefined {
	const candidates = importers.filter((importer) => importer.recognises(head));
	const named = (importer: Importer) => importer.extensions.some((extension) => file.toLowerCase().endsWith(extension));
	return (
		candidates.find(named) ?? candidates[0] ?? importers.find((importer) => importer.id === 'bibtex' && named(importer))
	);
}

function nothing(severity: Severity, message: string, format?: string): SourceResult {
	return { format, papers: [], problems: [at({ severity, message })] };
}

function at(problem: { readonly severity: Severity; readonly message: string }): SourceProblem {
	return { severity: problem.severity, range: TOP, message: problem.message };
}
