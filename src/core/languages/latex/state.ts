import { type CiteCommand, citeCommand, ownCommand } from '../cite-commands.ts';
import type { Macro } from '../types.ts';
import { commandKind } from './commands.ts';
import { createMatters } from './matters.ts';
import { prelude } from './prelude.ts';

/** What a command stands for. */
export interface Entry {
	readonly macro: Macro;
	/** What it may stand for as well, where that depends on what is not known. */
	readonly others: readonly Macro[];
	/** The command of TeX or of a package that it is another name of, by `\let`. */
	readonly primitive: string | undefined;
}

/** What the commands of a document mean at a place of it. */
export interface State {
	get(name: string): Entry | undefined;
	/** The cite command that everybody knows, or the user's settings name, by this name. */
	cites(name: string): CiteCommand | undefined;
	/** False where the name at a place means nothing that was defined, or nothing that would matter, mostly. */
	mayHave(text: string, start: number, end: number): boolean;
	/** True where it makes a difference what a command stands for: it may cite, choose, define, hide, include. */
	matters(name: string): boolean;
	/** @returns False where the command stays what it is. */
	define(macro: Macro, how?: { readonly isGlobal?: boolean; readonly isUnsure?: boolean }): boolean;
	/** A group begins, at whose end definitions are forgotten. */
	begin(): void;
	end(): void;
	/** True while there are definitions that a group will end. */
	hasLocal(): boolean;
	/** Another number whenever a definition changes. */
	version(): number;
	/** Forgets all definitions. */
	reset(): void;
	/** False where so much was expanded already that no more should be. */
	spend(characters: number): boolean;
}

/** Commands that may cite in a way that is not followed. */
export const MAY_CITE = /\\(?:[a-zA-Z]*[cC]ite|[a-zA-Z]*@|csname)/;
/** What is redefined for a moment only, for a table of contents or the like, keeps its argument. */
const KEPT = new Set(
	'footnote footnotetext thanks caption part chapter section subsection emph textbf textit text title author'.split(
		' ',
	),
);
/** Commands that print what they are given. */
const PLAIN =
	/\\(?:text[a-z]{2}|emph|ref|hyperref|protect|relax|ignorespaces|mbox|footnotesize|small|bfseries|itshape)(?![a-zA-Z@])/g;
/** Characters that one scan expands at most. */
const MAX_EXPANDED = 20_000_000;
const MAX_OTHERS = 4;

/** What a group ends. */
interface Undo {
	readonly depth: number;
	/** By name, what it stood for, and the version at which that changed. */
	readonly before: Map<string, { readonly entry: Entry | undefined; readonly version: number }>;
}

/** @param more Cite commands of the user's settings. */
export function createState(more: readonly string[]): State {
	const entries = new Map<string, Entry>();
	/** Of what a document need not define, as far as it was asked for. */
	const usual = new Map<string, Entry>();
	const settings = new Set(more);
	let matters = createMatters(settings);
	/** What was there before definitions that a group ends, for the groups that have some. */
	const undos: Undo[] = [];
	/** For what was defined for good, the version of that. */
	const lasting = new Map<string, number>();
	let depth = 0;
	let expanded = 0;
	let version = 0;

	const cites = (name: string) => (settings.has(name) ? ownCommand : citeCommand(name));

	/** True where a redefinition is none that counts. */
	function stays(macro: Macro): boolean {
		const { name, body } = macro;
		if (macro.provided && (entries.has(name) || commandKind(name))) return true;
		const citing = cites(name);
		if (citing) return citing.known && !MAY_CITE.test(body) && body.replace(PLAIN, '').includes('\\');
		if (KEPT.has(name)) return true;
		return commandKind(name) !== undefined && !name.startsWith('if');
	}

	/** True for what was defined for good at a version or later. */
	const isLasting = (name: string, since: number) => (lasting.get(name) ?? -1) >= since;

	function find(name: string): Entry | undefined {
		const known = entries.get(name) ?? usual.get(name);
		const given = known ? undefined : prelude.get(name);
		if (!given) return known;
		const entry = { macro: given, others: [], primitive: undefined };
		usual.set(name, entry);
		return entry;
	}

	return {
		get: find,
		cites,
		mayHave: (text, start, end) => matters.mayHave(text, start, end),
		matters: (name) => matters.has(name),
		define(macro, { isGlobal = false, isUnsure = false } = {}) {
			const { name } = macro;
			if (stays(macro)) return false;
			version++;
			const before = entries.get(name);
			const target = macro.alias ? macro.body.slice(1) : undefined;
			const copied = target === undefined ? undefined : find(target);
			let entry: Entry = copied
				? { ...copied, macro: { ...copied.macro, name } }
				: { macro, others: [], primitive: target };
			if (isUnsure && before) {
				const others = [before.macro, ...before.others].slice(0, MAX_OTHERS);
				entry = { ...entry, others };
			}
			if (isGlobal || isUnsure) lasting.set(name, version);
			else if (depth > 0) {
				if (undos.at(-1)?.depth !== depth) undos.push({ depth, before: new Map() });
				const known = undos.at(-1)!.before.get(name);
				if (!known || isLasting(name, known.version)) undos.at(-1)!.before.set(name, { entry: before, version });
			}
			entries.set(name, entry);
			if (copied && matters.has(target!)) matters.add(name);
			else matters.note(macro);
			return true;
		},
		begin: () => {
			depth++;
		},
		end() {
			if (undos.at(-1)?.depth === depth) {
				version++;
				for (const [name, known] of undos.pop()!.before) {
					if (isLasting(name, known.version)) continue;
					if (known.entry) entries.set(name, known.entry);
					else entries.delete(name);
				}
			}
			depth--;
		},
		reset() {
			version++;
			entries.clear();
			undos.length = 0;
			lasting.clear();
			matters = createMatters(settings);
		},
		hasLocal: () => undos.length > 0,
		version: () => version,
		spend(characters) {
			expanded += characters;
			return expanded <= MAX_EXPANDED;
		},
	};
}
