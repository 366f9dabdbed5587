import type { CitingSentence } from '../corpus/types.ts';
import { rarity } from './match.ts';
import { textTerms } from './texts.ts';

/** What the user's other citing sentences say for a paper. */
export interface Cited {
	/** How like this sentence the most similar one is that cites it, from 0 to 1: the cosine of their words. */
	readonly likeness: number;
	/** How much all sentences together that cite it say of what this one says: BM25, as if they were the paper's text. */
	readonly said: number;
	/** 3/4 where the sentence next to this one cites it, less the further away; 0 where nobody knows. */
	readonly nearness: number;
}

/** A citation so many sentences away says half of what one in the same place would. */
const halfWay = 3;
/** The same word in so many sentences says half of what it can. */
const saturation = 2;

/**
 * The keys that other sentences cite.
 *
 * @param gains What each term of the sentence's context is worth.
 */
export function citedElsewhere(
	text: string,
	gains: ReadonlyMap<string, number>,
	citing: readonly CitingSentence[],
): Map<string, Cited> {
	const found = new Map<string, Cited>();
	const counts = new Map<string, Map<string, number>>();
	const own = termsOf(text);
	const said = citing.map((one) => termsOf(one.text));
	const having = new Map<string, number>();
	for (const terms of [own, ...said]) for (const term of terms) having.set(term, (having.get(term) ?? 0) + 1);
	const weightOf = (term: string) => rarity(said.length + 1, having.get(term)!);
	const ownWeight = own.reduce((sum, term) => sum + weightOf(term), 0);
	const mine = new Set(own);
	citing.forEach(({ keys, apart }, i) => {
		let shared = 0;
		let whole = 0;
		for (const term of said[i]!) {
			const weight = weightOf(term);
			whole += weight;
			if (mine.has(term)) shared += weight;
		}
		const likeness = shared === 0 ? 0 : shared / Math.sqrt(ownWeight * whole);
		const nearness = apart === undefined ? 0 : halfWay / (halfWay + apart);
		for (const key of keys) {
			let count = counts.get(key);
			if (!count) counts.set(key, (count = new Map()));
			let more = 0;
			for (const term of said[i]!) {
				const gain = gains.get(term);
				if (gain === undefined) continue;
				const often = count.get(term) ?? 0;
				count.set(term, often + 1);
				more += gain * (saturated(often + 1) - saturated(often));
			}
			const before = found.get(key) ?? { likeness: 0, said: 0, nearness: 0 };
			found.set(key, {
				likeness: Math.max(likeness, before.likeness),
				said: before.said + more,
				nearness: Math.max(nearness, before.nearness),
			});
		}
	});
	return found;
}

/** Terms that tell a user why a paper was cited. */
const mostShown = 3;

/** The terms of a context that the sentences have which cite a key, those that say most first. */
export function citedFor(
	key: string,
	gains: ReadonlyMap<string, number>,
	citing: readonly CitingSentence[],
): readonly string[] {
	const said = new Set(citing.filter(({ keys }) => keys.includes(key)).flatMap(({ text }) => termsOf(text)));
	const shared = [...said].filter((term) => gains.has(term));
	return shared.sort((a, b) => gains.get(b)! - gains.get(a)!).slice(0, mostShown);
}

function saturated(often: number): number {
	return ((saturation + 1) * often) / (often + saturation);
}

// The same sentences come with every question about a document.
const remembered = new Map<string, readonly string[]>();
const mostRemembered = 5000;

/** The distinct terms of a sentence. */
export function termsOf(text: string): readonly string[] {
	let terms = remembered.get(text);
	if (!terms) {
		if (remembered.size >= mostRemembered) remembered.clear();
		remembered.set(text, (terms = [...new Set(textTerms(text))]));
	}
	return terms;
}
