import type { Span } from '../model/span.ts';

// How TeX reads the arguments of a command. Every look ahead is bounded, so that no text makes a scan quadratic.

/** Longest argument that is looked through for its closing brace or bracket, in UTF-16 units. */
const REACH = 2000;

/** What may stand between a command and its arguments. */
export const isBlank = (code: number) => code === 32 || code === 9 || code === 10 || code === 13;

/** Finds the next occurrence of a part from an offset on, or the end of the text; offsets must not go back. */
export function finder(text: string, part: string): (from: number) => number {
	let next = -1;
	return (from) => {
		if (next < from) {
			next = text.indexOf(part, from);
			if (next < 0) next = text.length;
		}
		return next;
	};
}

/** What hides text ends in so many ways at most: environments have that many names. */
const MAX_FINDERS = 100;

/** Finders for many parts: where one occurs next, or the end of the text. The offsets for each must not go back. */
export function finders(text: string): (part: string, from: number) => number {
	const known = new Map<string, (from: number) => number>();
	return (part, from) => {
		const next = known.get(part) ?? finder(text, part);
		if (known.size < MAX_FINDERS) known.set(part, next);
		return known.has(part) ? next(from) : text.length;
	};
}

/** True where a line break at `at` is followed by a line without text: the end of a paragraph. */
export function endsParagraph(text: string, at: number): boolean {
	for (let next = at + 1; ; next++) {
		const code = text.charCodeAt(next);
		if (code === 10) return true;
		if (!(code === 32 || code === 9 || code === 13)) return false;
	}
}

/** Offset of the line break that ends the line of `at`, or the end of the text. */
export function lineEnd(text: string, at: number): number {
	const end = text.indexOf('\n', at);
	return end < 0 ? text.length : end;
}

/** Offset of the next `part` at most `reach` further on, or -1: a bounded `indexOf`. */
export function indexWithin(text: string, part: string, from: number, reach = REACH): number {
	const index = text.slice(from, from + reach).indexOf(part);
	return index < 0 ? -1 : from + index;
}

/** Passes over blanks, single line breaks and comments; stops in front of an empty line. */
export function skipBlanks(text: string, at: number): number {
	let next = at;
	while (next < text.length) {
		const code = text.charCodeAt(next);
		if (code === 37 && text.charCodeAt(next - 1) !== 92) {
			// A comment swallows its line break, and the blanks that begin the next line.
			next = lineEnd(text, next) + 1;
			while (isBlank(text.charCodeAt(next)) && text.charCodeAt(next) !== 10) next++;
		} else if (code === 10) {
			if (endsParagraph(text, next)) return next;
			next++;
		} else if (isBlank(code)) next++;
		else break;
	}
	return Math.min(next, text.length);
}

/** Offset behind the argument that opens at `at` with `{`, or -1 where it does not close nearby. */
export function skipGroup(text: string, at: number, reach = REACH): number {
	let depth = 0;
	const end = Math.min(text.length, at + reach);
	for (let next = at; next < end; next++) {
		const code = text.charCodeAt(next);
		if (code === 92) next++;
		else if (code === 37) next = lineEnd(text, next);
		else if (code === 123) depth++;
		else if (code === 125 && --depth === 0) return next + 1;
	}
	return -1;
}

const closers: Readonly<Record<string, string>> = { '[': ']', '(': ')', '<': '>' };

/**
 * Offset behind the argument that opens at `at` with `[`, `(` or `<`, or -1 where it does not close in this paragraph.
 * Braces protect what they hold; the same bracket may nest.
 */
export function skipOptional(text: string, at: number): number {
	const open = text.charCodeAt(at);
	const close = closers[text[at]!]!.charCodeAt(0);
	let depth = 0;
	let braces = 0;
	const end = Math.min(text.length, at + REACH);
	for (let next = at; next < end; next++) {
		const code = text.charCodeAt(next);
		if (code === 92) next++;
		else if (code === 37) next = lineEnd(text, next);
		else if (code === 10 && endsParagraph(text, next)) return -1;
		else if (code === 123) braces++;
		else if (code === 125) {
			if (--braces < 0) return -1;
		} else if (braces > 0) continue;
		else if (code === open) depth++;
		else if (code === close && --depth === 0) return next + 1;
	}
	return -1;
}

/** The braced argument at or behind `from`, without its braces. */
export function argumentAt(text: string, from: number, reach?: number): Span | undefined {
	const open = skipBlanks(text, from);
	if (text.charCodeAt(open) !== 123) return undefined;
	const close = skipGroup(text, open, reach);
	return close < 0 ? undefined : { start: open + 1, end: close - 1 };
}

/** Passes over stars and `[…]` in front of an argument. */
export function skipOptions(text: string, from: number): number {
	let next = from;
	while (text[next] === '*') next++;
	for (let open = skipBlanks(text, next); text[open] === '['; open = skipBlanks(text, next)) {
		const close = skipOptional(text, open);
		if (close < 0) break;
		next = close;
	}
	return next;
}

/** Offset behind a command name that begins at `from`, its backslash passed. */
export function nameEnd(text: string, from: number): number {
	let next = from;
	for (let code = text.charCodeAt(next); ; code = text.charCodeAt(++next)) {
		// `@` and the letters: what a name has in a package.
		if (!((code >= 97 && code <= 122) || (code >= 64 && code <= 90))) return next;
	}
}
