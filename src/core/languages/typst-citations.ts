import type { Citation, CiteItem } from '../model/citation.ts';
import { isCrossReference } from './pandoc.ts';

// Typst's citations: https://typst.app/docs/reference/model/cite/

const KEY = /[\p{XID_Continue}:.-]+/uy;
const NAMED = /[\p{L}_][\p{L}\p{N}_-]*\s{0,20}:/uy;
const BETWEEN = /(?:[\s,]|\/\/[^\n]*\n|\/\*[^*]*\*\/){1,500}/y;
/** Longest call of `cite`, in UTF-16 units. */
const REACH = 2000;

/** Offset behind the string that opens at `open`, or -1 where it does not close on its line. */
export function skipString(text: string, open: number): number {
	const stop = Math.min(text.length, open + REACH);
	for (let next = open + 1; next < stop && text[next] !== '\n'; next++) {
		if (text[next] === '\\') next++;
		else if (text[next] === '"') return next + 1;
	}
	return -1;
}

/** `@key` and `@key[supplement]`, from the `@`; a stop or colon at its end is none of the key. */
export function readReference(text: string, at: number): Citation | undefined {
	KEY.lastIndex = at + 1;
	const key = (KEY.exec(text)?.[0] ?? '').replace(/[.:]+$/, '');
	if (key === '' && text[at + 1] !== undefined && !/[\s\])]/.test(text[at + 1]!)) return undefined;
	if (isCrossReference(key)) return undefined;
	const span = { start: at + 1, end: at + 1 + key.length };
	const end = text[span.end] === '[' && key !== '' ? skipBrackets(text, span.end) : -1;
	return {
		form: 'narrative',
		command: '@',
		span: { start: at, end: Math.max(end, span.end) },
		list: span,
		items: [{ key, span, slot: span }],
		closed: key !== '',
		silent: false,
	};
}

/** `cite(<key>, …)`, `cite(label("key"), …)`; `open` is its bracket. Undefined where the key is computed. */
export function readCiteCall(text: string, start: number, open: number): Citation | undefined {
	const items: CiteItem[] = [];
	let at = open + 1;
	let closed = true;
	let closing = '>';
	while (closed && at >= 0) {
		BETWEEN.lastIndex = NAMED.lastIndex = at;
		if (BETWEEN.test(text)) at = NAMED.lastIndex = BETWEEN.lastIndex;
		if (NAMED.test(text)) {
			at = argumentEnd(text, NAMED.lastIndex);
			continue;
		}
		const label = /<|label\(\s{0,20}"|"/y;
		label.lastIndex = at;
		const opening = label.exec(text)?.[0];
		if (opening === undefined) break;
		const from = at + opening.length;
		closing = opening === '<' ? '>' : '"';
		const end = opening === '<' ? keyEnd(text, from) : quoteEnd(text, from);
		const span = { start: from, end };
		items.push({ key: text.slice(from, end), span, slot: span });
		closed = text[end] === closing;
		at = end + 1;
		if (closed && opening.startsWith('label')) {
			while (/\s/.test(text[at] ?? '')) at++;
			if (text[at] === ')') at++;
		}
	}
	const last = items.at(-1);
	if (!last) return undefined;
	const end = closed ? skipBrackets(text, open) : -1;
	return {
		form: 'command',
		command: '@',
		span: { start, end: end < 0 ? last.span.end : end },
		list: { start: items[0]!.span.start, end: last.span.end },
		items,
		closed: closed && end >= 0,
		silent: false,
		closing,
	};
}

/** `attribution: <key>` of a quotation, from its `<`. */
export function readAttribution(text: string, open: number): Citation | undefined {
	const span = { start: open + 1, end: keyEnd(text, open + 1) };
	if (text[span.end] !== '>') return undefined;
	return {
		form: 'command',
		command: '@',
		span: { start: open, end: span.end + 1 },
		list: span,
		items: [{ key: text.slice(span.start, span.end), span, slot: span }],
		closed: span.end > span.start,
		silent: false,
		closing: '>',
	};
}

/** Offset of the comma or bracket that ends an argument, or -1. */
function argumentEnd(text: string, from: number): number {
	const stop = Math.min(text.length, from + REACH);
	for (let next = from; next < stop; next++) {
		const character = text[next]!;
		if (character === ',' || character === ')' || character === ']' || character === '}') return next;
		const end = character === '"' ? skipString(text, next) : /[([{]/.test(character) ? skipBrackets(text, next) : 0;
		if (end < 0) return -1;
		if (end > 0) next = end - 1;
	}
	return -1;
}

function keyEnd(text: string, from: number): number {
	KEY.lastIndex = from;
	return KEY.exec(text) ? KEY.lastIndex : from;
}

function quoteEnd(text: string, from: number): number {
	let end = from;
	while (end < text.length && !/["\n)\\]/.test(text[end]!) && end - from < REACH) end++;
	return end;
}

/** Offset behind the bracket that closes the one at `open`, or -1; strings hide what they hold. */
function skipBrackets(text: string, open: number): number {
	let depth = 0;
	const stop = Math.min(text.length, open + REACH);
	for (let next = open; next < stop; next++) {
		const character = text[next]!;
		if (character === '\\') next++;
		else if (character === '"' && depth > 0 && text[open] === '(') {
			const end = skipString(text, next);
			if (end > 0) next = end - 1;
		} else if (character === '(' || character === '[' || character === '{') depth++;
		else if ((character === ')' || character === ']' || character === '}') && --depth === 0) return next + 1;
	}
	return -1;
}
