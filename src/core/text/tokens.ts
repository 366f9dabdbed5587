import { fold } from './fold.ts';
import { joint, wordScan } from './word-scan.ts';

const simple = /^(?:\p{Lu}?\p{Ll}+|\p{Lu}+|\p{N}+)$/u;
const simpleAscii = /^(?:[A-Z]?[a-z]+|[A-Z]+|[0-9]+)$/;
// `PagedAttention` → Paged, Attention; `GPT3` → GPT, 3; `BERTScore` → BERT, Score; a plural `LSTMs` stays whole.
const pieces =
	/\p{Lu}{2,}s(?!\p{Ll})|\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?[\p{Ll}\p{M}]+|\p{Lu}+|\p{N}+|[\p{Lo}\p{Lm}\p{Lt}]+/gu;
const number = /\p{N}/u;
const lettersOrNumbers = /\p{N}+|[^\p{N}]+/gu;

const scan = wordScan();

/** The words of a text as written, with inner hyphens and apostrophes (`Megatron-LM`, `O'Brien`). */
export function rawWords(text: string): string[] {
	return cut(text, true);
}

function cut(text: string, joined: boolean): string[] {
	const end = 2 * scan.read(text, joined);
	const found: string[] = [];
	for (let i = 0; i < end; i += 2) found.push(text.slice(scan.bounds[i], scan.bounds[i + 1]));
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
	let end = 0;
	return cut(text, false).map((word) => {
		const start = text.indexOf(word, end);
		end = start + word.length;
		return { word: fold(word), start, end };
	});
}

/** The words that titles are compared by. */
export function words(text: string): string[] {
	return cut(text, false).map(fold);
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
