import { createGroups } from './groups.ts';
import { isBlank, type Outline } from './outline.ts';
import type { BibField, BibPiece } from './types.ts';

const QUOTE = 34;
const HASH = 35;
const COMMA = 44;
const EQUALS = 61;
const OPEN = 123;
const CLOSE = 125;

/** What ends a name or a value without delimiters: `"#%'(),={}` and `@`. */
const ENDS = new Set([...'"#%\'(),={}@'].map((character) => character.charCodeAt(0)));
const isWord = Array.from({ length: 128 }, (_, code) => code > 32 && code < 127 && !ENDS.has(code));

/**
 * Reads the fields of entries of which nothing is wrong: `name = value, …` up to the closing brace. Undefined wherever
 * anything else stands, be it a mistake, a comment or an unusual character: then a closer look is taken.
 */
export function createFieldReader(text: string): (outline: Outline) => BibField[] | undefined {
	const groupEnd = createGroups(text);
	let at = 0;
	let close = 0;

	function blanks(): number {
		let code = text.charCodeAt(at);
		while (isBlank(code)) code = text.charCodeAt(++at);
		return code;
	}

	function word(): boolean {
		const start = at;
		while (isWord[text.charCodeAt(at)]) at++;
		return at > start;
	}

	/** Moves over one part of a value, which begins with `code`. */
	function piece(code: number): BibPiece | undefined {
		const start = at;
		if (code === OPEN) {
			const end = groupEnd(at, close);
			if (end < 0) return undefined;
			at = end + 1;
			return { kind: 'text', start: start + 1, end };
		}
		if (code === QUOTE) return quoted();
		if (!word()) return undefined;
		const first = text.charCodeAt(start);
		return { kind: first >= 48 && first <= 57 ? 'text' : 'macro', start, end: at };
	}

	/** `"…"`, in which only a quotation mark outside of braces is the end. */
	function quoted(): BibPiece | undefined {
		const start = ++at;
		for (let depth = 0; at < close; at++) {
			const code = text.charCodeAt(at);
			if (code === OPEN) depth++;
			else if (code === CLOSE) depth--;
			else if (code === QUOTE && depth === 0) return { kind: 'text', start, end: at++ };
			if (depth < 0) return undefined;
		}
		return undefined;
	}

	function field(): BibField | undefined {
		const nameStart = at;
		if (!word()) return undefined;
		const name = text.slice(nameStart, at).toLowerCase();
		if (blanks() !== EQUALS) return undefined;
		at++;
		let code = blanks();
		const start = at;
		const pieces: BibPiece[] = [];
		for (;;) {
			const part = piece(code);
			if (!part) return undefined;
			pieces.push(part);
			const end = at;
			if (blanks() !== HASH) return { name, nameStart, start, end, pieces };
			at++;
			code = blanks();
		}
	}

	return (outline) => {
		const fields: BibField[] = [];
		at = outline.fields;
		close = outline.close;
		for (let code = blanks(); at < close; code = blanks()) {
			if (code === COMMA) {
				at++;
				continue;
			}
			const read = field();
			if (!read) return undefined;
			fields.push(read);
			if (blanks() === COMMA) at++;
			else if (at !== close) return undefined;
		}
		if (at !== close) return undefined;
		// What follows a brace too many is a field that belongs to the entry.
		at++;
		return blanks() === COMMA ? undefined : fields;
	};
}
