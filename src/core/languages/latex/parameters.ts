import { indexWithin, nameEnd, skipBlanks, skipGroup, skipOptional } from '../arguments.ts';

/** How a command takes one argument, or what must stand between two. */
export type Parameter =
	/** `{…}`, or one token. */
	| { readonly kind: 'braced' }
	/** A star or another sign that may stand there. */
	| { readonly kind: 'sign'; readonly sign: string }
	/** `[…]`, `<…>`, `(…)`, …; `otherwise` is what it is where it is left out. */
	| {
			readonly kind: 'bracket';
			readonly open: string;
			readonly close: string;
			readonly required: boolean;
			readonly otherwise: string;
	  }
	/** Signs with a braced argument each, in any order: `_{…}^{…}`. */
	| { readonly kind: 'embellishments'; readonly signs: string }
	/** Everything in front of a text. */
	| { readonly kind: 'until'; readonly text: string }
	/** A text that is no argument. */
	| { readonly kind: 'literal'; readonly text: string }
	/** What is not read as TeX. */
	| { readonly kind: 'verbatim' };

/** The value of an optional argument that was left out, as xparse has it. */
export const noValue = '-NoValue-';

export interface Argument {
	readonly text: string;
	/** Where it stands, without its brackets; -1 for a default. */
	readonly start: number;
	readonly end: number;
	/** Is not read as TeX. */
	readonly verbatim?: true;
}

export interface Taken {
	/** One for each number that a body may name; those behind what is missing are not there. */
	readonly values: readonly Argument[];
	readonly end: number;
	/** Index of the first parameter that does not stand there. */
	readonly missing: number | undefined;
}

/** Longest argument that ends at a text, in UTF-16 units. */
const REACH = 1000;
/** Longest list of parameters. */
const MAX_PARAMETERS = 200;

const braced: Parameter = { kind: 'braced' };
const closers: Readonly<Record<string, string>> = { '[': ']', '<': '>', '(': ')' };

/** Marks of arguments in a text that is being expanded take no place. */
const isMark = (code: number) => code >= 0xe000 && code < 0xe100;

/** A text without the marks of arguments. */
export const withoutMarks = (text: string): string => text.replace(/[\uE000-\uE0FF]/g, '');

/** As `skipBlanks`, in a text that is being expanded. */
export function skipSpace(text: string, at: number): number {
	let next = skipBlanks(text, at);
	while (isMark(text.charCodeAt(next))) next = skipBlanks(text, next + 1);
	return next;
}

/** The arguments of a command that begin at `after`. */
export function takeParameters(text: string, after: number, parameters: readonly Parameter[]): Taken {
	const values: Argument[] = [];
	let at = after;
	for (const [index, parameter] of parameters.entries()) {
		const end = takeOne(text, at, parameter, values);
		if (end < 0) return { values, end: at, missing: index };
		at = end;
	}
	return { values, end: at, missing: undefined };
}

/** Offset behind an argument, which is added to `values`, or -1. */
function takeOne(text: string, at: number, parameter: Parameter, values: Argument[]): number {
	const next = skipSpace(text, at);
	const found = (start: number, end: number, stop: number) => {
		values.push({ text: text.slice(start, end), start, end });
		return stop;
	};
	const left = (otherwise: string) => {
		values.push({ text: otherwise, start: -1, end: -1 });
		return at;
	};
	const group = (open: number): number => {
		const close = text[open] === '{' ? skipGroup(text, open) : -1;
		return close < 0 ? -1 : found(open + 1, close - 1, close);
	};
	switch (parameter.kind) {
		case 'braced': {
			const character = text[next];
			if (character === '{') return group(next);
			if (character === undefined || character === '}' || character === '\n') return -1;
			const stop = character === '\\' ? Math.max(nameEnd(text, next + 1), next + 2) : next + 1;
			return stop > text.length ? -1 : found(next, stop, stop);
		}
		case 'sign':
			if (text[next] !== parameter.sign) return left('\\BooleanFalse');
			values.push({ text: '\\BooleanTrue', start: -1, end: -1 });
			return next + 1;
		case 'bracket': {
			const { open, close, required, otherwise } = parameter;
			if (text[next] !== open) return required ? -1 : left(otherwise);
			if (open === '{') return group(next);
			const end = closers[open] === close ? skipOptional(text, next) : indexOutside(text, close, next + 1) + 1;
			return end > 0 ? found(next + 1, end - 1, end) : -1;
		}
		case 'embellishments': {
			const given = new Map<string, Argument>();
			let end = at;
			for (let sign = skipSpace(text, end); text[sign] && parameter.signs.includes(text[sign]!); ) {
				const one: Argument[] = [];
				const stop = takeOne(text, sign + 1, braced, one);
				if (stop < 0 || given.has(text[sign]!)) break;
				given.set(text[sign]!, one[0]!);
				end = stop;
				sign = skipSpace(text, end);
			}
			for (const sign of parameter.signs) values.push(given.get(sign) ?? { text: noValue, start: -1, end: -1 });
			return end;
		}
		case 'until': {
			const stop = indexOutside(text, parameter.text, at);
			if (stop < 0) return -1;
			const whole = text[at] === '{' && skipGroup(text, at) === stop;
			return found(whole ? at + 1 : at, whole ? stop - 1 : stop, stop + parameter.text.length);
		}
		case 'literal':
			if (text.startsWith(parameter.text, at)) return at + parameter.text.length;
			return text.startsWith(parameter.text, next) ? next + parameter.text.length : -1;
		case 'verbatim': {
			const isBraced = text[next] === '{';
			const stop = isBraced ? skipGroup(text, next) : indexWithin(text, text[next] ?? '\n', next + 1) + 1;
			if (stop <= next) return -1;
			values.push({ text: '', start: next + 1, end: stop - 1, verbatim: true });
			return stop;
		}
	}
}

/** Offset of a text outside of braces, or -1. */
function indexOutside(text: string, wanted: string, from: number): number {
	const end = Math.min(text.length, from + REACH);
	// Mostly it is not there at all.
	if (indexWithin(text, wanted, from, REACH + wanted.length) < 0) return -1;
	for (let at = from, depth = 0; at < end; at++) {
		if (depth === 0 && text.startsWith(wanted, at)) return at;
		const code = text.charCodeAt(at);
		if (code === 92) at++;
		else if (code === 37) at = Math.max(at, text.indexOf('\n', at));
		else if (code === 123) depth++;
		else if (code === 125 && --depth < 0) return -1;
	}
	return -1;
}

/**
 * The shape of a `CiteCommand` that takes such arguments, a letter or none for each: undefined for what no letter says.
 */
export function shapeOf(parameters: readonly Parameter[]): readonly string[] | undefined {
	const letters: string[] = [];
	for (let index = 0; index < parameters.length; index++) {
		const parameter = parameters[index]!;
		const next = parameters[index + 1];
		if (parameter.kind === 'braced') letters.push('g');
		else if (parameter.kind === 'sign' && parameter.sign === '*') letters.push('*');
		else if (parameter.kind === 'bracket' && !parameter.required && closers[parameter.open] === parameter.close) {
			letters.push(letterOf[parameter.open]!);
		} else if (parameter.kind === 'literal' && next?.kind === 'until' && closers[parameter.text] === next.text) {
			letters.push(letterOf[parameter.text]!);
			index++;
		} else return undefined;
	}
	return letters;
}

const letterOf: Readonly<Record<string, string>> = { '[': 'o', '<': 'a', '(': 'p' };

/** A list of parameters as a definition has it, and where it ends. */
export interface Signature {
	readonly parameters: readonly Parameter[];
	readonly end: number;
}

const optional = (otherwise: string, required = false, open = '[', close = ']'): Parameter => ({
	kind: 'bracket',
	open,
	close,
	required,
	otherwise,
});

/** `[2][default]`, and xargs' `[3][1=, 3=x]`. */
export function countedParameters(text: string, from: number): Signature | undefined {
	const open = skipBlanks(text, from);
	if (text[open] !== '[') return { parameters: [], end: from };
	let end = skipOptional(text, open);
	if (end < 0) return undefined;
	const count = Math.min(Number(text.slice(open + 1, end - 1).trim()) || 0, 9);
	const parameters = new Array<Parameter>(count).fill(braced);
	const next = skipBlanks(text, end);
	if (text[next] === '[') {
		const close = skipOptional(text, next);
		if (close < 0) return undefined;
		const defaults = text.slice(next + 1, close - 1);
		const numbered = [...defaults.matchAll(/(?:^|,)\s{0,20}([1-9])\s{0,20}=([^,]*)/g)];
		if (numbered.length === 0 && count > 0) parameters[0] = optional(defaults);
		for (const [, number, value] of numbered) {
			if (Number(number) <= count) parameters[Number(number) - 1] = optional(value!.trim());
		}
		end = close;
	}
	return { parameters, end };
}

/** TeX's own: `#1#2`, `[#1]#2`, `#1 with #2.` */
export function delimitedParameters(text: string, from: number): Signature | undefined {
	const open = text.slice(from, from + MAX_PARAMETERS).indexOf('{') + from;
	if (open < from) return undefined;
	const parts = text.slice(from, open).split(/#[1-9]/);
	if (/[}%]|\n\s*\n|#/.test(parts.join(''))) return undefined;
	const parameters: Parameter[] = [];
	for (const [index, part] of parts.entries()) {
		const isLast = index === parts.length - 1;
		const said = part.replace(/\s+/g, ' ');
		if (index === 0) {
			if (said.trim() !== '') parameters.push({ kind: 'literal', text: said.trim() });
		} else if (said === '' || (said === ' ' && isLast)) parameters.push(braced);
		else parameters.push({ kind: 'until', text: isLast ? said.trimEnd() || said : said });
	}
	return { parameters, end: open };
}

/** The specification of xparse: `{s o +m O{x} D(){} m}`. */
export function documentParameters(text: string, from: number): Signature | undefined {
	const open = skipBlanks(text, from);
	const end = text[open] === '{' ? skipGroup(text, open, MAX_PARAMETERS) : -1;
	if (end < 0) return undefined;
	const spec = text.slice(open + 1, end - 1);
	const parameters: Parameter[] = [];
	let at = 0;
	const group = () => {
		while (/\s/.test(spec[at] ?? '')) at++;
		const close = spec[at] === '{' ? skipGroup(spec, at) : -1;
		if (close < 0) return '';
		const content = spec.slice(at + 1, close - 1);
		at = close;
		return content;
	};
	while (at < spec.length) {
		const letter = spec[at++]!;
		if (/[\s+!]/.test(letter)) continue;
		if (letter === '>') group();
		else if (letter === 'm') parameters.push(braced);
		else if (letter === 'v') parameters.push({ kind: 'verbatim' });
		else if (letter === 's') parameters.push({ kind: 'sign', sign: '*' });
		else if (letter === 't') parameters.push({ kind: 'sign', sign: spec[at++] ?? '*' });
		else if (letter === 'o') parameters.push(optional(noValue));
		else if (letter === 'O') parameters.push(optional(group()));
		else if (/[dDrR]/.test(letter)) {
			const [opening = '[', closing = ']'] = [spec[at], spec[at + 1]];
			at += 2;
			const otherwise = /[DR]/.test(letter) ? group() : noValue;
			parameters.push(optional(otherwise, /[rR]/.test(letter), opening, closing));
		} else if (/[eE]/.test(letter)) {
			parameters.push({ kind: 'embellishments', signs: group().replace(/\s/g, '') });
			if (letter === 'E') group();
		} else if (/[gG]/.test(letter)) {
			parameters.push(optional(letter === 'G' ? group() : noValue, false, '{', '}'));
		} else if (letter === 'b') parameters.push({ kind: 'until', text: '\\end{' });
		// What follows cannot be told.
		else break;
	}
	return { parameters, end };
}
