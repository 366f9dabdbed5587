import { skipBlanks } from '../arguments.ts';
import type { CiteCommand } from '../cite-commands.ts';
import { MARK, MARKS, marked, substitute } from './marks.ts';
import { type Argument, skipSpace } from './parameters.ts';
import type { Entry, State } from './state.ts';

/** A text that is being expanded, and what came of it so far. */
export interface Expander {
	readonly state: State;
	/** What stands behind the command in the document. */
	readonly following: string;
	/** What is left to read of it, from `at` on. */
	input: string;
	at: number;
	/** It depends on what an argument of the document says, not only on where it stands. */
	looked: boolean;
	/** Commands that were expanded. */
	steps: number;
	/** Groups that are open. */
	depth: number;
	/** It became too long. */
	isCut: boolean;
	/** Arguments that are lists of keys as a whole, and those that are shown, by their index. */
	readonly lists: Set<number>;
	readonly shown: Set<number>;
	/** Keys that are cited besides. */
	readonly keys: Set<string>;
	readonly includes: string[];
	/** Commands that cite. */
	readonly commands: CiteCommand[];
	readonly conditionals: (boolean | undefined)[];
	/** Arguments that are lists whose items some command was given one by one. */
	readonly loops: { readonly index: number; readonly items: readonly string[] }[];
	/** The shape of a `CiteCommand` by which more arguments are taken from behind the command. */
	rest: string;
	/** The parameters among them, by their place in `rest`. */
	readonly restIndexes: Map<number, number>;
	/** A command that nobody defined which takes what follows. */
	last: string | undefined;
}

/** Commands that are expanded for one that is used. */
const MAX_STEPS = 100;
/** Longest text on the way, in UTF-16 units. */
const MAX_LENGTH = 10_000;

export function createExpander(state: State, entry: Entry, values: readonly Argument[], following: string): Expander {
	return {
		state,
		following,
		input: entry.primitive ? `\\${entry.primitive}` : bodies(entry, values.map(marked)),
		at: 0,
		looked: false,
		steps: 0,
		depth: 0,
		isCut: false,
		lists: new Set(),
		shown: new Set(),
		keys: new Set(),
		includes: [],
		commands: [],
		conditionals: [],
		loops: [],
		rest: '',
		restIndexes: new Map(),
		last: undefined,
	};
}

/** All that a command may stand for. */
export function bodies({ macro, others }: Entry, values: readonly string[]): string {
	const first = substitute(macro, values);
	return others.length === 0 ? first : [first, ...others.map((other) => substitute(other, values))].join(' ');
}

/** Goes on with a text in place of what was read. */
export function replace(expander: Expander, text: string, from: number): void {
	expander.input = text + expander.input.slice(from);
	expander.at = 0;
	const { length } = expander.input;
	if (!expander.state.spend(length) || ++expander.steps > MAX_STEPS || length > MAX_LENGTH) {
		expander.isCut = true;
		expander.at = length;
	}
}

export const atEnd = ({ input }: Expander, from: number): boolean => skipBlanks(input, from) >= input.length;

/** The next character, which may stand behind the command. */
export function nextCharacter({ input, following }: Expander, from: number): string | undefined {
	const place = skipSpace(input, from);
	return place < input.length ? input[place] : following[skipBlanks(following, 0)];
}

/** A text as its reader sees it, without the marks of arguments: from now on the expansion is one for these only. */
export function look(expander: Expander, text: string): string {
	const plain = text.replace(MARKS, '');
	if (plain.length < text.length) expander.looked = true;
	return plain;
}

/** Notes the arguments in a text that may be shown elsewhere. */
export function show({ shown }: Expander, text: string): void {
	for (const [mark] of text.matchAll(MARKS)) shown.add(mark.charCodeAt(0) - MARK);
}

export function openGroup(expander: Expander): void {
	expander.depth++;
	expander.state.begin();
}

export function closeGroup(expander: Expander): void {
	if (expander.depth === 0) return;
	expander.depth--;
	expander.state.end();
}
