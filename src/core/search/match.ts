import { markWeights } from './fields.ts';
import type { Library } from './library.ts';
import { allowedEdits, near } from './near.ts';
import type { Word } from './query.ts';
import type { Section } from './section.ts';
import { equalRange, type IndexRange, prefixRange, sizeOf } from './strings.ts';

/** Terms of one segment that a word of the query may stand for. */
interface Expansion extends IndexRange {
	readonly base: number;
	readonly section: Section;
	/** 1 for the word itself, less for what is only near. */
	readonly quality: number;
}

/** All that one word of the query may stand for. */
export interface Reading {
	readonly word: Word;
	readonly expansions: readonly Expansion[];
	/** Postings in all of them: what it costs, and how much the word says. */
	readonly postings: number;
}

/** Items with their scores, in no order. */
export interface Matches {
	readonly items: readonly number[];
	readonly scores: Float32Array;
}

/** What a word stands for as it is spelled: itself and, for a beginning, what starts with it. */
export function readExactly(library: Library, word: Word): Reading {
	const expansions: Expansion[] = [];
	library.segments.forEach(({ names }, i) => {
		const range = word.prefix ? prefixRange(names.terms, word.text) : equalRange(names.terms, word.text);
		if (range.low < range.high) expansions.push({ ...range, base: library.bases[i]!, section: names, quality: 1 });
	});
	return reading(word, expansions);
}

/** At most so many runs of misspelled terms are followed per segment: the nearest ones. */
const mostNear = 256;

/**
 * What a word stands for if it may be misspelled or cut short. With `anyFirst` the first letter may be wrong, too,
 * which costs a walk of the whole dictionary.
 */
export function readNearly(library: Library, word: Word, anyFirst: boolean): Reading {
	const exact = readExactly(library, { ...word, prefix: true }).expansions;
	const edits = /\d/.test(word.text) ? 0 : allowedEdits(word.text.length);
	if (edits === 0) return reading(word, exact);
	const expansions: Expansion[] = [...exact];
	library.segments.forEach(({ names }, i) => {
		const all = { low: 0, high: sizeOf(names.terms) };
		const within = anyFirst ? all : prefixRange(names.terms, word.text.slice(0, 1));
		const own = prefixRange(names.terms, word.text);
		const whole = near(names.terms, word.text, edits, false, within);
		const begun = word.prefix && word.text.length > 4 ? near(names.terms, word.text, edits, true, within) : [];
		for (const [list, share] of [
			[whole, 0.6],
			[begun, 0.45],
		] as const) {
			for (const one of nearest(list)) {
				if (one.low >= own.low && one.low < own.high) continue;
				const quality = share / one.edits;
				expansions.push({ low: one.low, high: one.high, base: library.bases[i]!, section: names, quality });
			}
		}
	});
	return reading(word, expansions);
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

/** The items that have every word. */
export function matchAll(library: Library, readings: readonly Reading[]): Matches {
	const scores = new Float32Array(library.size);
	const stage = new Uint8Array(library.size);
	const best = new Float32Array(library.size);
	let items: number[] = [];
	// The rarest word first: what doesn't have it needs no more looking at.
	const order = [...readings].sort((a, b) => a.postings - b.postings);
	for (const [round, one] of order.entries()) {
		const touched: number[] = [];
		forEachPosting(library, one, (item, score) => {
			const at = stage[item]!;
			if (at < round) return;
			if (at === round) {
				stage[item] = round + 1;
				touched.push(item);
				best[item] = score;
			} else if (score > best[item]!) best[item] = score;
		});
		for (const item of touched) scores[item]! += best[item]!;
		items = touched;
		if (items.length === 0) break;
	}
	return { items, scores };
}

/** The items that have some of the words; what lacks many scores little. */
export function matchSome(library: Library, readings: readonly Reading[]): Matches {
	const scores = new Float32Array(library.size);
	const stage = new Uint8Array(library.size);
	const covered = new Float32Array(library.size);
	const best = new Float32Array(library.size);
	const items: number[] = [];
	let whole = 0;
	for (const [round, one] of readings.entries()) {
		const weight = rarity(library.size, one.postings);
		whole += weight;
		const touched: number[] = [];
		forEachPosting(library, one, (item, score) => {
			const at = stage[item]!;
			if (at <= round) {
				if (at === 0) items.push(item);
				stage[item] = round + 1;
				touched.push(item);
				best[item] = score;
			} else if (score > best[item]!) best[item] = score;
		});
		for (const item of touched) {
			scores[item]! += best[item]!;
			covered[item]! += weight;
		}
	}
	for (const item of items) scores[item]! *= covered[item]! / whole;
	return { items, scores };
}

function forEachPosting(library: Library, one: Reading, visit: (item: number, score: number) => void): void {
	const weight = rarity(library.size, one.postings);
	const length = one.word.text.length;
	for (const { section, base, low, high, quality } of one.expansions) {
		const { terms, starts, docs, marks } = section;
		for (let term = low; term < high; term++) {
			const size = terms.offsets[term + 1]! - terms.offsets[term]!;
			const score = weight * quality * (size <= length ? 1 : 0.5 + (0.4 * length) / size);
			for (let i = starts[term]!; i < starts[term + 1]!; i++) visit(base + docs[i]!, score * markWeights[marks[i]!]!);
		}
	}
}
