import { createNameFilter } from '../name-filter.ts';
import type { Macro } from '../types.ts';
import { commandKind, isConditional } from './commands.ts';
import { prelude } from './prelude.ts';

/** Which names it makes a difference for what they stand for: they may cite, choose, define, hide, include. */
export interface Matters {
	has(name: string): boolean;
	/** False where the name at a place is not among them; true for few others. */
	mayHave(text: string, start: number, end: number): boolean;
	add(name: string): void;
	/** Takes a definition into account: what uses a command that matters does so itself. */
	note(macro: Macro): void;
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

/** What matters in every document. */
const given = createNameFilter(prelude.keys());

/** Whether commands matter by what everybody knows of them; bounded against texts made of new names. */
const cache = new Map<string, boolean>();
const MAX_CACHED = 5000;

function acts(name: string): boolean {
	let known = cache.get(name);
	if (known === undefined) {
		const kind = commandKind(name)?.kind;
		known = ACTING.test(name) || (kind !== undefined && ACTS.has(kind));
		if (cache.size < MAX_CACHED) cache.set(name, known);
	}
	return known;
}

/** @param settings Cite commands of the user's settings. */
export function createMatters(settings: ReadonlySet<string>): Matters {
	const mattering = new Set<string>();
	/** Commands by those that their bodies name. */
	const users = new Map<string, string[]>();
	const filter = createNameFilter(given);
	for (const name of settings) filter.add(name);

	/** Commands in a body that make it matter: always, where it has arguments, or where it ends with them. */
	const always = (name: string) => mattering.has(name) || settings.has(name) || acts(name);
	const byArguments = (name: string) => prelude.has(name) || commandKind(name)?.kind === 'conditional';

	function add(name: string): void {
		for (const queue = [name]; queue.length > 0; ) {
			const next = queue.pop()!;
			if (mattering.has(next)) continue;
			mattering.add(next);
			filter.add(next);
			queue.push(...(users.get(next) ?? []));
			users.delete(next);
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
		if (isUsed || isName || open !== 0 || numbers < takes || always(name) || byArguments(name)) add(name);
	}

	return { has: (name) => mattering.has(name) || prelude.has(name), mayHave: filter.mayHave, add, note };
}
