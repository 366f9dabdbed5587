import { type CiteCommand, citeCommand, ownCommand } from './cite-commands.ts';
import { commandKind, isConditional } from './latex-commands.ts';
import { prelude } from './latex-prelude.ts';
import { createNameFilter } from './name-filter.ts';
import type { Macro } from './types.ts';

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
	/** False where so much was expanded already that no more should be. */
	spend(characters: number): boolean;
}

const COMMAND = /\\(?:begin\s*\{([^{}\\]{1,60})\}|([a-zA-Z@]+))/g;
/** Kinds of commands that make what uses them matter. */
const ACTS: ReadonlySet<string> = new Set([
	'cite',
	'define',
	'switch',
	'include',
	'import',
	'new-environment',
	'new-cites',
]);
/** Commands that set switches, or are made of their arguments. */
const ACTING =
	/^(?:csname|csuse|@nameuse|[a-z]*toggle(?:true|false)?|set(?:bool|boolean)|forcsvlist|docsvlist|@for|foreach)$|(?:true|false)$/;
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

/** @param more Cite commands of the user's settings. */
export function createState(more: readonly string[]): State {
	const entries = new Map<string, Entry>();
	const settings = new Set(more);
	const mattering = new Set<string>();
	/** Commands by those that their bodies name. */
	const users = new Map<string, string[]>();
	const filter = createNameFilter([...prelude.keys(), ...more]);
	const groups: (Map<string, Entry | undefined> | undefined)[] = [];
	let expanded = 0;
	let version = 0;
	/** Groups that definitions end with. */
	let locals = 0;

	const cites = (name: string) => (settings.has(name) ? ownCommand : citeCommand(name));
	/** Commands in a body that make it matter: always, where it has arguments, or where it ends with them. */
	const always = (name: string) => {
		if (mattering.has(name) || settings.has(name) || ACTING.test(name)) return true;
		const kind = commandKind(name)?.kind;
		return kind !== undefined && ACTS.has(kind);
	};
	const byArguments = (name: string) => prelude.has(name) || commandKind(name)?.kind === 'conditional';

	function matter(name: string): void {
		for (const queue = [name]; queue.length > 0; ) {
			const next = queue.pop()!;
			if (mattering.has(next)) continue;
			mattering.add(next);
			filter.add(next);
			queue.push(...(users.get(next) ?? []));
		}
	}

	function note(macro: Macro): void {
		const { name, parameters, body, environment } = macro;
		let isUsed =
			environment !== undefined ||
			parameters.some(({ kind }) => kind === 'verbatim') ||
			/[\\@]/.test(name) ||
			!/^[a-zA-Z]+$/.test(name);
		let open = 0;
		for (const [whole, environmentName, other] of body.matchAll(COMMAND)) {
			const used = environmentName === undefined ? other! : `begin ${environmentName}`;
			if (isConditional(used)) open++;
			else if (used === 'fi') open--;
			const isLast = byArguments(used) && (parameters.length > 0 || body.endsWith(whole));
			if (always(used) || isLast) isUsed = true;
			else {
				const known = users.get(used);
				if (!known) users.set(used, [name]);
				else if (known.at(-1) !== name) known.push(name);
			}
		}
		let numbers = 0;
		for (let index = 1; index <= parameters.length; index++) if (body.includes(`#${index}`)) numbers++;
		const takes = parameters.filter(({ kind }) => kind !== 'literal').length;
		const isName = macro.alias && commandKind(body.slice(1)) !== undefined;
		if (isUsed || isName || open !== 0 || numbers < takes || always(name) || byArguments(name)) matter(name);
	}

	/** True where a redefinition is none that counts. */
	function stays(macro: Macro): boolean {
		const { name, body } = macro;
		if (macro.provided && (entries.has(name) || commandKind(name))) return true;
		const usual = cites(name);
		if (usual) return usual.known && !MAY_CITE.test(body) && body.replace(PLAIN, '').includes('\\');
		if (KEPT.has(name)) return true;
		return commandKind(name) !== undefined && !name.startsWith('if');
	}

	const find = (name: string): Entry | undefined => {
		const own = entries.get(name);
		if (own) return own;
		const given = prelude.get(name);
		return given && { macro: given, others: [], primitive: undefined };
	};

	return {
		get: find,
		cites,
		mayHave: filter.mayHave,
		matters: (name) => mattering.has(name) || prelude.has(name),
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
			const isLocal = !isGlobal && !isUnsure && groups.length > 0;
			if (isGlobal || isUnsure) for (const group of groups) group?.delete(name);
			if (isLocal) {
				let undo = groups.at(-1);
				if (!undo) {
					undo = new Map();
					groups[groups.length - 1] = undo;
					locals++;
				}
				if (!undo.has(name)) undo.set(name, before);
			}
			entries.set(name, entry);
			if (copied && (mattering.has(target!) || prelude.has(target!))) matter(name);
			else note(macro);
			return true;
		},
		begin: () => {
			groups.push(undefined);
		},
		end() {
			const undo = groups.pop();
			if (!undo) return;
			locals--;
			version++;
			for (const [name, entry] of undo) {
				if (entry) entries.set(name, entry);
				else entries.delete(name);
			}
		},
		hasLocal: () => locals > 0,
		version: () => version,
		spend(characters) {
			expanded += characters;
			return expanded <= MAX_EXPANDED;
		},
	};
}
