import { packStrings, type Strings } from './strings.ts';

/**
 * An inverted index: for each term the documents that have it, ascending, each with a mark (which fields, how often)
 * whose meaning is its owner's. The postings of term `t` are at `starts[t]` up to `starts[t + 1]`.
 */
export interface Section {
	/** Sorted. */
	readonly terms: Strings;
	readonly starts: Uint32Array;
	readonly docs: Uint32Array;
	readonly marks: Uint16Array;
}

export interface SectionBuilder {
	/** A number for a term, to add it by. */
	idOf(term: string): number;
	/** Adds a mark for a term in a document; documents come in ascending order. */
	add(term: number, doc: number, mark: number): void;
	/** Sorts and packs. Yields every so often, so that a caller can pause it. */
	build(): Generator<void, Section>;
}

/** How work is cut: a generator yields after so many steps that cost something. */
const slice = 10_000;

/** `combine` makes one mark of two that a term gets in one document. */
export function sectionBuilder(combine: (a: number, b: number) => number): SectionBuilder {
	const ids = new Map<string, number>();
	const last: number[] = [];
	let termOf = new Uint32Array(1024);
	let docs = new Uint32Array(1024);
	let marks = new Uint16Array(1024);
	let used = 0;

	return {
		idOf(term) {
			let id = ids.get(term);
			if (id === undefined) {
				id = ids.size;
				ids.set(term, id);
				last.push(-1);
			}
			return id;
		},
		add(id, doc, mark) {
			const before = last[id]!;
			if (before >= 0 && docs[before] === doc) {
				marks[before] = combine(marks[before]!, mark);
				return;
			}
			if (used === docs.length) {
				termOf = grown(termOf, new Uint32Array(used * 2));
				docs = grown(docs, new Uint32Array(used * 2));
				marks = grown(marks, new Uint16Array(used * 2));
			}
			termOf[used] = id;
			docs[used] = doc;
			marks[used] = mark;
			last[id] = used++;
		},
		*build() {
			const terms = yield* sorted(ids.keys());
			const order = new Uint32Array(terms.length);
			for (let i = 0; i < terms.length; i++) {
				order[ids.get(terms[i]!)!] = i;
				if (i % slice === 0) yield;
			}
			const starts = new Uint32Array(terms.length + 1);
			for (let i = 0; i < used; i++) {
				starts[order[termOf[i]!]! + 1]!++;
				if (i % (slice * 20) === 0) yield;
			}
			for (let i = 0; i < terms.length; i++) starts[i + 1]! += starts[i]!;
			yield;
			const next = starts.slice();
			const packed = { docs: new Uint32Array(used), marks: new Uint16Array(used) };
			for (let i = 0; i < used; i++) {
				const at = next[order[termOf[i]!]!]!++;
				packed.docs[at] = docs[i]!;
				packed.marks[at] = marks[i]!;
				if (i % (slice * 10) === 0) yield;
			}
			return { terms: packStrings(terms), starts, ...packed };
		},
	};
}

/** Sorts strings by UTF-16 units, a bucket of equal beginnings at a time. Yields after small steps. */
export function* sorted(items: Iterable<string>): Generator<void, string[]> {
	const buckets = new Map<string, string[]>();
	let steps = 0;
	for (const item of items) {
		const head = item.slice(0, 2);
		const bucket = buckets.get(head);
		if (bucket) bucket.push(item);
		else buckets.set(head, [item]);
		if (++steps % slice === 0) yield;
	}
	const all: string[] = [];
	for (const head of [...buckets.keys()].sort()) {
		const bucket = buckets.get(head)!.sort();
		for (const item of bucket) all.push(item);
		yield;
	}
	return all;
}

function grown<T extends Uint32Array | Uint16Array>(from: T, to: T): T {
	to.set(from);
	return to;
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
