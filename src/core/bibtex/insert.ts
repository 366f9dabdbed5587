import * as l10n from '@vscode/l10n';
import type { Paper } from '../model/paper.ts';
import type { Span } from '../model/span.ts';
import { createLines } from '../text/lines.ts';
import { inLines, layoutEntry } from './layout.ts';
import { parseBibtex } from './parser.ts';
import { placeOf } from './sorted.ts';
import { styleOf } from './style.ts';
import type { BibEntry, Bibliography } from './types.ts';
import { entryOf } from './writer.ts';

/** A change of one place of a text. */
export interface Change extends Span {
	readonly newText: string;
}

/** What cannot be done, as a phrase that follows the name of the file. */
export interface Refusal {
	readonly refused: string;
}

/** What is behind the last entry and must stay behind it: settings of JabRef and Emacs. */
const SETTINGS = /@|Local Variables/i;

/**
 * The change that writes a paper into a BibTeX file as that file is written: at its place where the entries are in
 * order, else behind the last one. Nothing else of the file changes. Refused where it would not be an entry there.
 *
 * @param holds Can the encoding of the file hold a character? TeX's commands are written for those that it cannot.
 */
export function insertEntry(
	text: string,
	paper: Paper,
	holds: (character: string) => boolean = () => true,
): Change | Refusal {
	const bibliography = parseBibtex(text);
	const { entries } = bibliography;
	const style = styleOf(text, bibliography);
	const parts = entryOf(paper, style, (character) => !style.ascii && holds(character));
	const written = layoutEntry(parts, style);
	const lost = [...written].find((character) => character > '\x7f' && !holds(character));
	if (lost) return { refused: l10n.t('cannot hold “{0}” in its encoding; save it as UTF-8 first', lost) };
	const at = placeOf(text, entries, {
		key: parts.key,
		field: (name) => parts.fields.get(name)?.replace(/^\{|\}$/g, ''),
	});
	const next = at === undefined ? undefined : entries[at];
	const gap = inLines(style.gap, style.newLine);
	const change = placed(text, bibliography, at ?? entries.length, next, written, gap, style.newLine);
	if ('refused' in change) return change;
	return isRead(text, entries.length, parts.key, parts.fields.size, change)
		? change
		: { refused: broken(text, change.start) };
}

function placed(
	text: string,
	{ entries, problems }: Bibliography,
	at: number,
	next: BibEntry | undefined,
	written: string,
	gap: string,
	newLine: string,
): Change | Refusal {
	const previous = entries[at - 1];
	const from = previous?.span.start ?? 0;
	const to = next?.span.start ?? text.length;
	const fault = problems.find(({ severity, span }) => severity === 'error' && span.start >= from && span.start < to);
	if (fault) return { refused: broken(text, fault.span.start) };
	if (!previous && next) return { start: next.span.start, end: next.span.start, newText: written + gap };
	const end = text.trimEnd().length;
	const tail = previous ? text.slice(previous.span.end, end) : '';
	const isLast = next === undefined && !SETTINGS.test(tail);
	const start = isLast || !previous ? end : endOfLine(text, previous.span.end);
	if (start === 0) return { start, end: start, newText: text === '' ? written + newLine : written };
	return { start, end: start, newText: gap + written };
}

/** The end of the line that an entry ends on, if nothing but a comment follows it there. */
function endOfLine(text: string, offset: number): number {
	const rest = /^[^\r\n@]*(?=[\r\n]|$)/.exec(text.slice(offset, offset + 500))?.[0] ?? '';
	return rest.trim() === '' || /^\s*%/.test(rest) ? offset + rest.trimEnd().length : offset;
}

function broken(text: string, offset: number): string {
	const line = createLines(text).positionAt(offset).line + 1;
	return l10n.t(
		'has an entry on line {0} that is broken or not closed, and would swallow what is written behind it; mend that first',
		line,
	);
}

/** Is there one entry more, with all of its fields? */
function isRead(text: string, before: number, key: string, fields: number, { start, end, newText }: Change): boolean {
	const { entries } = parseBibtex(text.slice(0, start) + newText + text.slice(end));
	const found = entries.filter((entry) => entry.key === key);
	return entries.length === before + 1 && found.some((entry) => entry.fields.length === fields);
}

/** What goes with an entry: with the blank lines in front of it, or behind it where it is the first. */
export function removalOf(text: string, { span }: BibEntry): Span {
	const before = text.slice(0, span.start).trimEnd().length;
	if (before > 0) return { start: before, end: span.end };
	const behind = text.slice(span.end);
	return { start: span.start, end: span.end + behind.length - behind.trimStart().length };
}
