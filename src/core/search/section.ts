import { enlarged, numberList } from './number-list.ts';
import { type Dictionary, dictionaryOf, stringsBuilder } from './strings.ts';
import { type WordTable, wordTable } from './word-table.ts';

/**
 * An inverted index: for each term the documents that have it, ascending, each with a mark (which fields, how often)
 * whose meaning is its owner's. The postings of term `t` are at `starts[t]` up to `starts[t + 1]`.
 */
export interface Section {
	readonly terms: Dictionary;
	readonly starts: Uint32Array;
	readonly docs: Uint32Array;
	readonly marks: Uint16Array;
}

export interface SectionBuilder {
	/** A number for a term, to add it by. */
	idOf(term: string): number;
	/** Adds a mark for a term in a document; documents come in ascending order. */
	add(term: number, doc: number, mark: number): void;
	/** Sorts and packs, and forgets what was added. Yields every so often, so that a caller can pause it. */
	build(): Generator<void, Section>;
}

/** How work is cut: a generator yields after so many steps that cost something. */
const slice = 10_000;

const chunkBits = 14;
const chunkSize = 1 << chunkBits;

/** Postings in the order they were added. */
interface Chunk {
	readonly terms: Uint32Array;
	readonly marks: Uint16Array;
}

/** `combine` makes one mark of two that a term gets in one document. */
export function sectionBuilder(combine: (a: number, b: number) => number): SectionBuilder {
	const terms = wordTable();
	let chunks: (Chunk | undefined)[] = [];
	let used = 0;
	/** By term: the last document that has it, plus one; where that posting is; how many there are. */
	let state = new Uint32Array(3 << 12);
	/** By document: its first posting. */
	const firsts = numberList();

	function place(ordered: readonly number[]) {
		const starts = new Uint32Array(ordered.length + 1);
		const next = new Uint32Array(ordered.length);
		ordered.forEach((id, i) => {
			next[id] = starts[i]!;
			starts[i + 1] = starts[i]! + state[id * 3 + 2]!;
		});
		return { starts, next };
	}

	return {
		idOf: terms.numberOfWord,
		add(id, doc, mark) {
			while (firsts.length <= doc) firsts.add(used);
			if (id * 3 >= state.length) state = enlarged(state, new Uint32Array(terms.size * 6));
			const at = id * 3;
			if (state[at] === doc + 1) {
				const before = state[at + 1]!;
				const { marks } = chunks[before >> chunkBits]!;
				marks[before & (chunkSize - 1)] = combine(marks[before & (chunkSize - 1)]!, mark);
				return;
			}
			if ((used & (chunkSize - 1)) === 0)
				chunks.push({ terms: new Uint32Array(chunkSize), marks: new Uint16Array(chunkSize) });
			const chunk = chunks[used >> chunkBits]!;
			chunk.terms[used & (chunkSize - 1)] = id;
			chunk.marks[used & (chunkSize - 1)] = mark;
			state[at] = doc + 1;
			state[at + 1] = used++;
			state[at + 2]!++;
		},
		*build() {
			const dictionary = stringsBuilder();
			const ordered: number[] = [];
			for (const term of yield* sortedWords(terms)) {
				dictionary.add(term);
				ordered.push(terms.numberOfWord(term));
				if (ordered.length % slice === 0) yield;
			}
			const { starts, next } = place(ordered);
			yield;
			const docs = new Uint32Array(used);
			const marks = new Uint16Array(used);
			let doc = 0;
			for (let from = 0; from < used; from += chunkSize) {
				const chunk = chunks[from >> chunkBits]!;
				// Given back at once: there are as many of them as of the packed ones.
				chunks[from >> chunkBits] = undefined;
				for (let i = from; i < Math.min(used, from + chunkSize); i++) {
					while (doc + 1 < firsts.length && firsts.at(doc + 1) <= i) doc++;
					const to = next[chunk.terms[i - from]!]!++;
					docs[to] = doc;
					marks[to] = chunk.marks[i - from]!;
				}
				yield;
			}
			chunks = [];
			return { terms: dictionaryOf(dictionary.build()), starts, docs, marks };
		},
	};
}

/** The words of a table, sorted. Yields after small steps. */
export function* sortedWords(words: WordTable): Generator<void, string[]> {
	const all: string[] = [];
	for (let i = 0; i < words.size; i++) {
		all.push(words.wordOf(i));
		if (i % slice === 0) yield;
	}
	return yield* sorted(all, 0);
}

/** So many strings are sorted at once. */
const few = 2000;
/** Strings that begin with as many equal units are sorted all at once, as none of ours do. */
const deepest = 100;

/** Sorts strings by UTF-16 units; up to `depth` they are equal. Yields after small steps. */
function* sorted(items: string[], depth: number): Generator<void, string[]> {
	if (items.length <= few || depth >= deepest) {
		yield;
		return items.sort();
	}
	const buckets = new Map<string, string[]>();
	for (const [i, item] of items.entries()) {
		const head = item.slice(depth, depth + 2);
		const bucket = buckets.get(head);
		if (bucket) bucket.push(item);
		else buckets.set(head, [item]);
		if (i % slice === 0) yield;
	}
	const all: string[] = [];
	for (const head of [...buckets.keys()].sort()) {
		for (const item of yield* sorted(buckets.get(head)!, depth + 2)) all.push(item);
	}
	return all;
}

/** Where in an ascending part of an array the first number is that is not below `wanted`; `high` if none is. */
export function firstAtLeast(numbers: Uint32Array, wanted: number, low: number, high: number): number {
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (numbers[middle]! < wanted) low = middle + 1;
		else high = middle;
	}
	return low;
}
