import { argumentAt, nameEnd, skipBlanks, skipGroup, skipOptional } from './arguments.ts';
import type { Macro } from './types.ts';

/**
 * How a command defines another: `\newcommand{\x}[2][default]{…}`, the same for one that exists, `\def\x#1#2{…}`,
 * `\@namedef{x}#1{…}`, `\let\x=\y`, `\NewDocumentCommand{\x}{s o m}{…}`, biblatex's `\DeclareCiteCommand{\x}…` and
 * `\DeclareMultiCiteCommand{\xs}…`, and what defines no command.
 */
export type DefinitionStyle = 'new' | 'renew' | 'def' | 'named' | 'let' | 'xparse' | 'cite' | 'cites' | 'environment';

export interface Definition {
	/** Undefined where it isn't known what is defined, or how it takes its arguments. */
	readonly macro: Macro | undefined;
	/** Behind the name: the body is read on, for what it cites by itself. */
	readonly end: number;
	/** Behind the body; not behind `end` where there is none. */
	readonly bodyEnd: number;
}

/** Longest body that is looked at, in UTF-16 units. */
const REACH = 2000;
/** Longest list of parameters. */
const MAX_PARAMETERS = 200;

const SUFFIXED = ['cite', 'citep', 'citet', 'citealp', 'citealt', 'nocite'];
const BLANKS = /[ \t\r\n]*/y;

/** What a defining command defines; `after` is behind its name. */
export function readDefinition(text: string, after: number, style: DefinitionStyle): Definition {
	const unknown = { macro: undefined, end: after, bodyEnd: after };
	if (style === 'environment') return unknown;
	let next = after;
	while (text[next] === '*') next++;
	next = skipBlanks(text, next);
	const braced = text[next] === '{';
	if (braced) next = skipBlanks(text, next + 1);
	if (style !== 'named') {
		if (text[next] !== '\\') return unknown;
		next++;
	}
	const end = nameEnd(text, next);
	const name = text.slice(next, end);
	if (name === '') return { ...unknown, end: style === 'named' ? after : next + 1 };
	const closed = braced ? skipBlanks(text, end) : end - 1;
	if (braced && text[closed] !== '}') return { ...unknown, end };
	const from = closed + 1;
	if (style === 'let') return readAlias(text, name, from, end);
	if (style === 'cite') return { macro: { name, parameters: '', body: '\\autocite' }, end, bodyEnd: end };
	if (style === 'cites') return { macro: { name, parameters: '', body: '\\autocites' }, end, bodyEnd: end };
	const read = style === 'xparse' ? xparseParameters : style === 'def' || style === 'named' ? texParameters : counted;
	const signature = read(text, from);
	const open = signature ? skipBlanks(text, signature.end) : from;
	const bodyEnd = signature && text[open] === '{' ? skipGroup(text, open, REACH) : -1;
	if (!signature || bodyEnd < 0) return { macro: undefined, end, bodyEnd: end };
	const body = text.slice(open + 1, bodyEnd - 1).trim();
	const macro = signature.letters === undefined ? undefined : { name, parameters: signature.letters, body };
	return { macro, end, bodyEnd };
}

/** Commands that multibib's `\newcites{S,P}{…}` makes of the usual ones: `\citeS`, `\citepS`, … */
export function readNewCites(text: string, after: number): { readonly macros: readonly Macro[]; readonly end: number } {
	const list = argumentAt(text, after);
	if (!list) return { macros: [], end: after };
	const suffixes = text.slice(list.start, list.end).split(',');
	const macros = suffixes
		.map((suffix) => suffix.trim())
		.filter((suffix) => /^[a-zA-Z]+$/.test(suffix))
		.flatMap((suffix) => SUFFIXED.map((name) => ({ name: name + suffix, parameters: '', body: `\\${name}` })));
	return { macros, end: list.end + 1 };
}

function readAlias(text: string, name: string, from: number, end: number): Definition {
	BLANKS.lastIndex = from;
	let next = from + BLANKS.exec(text)![0].length;
	if (text[next] === '=') next = skipBlanks(text, next + 1);
	const braced = text[next] === '{';
	if (braced) next++;
	if (text[next] !== '\\') return { macro: undefined, end, bodyEnd: end };
	const stop = nameEnd(text, next + 1);
	const macro = stop > next + 1 ? { name, parameters: '', body: text.slice(next, stop) } : undefined;
	return { macro, end: stop, bodyEnd: stop };
}

/** `letters` are undefined where the parameters are none that a shape can say. */
interface Signature {
	readonly letters: string | undefined;
	readonly end: number;
}

/** `[2][default]`, and xargs' `[3][1=, 3=x]`. */
function counted(text: string, from: number): Signature | undefined {
	const open = skipBlanks(text, from);
	if (text[open] !== '[') return { letters: '', end: from };
	let end = skipOptional(text, open);
	if (end < 0) return undefined;
	const count = Math.min(Number(text.slice(open + 1, end - 1).trim()) || 0, 9);
	const letters = 'g'.repeat(count).split('');
	const next = skipBlanks(text, end);
	if (text[next] === '[') {
		const close = skipOptional(text, next);
		if (close < 0) return undefined;
		const defaults = text.slice(next + 1, close - 1);
		const numbered = [...defaults.matchAll(/(?:^|,)\s{0,20}([1-9])\s{0,20}=/g)].map((match) => Number(match[1]));
		for (const number of numbered.length > 0 ? numbered : [1]) if (number <= count) letters[number - 1] = 'o';
		end = close;
	}
	return { letters: letters.join(''), end };
}

const delimited: readonly (readonly [pattern: RegExp, letter: string])[] = [
	[/[ \t\r\n]*#\d/y, 'g'],
	[/\[#\d\]/y, 'o'],
	[/<#\d>/y, 'a'],
	[/\(#\d\)/y, 'p'],
];

/** `#1#2`, `[#1]#2`. */
function texParameters(text: string, from: number): Signature | undefined {
	let letters: string | undefined = '';
	let at = from;
	while (at < from + MAX_PARAMETERS) {
		const open = skipBlanks(text, at);
		if (text[open] === '{') return { letters, end: at };
		const start = at;
		for (const [pattern, letter] of delimited) {
			pattern.lastIndex = at;
			const match = pattern.exec(text);
			if (!match) continue;
			if (letters !== undefined) letters += letter;
			at += match[0].length;
			break;
		}
		if (at > start) continue;
		if (at >= text.length || text[at] === '}' || text[at] === '\n') return undefined;
		letters = undefined;
		at++;
	}
	return undefined;
}

const brackets: Readonly<Record<string, string>> = { '[]': 'o', '<>': 'a', '()': 'p' };

/** The specification of xparse: `{s o +m O{x} D(){} m}`. */
function xparseParameters(text: string, from: number): Signature | undefined {
	const open = skipBlanks(text, from);
	const end = text[open] === '{' ? skipGroup(text, open, MAX_PARAMETERS) : -1;
	if (end < 0) return undefined;
	const spec = text.slice(open + 1, end - 1);
	let letters = '';
	for (let at = 0; at < spec.length; ) {
		const character = spec[at++]!;
		const group = () => {
			const close = spec[at] === '{' ? skipGroup(spec, at) : -1;
			if (close > 0) at = close;
		};
		if (/[\s+!]/.test(character)) continue;
		if (character === '>') group();
		else if (character === 'm' || character === 'v') letters += 'g';
		else if (character === 's') letters += '*';
		else if (character === 'o' || character === 'O') {
			letters += 'o';
			group();
		} else if (/[dDrR]/.test(character)) {
			const letter = brackets[spec.slice(at, at + 2)];
			if (!letter) return { letters, end };
			letters += letter;
			at += 2;
			group();
		} else if (/[gG]/.test(character)) {
			letters += 'g';
			if (character === 'G') group();
		} else {
			// What follows cannot be told by a shape; what came before it can.
			return { letters, end };
		}
	}
	return { letters, end };
}
