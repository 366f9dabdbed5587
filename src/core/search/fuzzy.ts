import Fuse from 'fuse.js';

/** One of the texts that a fuzzy search found: its index, and 1 for the same text down to 0. */
export interface FuzzyMatch {
	readonly index: number;
	readonly likeness: number;
}

/**
 * The texts that resemble a pattern somewhere (fuse.js's Bitap search), best first. Looks at every text: for hundreds
 * of them, not thousands.
 */
export function resembling(pattern: string, texts: readonly string[], limit: number): FuzzyMatch[] {
	const fuse = new Fuse(texts, { includeScore: true, ignoreLocation: true, threshold: 0.4, minMatchCharLength: 3 });
	return fuse
		.search(pattern.slice(0, 64), { limit })
		.map(({ refIndex, score }) => ({ index: refIndex, likeness: 1 - (score ?? 1) }));
}
