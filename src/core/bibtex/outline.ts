import { createGroups } from './groups.ts';
import type { Starts } from './starts.ts';

/** Where the parts of an entry stand whose braces add up. */
export interface Outline {
	readonly typeStart: number;
	readonly typeEnd: number;
	readonly keyStart: number;
	readonly keyEnd: number;
	/** Behind the comma that follows the key. */
	readonly fields: number;
	/** Its closing brace. */
	readonly close: number;
}

/** Blocks that are no entries. */
const RESERVED = /(?:comment|preamble|string)(?![a-z])/iy;
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
	const groupEnd = createGroups(text);
	/** Up to here braces are known not to add up, or were counted already. */
	let from = 0;

	const blanks = (at: number) => {
		let behind = at;
		while (isBlank(text.charCodeAt(behind))) behind++;
		return behind;
	};

	return (at) => {
		if (at < from) return undefined;
		const typeStart = blanks(at + 1);
		let typeEnd = typeStart;
		while (isLetter(text.charCodeAt(typeEnd))) typeEnd++;
		const open = blanks(typeEnd);
		if (typeEnd === typeStart || text.charCodeAt(open) !== OPEN) return undefined;
		RESERVED.lastIndex = typeStart;
		if (RESERVED.test(text)) return undefined;
		const keyStart = blanks(open + 1);
		let keyEnd = keyStart;
		while (isKeyCharacter(text.charCodeAt(keyEnd))) keyEnd++;
		const comma = blanks(keyEnd);
		if (keyEnd === keyStart || text.charCodeAt(comma) !== COMMA) return undefined;
		const next = starts.next(at + 1);
		const close = groupEnd(open, next);
		from = close < 0 ? next : close;
		return close < 0 ? undefined : { typeStart, typeEnd, keyStart, keyEnd, fields: comma + 1, close };
	};
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
