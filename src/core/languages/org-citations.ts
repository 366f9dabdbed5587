import type { Citation, CiteItem } from '../model/citation.ts';
import { endsParagraph } from './arguments.ts';
import { citeCommands } from './cite-commands.ts';

/** Org's own citations: https://orgmode.org/manual/Citations.html */
const OPEN = /\[cite(?:\/([\p{L}\p{N}/_-]{1,60}))?:/uy;
const KEY = /[\p{L}\p{M}\p{N}_\-.:?!`'/*@+|(){}<>&^$#%~]+/uy;
/** A line that begins like this is none of the paragraph in front of it. */
const ELEMENT = /\n(?:\*+ |[ \t]*(?:[-+] |\d{1,9}[.)] |#|\||:))/y;
/** Longest citation, in UTF-16 units. */
const REACH = 4000;
const MAX_DEPTH = 5;

/**
 * `[cite/style:common prefix; see @a p. 3; @b; common suffix]` from its bracket. Undefined for another bracket. Where it is
 * not closed it ends with its last key.
 */
export function readOrgCitation(text: string, open: number): Citation | undefined {
	OPEN.lastIndex = open;
	const opening = OPEN.exec(text);
	if (!opening) return undefined;
	const items: CiteItem[] = [];
	const listStart = OPEN.lastIndex;
	let slot = listStart;
	let key: { readonly start: number; readonly end: number } | undefined;
	let depth = 0;
	let closed = false;
	let doubtful = false;

	function push(until: number): void {
		const place = { start: slot, end: until };
		if (key) items.push({ key: text.slice(key.start, key.end), span: key, slot: place });
		else if (text.slice(slot, until).trim() === '') {
			// A reference that is yet to be typed.
			items.push({ key: '', span: { start: until, end: until }, slot: place });
			doubtful = true;
		}
		key = undefined;
		slot = until + 1;
	}

	const limit = Math.min(text.length, listStart + REACH);
	let at = listStart;
	for (; at < limit; at++) {
		const character = text[at]!;
		if (character === '[') {
			if (++depth > MAX_DEPTH) break;
		} else if (character === ']') {
			if (depth-- > 0) continue;
			closed = true;
			break;
		} else if (character === '\n' && (endsParagraph(text, at) || beginsElement(text, at))) break;
		else if (character === ';' && depth === 0) push(at);
		else if (character === '@' && !key) {
			KEY.lastIndex = at + 1;
			const end = KEY.exec(text) ? KEY.lastIndex : at + 1;
			key = { start: at + 1, end };
			at = end - 1;
		}
	}
	if (!closed && key) at = key.end;
	if (closed || key || items.length === 0) push(closed || key ? at : slot);
	const last = items.at(-1);
	if (!last) return undefined;
	const end = closed ? at : last.slot.end;
	const style = opening[1] ?? '';
	return {
		form: 'bracketed',
		command: '@',
		span: { start: open, end: closed ? at + 1 : end },
		list: { start: listStart, end },
		items,
		closed: closed && !doubtful,
		silent: /^(?:n|nocite)(?:\/|$)/.test(style),
	};
}

function beginsElement(text: string, at: number): boolean {
	ELEMENT.lastIndex = at;
	return ELEMENT.test(text);
}

// org-ref's links: https://github.com/jkitchin/org-ref

const LINK = /[A-Za-z]+:/y;
const BARE_KEYS = /&?[\p{L}\p{N}_][\p{L}\p{N}_:./+-]*(?:[,;]&?[\p{L}\p{N}_][\p{L}\p{N}_:./+-]*){0,500}/uy;

/** `cite:a,b` and `cite:&a;&b`, from the type of the link; `bracketed` where it stands in `[[…]]`. */
export function readOrgRefLink(text: string, start: number, bracketed: boolean): Citation | undefined {
	LINK.lastIndex = start;
	const name = LINK.exec(text)?.[0].slice(0, -1) ?? '';
	const command = citeCommands.get(name);
	if (!command) return undefined;
	const from = LINK.lastIndex;
	let to: number;
	if (bracketed) {
		to = from;
		// Org's own citations stand in no link.
		if (text[from] === '@') return undefined;
		while (to < text.length && to - from < REACH && text[to] !== ']' && text[to] !== '\n') to++;
	} else {
		BARE_KEYS.lastIndex = from;
		const keys = BARE_KEYS.exec(text)?.[0] ?? '';
		to = from + keys.replace(/[.:,;]+$/, '').length;
		// A word with a colon, as in “cite: see below”.
		if (to === from && text[from] !== '&') return undefined;
	}
	const items = text.slice(from, to).includes('&') ? marked(text, from, to) : listed(text, from, to);
	const closed = !bracketed || text[to] === ']';
	return {
		form: 'command',
		command: '@',
		span: { start: bracketed ? start - 2 : start, end: closed && bracketed ? linkEnd(text, to) : to },
		list: { start: from, end: to },
		items,
		closed: closed && items.some(({ key }) => key !== ''),
		silent: command.silent,
		closing: bracketed ? ']]' : '',
	};
}

/** Behind `]]`, or `][description]]`. */
function linkEnd(text: string, at: number): number {
	if (text[at + 1] !== '[') return text[at + 1] === ']' ? at + 2 : at + 1;
	let end = at + 2;
	while (end < text.length && end - at < REACH && !(text[end] === ']' && text[end + 1] === ']')) end++;
	return Math.min(end + 2, text.length);
}

/** `a, b` */
function listed(text: string, from: number, to: number): readonly CiteItem[] {
	return slots(text, from, to, ',').map(([start, end]) => {
		const words = text.slice(start, end);
		const first = start + words.length - words.trimStart().length;
		const key = words.trim().split(/\s/)[0]!;
		return { key, span: { start: first, end: first + key.length }, slot: { start, end } };
	});
}

/** `see &a p. 3;&b` */
function marked(text: string, from: number, to: number): readonly CiteItem[] {
	return slots(text, from, to, ';').flatMap(([start, end]) => {
		const mark = text.slice(start, end).indexOf('&');
		if (mark < 0) return [];
		const key = /^[^\s;,\][&]*/.exec(text.slice(start + mark + 1, end))![0];
		const span = { start: start + mark + 1, end: start + mark + 1 + key.length };
		return [{ key, span, slot: { start, end } }];
	});
}

function slots(text: string, from: number, to: number, separator: string): readonly (readonly [number, number])[] {
	const found: (readonly [number, number])[] = [];
	let start = from;
	for (const part of text.slice(from, to).split(separator)) {
		found.push([start, start + part.length]);
		start += part.length + 1;
	}
	return found;
}
