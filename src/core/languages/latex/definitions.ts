import { argumentAt, nameEnd, skipBlanks, skipGroup, skipOptional } from '../arguments.ts';
import type { Macro } from '../types.ts';
import { countedParameters, delimitedParameters, documentParameters, withoutMarks } from './parameters.ts';

/**
 * How a command defines another: `\newcommand{\x}[2][default]{…}`, the same for one that exists or may exist,
 * `\def\x#1#2{…}`, `\@namedef{x}#1{…}`, `\let\x=\y`, `\cslet{x}\y`, `\NewDocumentCommand{\x}{s o m}{…}`, biblatex's
 * `\DeclareCiteCommand{\x}…` and `\DeclareMultiCiteCommand{\xs}…`, and environments: `\newenvironment{x}[1]{…}{…}`.
 */
export type DefinitionStyle =
	| 'new'
	| 'renew'
	| 'provide'
	| 'def'
	| 'named'
	| 'let'
	| 'named-let'
	| 'xparse'
	| 'cite'
	| 'cites'
	| 'verb'
	| 'bibmacro'
	| 'environment'
	| 'xparse-environment';

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

const SUFFIXED = ['cite', 'citep', 'citet', 'citealp', 'citealt', 'nocite'];
const BLANKS = /[ \t\r\n]*/y;
/** The name of a command that is made while TeX runs, of letters only. */
const MADE = /\\csname\s*([^\\{}#%]{1,60}?)\s*\\endcsname/y;

const readers: Readonly<Partial<Record<DefinitionStyle, typeof countedParameters>>> = {
	def: delimitedParameters,
	named: delimitedParameters,
	xparse: documentParameters,
	'xparse-environment': documentParameters,
};

/** What a defining command defines; `after` is behind its name. */
export function readDefinition(text: string, after: number, style: DefinitionStyle): Definition {
	const named = readName(text, after, style);
	if ('macro' in named) return named;
	const { name, end, from } = named;
	if (style === 'verb') return { macro: alias(name, 'Verb'), end, bodyEnd: end };
	if (style === 'let' || style === 'named-let') return readAlias(text, name, from, end);
	if (style === 'cite' || style === 'cites') {
		const body = style === 'cite' ? '\\autocite' : '\\autocites';
		return { macro: { name, parameters: [], body }, end, bodyEnd: end };
	}
	const signature = (readers[style] ?? countedParameters)(text, from);
	const none = { macro: undefined, end, bodyEnd: end };
	if (!signature) return none;
	const first = readBody(text, signature.end);
	if (!first) return none;
	if (style !== 'environment' && style !== 'xparse-environment') {
		const written = style === 'bibmacro' ? `bibmacro ${name}` : name;
		const macro = { name: written, parameters: signature.parameters, body: first.body };
		return { macro: style === 'provide' ? { ...macro, provided: true } : macro, end, bodyEnd: first.end };
	}
	const second = readBody(text, first.end);
	if (!second) return none;
	const body = `${first.body} ${second.body}`;
	return {
		macro: { name: `begin ${name}`, parameters: signature.parameters, body, environment: true },
		end,
		bodyEnd: second.end,
	};
}

/** The name that is defined, as `\x`, `{\x}`, `{x}` or `\csname x\endcsname`. */
function readName(
	text: string,
	after: number,
	style: DefinitionStyle,
): { readonly name: string; readonly end: number; readonly from: number } | Definition {
	const unknown = { macro: undefined, end: after, bodyEnd: after };
	let next = after;
	while (text[next] === '*') next++;
	next = skipBlanks(text, next);
	if (text.startsWith('\\expandafter', next)) next = skipBlanks(text, next + 12);
	if (/^(?:named|named-let|environment|xparse-environment|bibmacro)$/.test(style)) {
		const named = argumentAt(text, next, 100);
		const name = named && text.slice(named.start, named.end).trim();
		if (!named || !name || /[\\#{}]/.test(name)) return unknown;
		return { name, end: named.end + 1, from: named.end + 1 };
	}
	const isBraced = text[next] === '{';
	if (isBraced) next = skipBlanks(text, next + 1);
	if (text[next] !== '\\') return unknown;
	MADE.lastIndex = next;
	const made = MADE.exec(text);
	const end = made ? MADE.lastIndex : nameEnd(text, next + 1);
	const name = made ? withoutMarks(made[1]!) : text.slice(next + 1, end);
	if (name === '') return { ...unknown, end: next + 2 };
	const closed = isBraced ? skipBlanks(text, end) : end - 1;
	if (isBraced && text[closed] !== '}') return { ...unknown, end };
	return { name, end, from: closed + 1 };
}

function readBody(text: string, from: number): { readonly body: string; readonly end: number } | undefined {
	const open = skipBlanks(text, from);
	const end = text[open] === '{' ? skipGroup(text, open, REACH) : -1;
	return end < 0 ? undefined : { body: text.slice(open + 1, end - 1).trim(), end };
}

/** Commands that multibib's `\newcites{S,P}{…}` makes of the usual ones: `\citeS`, `\citepS`, … */
export function readNewCites(text: string, after: number): { readonly macros: readonly Macro[]; readonly end: number } {
	const list = argumentAt(text, after);
	if (!list) return { macros: [], end: after };
	const suffixes = text.slice(list.start, list.end).split(',');
	const macros = suffixes
		.map((suffix) => suffix.trim())
		.filter((suffix) => /^[a-zA-Z]+$/.test(suffix))
		.flatMap((suffix) => SUFFIXED.map((name) => alias(name + suffix, name)));
	return { macros, end: list.end + 1 };
}

/** An environment that is named only: `\excludecomment{x}`, `\newminted[x]{…}`, `\newminted{c}{…}` makes `ccode`. */
export function readNewVerbatim(
	text: string,
	after: number,
	body: string,
): { readonly macro: Macro; readonly end: number } | undefined {
	const open = skipBlanks(text, after);
	const close = text[open] === '[' ? skipOptional(text, open) : -1;
	const named = argumentAt(text, close > 0 ? close : open, 100);
	if (!named) return undefined;
	const isMinted = text.slice(after - 10, after) === '\\newminted';
	const written = text.slice(named.start, named.end).trim();
	const name = !isMinted ? written : close > 0 ? text.slice(open + 1, close - 1).trim() : `${written}code`;
	return { macro: { name: `begin ${name}`, parameters: [], body, environment: true }, end: named.end + 1 };
}

const alias = (name: string, of: string): Macro => ({ name, parameters: [], body: `\\${of}`, alias: true });

/** What `\xtrue` and `\xfalse` do to the switch `\ifx`; undefined for other names. */
export function switched(name: string): Macro | undefined {
	const value = name.endsWith('true') ? 'true' : name.endsWith('false') ? 'false' : undefined;
	if (!value || name === value || name.startsWith('if')) return undefined;
	return alias(`if${name.slice(0, -value.length)}`, `if${value}`);
}

/** Switches: `\newif\ifx`, `\newboolean{x}`, `\newbool{x}` are false at first; what `\xtrue`, `\booltrue{x}` make of them. */
export function readSwitch(text: string, after: number): { readonly macro: Macro; readonly end: number } | undefined {
	const open = skipBlanks(text, after);
	if (text[open] === '\\') {
		const end = nameEnd(text, open + 1);
		return end > open + 3 ? { macro: alias(text.slice(open + 1, end), 'iffalse'), end } : undefined;
	}
	const named = argumentAt(text, after, 100);
	const name = named && text.slice(named.start, named.end).trim();
	if (!named || !name || !/^[a-zA-Z@]+$/.test(name)) return undefined;
	return { macro: alias(`if${name}`, 'iffalse'), end: named.end + 1 };
}

function readAlias(text: string, name: string, from: number, end: number): Definition {
	BLANKS.lastIndex = from;
	let next = from + BLANKS.exec(text)![0].length;
	if (text[next] === '=') next = skipBlanks(text, next + 1);
	if (text[next] === '{') next++;
	if (text[next] !== '\\') return { macro: undefined, end, bodyEnd: end };
	MADE.lastIndex = next;
	const made = MADE.exec(text);
	const stop = made ? MADE.lastIndex : nameEnd(text, next + 1);
	const target = made ? withoutMarks(made[1]!) : text.slice(next + 1, stop);
	const macro = target === '' ? undefined : alias(name, target);
	return { macro, end: stop, bodyEnd: stop };
}
