import * as l10n from '@vscode/l10n';
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
	const subject = () =>
		key
			? l10n.t('Entry {0} (line {1})', quote(key), scanner.line(start))
			: l10n.t('The entry on line {0}', scanner.line(start));

	/** @param say The message about an entry that is called so. */
	function fault(span: Span, say: (entry: string) => string, severity: BibProblem['severity'] = 'error'): void {
		problem ??= { severity, span, message: say(subject()) };
	}

	/** Gives up on the rest of the entry. */
	function abandon(span: Span, what: string, remedy: string): void {
		scanner.at = scanner.nextStart(scanner.at);
		const until = scanner.until(scanner.at);
		fault(span, (entry) => {
			const skipped = l10n.t('{0}: {1}. What follows, up to {2}, was skipped.', entry, what, until);
			return `${skipped} ${remedy}`;
		});
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
		fault({ start: field.nameStart, end }, (entry) => {
			const [name, line] = [quote(field.name), scanner.line(end)];
			return isQuoted(field)
				? l10n.t(
						'{0}: the value of {1} is not closed. It was taken to end on line {2}; add the missing quotation mark there.',
						entry,
						name,
						line,
					)
				: l10n.t(
						'{0}: the value of {1} is not closed. It was taken to end on line {2}; add the missing “}” there.',
						entry,
						name,
						line,
					);
		});
		scanner.at = end;
		return true;
	}

	function isQuoted(field: BibField): boolean {
		return text[field.start] === '"';
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
			const remedy = l10n.t(
				'A field is written “name = {value},”: check the braces, quotation marks and commas before it.',
			);
			abandon(nameSpan, l10n.t('{0} is neither a field nor the end of the entry', quote(name)), remedy);
			return false;
		}
		if (!afterComma) {
			fault(nameSpan, (entry) =>
				l10n.t(
					'{0}: a comma is missing before {1}. BibTeX would skip the rest of the entry. Add the comma.',
					entry,
					quote(name),
				),
			);
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
		if (pieces.length > 0) {
			const remedy = isQuoted(field) ? l10n.t('Add the missing quotation mark.') : l10n.t('Add the missing “}”.');
			abandon(span, l10n.t('the value of {0} is not closed', quote(name)), remedy);
		} else {
			const remedy = l10n.t('Write one in braces, or remove the field.');
			abandon(span, l10n.t('{0} has no value', quote(name)), remedy);
		}
		return false;
	}

	function unexpected(here: number): void {
		const character = text[here];
		if (character !== undefined && !scanner.isStart(here)) {
			const remedy = l10n.t('Check the braces, quotation marks and commas before it.');
			abandon({ start: here, end: here + 1 }, l10n.t('{0} does not belong there', quote(character)), remedy);
			return;
		}
		fault({ start, end: scanner.endOfLine(start) }, (entry) =>
			scanner.isEnd(here)
				? l10n.t('{0} is not closed before the file ends. Add the missing “{1}”.', entry, close)
				: l10n.t(
						'{0} is not closed before the next one begins on line {1}. Add the missing “{2}”.',
						entry,
						scanner.line(here),
						close,
					),
		);
	}

	/** A closing brace too many ends an entry in its middle, and what follows would be passed over in silence. */
	function checkEnd(): void {
		const end = scanner.at;
		scanner.match(COMMA);
		if (scanner.at > end && scanner.looksLike(NAMED)) {
			const next = scanner.until(scanner.nextStart(scanner.at));
			fault({ start: end - 1, end }, (entry) =>
				l10n.t(
					'{0} ends on line {1}, but another field follows: what stands up to {2} was skipped. Remove the “{3}” that is too many.',
					entry,
					scanner.line(end),
					next,
					close,
				),
			);
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
		const say = (entry: string) =>
			l10n.t(
				'{0} has no key, so that nothing can cite it. Write one after the opening brace, followed by a comma.',
				entry,
			);
		fault({ start, end: Math.max(scanner.at, start + 1) }, say, 'warning');
	} else if (/\s/.test(key)) {
		const say = (entry: string) =>
			l10n.t('{0}: its key has a blank in it, which BibTeX does not accept. Remove the blank.', entry);
		fault(keySpan, say, 'warning');
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
