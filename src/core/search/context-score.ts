import { type Library, segmentOf } from './library.ts';
import { rarity } from './match.ts';
import { firstAtLeast } from './section.ts';
import type { Segment } from './segment.ts';
import { equalRange } from './strings.ts';
import { abstractCount, titleCount } from './texts.ts';

// BM25F with one free parameter set, measured on sentences of theses and papers whose citations are known.
const titleWeight = 5;
const saturation = 2;
const lengthShare = 0.75;

/** Items with their scores; items that score nothing are not listed. */
export interface Scores {
	readonly items: readonly number[];
	readonly scores: Float32Array;
}

/**
 * Scores papers by the terms of a context, each with its weight: BM25F over title and abstract.
 * Robertson, Zaragoza, Taylor: Simple BM25 extension to multiple weighted fields (CIKM 2004).
 */
export function scoreTexts(library: Library, terms: ReadonlyMap<string, number>): Scores {
	const scores = new Float32Array(library.size);
	const items: number[] = [];
	for (const [term, weight] of terms) {
		const present = library.segments.map(({ texts }) => {
			const { low, high } = equalRange(texts.terms, term);
			return { start: texts.starts[low]!, end: texts.starts[high]! };
		});
		const having = present.reduce((sum, { start, end }) => sum + end - start, 0);
		if (having === 0) continue;
		const gain = weight * rarity(library.size, having) * (saturation + 1);
		library.segments.forEach((segment, i) => {
			const { docs, marks } = segment.texts;
			const { title, abstract } = norms(segment, library);
			const base = library.bases[i]!;
			for (let at = present[i]!.start; at < present[i]!.end; at++) {
				const doc = docs[at]!;
				const mark = marks[at]!;
				const often = titleCount(mark) * title[doc]! + abstractCount(mark) * abstract[doc]!;
				if (scores[base + doc] === 0) items.push(base + doc);
				scores[base + doc]! += (gain * often) / (often + saturation);
			}
		});
	}
	return { items, scores };
}

/** How many papers have a term in title or abstract. */
function papersWith({ segments }: Library, term: string): number {
	return segments.reduce((sum, { texts }) => {
		const { low, high } = equalRange(texts.terms, term);
		return sum + texts.starts[high]! - texts.starts[low]!;
	}, 0);
}

/** How much a term of titles and abstracts says; one that no paper has, as much as one of a single paper. */
export function rarityOf(library: Library, term: string): number {
	return rarity(library.size, Math.max(1, papersWith(library, term)));
}

/** Of the terms of a context that a paper has, those that say most: at most three. */
export function sharedTerms(library: Library, terms: ReadonlyMap<string, number>, item: number): string[] {
	const at = segmentOf(library, item);
	const { texts } = library.segments[at]!;
	const doc = item - library.bases[at]!;
	const shared: { term: string; gain: number }[] = [];
	for (const [term, weight] of terms) {
		const { low, high } = equalRange(texts.terms, term);
		const end = texts.starts[high]!;
		const posting = firstAtLeast(texts.docs, doc, texts.starts[low]!, end);
		if (posting === end || texts.docs[posting] !== doc) continue;
		const often = titleCount(texts.marks[posting]!) > 0 ? 2 : 1;
		shared.push({ term, gain: weight * often * rarity(library.size, texts.starts[high]! - texts.starts[low]!) });
	}
	return shared
		.sort((a, b) => b.gain - a.gain)
		.slice(0, 3)
		.map(({ term }) => term);
}

interface Norms {
	readonly averageTitle: number;
	readonly averageAbstract: number;
	/** What one occurrence counts, by document: less in a long text. */
	readonly title: Float32Array;
	readonly abstract: Float32Array;
}

// Lengths are normalised by the averages of the library, which change only when its segments do.
const known = new WeakMap<Segment, Norms>();

function norms(segment: Segment, { averageTitle, averageAbstract }: Library): Norms {
	const before = known.get(segment);
	if (before && before.averageTitle === averageTitle && before.averageAbstract === averageAbstract) return before;
	const share = (length: number, average: number) =>
		1 / (1 - lengthShare + (lengthShare * length) / Math.max(1, average));
	const made = {
		averageTitle,
		averageAbstract,
		title: Float32Array.from(segment.titleLengths, (length) => titleWeight * share(length, averageTitle)),
		abstract: Float32Array.from(segment.abstractLengths, (length) => share(length, averageAbstract)),
	};
	known.set(segment, made);
	return made;
}
