import type { Citation, CiteItem } from '../model/citation.ts';
import { endsParagraph, indexWithin, isBlank } from './arguments.ts';
import { linkEnd, literalEnd, runEnd } from './markdown-inline.ts';

// Pandoc's citations: https://pandoc.org/MANUAL.html#citation-syntax

/** What the label of a cross reference begins with: Quarto's `@fig-a`, pandoc-crossref's `@fig:a`. */
const CROSS_REFERENCE =
	/^(?:fig|tbl|tab|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|nte|tip|wrn|imp|cau|supp[a-z]*)[-:]/i;

/** True for a key that names a figure, a section or the like by the look of it. */
export const isCrossReference = (key: string): boolean => CROSS_REFERENCE.test(key);

const WORD = /[\p{L}\p{N}]/u;
/**
 * Marks belong to a key where one goes on behind them, and `:` and `/` in front of a slash. What repeats in it is bounded:
 * on a line of megabytes it would use up the stack.
 */
const KEY = /[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_])|[:/](?=\/)){0,500}/uy;
/** True for a key that needs no braces behind its `@`. */
export function isPlainKey(key: string): boolean {
	KEY.lastIndex = 0;
	return KEY.exec(key)?.[0] === key;
}

/** Longest `[…]` that is read as a citation, in UTF-16 units. */
const REACH = 4000;
/** Longest key in braces. */
const MAX_KEY = 300;
/** Brackets inside its brackets. */
const MAX_DEPTH = 5;

/** A key behind `@`. */
interface Key {
	readonly key: string;
	readonly start: number;
	readonly end: number;
	/** Behind the key and, of `@{…}`, its brace. */
	readonly after: number;
}

/**
 * The key behind the `@` at `at`; undefined where it starts no citation. An empty key is one yet to be typed.
 *
 * @param from Where the text begins of which the `@` is a part: what stands in front of it is not looked at.
 */
function readKey(text: string, at: number, from: number): Key | undefined {
	if (at > from && isWord(text, at - 1)) return undefined;
	const start = at + 1;
	if (text[start] === '{') {
		const close = braceEnd(text, start);
		if (close < 0) return undefined;
		return { key: text.slice(start + 1, close), start: start + 1, end: close, after: close + 1 };
	}
	KEY.lastIndex = start;
	const key = KEY.exec(text)?.[0] ?? '';
	if (key === '' && text[start] !== undefined && !/[\s\];,)]/.test(text[start]!)) return undefined;
	return isCrossReference(key) ? undefined : { key, start, end: start + key.length, after: start + key.length };
}

/** True for what is a part of a word: a letter, a digit, and a single stop, as in `a.@b`. */
function isWord(text: string, at: number): boolean {
	return WORD.test(text[at]!) || (text[at] === '.' && !text.endsWith('...', at + 1));
}

/** Offset of the brace that closes the one at `open`, with something but no blanks in between; else -1. */
function braceEnd(text: string, open: number): number {
	let depth = 0;
	const limit = Math.min(text.length, open + MAX_KEY);
	for (let next = open; next < limit && !isBlank(text.charCodeAt(next)); next++) {
		if (text[next] === '{') depth++;
		else if (text[next] === '}' && --depth === 0) return next > open + 1 ? next : -1;
	}
	return -1;
}

/**
 * `@key` or `-@key` in running text, from its `@`.
 *
 * @param from Where the text begins of which the `@` is a part.
 */
export function readNarrative(text: string, at: number, from = 0): Citation | undefined {
	const found = readKey(text, at, from);
	if (!found) return undefined;
	const span = { start: found.start, end: found.end };
	const suppressed = at - 1 >= from && text[at - 1] === '-' && (at - 2 < from || !WORD.test(text[at - 2]!));
	// A lone `@` may be a word of its own.
	return {
		form: 'narrative',
		command: '@',
		span: { start: suppressed ? at - 1 : at, end: found.after },
		list: span,
		items: [{ key: found.key, span, slot: span }],
		closed: found.key !== '',
		silent: false,
	};
}

/**
 * `[see @a, p. 3; -@b]` from its bracket; undefined where there is no key in it, or where it is something else: a link, a
 * footnote, a reference. Keys in brackets inside of it count too.
 */
export function readBracketed(text: string, open: number): Citation | undefined {
	if (text[open + 1] === '^' || text[open - 1] === '^' || text[open - 1] === '!') return undefined;
	const items: CiteItem[] = [];
	let slot = open + 1;
	let found: Key[] = [];
	let depth = 0;
	let doubtful = false;
	let hasOwn = false;

	/** Ends a part. One with two keys is cut in front of the second. */
	function push(until: number): void {
		if (found.length === 0) {
			if (text.slice(slot, until).trim() === '') {
				doubtful = true;
				items.push({ key: '', span: { start: until, end: until }, slot: { start: slot, end: until } });
			}
		}
		for (const [index, { key, start, end }] of found.entries()) {
			const from = index === 0 ? slot : found[index - 1]!.after;
			const to = index === found.length - 1 ? until : found[index]!.after;
			items.push({ key, span: { start, end }, slot: { start: from, end: to } });
		}
		found = [];
		slot = until + 1;
	}

	const limit = Math.min(text.length, open + REACH);
	let at = open + 1;
	let closed = false;
	for (; at < limit; at++) {
		const character = text[at]!;
		const literal = literalEnd(text, at);
		if (literal > 0) at = literal - 1;
		else if (character === '`') at = runEnd(text, at) - 1;
		else if (character === '\\') at++;
		else if (character === '<' && text.startsWith('<!--', at)) {
			const close = indexWithin(text, '-->', at + 4, limit - at);
			if (close > 0) at = close + 2;
		} else if (character === '[') {
			if (++depth > MAX_DEPTH) return undefined;
		} else if (character === ']') {
			if (depth-- === 0) {
				closed = true;
				break;
			}
			if (text[at + 1] === '(') at = Math.max(at, linkEnd(text, at + 1) - 1);
		} else if (character === '\n' && endsParagraph(text, at)) break;
		else if (character === ';' && depth === 0) push(at);
		else if (character === '@') {
			const key = readKey(text, at, found.at(-1)?.after ?? slot);
			if (!key) continue;
			if (depth === 0) hasOwn = true;
			found.push(key);
			at = key.after - 1;
		}
	}
	// Brackets inside of it may be citations of their own.
	if (!hasOwn) return undefined;
	if (!closed) return readUnclosed(text, open, items, found, slot);
	if (text[at + 1] === '(') return undefined;
	push(at);
	// An empty part behind a `;` is one yet to be typed; `[@]` is plainly empty.
	return bracketed(open, at, at + 1, items, !doubtful);
}

/** A citation whose bracket is missing ends with the last key that is typed. */
function readUnclosed(
	text: string,
	open: number,
	items: CiteItem[],
	found: readonly Key[],
	slot: number,
): Citation | undefined {
	const key = found[0];
	if (!key) {
		const last = items.at(-1);
		return last && bracketed(open, last.slot.end, last.slot.end, items, false);
	}
	// Only what stands close to the bracket is surely meant for it.
	if (items.length === 0 && text.slice(open, key.start).length > 60) return undefined;
	items.push({ key: key.key, span: { start: key.start, end: key.end }, slot: { start: slot, end: key.after } });
	return bracketed(open, key.after, key.after, items, false);
}

function bracketed(open: number, listEnd: number, end: number, items: readonly CiteItem[], closed: boolean): Citation {
	return {
		form: 'bracketed',
		command: '@',
		span: { start: open, end },
		list: { start: open + 1, end: listEnd },
		items,
		closed,
		silent: false,
	};
}
