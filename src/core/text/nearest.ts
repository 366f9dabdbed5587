import { editDistance } from './edit-distance.ts';

/** The word of a list that may have been meant by another; undefined where none is near. */
export function nearest(word: string, words: readonly string[]): string | undefined {
	const limit = Math.max(2, Math.floor(word.length / 3));
	const found = words
		.map((one) => ({ one, distance: editDistance(word.toLowerCase(), one.toLowerCase(), limit) }))
		.filter(({ distance }) => distance <= limit)
		.sort((a, b) => a.distance - b.distance);
	return found[0]?.one;
}
