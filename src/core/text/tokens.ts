import { fold } from './fold.ts';

const joint = /['’ʼ‐‑-]/;
const simple = /^(?:\p{Lu}?\p{Ll}+|\p{Lu}+|\p{N}+)$/u;
const simpleAscii = /^(?:[A-Z]?[a-z]+|[A-Z]+|[0-9]+)$/;
// `PagedAttention` → Paged, Attention; `GPT3` → GPT, 3; `BERTScore` → BERT, Score; a plural `LSTMs` stays whole.
const pieces =
	/\p{Lu}{2,}s(?!\p{Ll})|\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?[\p{Ll}\p{M}]+|\p{Lu}+|\p{N}+|[\p{Lo}\p{Lm}\p{Lt}]+/gu;
const number = /\p{N}/u;
const lettersOrNumbers = /\p{N}+|[^\p{N}]+/gu;

// What UTF-16 units are to a word; each is found out when it is first met.
const unknown = 0;
const letter = 1;
/** Joins letters to one word; ends a word anywhere else. */
const inner = 2;
/** Chinese and Japanese don't separate words: each sign is one. */
const sign = 3;
const other = 4;
const kinds = new Uint8Array(0x10000);

function kindOf(character: string): number {
	if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character)) return sign;
	if (/[\p{L}\p{N}\p{M}]/u.test(character)) return letter;
	return joint.test(character) ? inner : other;
}

/** How many units the character at an offset has. */
function widthAt(text: string, at: number): number {
	return isHighSurrogate(text.charCodeAt(at)) && text.codePointAt(at)! > 0xffff ? 2 : 1;
}

function isHighSurrogate(unit: number): boolean {
	return unit >= 0xd800 && unit < 0xdc00;
}

function kindAt(text: string, at: number): number {
	const unit = text.charCodeAt(at);
	const known = kinds[unit]!;
	if (known !== unknown) return known;
	if (isHighSurrogate(unit)) return kindOf(String.fromCodePoint(text.codePointAt(at)!));
	return (kinds[unit] = kindOf(text[at]!));
}

type Visit = (start: number, end: number) => void;

/** Tells where each word of a text starts and ends, with its inner hyphens and apostrophes (`Megatron-LM`, `O'Brien`). */
export function eachWord(text: string, visit: Visit): void {
	scan(text, visit, true);
}

function scan(text: string, visit: Visit, joined: boolean): void {
	let start = -1;
	for (let at = 0; at < text.length; at++) {
		const kind = kindAt(text, at);
		if (kind === letter) {
			if (start < 0) start = at;
		} else {
			const inside = joined && kind === inner && start >= 0;
			if (inside && at + 1 < text.length && kindAt(text, at + 1) === letter) continue;
			if (start >= 0) visit(start, at);
			start = -1;
			if (kind === sign) visit(at, at + widthAt(text, at));
		}
		at += widthAt(text, at) - 1;
	}
	if (start >= 0) visit(start, text.length);
}

/** The words of a text as written. */
export function rawWords(text: string): string[] {
	const found: string[] = [];
	eachWord(text, (start, end) => found.push(text.slice(start, end)));
	return found;
}

/** A word cut at hyphens, folded, and where it stands. */
export interface PlacedWord {
	readonly word: string;
	readonly start: number;
	readonly end: number;
}

/** The words that titles are compared by, with their places: `Multi-Head GPT3` → multi, head, gpt3. */
export function placedWords(text: string): PlacedWord[] {
	const found: PlacedWord[] = [];
	scan(text, (start, end) => found.push({ word: fold(text.slice(start, end)), start, end }), false);
	return found;
}

/** The words that titles are compared by. */
export function words(text: string): string[] {
	const found: string[] = [];
	scan(text, (start, end) => found.push(fold(text.slice(start, end))), false);
	return found;
}

/**
 * Everything one raw word may be looked for by, folded and distinct: the parts between hyphens, CamelCase parts,
 * letters and numbers apart, and the whole without hyphens. `Megatron-LM` → megatron, lm, megatronlm.
 */
export function variants(raw: string): readonly string[] {
	if (simpleAscii.test(raw)) return [raw.toLowerCase()];
	if (simple.test(raw)) return [fold(raw)];
	const found = new Set<string>();
	const parts = raw.split(joint);
	for (const part of parts) {
		const inner = part.match(pieces) ?? [];
		// Single letters that a case change or an apostrophe cuts off find nothing that the whole wouldn't.
		for (const piece of [...(inner.length > 1 ? inner : []), part]) {
			if (piece.length > 1 || number.test(piece)) found.add(fold(piece));
		}
	}
	found.add(fold(parts.join('')));
	return [...found];
}

/** Letters and numbers apart: `smith2021` → smith, 2021. */
export function splitNumbers(word: string): string[] {
	return word.match(lettersOrNumbers) ?? [];
}

/** A hash of 32 bits (FNV-1a over UTF-16 units), for tables that are verified against the text itself. */
export function hash(text: string, seed = 0x811c9dc5): number {
	let value = seed;
	for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
	return value >>> 0;
}
