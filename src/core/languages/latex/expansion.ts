import { lineEnd, nameEnd } from '../arguments.ts';
import { isTest, lookAhead, test } from './choices.ts';
import { citeIn } from './cited.ts';
import { commandKind, isConditional } from './commands.ts';
import { readCondition, skipConditional } from './conditional.ts';
import { type DefinitionStyle, readDefinition, readSwitch, switched } from './definitions.ts';
import {
	atEnd,
	bodies,
	closeGroup,
	createExpander,
	type Expander,
	look,
	openGroup,
	replace,
	show,
} from './expander.ts';
import { END_MARK, endOfMark, keysIn, MARK, MARKS, marked, PADS } from './marks.ts';
import { type Argument, type Parameter, shapeOf, takeParameters } from './parameters.ts';
import type { Entry, State } from './state.ts';

/** What becomes of a command where it is used. */
export interface Expansion {
	/** Arguments that are lists of keys as a whole, by their index. */
	readonly lists: ReadonlySet<number>;
	/** Arguments that are shown. */
	readonly shown: ReadonlySet<number>;
	/** Keys that are cited besides. */
	readonly keys: ReadonlySet<string>;
	/** The shape of a `CiteCommand` by which more arguments are taken from behind it. */
	readonly rest: string;
	/** A command that nobody defines to which it comes down, so that what follows belongs to that. */
	readonly last: string | undefined;
	/** It cites without standing in a sentence. */
	readonly silent: boolean;
	readonly known: boolean;
	/** It cites something, or would with its arguments. */
	readonly cites: boolean;
	/** Files that it includes. */
	readonly includes: readonly string[];
	/** It is the same with whatever plain arguments. */
	readonly isGeneral: boolean;
	/** Conditionals that it leaves open, with their values; `false` where all up to `\else` or `\fi` is passed over. */
	readonly conditionals: readonly (boolean | undefined)[];
}

const [PERCENT, BACKSLASH, OPEN, CLOSE] = [37, 92, 123, 125];
const GROUP: readonly Parameter[] = [{ kind: 'braced' }];

/**
 * What a command becomes, as far as that can be told without running TeX: bounded in steps and in length.
 *
 * @param values Its arguments, as they stand in the text.
 * @param following Text behind them, of which only the next character counts.
 */
export function expand(state: State, entry: Entry, values: readonly Argument[], following: string): Expansion {
	const expander = createExpander(state, entry, values, following);
	read(expander);
	while (expander.depth > 0) closeGroup(expander);
	const { lists, shown, keys, commands } = expander;
	for (const { index, items } of expander.loops) {
		if (items.length > 0 && items.every((item) => keys.has(item))) {
			lists.add(index);
			for (const item of items) keys.delete(item);
		}
	}
	if (expander.isCut) for (const index of values.keys()) shown.add(index);
	return {
		lists,
		shown,
		keys,
		conditionals: expander.conditionals,
		rest: expander.rest,
		last: expander.last,
		includes: expander.includes,
		silent: commands.every(({ silent }) => silent),
		known: commands.some(({ known }) => known),
		cites: commands.length > 0,
		isGeneral: !expander.looked && !expander.isCut,
	};
}

function read(expander: Expander): void {
	while (expander.at < expander.input.length) {
		const { input, at } = expander;
		const code = input.charCodeAt(at);
		if (code === BACKSLASH) {
			const after = nameEnd(input, at + 1);
			if (after === at + 1) expander.at = at + 2;
			else command(expander, input.slice(at + 1, after), after);
		} else if (code === PERCENT) expander.at = lineEnd(input, at);
		else {
			expander.at = at + 1;
			if (code === OPEN) openGroup(expander);
			else if (code === CLOSE) closeGroup(expander);
			else if (code >= MARK && code < END_MARK) {
				expander.shown.add(code - MARK);
				expander.at = endOfMark(input, at + 1);
			}
		}
	}
}

function command(expander: Expander, name: string, from: number): void {
	const { state } = expander;
	expander.at = from;
	const own = state.get(name);
	if (own && !isTest(name) && name !== 'csname') {
		if (state.matters(name)) useMacro(expander, own, from, name);
	} else primitive(expander, name, from);
}

function useMacro(expander: Expander, own: Entry, from: number, name?: string): void {
	if (own.primitive) {
		primitive(expander, own.primitive, from);
		return;
	}
	const { parameters } = own.macro;
	const taken = takeParameters(expander.input, from, parameters);
	const texts = taken.values.map(({ text }) => text);
	if (taken.missing !== undefined) {
		// What is not there may follow the command that is being expanded.
		if (!atEnd(expander, taken.end)) {
			expander.at = from;
			return;
		}
		if (taken.missing === 0 && expander.following !== '' && name !== undefined) {
			expander.last = name;
			expander.at = expander.input.length;
			return;
		}
		for (const letter of shapeOf(parameters.slice(taken.missing)) ?? []) {
			expander.rest += letter;
			if (letter === 'g') expander.restIndexes.set(texts.length + PADS, expander.rest.length - 1);
			texts.push(letter === 'g' ? marked({ text: '', start: 0, end: 0 }, texts.length + PADS) : '');
		}
	}
	replace(expander, bodies(own, texts), taken.end);
}

/** A command that nobody defined. */
function primitive(expander: Expander, name: string, from: number): void {
	const { input, state } = expander;
	expander.last = undefined;
	if (name === 'csname') {
		named(expander, from);
		return;
	}
	if (name === 'begin') {
		const taken = takeParameters(input, from, GROUP);
		const environment = state.get(`begin ${taken.values[0]?.text ?? ''}`);
		expander.at = taken.end;
		if (environment) useMacro(expander, environment, taken.end);
		return;
	}
	if (isTest(name)) {
		test(expander, name, from);
		return;
	}
	if (lookAhead(expander, name, from) || branch(expander, name, from)) return;
	if (name === 'begingroup' || name === 'bgroup') {
		openGroup(expander);
		return;
	}
	if (name === 'endgroup' || name === 'egroup') {
		closeGroup(expander);
		return;
	}
	const known = commandKind(name);
	if (known?.kind === 'define') {
		define(expander, from, known.style);
		return;
	}
	if (known?.kind === 'switch') {
		const made = readSwitch(input, from);
		if (made) state.define(made.macro);
		if (made) expander.at = made.end;
		return;
	}
	if (known?.kind === 'include') {
		const taken = takeParameters(input, from, GROUP);
		const path = look(expander, taken.values[0]?.text ?? '');
		if (path) expander.includes.push(path);
		if (path) show(expander, taken.values[0]!.text);
		expander.at = taken.end;
		return;
	}
	const made = switched(name);
	if (made) {
		state.define(made, { isUnsure: expander.conditionals.includes(undefined) });
		return;
	}
	const citing = state.cites(name);
	if (citing) citeIn(expander, citing, from);
	else if (known && atEnd(expander, from)) expander.last = name;
}

/** `\csname…\endcsname` */
function named(expander: Expander, from: number): void {
	const { input, state } = expander;
	const end = input.indexOf('\\endcsname', from);
	if (end < 0) return;
	const written = input.slice(from, end);
	const made = keysIn(state, look(expander, written).replace(/\\expandafter/g, ''))[0] ?? '';
	show(expander, written);
	expander.at = end + 10;
	if (made !== '') command(expander, made, expander.at);
}

/** Conditionals; false for other commands. */
function branch(expander: Expander, name: string, from: number): boolean {
	const { input, state, conditionals } = expander;
	if (name === 'else') {
		const end = conditionals.pop() === true ? skipConditional(input, from) : undefined;
		if (end === undefined) conditionals.push(undefined);
		else expander.at = end < 0 ? input.length : end;
		return true;
	}
	if (name === 'fi') {
		conditionals.pop();
		return true;
	}
	if (!isConditional(name)) return false;
	const { value, end } = readCondition(input, from, name, state);
	look(expander, input.slice(from, end));
	expander.at = end;
	const stop = value === false ? skipConditional(input, end) : -1;
	if (stop >= 0) expander.at = stop;
	else if (value === false) expander.at = input.length;
	// What stands behind an `\else` ends with a `\fi`.
	if (stop < 0) conditionals.push(value);
	else if (input.startsWith('\\else', stop - 5)) conditionals.push(undefined);
	return true;
}

function define(expander: Expander, from: number, style: DefinitionStyle): void {
	const { input } = expander;
	// The name may have come as an argument.
	const isGiven = input.slice(from, from + 20).search(MARKS) >= 0;
	if (isGiven) {
		show(expander, input.slice(from));
		replace(expander, look(expander, input.slice(from)), input.length);
	}
	const { macro, bodyEnd } = readDefinition(expander.input, isGiven ? 0 : from, style);
	if (macro) {
		const isUnsure = expander.conditionals.includes(undefined);
		expander.state.define({ ...macro, body: look(expander, macro.body) }, { isUnsure });
		show(expander, macro.body);
	}
	expander.at = bodyEnd;
}
