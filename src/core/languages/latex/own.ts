import type { Citation, CiteItem } from '../../model/citation.ts';
import type { Span } from '../../model/span.ts';
import { skipBlanks } from '../arguments.ts';
import { readCitation } from '../cite.ts';
import type { CiteCommand } from '../cite-commands.ts';
import { type Expansion, expand } from './expansion.ts';
import { type Argument, shapeOf, type Taken, takeParameters } from './parameters.ts';
import type { Entry, State } from './state.ts';

/** What a command that the project defines itself does where it is used. */
export interface Use {
	readonly citation: Citation | undefined;
	/** Keys that it cites and that stand nowhere. */
	readonly keys: readonly string[];
	/** Arguments that it throws away, in order. */
	readonly hidden: readonly Span[];
	/** As of an `Expansion`. */
	readonly includes: readonly string[];
	readonly conditionals: readonly (boolean | undefined)[];
	readonly last: string | undefined;
	/** It cites, or would with other arguments. */
	readonly cites: boolean;
	/** Behind its arguments. */
	readonly end: number;
}

/** So much behind a command decides how it goes on. */
const LOOK_AHEAD = 40;
const absent: Argument = { text: '', start: 0, end: 0 };

/**
 * @param after Behind its name.
 * @param isRead False in a definition, where nothing is carried out.
 */
export function useCommand(
	text: string,
	state: State,
	entry: Entry,
	{ name, start, after, isRead }: { name: string; start: number; after: number; isRead: boolean },
): Use {
	const { parameters } = entry.macro;
	const taken: Taken = takeParameters(text, after, parameters);
	const isWhole = taken.missing === undefined && isRead;
	if (isWhole) {
		const expansion = expandAt(state, entry, taken.values, text.slice(taken.end, taken.end + LOOK_AHEAD));
		// A star that decided which command goes on is taken.
		const end = expansion.rest.startsWith('*') && text[taken.end] === '*' ? taken.end + 1 : taken.end;
		return { ...expansion, ...cited(text, entry, name, start, after, taken, expansion), end };
	}
	// What is not there yet is taken for what would be there.
	const expansion = expandAbsent(state, entry, isRead);
	const citation = expansion.cites ? byShape(text, entry, name, start, after, expansion) : undefined;
	return {
		citation,
		keys: isRead ? [...expansion.keys] : [],
		hidden: [],
		includes: [],
		conditionals: [],
		last: undefined,
		cites: expansion.cites,
		end: after,
	};
}

interface Known {
	/** Of the definitions by which it was expanded. */
	readonly version: number;
	readonly expansion: Expansion;
}

/** What commands become with arguments of which nothing is known. */
const absents = new WeakMap<Entry, Known>();
/** What commands become whatever their arguments say, by which of them there are and by the character that follows. */
const general = new WeakMap<Entry, Map<string, Known>>();
/** So long an argument is plain without doubt. */
const LONGEST_PLAIN = 300;
/** Nothing in it can end, begin or part anything. */
const PLAIN = /^[^\\{}[\]()<>%*,#]*$/;

/** An expansion that defines nothing is the same again as long as no definition changes. */
function expandAt(state: State, entry: Entry, values: readonly Argument[], following: string): Expansion {
	let name = following === '' ? '' : `${following[skipBlanks(following, 0)]}`;
	for (const { text, start } of values) {
		if (start >= 0 && (text.length > LONGEST_PLAIN || !PLAIN.test(text)))
			return expand(state, entry, values, following);
		name += start < 0 ? `\0${text}` : text === '' ? '\0{}' : '\0#';
	}
	const version = state.version();
	let known = general.get(entry);
	const before = known?.get(name);
	if (before?.version === version) return before.expansion;
	const expansion = expand(state, entry, values, following);
	if (expansion.isGeneral && state.version() === version) {
		if (!known) general.set(entry, (known = new Map()));
		known.set(name, { version, expansion });
	}
	return expansion;
}

/** What it would be with arguments, of which nothing is known; in a definition, of what was known when this was asked first. */
function expandAbsent(state: State, entry: Entry, isRead: boolean): Expansion {
	const known = absents.get(entry);
	if (known && (!isRead || known.version === state.version())) return known.expansion;
	state.begin();
	const expansion = expand(state, entry, new Array<Argument>(9).fill(absent), '');
	state.end();
	absents.set(entry, { version: state.version(), expansion });
	return expansion;
}

function cited(
	text: string,
	entry: Entry,
	name: string,
	start: number,
	after: number,
	{ values, end }: Taken,
	expansion: Expansion,
): Pick<Use, 'citation' | 'keys' | 'hidden'> {
	const { lists, shown, rest } = expansion;
	const keys = new Set(expansion.keys);
	const hidden = values
		.filter(
			({ start: from, end: to, verbatim }, index) =>
				from >= 0 && to > from && (verbatim || (!shown.has(index) && !lists.has(index))),
		)
		.map((value) => ({ start: value.start, end: value.end }));
	if (!expansion.cites) return { citation: undefined, keys: [...keys], hidden };
	const command: CiteCommand = { shape: rest, silent: expansion.silent, known: expansion.known };
	const citation =
		byShape(text, entry, name, start, after, expansion) ??
		(rest.includes('k') ? readCitation(text, start, end, name, command) : undefined);
	if (citation) {
		const letters = shapeOf(entry.macro.parameters);
		for (const index of lists) {
			// A list in brackets is none that can be completed.
			if (letters?.[index] !== 'g') for (const key of values[index]?.text.split(',') ?? []) keys.add(key.trim());
		}
		return { citation, keys: [...keys], hidden };
	}
	const named = [...lists].map((index) => values[index]).filter((value) => value !== undefined && value.start >= 0);
	const items = named.flatMap((value) => itemsOf(value!));
	const [first, last] = [items[0], items.at(-1)];
	const isToken =
		items.length === 1 && first!.span.end === first!.span.start + 1 && text[first!.span.start - 1] !== '{';
	if (isToken && /^\w$/.test(first!.key)) keys.add(first!.key);
	if (!first || !last || isToken) return { citation: undefined, keys: [...keys], hidden };
	return {
		citation: {
			form: 'command',
			command: name,
			span: { start, end },
			list: { start: first.slot.start, end: last.slot.end },
			items,
			closed: true,
			silent: command.silent,
		},
		keys: [...keys],
		hidden,
	};
}

function byShape(
	text: string,
	entry: Entry,
	name: string,
	start: number,
	after: number,
	{ lists, rest, silent, known }: Expansion,
): Citation | undefined {
	const letters = shapeOf(entry.macro.parameters);
	if (!letters) return undefined;
	const shape = letters.map((letter, index) => (letter === 'g' && lists.has(index) ? 'k' : letter)).join('') + rest;
	return shape.includes('k') ? readCitation(text, start, after, name, { shape, silent, known }) : undefined;
}

/** The keys of a list that no braces hold. */
function itemsOf({ text, start }: Argument): readonly CiteItem[] {
	let slot = start;
	return text.split(',').map((part) => {
		const key = part.trim();
		const from = slot + (key === '' ? 0 : part.indexOf(key));
		const item = { key, span: { start: from, end: from + key.length }, slot: { start: slot, end: slot + part.length } };
		slot += part.length + 1;
		return item;
	});
}
