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

/** Hashes under which a title is found in a text: the whole one, and its short name. */
export function titleHashes(title: string): number[] {
	const hashes: number[] = [];
	for (const text of [title, shortName(title)]) {
		if (text === undefined) continue;
		const all = words(text);
		if (all.length > 0 && all.length <= longestTitle) hashes.push(all.reduce<number | undefined>(extend, undefined)!);
	}
	return hashes;
}
