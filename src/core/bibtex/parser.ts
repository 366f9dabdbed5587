import { NAME, readEntry } from './entry.ts';
import { createScanner, quote, type Scanner, until } from './scanner.ts';
import type { BibEntry, Bibliography, BibPiece, BibProblem, BibString } from './types.ts';

const BLANKS = /\s+/y;
/** So many blocks are read between two pauses. */
const slice = 64;
/** Words that mean an entry even where no brace follows. */
const ENTRY_WORD =
	/^(?:article|book|booklet|inbook|incollection|inproceedings|manual|misc|online|phdthesis|mastersthesis|thesis|proceedings|techreport|report|unpublished|string)$/;

/**
 * Reads BibTeX and biblatex files, with the place of everything in UTF-16 offsets. Follows BibTeX in what is an entry
 * (whatever stands between entries is ignored) and in how values are delimited (backslashes don't escape braces), and
 * is more tolerant of what is wrong: comments between fields, missing commas and keys are passed over; a value or entry
 * that is never closed ends where the next field or entry plausibly begins. Linear; never throws.
 *
 * @see https://ctan.org/pkg/bibtex (bibtex.web, "Reading the database file(s)")
 */
export function parseBibtex(text: string): Bibliography {
	const work = parseInSteps(text);
	for (;;) {
		const step = work.next();
		if (step.done) return step.value;
	}
}

/** {@link parseBibtex}, with a pause after every so many blocks. */
export function* parseInSteps(text: string): Generator<void, Bibliography> {
	const scanner = createScanner(text);
	const entries: BibEntry[] = [];
	const strings: BibString[] = [];
	const problems: BibProblem[] = [];

	function readBlock(): void {
		const start = scanner.at++;
		scanner.match(BLANKS);
		const type = scanner.match(NAME).toLowerCase();
		const afterType = scanner.at;
		scanner.match(BLANKS);
		const open = text[scanner.at];
		if (!type || (open !== '{' && open !== '(') || isMailAddress(text, start, type)) {
			scanner.at = afterType;
			if (ENTRY_WORD.test(type) && isFirstOnLine(text, start)) {
				const message = `“@${type}” on line ${scanner.line(start)} has no “{” after it, so that the entry was skipped. Write “@${type}{key, …}”.`;
				problems.push({ severity: 'error', span: { start, end: afterType }, message });
			}
			return;
		}
		// BibTeX ignores no more than the word: entries inside of a comment are entries.
		if (type === 'comment') return;
		if (type === 'preamble' && open === '{') {
			// Its content is TeX's business, and often not quoted as BibTeX wants it: it need only end.
			if (!scanner.value([])) giveUp(start, 'The “@preamble”');
			return;
		}
		scanner.at++;
		const close = open === '{' ? '}' : ')';
		if (type === 'preamble') {
			if (!scanner.value([]) || !closes(scanner, close)) giveUp(start, 'The “@preamble”');
		} else if (type === 'string') readString(start, close);
		else {
			const { entry, problem } = readEntry(scanner, start, type, close);
			entries.push(entry);
			// What is commented out is an entry to BibTeX all the same, but not one that anybody wants to hear of.
			if (problem && !isCommentedOut(text, start)) problems.push(problem);
		}
	}

	function readString(start: number, close: string): void {
		scanner.skip();
		const name = scanner.match(NAME).toLowerCase();
		if (!name && closes(scanner, close)) return;
		const pieces: BibPiece[] = [];
		scanner.skip();
		if (name && text[scanner.at] === '=') {
			scanner.at++;
			if (scanner.value(pieces) && closes(scanner, close)) {
				strings.push({ name, pieces, span: { start, end: scanner.at } });
				return;
			}
		}
		giveUp(start, name ? `The “@string” ${quote(name)}` : 'The “@string”');
	}

	function giveUp(start: number, subject: string): void {
		scanner.at = scanner.nextStart(Math.max(scanner.at, start + 1));
		const message = `${subject} on line ${scanner.line(start)} is broken: what stands up to ${until(scanner, scanner.at)} was skipped. Check its braces and quotation marks.`;
		problems.push({ severity: 'error', span: { start, end: scanner.endOfLine(start) }, message });
	}

	let blocks = 0;
	for (scanner.at = text.indexOf('@'); scanner.at >= 0; scanner.at = text.indexOf('@', scanner.at)) {
		readBlock();
		if (++blocks % slice === 0) yield;
	}
	return { entries, strings, problems };
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
