import type { Span } from '../model/span.ts';
import { quote, type Scanner } from './scanner.ts';
import type { BibEntry, BibField, BibPiece, BibProblem } from './types.ts';

/** BibTeX's identifiers: no blanks and none of `"#%'(),={}`. */
export const NAME = /[^\s"#%'(),={}@]+/y;
const BLANKS = /\s+/y;
const COMMA = /\s*,\s*/y;
const NAMED = /[^\s"#%'(),={}@]+\s*=/y;
const KEY_IN_BRACES = /[^\s,}]*/y;
const KEY_IN_PARENTHESES = /[^\s,]*/y;
/** The rest of a key that has a blank in it. */
const REST_OF_KEY = /[ \t]+[^,={}"\n\r]*(?=,)/y;
/** A field at the start of a line: where a value that isn't closed must have ended. */
const FIELD_LINE = /[\n\r][ \t]*[a-zA-Z][\w+:.-]*[ \t]*=[ \t]*[{"\w]/;

/**
 * Reads an entry from behind its opening delimiter, and tells the first thing that is wrong with it: what follows a
 * mistake often only looks wrong. Leaves the cursor behind the entry, or where the next one plausibly begins.
 *
 * @param start Offset of its `@`.
 * @param close The delimiter that ends it.
 */
export function readEntry(
	scanner: Scanner,
	start: number,
	type: string,
	close: '}' | ')',
): { readonly entry: BibEntry; readonly problem: BibProblem | undefined } {
	const { text } = scanner;
	const fields: BibField[] = [];
	let problem: BibProblem | undefined;
	scanner.match(BLANKS);
	const keySpan = readKey(scanner, close);
	const key = text.slice(keySpan.start, keySpan.end);
	const subject = () => {
		const place = `line ${scanner.line(start)}`;
		return key ? `Entry ${quote(key)} (${place})` : `The entry on ${place}`;
	};

	function fault(span: Span, message: string, severity: BibProblem['severity'] = 'error'): void {
		problem ??= { severity, span, message: subject() + message };
	}

	/** Gives up on the rest of the entry. */
	function abandon(span: Span, what: string, remedy: string): void {
		scanner.at = scanner.nextStart(scanner.at);
		fault(span, `: ${what}. What follows, up to ${scanner.until(scanner.at)}, was skipped. ${remedy}`);
	}

	/**
	 * A value that isn't closed where it should be swallows what follows. It is cut in front of the first line inside of
	 * it that begins with a field, and reading goes on there. Once per entry, which bounds the work.
	 */
	function cut(field: BibField): boolean {
		if (problem) return false;
		const found = FIELD_LINE.exec(text.slice(field.start, scanner.at));
		if (!found) return false;
		const end = field.start + found.index;
		const pieces = field.pieces.filter((piece) => piece.start < end);
		const last = pieces.pop();
		if (last) {
			const written = text
				.slice(last.start, end)
				.trimEnd()
				.replace(/["}]?,?$/, '');
			pieces.push({ kind: last.kind, start: last.start, end: last.start + written.length });
		}
		fields.push({ ...field, pieces, end });
		const what = `the value of ${quote(field.name)} is not closed. It was taken to end on line ${scanner.line(end)}`;
		fault({ start: field.nameStart, end }, `: ${what}; add the missing ${missing(field)} there.`);
		scanner.at = end;
		return true;
	}

	function missing(field: BibField): string {
		return text[field.start] === '"' ? 'quotation mark' : '“}”';
	}

	/** The last value may have swallowed fields, although it was closed in the end by what was meant for another. */
	function cutLast(): boolean {
		const last = fields.pop();
		if (!last) return false;
		if (cut(last)) return true;
		fields.push(last);
		return false;
	}

	/** One field from its name on; false where the entry cannot be read further. */
	function readField(afterComma: boolean): boolean {
		const start = scanner.at;
		const name = scanner.isStart(start) ? '' : scanner.match(NAME);
		if (!name) {
			if (cutLast()) return true;
			unexpected(start);
			return false;
		}
		const nameSpan = { start, end: scanner.at };
		scanner.skip();
		if (text[scanner.at] !== '=') {
			scanner.at = nameSpan.end;
			if (cutLast()) return true;
			const remedy = 'A field is written “name = {value},”: check the braces, quotation marks and commas before it.';
			abandon(nameSpan, `${quote(name)} is neither a field nor the end of the entry`, remedy);
			return false;
		}
		if (!afterComma) {
			const what = `: a comma is missing before ${quote(name)}. BibTeX would skip the rest of the entry. Add the comma.`;
			fault(nameSpan, what);
		}
		scanner.at++;
		scanner.skip();
		const valueStart = scanner.at;
		const pieces: BibPiece[] = [];
		const isClosed = scanner.value(pieces);
		const field = { name: name.toLowerCase(), nameStart: start, pieces, start: valueStart, end: scanner.at };
		if (isClosed) {
			fields.push(field);
			return true;
		}
		if (pieces.length > 0 && cut(field)) return true;
		const span = { start, end: scanner.endOfLine(start) };
		if (pieces.length > 0)
			abandon(span, `the value of ${quote(name)} is not closed`, `Add the missing ${missing(field)}.`);
		else abandon(span, `${quote(name)} has no value`, 'Write one in braces, or remove the field.');
		return false;
	}

	function unexpected(here: number): void {
		const character = text[here];
		if (character !== undefined && !scanner.isStart(here)) {
			const remedy = 'Check the braces, quotation marks and commas before it.';
			abandon({ start: here, end: here + 1 }, `${quote(character)} does not belong there`, remedy);
			return;
		}
		const where =
			character === undefined ? 'before the file ends' : `before the next one begins on line ${scanner.line(here)}`;
		fault({ start, end: scanner.endOfLine(start) }, ` is not closed ${where}. Add the missing “${close}”.`);
	}

	/** A closing brace too many ends an entry in its middle, and what follows would be passed over in silence. */
	function checkEnd(): void {
		const end = scanner.at;
		scanner.match(COMMA);
		if (scanner.at > end && scanner.looksLike(NAMED)) {
			const next = scanner.until(scanner.nextStart(scanner.at));
			const what = ` ends on line ${scanner.line(end)}, but another field follows: what stands up to ${next} was skipped.`;
			fault({ start: end - 1, end }, `${what} Remove the “${close}” that is too many.`);
		}
		scanner.at = end;
	}

	function readFields(): void {
		let afterComma = false;
		for (;;) {
			scanner.skip();
			if (text[scanner.at] === ',') {
				afterComma = true;
				scanner.at++;
			} else if (text[scanner.at] === close) {
				scanner.at++;
				checkEnd();
				return;
			} else if (readField(afterComma)) afterComma = false;
			else return;
		}
	}

	if (!key) {
		const remedy = 'Write one after the opening brace, followed by a comma.';
		fault(
			{ start, end: Math.max(scanner.at, start + 1) },
			` has no key, so that nothing can cite it. ${remedy}`,
			'warning',
		);
	} else if (/\s/.test(key)) {
		fault(keySpan, ': its key has a blank in it, which BibTeX does not accept. Remove the blank.', 'warning');
	}
	readFields();
	return { entry: { type, key, keySpan, span: { start, end: scanner.at }, fields }, problem };
}

/** Moves over the key. The first word of an entry that has none is a field's name: then the key is empty. */
function readKey(scanner: Scanner, close: string): Span {
	const start = scanner.at;
	scanner.match(close === '}' ? KEY_IN_BRACES : KEY_IN_PARENTHESES);
	const end = scanner.at;
	scanner.match(BLANKS);
	if (scanner.text[scanner.at] === '=') {
		scanner.at = start;
		return { start, end: start };
	}
	scanner.at = end;
	if (end > start) scanner.match(REST_OF_KEY);
	let trimmed = scanner.at;
	while (trimmed > end && /\s/.test(scanner.text[trimmed - 1]!)) trimmed--;
	return { start, end: trimmed };
}
