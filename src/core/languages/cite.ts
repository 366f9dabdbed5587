import type { Citation, CiteItem } from '../model/citation.ts';
import { skipBlanks, skipGroup, skipOptional } from './arguments.ts';
import type { CiteCommand } from './cite-commands.ts';
import { type KeyList, readKeyList } from './key-list.ts';
import { brackets } from './shapes.ts';

/** What the keys of a command that only looks like a cite command must be. */
const PLAUSIBLE = /^[^\s#\\={}]+$/;

/**
 * Reads the citation of a cite command.
 *
 * @param start Offset of its backslash.
 * @param after Offset behind its name.
 * @returns Undefined where no list of keys follows: the command is named, defined or passed on, but cites nothing.
 */
export function readCitation(
	text: string,
	start: number,
	after: number,
	name: string,
	command: CiteCommand,
): Citation | undefined {
	const found = readLists(text, after, command.shape);
	if (!found) return undefined;
	const { lists, end } = found;
	const items = lists.length === 1 ? lists[0]!.items : lists.flatMap((list) => list.items);
	// `#1` is the parameter of a definition.
	if (items.some(({ key }) => key.includes('#'))) return undefined;
	if (!command.known && items.some(({ key }) => key && !PLAUSIBLE.test(key))) return undefined;
	const last = lists.at(-1)!;
	return {
		form: 'command',
		command: name,
		span: { start, end },
		list: { start: lists[0]!.list.start, end: last.list.end },
		items,
		closed: last.closed && (command.known || hasKey(items)),
		silent: command.silent,
	};
}

/** The lists of keys among the arguments that begin at `after`, and where the last argument ends. */
export function readLists(
	text: string,
	after: number,
	shape: string,
): { readonly lists: readonly KeyList[]; readonly end: number } | undefined {
	const [once, again] = split(shape);
	const first = readGroup(text, after, once + again, false);
	if (!first) return undefined;
	const lists = [...first.lists];
	let { end } = first;
	while (again && lists.at(-1)!.closed) {
		const next = readGroup(text, end, again, true);
		if (!next) break;
		lists.push(...next.lists);
		({ end } = next);
	}
	return { lists, end };
}

function hasKey(items: readonly CiteItem[]): boolean {
	return items.some(({ key }) => key !== '');
}

function split(shape: string): readonly [string, string] {
	const plus = shape.indexOf('+');
	return plus < 0 ? [shape, ''] : [shape.slice(0, plus), shape.slice(plus + 1)];
}

/** The arguments of one shape; `end` is behind the last of them. */
function readGroup(
	text: string,
	from: number,
	shape: string,
	repeated: boolean,
): { readonly lists: readonly KeyList[]; readonly end: number } | undefined {
	let at = from;
	const lists: KeyList[] = [];
	for (const letter of shape) {
		if (letter === '*') {
			while (text[at] === '*') at++;
			continue;
		}
		// Behind the keys only what stands close to them belongs to the command: a bracket may begin prose.
		const next = lists.length > 0 ? at : skipBlanks(text, at);
		const bracket = brackets[letter];
		if (bracket) {
			if (text[next] !== bracket) continue;
			const end = skipOptional(text, next);
			if (end >= 0) at = end;
			else if (lists.length === 0 && bracket === '[') return undefined;
		} else if (text[next] !== '{') {
			if (lists.length === 0) return undefined;
		} else if (letter === 'g') {
			const end = skipGroup(text, next);
			if (end < 0 && lists.length === 0) return undefined;
			if (end >= 0) at = end;
		} else {
			const keys = readKeyList(text, next);
			// A further group without a closing brace or key is more likely a block of its own.
			if ((repeated || lists.length > 0) && !keys.closed && !hasKey(keys.items)) break;
			lists.push(keys);
			at = keys.closed ? keys.list.end + 1 : keys.list.end;
			if (!keys.closed) break;
		}
	}
	return lists.length > 0 ? { lists, end: at } : undefined;
}
