import { markWeights } from './fields.ts';
import type { Library } from './library.ts';
import { allowedEdits, type Near, near } from './near.ts';
import type { Word } from './query.ts';
import type { Section } from './section.ts';
import { stem } from './stem.ts';
import { type Dictionary, equalRange, type IndexRange, prefixRange, sizeOf } from './strings.ts';

/** Terms of one segment that a word of the query may stand for. */
export interface Expansion extends IndexRange {
	readonly base: number;
	readonly section: Section;
	/** What each mark of the section is worth. */
	readonly weights: Float32Array;
	/** 1 for the word itself, less for what is only near. */
	readonly quality: number;
}

/** A word of the abstract is worth the same however often it stands there, and less than any word of the title. */
const textWeights = new Float32Array(256).fill(0.4);

/** All that one word of the query may stand for. */
export interface Reading {
	readonly word: Word;
	readonly expansions: readonly Expansion[];
	/** Postings in all of them: what it costs, and how much the word says. */
	readonly postings: number;
}

/** What a word stands for as it is spelled: itself and, for a beginning, what starts with it. */
export function readExactly(library: Library, word: Word): Reading {
	const expansions: Expansion[] = [];
	library.segments.forEach(({ names }, i) => {
		const range = word.prefix ? prefixRange(names.terms, word.text) : equalRange(names.terms, word.text);
		if (range.low < range.high)
			expansions.push({ ...range, base: library.bases[i]!, section: names, weights: markWeights, quality: 1 });
	});
	return reading(word, expansions);
}

/** At most so many runs of misspelled terms are followed per segment: the nearest ones. */
const mostNear = 256;

/** What a word stands for, as it was read, if it may also stand in the abstract. */
export function readAnywhere(library: Library, read: Reading): Reading {
	const { word } = read;
	const expansions = [...read.expansions];
	library.segments.forEach(({ texts }, i) => {
		const stemmed = equalRange(texts.terms, stem(word.text));
		const begun = word.prefix ? prefixRange(texts.terms, word.text) : { low: 0, high: 0 };
		for (const range of [stemmed, begun]) {
			if (range.low >= range.high) continue;
			expansions.push({ ...range, base: library.bases[i]!, section: texts, weights: textWeights, quality: 1 });
		}
	});
	return reading(word, expansions);
}

/**
 * What a word stands for if it may be misspelled or cut short. With `anyFirst` the first letter may be wrong, too,
 * which costs a walk of the whole dictionary.
 *
 * @param more Edits beyond those that a word of its length may have.
 */
export function readNearly(library: Library, word: Word, anyFirst: boolean, more = 0): Reading {
	const exact = readExactly(library, { ...word, prefix: true }).expansions;
	const allowed = /\d/.test(word.text) ? 0 : allowedEdits(word.text.length);
	const edits = allowed && allowed + more;
	if (edits === 0) return reading(word, exact);
	const expansions: Expansion[] = [...exact];
	const begun = word.prefix && word.text.length > 4;
	library.segments.forEach(({ names }, i) => {
		const own = prefixRange(names.terms, word.text);
		for (const one of nearTerms(names.terms, word.text, edits, begun, anyFirst)) {
			if (one.low >= own.low && one.low < own.high) continue;
			const quality = 0.6 / one.edits;
			const { low, high } = one;
			expansions.push({ low, high, base: library.bases[i]!, section: names, weights: markWeights, quality });
		}
	});
	return reading(word, expansions);
}

// While someone types on, the words in front stay the same.
const remembered = new WeakMap<Dictionary, Map<string, readonly Near[]>>();
const mostRemembered = 100;

function nearTerms(terms: Dictionary, text: string, edits: number, begun: boolean, anyFirst: boolean): readonly Near[] {
	let known = remembered.get(terms);
	if (!known) remembered.set(terms, (known = new Map()));
	const asked = `${anyFirst ? '*' : ''}${begun ? '-' : ''}${edits}${text}`;
	let found = known.get(asked);
	if (!found) {
		const within = anyFirst ? { low: 0, high: sizeOf(terms) } : prefixRange(terms, text.slice(0, 1));
		found = nearest(near(terms, text, edits, begun, within));
		if (known.size >= mostRemembered) known.clear();
		known.set(asked, found);
	}
	return found;
}

function nearest<T extends { readonly edits: number }>(list: T[]): T[] {
	return list.length <= mostNear ? list : list.sort((a, b) => a.edits - b.edits).slice(0, mostNear);
}

function reading(word: Word, expansions: readonly Expansion[]): Reading {
	const postings = expansions.reduce(
		(sum, { section, low, high }) => sum + section.starts[high]! - section.starts[low]!,
		0,
	);
	return { word, expansions, postings };
}

/** How much a word says: rare ones more (the probabilistic idf, kept positive). */
export function rarity(documents: number, having: number): number {
	const have = Math.min(documents, having);
	return Math.log(1 + (documents - have + 0.5) / (have + 0.5));
}
