import * as l10n from '@vscode/l10n';
import { quoted } from '../text/phrases.ts';
import { NAME, readEntry } from './entry.ts';
import { type Body, createFieldReader, type FieldReader, nameOf } from './fields.ts';
import { type Head, headAt } from './outline.ts';
import { createScanner, type Part, quote, type Scanner } from './scanner.ts';
import { createStarts } from './starts.ts';
import type { BibBlock, BibEntry, Bibliography, BibPiece, BibProblem, BibString } from './types.ts';

const AT = 64;
const BLANKS = /\s+/y;
/** Words that mean an entry even where no brace follows. */
const ENTRY_WORD =
	/^(?:article|book|booklet|inbook|incollection|inproceedings|manual|misc|online|phdthesis|mastersthesis|thesis|proceedings|techreport|report|unpublished|string)$/;

const whole: Part = { firstLine: 0, isLast: true };

/**
 * Reads BibTeX and biblatex files, with the place of everything in UTF-16 offsets. Follows BibTeX in what is an entry
 * (whatever stands between entries is ignored) and in how values are delimited (backslashes don't escape braces), and
 * is more tolerant of what is wrong: comments between fields, missing commas and keys are passed over; a value or entry
 * that is never closed ends where the next field or entry plausibly begins. Linear; never throws.
 *
 * @see https://ctan.org/pkg/bibtex (bibtex.web, "Reading the database file(s)")
 */
export function parseBibtex(text: string): Bibliography {
	const entries: BibEntry[] = [];
	const strings: BibString[] = [];
	const problems: BibProblem[] = [];
	for (const block of readBlocks(text)) {
		if (block.kind === 'entry') entries.push(block.entry);
		if (block.kind === 'string') strings.push(block.string);
		else if (block.problem) problems.push(block.problem);
	}
	return { entries, strings, problems };
}

/** {@link parseBibtex}, one thing after the other. */
export function* readBlocks(text: string, part: Part = whole): Generator<BibBlock, void, undefined> {
	const scanner = createScanner(text, part);
	const bodyOf = createFieldReader();
	/** Up to here braces are known not to add up. */
	let broken = 0;

	function readBlock(start: number): BibBlock | undefined {
		const head = start < broken ? undefined : headAt(text, start);
		if (head) {
			const next = scanner.starts.next(start + 1);
			const body = bodyOf(text, head.fields, next);
			if (body) {
				scanner.at = body.close + 1;
				return { kind: 'entry', entry: entryOf(text, start, head, body), problem: undefined };
			}
			broken = next;
		}
		scanner.at = start + 1;
		scanner.match(BLANKS);
		const type = scanner.match(NAME).toLowerCase();
		const afterType = scanner.at;
		scanner.match(BLANKS);
		const open = text[scanner.at];
		if (!type || (open !== '{' && open !== '(') || isMailAddress(text, start, type)) {
			scanner.at = afterType;
			if (!ENTRY_WORD.test(type) || !isFirstOnLine(text, start)) return undefined;
			const message = l10n.t(
				'“@{0}” on line {1} has no {2} after it, so that the entry was skipped. Write {3}.',
				type,
				scanner.line(start),
				quoted('{'),
				quoted(`@${type}{key, …}`),
			);
			return { kind: 'problem', problem: { severity: 'error', span: { start, end: afterType }, message } };
		}
		// BibTeX ignores no more than the word: entries inside of a comment are entries.
		if (type === 'comment') return undefined;
		const close = open === '{' ? '}' : ')';
		if (type === 'preamble') return readPreamble(start, close);
		scanner.at++;
		if (type === 'string') return readString(start, close);
		const { entry, problem } = readEntry(scanner, start, type, close);
		// What is commented out is an entry to BibTeX all the same, but not one that anybody wants to hear of.
		return { kind: 'entry', entry, problem: problem && isCommentedOut(text, start) ? undefined : problem };
	}

	function readPreamble(start: number, close: string): BibBlock | undefined {
		// In braces its content is TeX's business, and often not quoted as BibTeX wants it: it need only end.
		if (close === ')') scanner.at++;
		const ends = scanner.value([]) && (close === '}' || closes(scanner, close));
		return ends ? undefined : giveUp(start, l10n.t('The “@preamble”'));
	}

	function readString(start: number, close: string): BibBlock | undefined {
		scanner.skip();
		const name = scanner.match(NAME).toLowerCase();
		if (!name && closes(scanner, close)) return undefined;
		const pieces: BibPiece[] = [];
		scanner.skip();
		if (name && text[scanner.at] === '=') {
			scanner.at++;
			if (scanner.value(pieces) && closes(scanner, close))
				return { kind: 'string', string: { name, pieces, span: { start, end: scanner.at } } };
		}
		return giveUp(start, name ? l10n.t('The “@string” {0}', quote(name)) : l10n.t('The “@string”'));
	}

	function giveUp(start: number, subject: string): BibBlock {
		scanner.at = scanner.nextStart(Math.max(scanner.at, start + 1));
		const message = l10n.t(
			'{0} on line {1} is broken: what stands up to {2} was skipped. Check its braces and quotation marks.',
			subject,
			scanner.line(start),
			scanner.until(scanner.at),
		);
		return { kind: 'problem', problem: { severity: 'error', span: { start, end: scanner.endOfLine(start) }, message } };
	}

	for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', scanner.at)) {
		const block = readBlock(at);
		if (block) yield block;
	}
}

/**
 * Reads texts that begin with the `@` of an entry and hold nothing else that BibTeX reads. Undefined where anything is
 * wrong with one, or unusual: then `readBlocks` takes a closer look.
 */
export function createRecordReader(): (text: string) => BibEntry | undefined {
	const bodyOf: FieldReader = createFieldReader();
	return (text) => {
		const head = text.charCodeAt(0) === AT ? headAt(text, 0) : undefined;
		if (!head) return undefined;
		const another = text.indexOf('@', head.open);
		const limit = another < 0 ? text.length : createStarts(text).next(head.open);
		const body = bodyOf(text, head.fields, limit);
		return !body || (another >= 0 && text.indexOf('@', body.close) >= 0) ? undefined : entryOf(text, 0, head, body);
	};
}

function entryOf(text: string, start: number, head: Head, { fields, close }: Body): BibEntry {
	const { typeStart, typeEnd, keyStart, keyEnd } = head;
	return {
		type: nameOf(text.slice(typeStart, typeEnd)),
		key: text.slice(keyStart, keyEnd),
		keySpan: { start: keyStart, end: keyEnd },
		span: { start, end: close + 1 },
		fields,
	};
}

/** Moves over the end of a block, and a comma in front of it. */
function closes(scanner: Scanner, close: string): boolean {
	scanner.skip();
	if (scanner.text[scanner.at] === ',') {
		scanner.at++;
		scanner.skip();
	}
	if (scanner.text[scanner.at] !== close) return false;
	scanner.at++;
	return true;
}

function isMailAddress(text: string, at: number, domain: string): boolean {
	return domain.includes('.') && /[\w.-]/.test(text[at - 1] ?? '');
}

/** Is there a `%` in front of it on its line, not too far off? */
function isCommentedOut(text: string, at: number): boolean {
	return /%[^\r\n]*$/.test(text.slice(Math.max(at - 200, 0), at));
}

function isFirstOnLine(text: string, offset: number): boolean {
	const before = text[offset - 1];
	return before === undefined || before === '\n' || before === '\r';
}
