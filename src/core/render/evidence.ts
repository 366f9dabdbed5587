import type { Span } from '../model/span.ts';
import { sentencesOf } from '../text/sentences.ts';
import { words } from '../text/tokens.ts';

/** Shared words, in all, from which a sentence counts as bearing on another. */
const least = 2;

/** Words of this length or less say little about a topic. */
const shortWord = 3;

function topicWords(text: string): Set<string> {
	return new Set(words(text).filter((word) => word.length > shortWord));
}

/**
 * The sentence of an abstract that bears most on a citing sentence: the one with the most words in common, where
 * words that fewer of the abstract's sentences have count for more. Undefined where none shares enough to say so.
 */
export function evidence(citing: string, abstract: string): Span | undefined {
	const sentences = sentencesOf(abstract);
	if (sentences.length < 2) return undefined;
	const asked = topicWords(citing);
	const found = sentences.map(({ start, end }) => topicWords(abstract.slice(start, end)));
	const spread = new Map<string, number>();
	for (const set of found) for (const word of set) spread.set(word, (spread.get(word) ?? 0) + 1);
	let best: Span | undefined;
	let bestScore = 0;
	for (const [index, set] of found.entries()) {
		const shared = [...set].filter((word) => asked.has(word));
		const score = shared.reduce((sum, word) => sum + 1 / spread.get(word)!, 0);
		if (shared.length >= least && score > bestScore) {
			best = sentences[index];
			bestScore = score;
		}
	}
	return best;
}
