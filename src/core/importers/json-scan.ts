import type { Span } from '../model/span.ts';

/** Spans of the elements of a JSON array, and where the array breaks off, if it does. */
export interface ArrayScan {
	readonly items: readonly Span[];
	/** False where the text ends, or goes wrong, before the array does. */
	readonly closed: boolean;
	/** Offset behind the last thing that was understood. */
	readonly end: number;
}

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
 * One pass.
 */
export function scanArray(text: string, start: number): ArrayScan {
	const items: Span[] = [];
	let depth = 0;
	let itemStart = -1;
	let at = start + 1;

	function finish(): void {
		let end = at;
		while (end > itemStart && /\s/.test(text[end - 1]!)) end--;
		if (itemStart >= 0) items.push({ start: itemStart, end });
		itemStart = -1;
	}

	while (at < text.length) {
		const character = text[at]!;
		if (depth === 0 && (character === ',' || character === ']')) {
			finish();
			at++;
			if (character === ']') return { items, closed: true, end: at };
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
	finish();
	return { items, closed: false, end: text.length };
}

/** Offset of the `[` of the first array that one of these properties of the outermost object holds, or -1. */
export function findArray(text: string, names: readonly string[]): number {
	let depth = 0;
	for (let at = 0; at < text.length; at++) {
		const character = text[at]!;
		if (character === '{' || character === '[') depth++;
		else if (character === '}' || character === ']') depth--;
		else if (character === '"') {
			const end = endOfString(text, at);
			const array = depth === 1 && names.includes(text.slice(at + 1, end - 1)) ? arrayAfter(text, end) : -1;
			if (array >= 0) return array;
			at = end - 1;
		}
	}
	return -1;
}

function arrayAfter(text: string, at: number): number {
	const opening = /\s*:\s*\[/y;
	opening.lastIndex = at;
	return opening.test(text) ? opening.lastIndex - 1 : -1;
}

/** What `JSON.parse` makes of a text; undefined where it makes nothing. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
