import type { CitingSentence } from '../corpus/types.ts';
import { termsOf } from './citing.ts';
import { rarityOf } from './context-score.ts';
import { type Library, paperOfItem } from './library.ts';
import { textTerms } from './texts.ts';

// What is cited around a sentence tells what kind of paper is cited in it (Rocchio's relevance feedback, with the
// papers nearby as the relevant ones).

/** So many citing sentences away a citation still says something. */
const reach = 8;
/** So many terms are as good as all. */
const mostTerms = 40;
/** A word of a title tells as much as so many of an abstract. */
const titleWeight = 3;

/** Papers that sentences nearby cite, each with how much that says: 1 for the sentence next to this one, less further away. */
export type Nearby = ReadonlyMap<number, number>;

export function citedNearby(citing: readonly CitingSentence[], itemsOfKey: (key: string) => readonly number[]): Nearby {
	const nearby = new Map<number, number>();
	for (const { keys, apart } of citing) {
		if (apart === undefined || apart > reach) continue;
		for (const key of keys) {
			const [item] = itemsOfKey(key);
			if (item !== undefined) nearby.set(item, Math.max(nearby.get(item) ?? 0, 1 / apart));
		}
	}
	return nearby;
}

/** What the papers cited nearby are about; the term that says most has weight 1. */
export function subjectTerms(library: Library, nearby: Nearby): Map<string, number> {
	const sum = new Map<string, number>();
	for (const [item, weight] of nearby) {
		for (const [term, share] of unitTerms(library, item)) sum.set(term, (sum.get(term) ?? 0) + weight * share);
	}
	return strongest(library, sum);
}

/** What the sentences nearby say that cite something; the term that says most has weight 1. */
export function vicinityTerms(library: Library, citing: readonly CitingSentence[]): Map<string, number> {
	const sum = new Map<string, number>();
	for (const { text, apart } of citing) {
		if (apart === undefined || apart > reach) continue;
		for (const term of termsOf(text)) sum.set(term, (sum.get(term) ?? 0) + 1 / apart);
	}
	return strongest(library, sum);
}

/** The terms of a paper, divided by the length of its vector of weights (logarithm of the count, times rarity). */
function unitTerms(library: Library, item: number): Map<string, number> {
	const { title, abstract = '' } = paperOfItem(library, item);
	const counts = new Map<string, number>();
	const count = (text: string, weight: number) => {
		for (const term of textTerms(text)) counts.set(term, (counts.get(term) ?? 0) + weight);
	};
	count(title, titleWeight);
	count(abstract, 1);
	let squares = 0;
	for (const [term, often] of counts) {
		const share = 1 + Math.log(often);
		counts.set(term, share);
		squares += (share * rarityOf(library, term)) ** 2;
	}
	const length = Math.sqrt(squares) || 1;
	return new Map([...counts].map(([term, share]) => [term, share / length]));
}

function strongest(library: Library, weights: ReadonlyMap<string, number>): Map<string, number> {
	const best = [...weights]
		.map(([term, weight]) => ({ term, weight, gain: weight * rarityOf(library, term) }))
		.sort((a, b) => b.gain - a.gain)
		.slice(0, mostTerms);
	const most = best.reduce((max, { weight }) => Math.max(max, weight), 0);
	return new Map(best.map(({ term, weight }) => [term, weight / most]));
}
