import { hash, words } from '../text/tokens.ts';

/** The longest title, in words, that is looked for in a text. */
export const longestTitle = 40;

/** Continues a hash of words by one word. */
export function extend(value: number | undefined, word: string): number {
	return hash(' ', hash(word, value));
}

// A short name stands in front of a colon, or of a dash with spaces: `BERT: Pre-training of …`.
const head = /^([^:]{1,60}?)\s*(?::|\s[–—-]\s)\s*\S/;

/** What stands in front of the colon of a title, as written: `Megatron-LM`, `Don't Stop Pretraining`. */
export function shortName(title: string): string | undefined {
	return head.exec(title)?.[1]?.trim() || undefined;
}

/** The hashes of so many first words of a title say that one begins so. */
export const toldWords = 3;

/** What a title is found by in a text: the hashes of it and of its short name, and of how they begin, up to `toldWords` words. */
export function titleHashes(title: string): { readonly whole: readonly number[]; readonly begun: readonly number[] } {
	const whole: number[] = [];
	const begun: number[] = [];
	for (const text of [title, shortName(title)]) {
		const all = text === undefined ? [] : words(text);
		if (all.length === 0 || all.length > longestTitle) continue;
		let value: number | undefined;
		for (const [index, word] of all.entries()) {
			value = extend(value, word);
			if (index < toldWords) begun.push(value);
		}
		whole.push(value!);
	}
	return { whole, begun };
}
