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
	const [first, last] = [lists[0]!, lists.at(-1)!];
	const items = lists.length === 1 ? first.items : lists.flatMap((list) => list.items);
	// `#1` is the parameter of a definition.
	if (items.some(({ key }) => key.includes('#'))) return undefined;
	if (!command.known && items.some(({ key }) => key && !PLAUSIBLE.test(key))) return undefined;
	return {
		form: 'command',
		command: name,
		span: { start, end },
		list: lists.length === 1 ? first.list : { start: first.list.start, end: last.list.end },
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
	const plus = shape.indexOf('+');
	const again = plus < 0 ? '' : shape.slice(plus + 1);
	const lists: KeyList[] = [];
	let end = readGroup(text, after, plus < 0 ? shape : shape.slice(0, plus) + again, lists);
	if (end < 0) return undefined;
	while (again && lists.at(-1)!.closed) {
		const next = readGroup(text, end, again, lists);
		if (next < 0) break;
		end = next;
	}
	return { lists, end };
}

function hasKey(items: readonly CiteItem[]): boolean {
	return items.some(({ key }) => key !== '');
}

/** Adds the lists of keys among the arguments of one shape to those found; returns where the last argument ends, or -1. */
function readGroup(text: string, from: number, shape: string, found: KeyList[]): number {
	const before = found.length;
	let at = from;
	for (let index = 0; index < shape.length; index++) {
		const letter = shape[index]!;
		if (letter === '*') {
			while (text[at] === '*') at++;
			continue;
		}
		const isBehind = found.length > before;
		// Behind the keys only what stands close to them belongs to the command: a bracket may begin prose.
		const next = isBehind ? at : skipBlanks(text, at);
		const bracket = brackets[letter];
		if (bracket) {
			if (text[next] !== bracket) continue;
			const end = skipOptional(text, next);
			if (end >= 0) at = end;
			else if (!isBehind && bracket === '[') return -1;
		} else if (text[next] !== '{') {
			if (!isBehind) return -1;
		} else if (letter === 'g') {
			const end = skipGroup(text, next);
			if (end < 0 && !isBehind) return -1;
			if (end >= 0) at = end;
		} else {
			const keys = readKeyList(text, next);
			// A further group without a closing brace or key is more likely a block of its own.
			if (found.length > 0 && !keys.closed && !hasKey(keys.items)) break;
			found.push(keys);
			at = keys.closed ? keys.list.end + 1 : keys.list.end;
			if (!keys.closed) break;
		}
	}
	return found.length > before ? at : -1;
}
