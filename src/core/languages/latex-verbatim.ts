import { indexWithin, skipGroup, skipOptional } from './arguments.ts';

// What TeX does not read as text inside of a line.

/** Longest address, in UTF-16 units. */
const MAX_RAW = 1000;

/** Offset behind the argument of `\verb|…|` and its like, or -1; `after` is behind its name. */
export function skipVerb(
	text: string,
	after: number,
	{ groups, braces }: { readonly groups: number; readonly braces: boolean },
): number {
	let next = after;
	if (text[next] === '*') next++;
	if (braces && text[next] === '[') {
		const close = skipOptional(text, next);
		if (close > 0) next = close;
	}
	for (let group = 0; group < groups; group++) {
		if (text[next] !== '{') return -1;
		const close = skipGroup(text, next);
		if (close < 0) return -1;
		next = close;
	}
	const delimiter = text[next];
	if (delimiter === undefined || /[\s*a-zA-Z]/.test(delimiter)) return -1;
	if (delimiter === '{' && !braces) return -1;
	return delimiter === '{' ? skipRaw(text, next) : skipDelimited(text, next);
}

/** Offset behind the next character like the one at `open` on its line, or -1. */
export function skipDelimited(text: string, open: number): number {
	return onOneLine(text, open, indexWithin(text, text[open]!, open + 1) + 1);
}

function onOneLine(text: string, open: number, end: number): number {
	if (end <= open) return -1;
	const line = indexWithin(text, '\n', open);
	return line >= 0 && end > line ? -1 : end;
}

const SHORT_VERB = /\*?(?:\[[^\]\n]{0,200}\])?\{?\\?([^\sa-zA-Z\\{}%])\}?/y;

/** The character that `\MakeShortVerb{\|}` and its like turn into a `\verb`, and where that ends; none where nothing is named. */
export function readShortVerb(text: string, after: number): { readonly delimiter: string; readonly end: number } {
	SHORT_VERB.lastIndex = after;
	const delimiter = SHORT_VERB.exec(text)?.[1] ?? '';
	return { delimiter, end: delimiter === '' ? after : SHORT_VERB.lastIndex };
}

/** Offset behind a braced argument of one line in which `%` is no comment, or -1. */
export function skipRaw(text: string, open: number): number {
	let depth = 0;
	const stop = Math.min(text.length, open + MAX_RAW);
	for (let next = open; next < stop; next++) {
		const character = text[next];
		if (character === '\n') return -1;
		if (character === '\\') next++;
		else if (character === '{') depth++;
		else if (character === '}' && --depth === 0) return next + 1;
	}
	return -1;
}
