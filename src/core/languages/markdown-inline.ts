import { endsParagraph } from './arguments.ts';

// What Markdown takes as it is written: https://pandoc.org/MANUAL.html#verbatim, #math, #raw-html

/** How far the end of a code span, formula, tag or link is looked for, in UTF-16 units. */
const REACH = 2000;
/** Parentheses inside the address of a link. */
const MAX_DEPTH = 5;
const TAG = /<(?:\/?[a-zA-Z][^<>]*|[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>]*|[^\s<>@]+@[^\s<>]+)>/y;

/**
 * Offset behind the code span, formula, tag or address that begins at `at`; -1 where none does. Nothing in it is read.
 * An address begins at the `://` in it.
 */
export function literalEnd(text: string, at: number): number {
	switch (text[at]) {
		case '`':
			return codeEnd(text, at);
		case '$':
			return text[at + 1] === '$' ? displayEnd(text, at) : formulaEnd(text, at);
		case '<':
			TAG.lastIndex = at;
			return TAG.test(text) && TAG.lastIndex - at < REACH ? TAG.lastIndex : -1;
		case ':':
			return text.startsWith('://', at) && /[a-z]/i.test(text[at - 1] ?? '') ? addressEnd(text, at) : -1;
		default:
			return -1;
	}
}

/** A code span ends with as many backticks as it began with, in the same paragraph; without them they are text. */
function codeEnd(text: string, start: number): number {
	const ticks = runEnd(text, start) - start;
	const limit = Math.min(text.length, start + ticks + REACH);
	for (let next = start + ticks; next < limit; ) {
		if (text[next] === '\n' && endsParagraph(text, next)) break;
		const end = runEnd(text, next);
		if (end - next === ticks) return end;
		next = Math.max(end, next + 1);
	}
	return -1;
}

/** Offset behind the backticks at an offset. */
export function runEnd(text: string, start: number): number {
	let end = start;
	while (text[end] === '`') end++;
	return end;
}

/** `$x$`: no blank inside of its marks, no digit behind it, so that amounts of money are none. */
function formulaEnd(text: string, start: number): number {
	if (/\s/.test(text[start + 1] ?? ' ')) return -1;
	const limit = Math.min(text.length, start + REACH);
	for (let next = start + 1; next < limit; next++) {
		if (text[next] === '\\') next++;
		else if (text[next] === '\n' && endsParagraph(text, next)) break;
		else if (text[next] === '$') return /\s/.test(text[next - 1]!) || /\d/.test(text[next + 1] ?? '') ? -1 : next + 1;
	}
	return -1;
}

function displayEnd(text: string, start: number): number {
	const limit = Math.min(text.length, start + REACH);
	for (let next = start + 2; next < limit; next++) {
		if (text[next] === '\\') next++;
		else if (text[next] === '\n' && endsParagraph(text, next)) break;
		else if (text[next] === '$' && text[next + 1] === '$') return next + 2;
	}
	return -1;
}

function addressEnd(text: string, start: number): number {
	let end = start + 3;
	while (end < text.length && !/[\s)>\]"'`]/.test(text[end]!)) end++;
	return end;
}

/** Offset behind the address of a link, from its parenthesis; -1 where it does not close in its paragraph. */
export function linkEnd(text: string, open: number): number {
	let depth = 0;
	const limit = Math.min(text.length, open + REACH);
	for (let next = open; next < limit; next++) {
		if (text[next] === '\n' && endsParagraph(text, next)) break;
		if (text[next] === '(') {
			if (++depth > MAX_DEPTH) break;
		} else if (text[next] === ')' && --depth === 0) return next + 1;
	}
	return -1;
}

/** HTML elements whose content is no text. */
const RAW = /<(pre|script|style|textarea)\b/iy;

/** The name of the HTML element without text that begins at `at`. */
export function rawElement(text: string, at: number): string | undefined {
	RAW.lastIndex = at;
	return RAW.exec(text)?.[1]?.toLowerCase();
}
