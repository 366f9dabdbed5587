import type { CiteItem } from '../model/citation.ts';
import type { Span } from '../model/span.ts';
import { endsParagraph, isBlank, lineEnd } from './arguments.ts';

/** The keys between two braces. */
export interface KeyList {
	readonly items: readonly CiteItem[];
	/** Inside the braces. */
	readonly list: Span;
	readonly closed: boolean;
}

/** More words than this without a comma are prose that runs into a brace of something else. */
const MAX_WORDS = 6;
/** What a half-typed last slot may hold at most. */
const MAX_OPEN_SLOT = 200;

const [TAB, LF, CR, SPACE, DOLLAR, PERCENT, COMMA, BACKSLASH, BRACKET, OPEN, CLOSE] = [
	9, 10, 13, 32, 36, 37, 44, 92, 93, 123, 125,
];
/** What begins a command's name: a letter, or `@` in a package. */
const isLetter = (code: number) => (code >= 64 && code <= 90) || (code >= 97 && code <= 122);

/**
 * Reads `{a, b}` from its opening brace. LaTeX's way: blanks around keys and comments don't count, braces around a key
 * are taken off. What cannot be a list of keys (a command, an empty line, running prose) leaves the list unclosed, and
 * it ends there, so that a brace which is not yet typed swallows nothing.
 */
export function readKeyList(text: string, open: number): KeyList {
	return readClosed(text, open) ?? readOpen(text, open);
}

function readClosed(text: string, open: number): KeyList | undefined {
	const items: CiteItem[] = [];
	let slot = open + 1;
	let start = -1;
	let end = -1;
	let words = 0;
	let depth = 0;
	/** A blank, line break or comment behind the key: a key that goes on after a comment has no span of its own. */
	let gap: 'blank' | 'line' | 'comment' | undefined;
	let split = false;

	for (let at = open + 1; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === COMMA || (code === CLOSE && depth === 0)) {
			if (!split) items.push(start < 0 ? emptyItem(text, slot, at) : keyItem(text, start, end, slot, at));
			if (code === CLOSE) return keyList(items, open + 1, at, true);
			slot = at + 1;
			start = end = -1;
			words = 0;
			gap = undefined;
			split = false;
		} else if (code === OPEN) {
			if (start >= 0) return undefined;
			depth++;
		} else if (code === CLOSE) depth--;
		else if (code === PERCENT) {
			if (start >= 0) gap = 'comment';
			at = lineEnd(text, at);
			if (endsParagraph(text, at)) return undefined;
		} else if (isBlank(code)) {
			if (code === LF && endsParagraph(text, at)) return undefined;
			if (start >= 0 && gap !== 'comment') gap = code === LF ? 'line' : (gap ?? 'blank');
		} else {
			if (code === BACKSLASH && (isLetter(text.charCodeAt(at + 1)) || at + 1 >= text.length)) return undefined;
			if (gap === 'line' || (gap && ++words > MAX_WORDS)) return undefined;
			if (gap === 'comment') split = true;
			gap = undefined;
			if (start < 0) start = at;
			if (code === BACKSLASH && !isBlank(text.charCodeAt(at + 1))) at++;
			end = at + 1;
		}
	}
	return undefined;
}

/** A list that takes no more memory than it must, as a long text has tens of thousands: what is equal is one. */
function keyList(items: readonly CiteItem[], start: number, end: number, closed: boolean): KeyList {
	const only = items.length === 1 ? items[0]!.slot : undefined;
	const list = only?.start === start && only.end === end ? only : { start, end };
	return { items: items.slice(), list, closed };
}

function keyItem(text: string, start: number, end: number, slot: number, until: number): CiteItem {
	const span = { start, end };
	return {
		key: text.slice(start, end),
		span,
		slot: start === slot && end === until ? span : { start: slot, end: until },
	};
}

/** An empty slot: a key would be typed behind the blanks on the line of its separator. */
function emptyItem(text: string, slot: number, until: number): CiteItem {
	let at = slot;
	while (at < until && (text.charCodeAt(at) === SPACE || text.charCodeAt(at) === TAB)) at++;
	const place = at === until ? at : slot;
	return { key: '', span: { start: place, end: place }, slot: { start: slot, end: until } };
}

function readOpen(text: string, open: number): KeyList {
	const items: CiteItem[] = [];
	let slot = open + 1;
	for (;;) {
		const end = openSlotEnd(text, slot);
		let start = slot;
		while (start < end && isBlank(text.charCodeAt(start))) start++;
		let last = start;
		while (last < end && !isBlank(text.charCodeAt(last)) && text.charCodeAt(last) !== PERCENT) last++;
		const prose = text.slice(last, end).trim() !== '';
		items.push(start === last ? emptyItem(text, slot, end) : keyItem(text, start, last, slot, end));
		if (prose || text.charCodeAt(end) !== COMMA) return keyList(items, open + 1, end, false);
		slot = end + 1;
	}
}

/** Where a slot of an unclosed list ends: at a comma, at what no key has, or at the end of its line. */
function openSlotEnd(text: string, slot: number): number {
	let at = slot;
	const limit = Math.min(text.length, slot + MAX_OPEN_SLOT);
	let seen = false;
	for (; at < limit; at++) {
		const code = text.charCodeAt(at);
		if (code === COMMA || code === OPEN || code === CLOSE || code === BACKSLASH || code === DOLLAR) break;
		if (code === BRACKET || code === PERCENT) break;
		if (code === LF || code === CR) {
			// Behind a comma the list may go on in the next line, where that is nothing but a key.
			if (seen || text.charCodeAt(slot - 1) !== COMMA || !onlyKeyFollows(text, at)) break;
			if (code === CR) at++;
		} else if (!isBlank(code)) seen = true;
	}
	return at;
}

const KEY_LINE = /\r?\n[ \t]*[^\s,{}\\%$]{1,120}[ \t]*(?:[,%\r\n]|$)/y;

function onlyKeyFollows(text: string, at: number): boolean {
	KEY_LINE.lastIndex = at;
	return KEY_LINE.test(text);
}
