import { readLists } from './cite.ts';
import { type CiteCommand, citeCommand, citeCommands, ownCommand } from './cite-commands.ts';
import { commandKind } from './latex-commands.ts';
import { createNameFilter } from './name-filter.ts';
import { takeArguments } from './shapes.ts';
import type { Macro, Meaning } from './types.ts';

/** What commands mean that documents define, as far as it is known by now. */
export interface Meanings {
	of(name: string): Meaning | undefined;
	/** False where `of` has nothing to say of the name at a place, mostly. */
	mayHave(text: string, start: number, end: number): boolean;
	/** Takes a definition into account from here on; returns what it makes of the command. */
	define(macro: Macro): Meaning | undefined;
}

/** A body that does nothing. */
const NOTHING = /^(?:\\(?:relax|ignorespaces|unskip|ignorespacesafterend|@bsphack|@esphack)(?![a-zA-Z@])\s*)*$/;
/** Commands that may cite in a way that is not followed. */
const MAY_CITE = /\\(?:[a-zA-Z]*[cC]ite|[a-zA-Z]*@|csname)/;
const ALIAS = /^\\([a-zA-Z@]+)$/;
const COMMAND = /\\(?:([a-zA-Z@]+)\*?|[\s\S])|%[^\n]*/g;
/** Look at the next character, and take one of the commands that follow. */
const DISPATCH = /^(?:@ifstar|@ifnextchar|kernel@ifnextchar|@testopt|@dblarg)$/;
const gobblers: ReadonlyMap<string, string> = new Map([
	['@gobble', 'g'],
	['@gobbletwo', 'gg'],
]);
/** What is redefined for a moment only, for a table of contents or the like, keeps its argument. */
const KEPT = new Set(
	'footnote footnotetext thanks caption part chapter section subsection emph textbf textit text title author'.split(
		' ',
	),
);
/** Fixed keys of one command that are remembered. */
const MAX_KEYS = 50;

/**
 * @param given What other files define.
 * @param more Cite commands of the user's settings.
 */
export function createMeanings(given: ReadonlyMap<string, Meaning> | undefined, more: readonly string[]): Meanings {
	const known = new Map<string, Meaning>(given);
	for (const name of more) known.set(name, { kind: 'cite', command: ownCommand, keys: [] });

	const filter = createNameFilter(known.keys());

	/** Also of commands that nobody defines here. */
	function citing(name: string): (Meaning & { kind: 'cite' }) | undefined {
		const own = known.get(name);
		if (own) return own.kind === 'cite' ? own : undefined;
		const command = citeCommand(name);
		return command && { kind: 'cite', command, keys: [] };
	}

	function aliased(name: string): Meaning | undefined {
		const shape = gobblers.get(name);
		if (shape) return { kind: 'hidden', shape };
		return known.get(name) ?? citing(name) ?? (commandKind(name) ? { kind: 'alias', name } : undefined);
	}

	function meaningOf({ parameters, body }: Macro): Meaning | undefined {
		const alias = parameters === '' ? ALIAS.exec(body)?.[1] : undefined;
		if (alias) return aliased(alias);
		if (parameters !== '' && (NOTHING.test(body) || /\\detokenize(?![a-zA-Z@])/.test(body))) {
			return { kind: 'hidden', shape: parameters };
		}
		return readBody(parameters, body, citing);
	}

	return {
		of: (name) => known.get(name),
		mayHave: filter.mayHave,
		define(macro) {
			const { name, body } = macro;
			let meaning = meaningOf(macro);
			if (!meaning && !citeCommands.has(name) && citeCommand(name) && !MAY_CITE.test(body)) meaning = { kind: 'none' };
			// What everybody knows stays what it is, unless it is another way to cite.
			const kept = KEPT.has(name) || citeCommands.has(name) || (commandKind(name) && !citeCommand(name));
			if (kept && (meaning?.kind !== 'cite' || !citeCommands.has(name))) return undefined;
			if (meaning) {
				known.set(name, meaning);
				filter.add(name);
			} else known.delete(name);
			return meaning;
		},
	};
}

/** What the body of a definition cites. */
function readBody(
	parameters: string,
	body: string,
	citing: (name: string) => (Meaning & { kind: 'cite' }) | undefined,
): Meaning | undefined {
	const letters = [...parameters];
	const keys = new Set<string>();
	const commands: CiteCommand[] = [];
	let rest: string | undefined;
	let star = '';
	COMMAND.lastIndex = 0;
	for (let match = COMMAND.exec(body); match; match = COMMAND.exec(body)) {
		const name = match[1];
		if (!name) continue;
		if (DISPATCH.test(name)) {
			star = name === '@ifstar' ? '*' : ' ';
			continue;
		}
		const meaning = citing(name);
		if (!meaning) continue;
		const { command } = meaning;
		const after = match.index + 1 + name.length;
		// The first of the commands that are dispatched to stands for all: they take what this one takes.
		const { values, rest: missing } = takeArguments(body, after, command.shape);
		const left = star === '' ? missing : command.shape;
		if (left !== undefined) {
			rest ??= star.trim() + left;
			star = '';
			commands.push(command);
			for (const key of meaning.keys) if (!key.includes('#')) keys.add(key);
			continue;
		}
		const before = keys.size;
		let takes = false;
		for (const { key } of readLists(body, after, command.shape)?.lists.flatMap(({ items }) => items) ?? []) {
			const parameter = /^#([1-9])$/.exec(key)?.[1];
			const index = Number(parameter) - 1;
			if (parameter && letters[index] === 'g') letters[index] = 'k';
			else if (key !== '' && !key.includes('\\') && !/#(?![1-9])/.test(key) && !parameter) keys.add(key);
			takes ||= parameter !== undefined && letters[index] === 'k';
		}
		for (const key of fill(meaning.keys, values)) keys.add(key);
		if (takes || keys.size > before) commands.push(command);
	}
	if (commands.length === 0) return undefined;
	return {
		kind: 'cite',
		command: {
			shape: letters.join('') + (rest ?? ''),
			silent: commands.every(({ silent }) => silent),
			known: commands.some(({ known }) => known),
		},
		keys: [...keys].slice(0, MAX_KEYS),
	};
}

/** Keys that a command cites by itself, with its arguments filled in; those of which an argument is missing are left out. */
export function fill(keys: readonly string[], given: readonly (string | undefined)[]): readonly string[] {
	return keys
		.map((key) => key.replace(/#([1-9])/g, (_, digit: string) => given[Number(digit) - 1] ?? '\\'))
		.filter((key) => !/[\\{}\s,]/.test(key));
}
