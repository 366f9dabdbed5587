import { lineEnd, nameEnd, skipBlanks } from './arguments.ts';
import type { CiteCommand } from './cite-commands.ts';
import { commandKind, isConditional } from './latex-commands.ts';
import { readCondition, readTest, skipConditional } from './latex-conditional.ts';
import { type Definition, readDefinition, readSwitch, switched } from './latex-definitions.ts';
import { endOfMark, keysIn, MARK, MARKS, marked, markOf, PADS, partsOf, substitute } from './latex-marks.ts';
import { type Argument, noValue, shapeOf, skipSpace, takeParameters } from './latex-parameters.ts';
import type { Entry, State } from './latex-state.ts';
import { brackets } from './shapes.ts';

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
	/** Conditionals that it leaves open, with their values; `false` where all up to `\else` or `\fi` is passed over. */
	readonly conditionals: readonly (boolean | undefined)[];
}

/** Commands that are expanded for one that is used. */
const MAX_STEPS = 100;
/** Longest text on the way, in UTF-16 units. */
const MAX_LENGTH = 10_000;
const NEXT = /[\\%{}\uE000-\uE0FE]/g;
const TESTS = /^(?:ifblank|ifthenelse|IfBooleanTF|IfNoValueTF|forcsvlist|foreachof)$/;
const GROUP = { kind: 'braced' } as const;
const three = [GROUP, GROUP, GROUP];

/**
 * What a command becomes, as far as that can be told without running TeX: bounded in steps and in length.
 *
 * @param values Its arguments, as they stand in the text.
 * @param following Text behind them, of which only the next character counts.
 */
export function expand(state: State, entry: Entry, values: readonly Argument[], following: string): Expansion {
	const lists = new Set<number>();
	const shown = new Set<number>();
	const keys = new Set<string>();
	const includes: string[] = [];
	const commands: CiteCommand[] = [];
	const conditionals: (boolean | undefined)[] = [];
	let rest = '';
	let last: string | undefined;
	let steps = 0;
	let depth = 0;
	let isCut = false;
	const given = values.map(marked);
	let input = entry.primitive
		? `\\${entry.primitive}`
		: [entry.macro, ...entry.others].map((macro) => substitute(macro, given)).join(' ');
	let at = 0;

	/** Goes on with a text in place of what was read. */
	function replace(text: string, from: number): void {
		input = text + input.slice(from);
		at = 0;
		if (!state.spend(input.length) || ++steps > MAX_STEPS || input.length > MAX_LENGTH) {
			isCut = true;
			at = input.length;
		}
	}

	const atEnd = (from: number) => skipBlanks(input, from) >= input.length;

	function next(from: number): string | undefined {
		const place = skipSpace(input, from);
		return place < input.length ? input[place] : following[skipBlanks(following, 0)];
	}

	function useMacro(own: Entry, from: number, name?: string): void {
		if (own.primitive) {
			primitive(own.primitive, from);
			return;
		}
		const { parameters } = own.macro;
		const taken = takeParameters(input, from, parameters);
		const texts = taken.values.map(({ text }) => text);
		if (taken.missing !== undefined) {
			// What is not there may follow the command that is being expanded.
			if (!atEnd(taken.end)) {
				at = from;
				return;
			}
			if (taken.missing === 0 && following !== '' && name !== undefined) {
				last = name;
				at = input.length;
				return;
			}
			for (const letter of shapeOf(parameters.slice(taken.missing)) ?? []) {
				rest += letter;
				if (letter === 'g') restIndexes.set(texts.length + PADS, rest.length - 1);
				texts.push(letter === 'g' ? marked({ text: '', start: 0, end: 0 }, texts.length + PADS) : '');
			}
		}
		replace([own.macro, ...own.others].map((macro) => substitute(macro, texts)).join(' '), taken.end);
	}

	/** Parameters that are taken from behind the command, by their place in `rest`. */
	const restIndexes = new Map<number, number>();

	function addKeys(list: string): boolean {
		let found = false;
		for (const part of partsOf(list)) {
			const index = markOf(part) ?? -1;
			const place = restIndexes.get(index);
			if (place !== undefined) rest = `${rest.slice(0, place)}k${rest.slice(place + 1)}`;
			else if (index >= 0) lists.add(index);
			else show(part);
			const own = index >= 0 ? [] : keysIn(state, part);
			for (const key of own) keys.add(key);
			found ||= index >= 0 || own.length > 0;
		}
		return found;
	}

	/** A cite command that everybody knows. */
	function cite(command: CiteCommand, from: number): void {
		const { shape } = command;
		const plus = shape.indexOf('+');
		const once = plus < 0 ? shape : shape.slice(0, plus);
		const again = plus < 0 ? '' : shape.slice(plus + 1);
		let place = from;
		let found = false;
		for (let round = once + again; round !== ''; round = again) {
			let cited = false;
			for (let index = 0; index < round.length; index++) {
				const letter = round[index]!;
				if (!cited && round !== again && skipSpace(input, place) >= input.length) {
					rest += round.slice(index) + (again && `+${again}`);
					found = true;
					break;
				}
				if (letter === '*') {
					if (next(place) === '*') place = input.indexOf('*', place) + 1;
					continue;
				}
				const open = skipSpace(input, place);
				const bracket = brackets[letter];
				const parameter = bracket
					? ({ kind: 'bracket', open: bracket, close: closers[bracket]!, required: true, otherwise: '' } as const)
					: GROUP;
				if (bracket ? input[open] !== bracket : input[open] !== '{' && (cited || round === again)) continue;
				const taken = takeParameters(input, open, [parameter]);
				if (taken.missing !== undefined) break;
				place = taken.end;
				if (letter !== 'k') {
					show(taken.values[0]!.text);
					continue;
				}
				cited = true;
				if (addKeys(taken.values[0]!.text)) found = true;
			}
			if (!cited || !again) break;
		}
		if (found) commands.push(command);
		at = place;
	}

	function choose(condition: boolean | undefined, yes: string, no: string, end: number): void {
		replace(condition === undefined ? `${yes} ${no}` : condition ? yes : no, end);
	}

	function test(name: string, from: number): void {
		const { values: taken, end, missing } = takeParameters(input, from, name === 'forcsvlist' ? three.slice(1) : three);
		if (missing !== undefined) {
			at = from;
			return;
		}
		const [one, two, other] = taken.map(({ text }) => text) as [string, string, string];
		const plain = one.replace(MARKS, '').trim();
		if (name === 'ifblank') {
			choose(plain === '', two, other, end);
		} else if (name === 'IfBooleanTF') {
			choose(plain === '\\BooleanTrue' ? true : plain === '\\BooleanFalse' ? false : undefined, two, other, end);
		} else if (name === 'IfNoValueTF') choose(plain === noValue, two, other, end);
		else if (name === 'ifthenelse') choose(readTest(plain, state), two, other, end);
		else if (name === 'forcsvlist') {
			loop(two, (item) => `${plain}{${item}}`, end);
		} else {
			show(other);
			const body = other.replace(MARKS, '');
			loop(two, (item) => body.replaceAll(plain, item), end);
		}
	}

	/** A list whose items are all cited is a list of keys. */
	function loop(list: string, each: (item: string) => string, end: number): void {
		const index = markOf(list);
		const items = list
			.replace(MARKS, '')
			.replace(/^\s*\{|\}\s*$/g, '')
			.split(',');
		replace(
			items
				.slice(0, 100)
				.map((item) => each(item.trim()))
				.join(' '),
			end,
		);
		if (index !== undefined) loops.push({ index, items: items.map((item) => item.trim()) });
	}

	const loops: { index: number; items: readonly string[] }[] = [];

	/** Arguments in a text that may be shown elsewhere. */
	function show(text: string): void {
		for (const [mark] of text.matchAll(MARKS)) shown.add(mark.charCodeAt(0) - MARK);
	}

	function define(definition: Definition): void {
		const { macro, bodyEnd } = definition;
		if (macro) {
			state.define({ ...macro, body: macro.body.replace(MARKS, '') }, { isUnsure: conditionals.includes(undefined) });
			show(macro.body);
		}
		at = bodyEnd;
	}

	/** A command that nobody defined. */
	function primitive(name: string, from: number): void {
		last = undefined;
		if (name === 'csname') {
			const end = input.indexOf('\\endcsname', from);
			if (end < 0) return;
			const made =
				keysIn(
					state,
					input
						.slice(from, end)
						.replace(MARKS, '')
						.replace(/\\expandafter/g, ''),
				)[0] ?? '';
			show(input.slice(from, end));
			at = end + 10;
			if (made !== '') command(made, at);
			return;
		}
		if (name === 'begin') {
			const taken = takeParameters(input, from, [GROUP]);
			const environment = state.get(`begin ${taken.values[0]?.text ?? ''}`);
			at = taken.end;
			if (environment) useMacro(environment, at);
			return;
		}
		if (TESTS.test(name)) {
			test(name, from);
			return;
		}
		if (name === '@ifstar') {
			const taken = takeParameters(input, from, [GROUP, GROUP]);
			if (taken.missing !== undefined) return;
			const isStarred = next(taken.end) === '*';
			if (atEnd(taken.end)) rest += '*';
			const stop = isStarred && !atEnd(taken.end) ? input.indexOf('*', taken.end) + 1 : taken.end;
			replace(taken.values[isStarred ? 0 : 1]!.text, stop);
			return;
		}
		if (/^(?:kernel)?@ifnextchar$/.test(name)) {
			const taken = takeParameters(input, from, three);
			if (taken.missing !== undefined) return;
			const isNext = next(taken.end) === taken.values[0]!.text;
			replace(taken.values[isNext || following === '' ? 1 : 2]!.text, taken.end);
			return;
		}
		if (name === '@testopt' || name === '@dblarg') {
			const taken = takeParameters(input, from, name === '@testopt' ? [GROUP, GROUP] : [GROUP]);
			if (taken.missing !== undefined) return;
			const [one, otherwise] = taken.values;
			const isThere = next(taken.end) === '[';
			replace(one!.text + (isThere ? '' : `[${otherwise?.text ?? ''}]`), taken.end);
			return;
		}
		if (name === 'else') {
			if (conditionals.pop() === true) at = skipBranch(input, from);
			else conditionals.push(undefined);
			return;
		}
		if (name === 'fi') {
			conditionals.pop();
			return;
		}
		if (isConditional(name)) {
			const { value, end } = readCondition(input, from, name, state);
			at = end;
			const stop = value === false ? skipConditional(input, end) : -1;
			if (stop >= 0) at = stop;
			else if (value === false) at = input.length;
			// What stands behind an `\else` ends with a `\fi`.
			if (stop < 0) conditionals.push(value);
			else if (input.startsWith('\\else', stop - 5)) conditionals.push(undefined);
			return;
		}
		if (name === 'begingroup' || name === 'bgroup') {
			open();
			return;
		}
		if (name === 'endgroup' || name === 'egroup') {
			close();
			return;
		}
		const known = commandKind(name);
		if (known?.kind === 'define') {
			// The name may have come as an argument.
			const isGiven = MARKS.test(input.slice(from, from + 20));
			MARKS.lastIndex = 0;
			if (isGiven) {
				show(input.slice(from));
				replace(input.slice(from).replace(MARKS, ''), input.length);
			}
			define(readDefinition(input, isGiven ? 0 : from, known.style));
			return;
		}
		if (known?.kind === 'switch') {
			const made = readSwitch(input, from);
			if (made) state.define(made.macro);
			if (made) at = made.end;
			return;
		}
		if (known?.kind === 'include') {
			const taken = takeParameters(input, from, [GROUP]);
			const path = taken.values[0]?.text.replace(MARKS, '');
			if (path) includes.push(path);
			if (path) show(taken.values[0]!.text);
			at = taken.end;
			return;
		}
		const made = switched(name);
		if (made) {
			state.define(made, { isUnsure: conditionals.includes(undefined) });
			return;
		}
		const citing = state.cites(name);
		if (citing) {
			cite(citing, from);
			return;
		}
		if (atEnd(from) && known) last = name;
	}

	function command(name: string, from: number): void {
		at = from;
		const own = state.get(name);
		if (own && !TESTS.test(name) && name !== 'csname') {
			if (state.matters(name)) useMacro(own, from, name);
		} else primitive(name, from);
	}

	function open(): void {
		depth++;
		state.begin();
	}

	function close(): void {
		if (depth === 0) return;
		depth--;
		state.end();
	}

	for (;;) {
		NEXT.lastIndex = at;
		const found = NEXT.exec(input);
		if (!found) break;
		at = found.index;
		const character = found[0];
		if (character === '\\') {
			const after = nameEnd(input, at + 1);
			if (after === at + 1) at += 2;
			else command(input.slice(at + 1, after), after);
		} else if (character === '%') at = lineEnd(input, at);
		else {
			at++;
			if (character === '{') open();
			else if (character === '}') close();
			else {
				shown.add(character.charCodeAt(0) - MARK);
				at = endOfMark(input, at);
			}
		}
	}
	while (depth > 0) close();
	for (const { index, items } of loops) {
		if (items.length > 0 && items.every((item) => keys.has(item))) {
			lists.add(index);
			for (const item of items) keys.delete(item);
		}
	}
	if (isCut) for (const index of values.keys()) shown.add(index);
	return {
		lists,
		shown,
		keys,
		conditionals,
		rest,
		last,
		includes,
		silent: commands.every(({ silent }) => silent),
		known: commands.some(({ known }) => known),
		cites: commands.length > 0,
	};
}

const closers: Readonly<Record<string, string>> = { '[': ']', '<': '>', '(': ')' };

function skipBranch(text: string, from: number): number {
	const end = skipConditional(text, from);
	return end < 0 ? text.length : end;
}
