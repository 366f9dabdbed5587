import { createGroups } from './groups.ts';
import type { Starts } from './starts.ts';

/** Where the head of an entry stands: `@type{key,`. */
export interface Head {
	readonly typeStart: number;
	readonly typeEnd: number;
	/** Its opening brace. */
	readonly open: number;
	readonly keyStart: number;
	readonly keyEnd: number;
	/** Behind the comma that follows the key. */
	readonly fields: number;
}

/** Where the parts of an entry stand whose braces add up. */
export interface Outline extends Head {
	/** Its closing brace. */
	readonly close: number;
}

const SPACE = 32;
const COMMA = 44;
const OPEN = 123;
const CLOSE = 125;
const EQUALS = 61;

/**
 * Finds entries by their braces alone, without reading their fields: `@type{key, …}` up to the brace that closes it,
 * with nothing inside that could be the start of the next entry. Undefined for whatever else begins at an `@`, which
 * needs a closer look. To be asked with rising offsets; linear together.
 */
export function createOutliner(text: string, starts: Starts): (at: number) => Outline | undefined {
	const groups = createGroups();
	groups.enter(text);
	/** Up to here braces are known not to add up, or were counted already. */
	let from = 0;

	return (at) => {
		if (at < from) return undefined;
		const head = headAt(text, at);
		if (!head) return undefined;
		const next = starts.next(at + 1);
		const close = groups.end(head.open, next);
		from = close < 0 ? next : close;
		return close < 0 ? undefined : { ...head, close };
	};
}

/** The head of the entry that begins at an `@`; undefined for other blocks, and for heads that need a closer look. */
export function headAt(text: string, at: number): Head | undefined {
	const typeStart = behindBlanks(text, at + 1);
	let typeEnd = typeStart;
	while (isLetter(text.charCodeAt(typeEnd))) typeEnd++;
	const open = behindBlanks(text, typeEnd);
	if (typeEnd === typeStart || text.charCodeAt(open) !== OPEN || isReserved(text, typeStart, typeEnd)) return undefined;
	const keyStart = behindBlanks(text, open + 1);
	let keyEnd = keyStart;
	while (isKeyCharacter(text.charCodeAt(keyEnd))) keyEnd++;
	const comma = behindBlanks(text, keyEnd);
	if (keyEnd === keyStart || text.charCodeAt(comma) !== COMMA) return undefined;
	return { typeStart, typeEnd, open, keyStart, keyEnd, fields: comma + 1 };
}

/** Is it a block that is no entry? */
function isReserved(text: string, start: number, end: number): boolean {
	const length = end - start;
	return length >= 6 && length <= 8 && /^(?:comment|preamble|string)$/i.test(text.slice(start, end));
}

function behindBlanks(text: string, at: number): number {
	let behind = at;
	while (isBlank(text.charCodeAt(behind))) behind++;
	return behind;
}

/** What separates words; anything else than ASCII takes a closer look. */
export function isBlank(code: number): boolean {
	return code === SPACE || (code >= 9 && code <= 13);
}

function isLetter(code: number): boolean {
	return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isKeyCharacter(code: number): boolean {
	if (code > 127) return !isUnusualBlank(code);
	return code > SPACE && code !== COMMA && code !== OPEN && code !== CLOSE && code !== EQUALS;
}

/** Unicode's blanks, and some characters in between that keys hardly have. */
function isUnusualBlank(code: number): boolean {
	return code === 0xa0 || (code >= 0x1680 && code <= 0x3000) || code === 0xfeff;
}
