import { createGroups } from './groups.ts';
import { isBlank } from './outline.ts';
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

/** Names in small letters, by how they are written: the same ones come again with every entry. */
const names = new Map<string, string>();
const mostNames = 1000;

/** The name of a field or type, in small letters. */
export function nameOf(written: string): string {
	let name = names.get(written);
	if (name === undefined) {
		name = written.toLowerCase();
		if (names.size < mostNames) names.set(written, name);
	}
	return name;
}

/** The fields of an entry, and its closing brace. */
export interface Body {
	readonly fields: BibField[];
	readonly close: number;
}

/**
 * Reads the fields of an entry of which nothing is wrong, from behind its key: `name = value, …` up to the closing
 * brace, which stands before `limit`. Undefined wherever anything else stands, be it a mistake, a comment or an unusual
 * character: then a closer look is taken.
 */
export type FieldReader = (text: string, from: number, limit: number) => Body | undefined;

export function createFieldReader(): FieldReader {
	const groups = createGroups();
	let text = '';
	let at = 0;
	let limit = 0;

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
			const end = groups.end(at, limit);
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
		for (let depth = 0; at < limit; at++) {
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
		const name = nameOf(text.slice(nameStart, at));
		if (blanks() !== EQUALS) return undefined;
		at++;
		let code = blanks();
		const start = at;
		const first = piece(code);
		if (!first) return undefined;
		let end = at;
		const pieces: BibPiece[] = [first];
		while (blanks() === HASH) {
			at++;
			code = blanks();
			const part = piece(code);
			if (!part) return undefined;
			pieces.push(part);
			end = at;
		}
		return { name, nameStart, start, end, pieces };
	}

	return (source, from, most) => {
		const fields: BibField[] = [];
		text = source;
		at = from;
		limit = most;
		groups.enter(text);
		for (let code = blanks(); code !== CLOSE; code = blanks()) {
			if (code === COMMA) {
				at++;
				continue;
			}
			const read = field();
			if (!read) return undefined;
			fields.push(read);
			const next = blanks();
			if (next === COMMA) at++;
			else if (next !== CLOSE) return undefined;
		}
		const close = at++;
		// What follows a brace too many is a field that belongs to the entry.
		return close >= limit || blanks() === COMMA ? undefined : { fields, close };
	};
}
