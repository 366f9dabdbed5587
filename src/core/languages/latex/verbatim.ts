import { indexWithin, skipGroup, skipOptional } from '../arguments.ts';

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

/** Finds where an environment ends: the offset of the next `\end{name}`, or -1. Offsets must not go back. */
export type EnvironmentEnds = (name: string, from: number) => number;

/** Longest name of an environment, in UTF-16 units. */
const MAX_NAME = 60;

/** The ends of environments in a text, each of which is looked at once, however many names are asked for. */
export function environmentEnds(text: string): EnvironmentEnds {
	/** Those ahead that were passed by for another name, the next one last asked for at `next`. */
	const passed = new Map<string, { readonly offsets: number[]; next: number }>();
	let at = 0;
	return (name, from) => {
		const known = passed.get(name);
		if (known) {
			while (known.next < known.offsets.length && known.offsets[known.next]! < from) known.next++;
			if (known.next < known.offsets.length) return known.offsets[known.next]!;
		}
		at = Math.max(at, from);
		for (;;) {
			const found = text.indexOf('\\end{', at);
			at = found < 0 ? text.length : found + 5;
			if (found < 0) return -1;
			const close = indexWithin(text, '}', at, MAX_NAME);
			if (close < 0) continue;
			const ended = text.slice(at, close);
			const ends = passed.get(ended);
			if (ends) ends.offsets.push(found);
			else passed.set(ended, { offsets: [found], next: 0 });
			if (ended === name) return found;
		}
	};
}
