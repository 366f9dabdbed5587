import type { Citation, CiteItem } from '../model/citation.ts';
import { skipBlanks, skipGroup, skipOptional } from './arguments.ts';
import type { CiteCommand } from './cite-commands.ts';
import { type KeyList, readKeyList } from './key-list.ts';

/** Brackets of optional arguments by their letter in a shape. */
const brackets: Readonly<Record<string, string>> = { o: '[', a: '<', p: '(' };

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
	const [once, again] = split(command.shape);
	const first = readGroup(text, after, once + again, false);
	if (!first) return undefined;
	const groups = [first];
	while (again && groups.at(-1)!.keys.closed) {
		const next = readGroup(text, groups.at(-1)!.end, again, true);
		if (!next) break;
		groups.push(next);
	}
	const items = groups.flatMap(({ keys }) => keys.items);
	// `#1` is the parameter of a definition.
	if (items.some(({ key }) => key.includes('#'))) return undefined;
	if (!command.known && items.some(({ key }) => key && !PLAUSIBLE.test(key))) return undefined;
	const last = groups.at(-1)!;
	return {
		form: 'command',
		command: name,
		span: { start, end: last.end },
		list: { start: first.keys.list.start, end: last.keys.list.end },
		items,
		closed: last.keys.closed && (command.known || hasKey(items)),
		silent: command.silent,
	};
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
): { readonly keys: KeyList; readonly end: number } | undefined {
	let at = from;
	let keys: KeyList | undefined;
	for (const letter of shape) {
		if (letter === '*') {
			while (text[at] === '*') at++;
			continue;
		}
		// Behind the keys only what stands close to them belongs to the command: a bracket may begin prose.
		const next = keys ? at : skipBlanks(text, at);
		const bracket = brackets[letter];
		if (bracket) {
			if (text[next] !== bracket) continue;
			const end = skipOptional(text, next);
			if (end >= 0) at = end;
			else if (!keys && bracket === '[') return undefined;
		} else if (text[next] !== '{') {
			if (!keys) return undefined;
		} else if (letter === 'g') {
			const end = skipGroup(text, next);
			if (end < 0 && !keys) return undefined;
			if (end >= 0) at = end;
		} else {
			keys = readKeyList(text, next);
			// A further group without a closing brace or key is more likely a block of its own.
			if (repeated && !keys.closed && !hasKey(keys.items)) return undefined;
			at = keys.closed ? keys.list.end + 1 : keys.list.end;
			if (!keys.closed) break;
		}
	}
	return keys && { keys, end: at };
}
