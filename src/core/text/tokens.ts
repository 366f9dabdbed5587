import { fold, isAscii } from './fold.ts';

// A word with its inner hyphens and apostrophes. Chinese and Japanese don't separate words: each sign is one.
const asciiWord = /[A-Za-z0-9]+(?:['-][A-Za-z0-9]+)*/g;
const sign = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]';
const letter = `(?!${sign})[\\p{L}\\p{N}\\p{M}]`;
const anyWord = new RegExp(`${sign}|(?:${letter})+(?:['’ʼ‐‑-](?:${letter})+)*`, 'gu');
const asciiPart = /[A-Za-z0-9]+/g;
const anyPart = new RegExp(`${sign}|(?:${letter})+`, 'gu');
const joint = /['’ʼ‐‑-]/;
const simple = /^(?:\p{Lu}?\p{Ll}+|\p{Lu}+|\p{N}+)$/u;
const simpleAscii = /^(?:[A-Z]?[a-z]+|[A-Z]+|[0-9]+)$/;
// `PagedAttention` → Paged, Attention; `GPT3` → GPT, 3; `BERTScore` → BERT, Score; a plural `LSTMs` stays whole.
const pieces =
	/\p{Lu}{2,}s(?!\p{Ll})|\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?[\p{Ll}\p{M}]+|\p{Lu}+|\p{N}+|[\p{Lo}\p{Lm}\p{Lt}]+/gu;
const number = /\p{N}/u;
const lettersOrNumbers = /\p{N}+|[^\p{N}]+/gu;

/** The words of a text as written, with inner hyphens and apostrophes (`Megatron-LM`, `O'Brien`). */
export function rawWords(text: string): string[] {
	return text.match(isAscii(text) ? asciiWord : anyWord) ?? [];
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
	for (const match of text.matchAll(isAscii(text) ? asciiPart : anyPart)) {
		found.push({ word: fold(match[0]), start: match.index, end: match.index + match[0].length });
	}
	return found;
}

/** The words that titles are compared by. */
export function words(text: string): string[] {
	return (text.match(isAscii(text) ? asciiPart : anyPart) ?? []).map(fold);
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
