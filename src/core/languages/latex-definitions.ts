import { argumentAt, nameEnd, skipBlanks, skipGroup, skipOptions } from './arguments.ts';

/** What a document says that a command of its own means, as far as scanning depends on it. */
export type Meaning =
	/** Stands for plain text, such as the name of a file. */
	| { readonly kind: 'text'; readonly text: string }
	/** Its argument is thrown away, or printed as it is written. */
	| { readonly kind: 'hidden' }
	| { readonly kind: 'other' };

export interface Definition {
	/** Empty where it isn't known what is defined. */
	readonly name: string;
	readonly meaning: Meaning;
	/** Behind the name: the body is read on, for what it cites by itself. */
	readonly end: number;
}

/** Longest body that is looked at. */
const REACH = 300;

/** What a defining command (`\newcommand`, `\def`, …) defines; `after` is behind its name. */
export function readDefinition(text: string, after: number): Definition {
	let next = after;
	while (text[next] === '*') next++;
	next = skipBlanks(text, next);
	const braced = text[next] === '{';
	if (braced) next = skipBlanks(text, next + 1);
	if (text[next] !== '\\') return { name: '', meaning: { kind: 'other' }, end: after };
	const end = nameEnd(text, next + 1);
	const name = text.slice(next + 1, end);
	if (name === '') return { name, meaning: { kind: 'other' }, end: next + 2 };
	const closed = braced ? skipBlanks(text, end) : end - 1;
	return { name, meaning: braced && text[closed] !== '}' ? { kind: 'other' } : readMeaning(text, closed + 1), end };
}

/** The body of a definition, behind its parameters: `[1][x]{…}`, or TeX's `#1#2{…}`. */
function readMeaning(text: string, from: number): Meaning {
	let at = skipBlanks(text, from);
	const start = at;
	if (text[at] === '[') at = skipBlanks(text, skipOptions(text, at));
	else while (text[at] === '#' && /\d/.test(text[at + 1] ?? '')) at += 2;
	const parameters = at > start;
	if (text[at] !== '{') return { kind: 'other' };
	const close = skipGroup(text, at, REACH);
	if (close < 0) return { kind: 'other' };
	const body = text.slice(at + 1, close - 1).trim();
	if (parameters) return body === '' || /\\detokenize\b/.test(body) ? { kind: 'hidden' } : { kind: 'other' };
	return /^[^\\#{}$%&~]+$/.test(body) ? { kind: 'text', text: body } : { kind: 'other' };
}

/** Offset behind the argument of a command that hides it, or `after` where there is none. */
export function skipHidden(text: string, after: number): number {
	const hidden = argumentAt(text, after);
	return hidden ? hidden.end + 1 : after;
}
