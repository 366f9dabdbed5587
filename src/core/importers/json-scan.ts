import type { Span } from '../model/span.ts';

const QUOTE = 34;
const BACKSLASH = 92;

/** Offset behind the string that opens at `start`; the length of the text where it is never closed. */
function endOfString(text: string, start: number): number {
	for (let at = start + 1; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === BACKSLASH) at++;
		else if (code === QUOTE) return at + 1;
	}
	return text.length;
}

/**
 * The elements of the array that opens at `start`, without parsing them, so that each can be read, or fail, by itself.
 * One pass. A text that begins between two elements goes on from -1.
 *
 * @returns Whether the array is closed: false where the text ends, or goes wrong, before it does.
 */
export function* scanArray(text: string, start: number): Generator<Span, boolean> {
	let depth = 0;
	let itemStart = -1;
	let at = start + 1;

	function* finish(): Generator<Span> {
		let end = at;
		while (end > itemStart && /\s/.test(text[end - 1]!)) end--;
		if (itemStart >= 0) yield { start: itemStart, end };
		itemStart = -1;
	}

	while (at < text.length) {
		const character = text[at]!;
		if (depth === 0 && (character === ',' || character === ']')) {
			yield* finish();
			at++;
			if (character === ']') return true;
			continue;
		}
		if (itemStart < 0 && !/\s/.test(character)) itemStart = at;
		if (character === '"') {
			at = endOfString(text, at);
			continue;
		}
		if (character === '{' || character === '[') depth++;
		else if (character === '}' || character === ']') depth--;
		at++;
	}
	yield* finish();
	return false;
}

/** Where the records of a JSON object are. */
export interface ListNames {
	/** Properties that hold the list. */
	readonly lists: readonly string[];
	/** Properties whose object holds it. */
	readonly wrappers: readonly string[];
	/** Properties of an object that is a record itself, whatever lists it has. */
	readonly records: readonly string[];
}

/** Offset of the `[` of the first list of records that the outermost object holds, or -1. */
export function findArray(text: string, { lists, wrappers, records }: ListNames): number {
	let depth = 0;
	/** How deep the list lies. */
	let level = 1;
	for (let at = 0; at < text.length; at++) {
		const character = text[at]!;
		if (character === '{' || character === '[') depth++;
		else if (character === '}' || character === ']') depth--;
		else if (character === '"') {
			const end = endOfString(text, at);
			if (depth === level) {
				const name = text.slice(at + 1, end - 1);
				const value = valueAfter(text, end);
				if (lists.includes(name) && text[value] === '[') return value;
				if (wrappers.includes(name) && text[value] === '{') level = depth + 1;
				else if (records.includes(name) && value >= 0) return -1;
			}
			at = end - 1;
		}
	}
	return -1;
}

/** Offset of the value of the property whose name ends at `at`; -1 for a string that is no name. */
function valueAfter(text: string, at: number): number {
	const colon = /\s*:\s*/y;
	colon.lastIndex = at;
	return colon.test(text) ? colon.lastIndex : -1;
}

/** What `JSON.parse` makes of a text; undefined where it makes nothing. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
