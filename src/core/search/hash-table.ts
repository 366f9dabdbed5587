import { hash } from '../text/tokens.ts';
import { numberList } from './number-list.ts';
import { firstAtLeast } from './section.ts';
import { mayHold, type Sieve, sieveOf } from './sieve.ts';

/** Hashes, ascending, each with the document it stands for: a multimap that is two plain arrays. */
export interface HashTable {
	readonly hashes: Uint32Array;
	readonly docs: Uint32Array;
}

export interface HashTableBuilder {
	add(hash: number, doc: number): void;
	/** Sorts by hash; documents of one hash stay in the order they came. Yields after small steps. */
	build(): Generator<void, HashTable>;
}

export function hashTableBuilder(): HashTableBuilder {
	const hashes = numberList();
	const docs = numberList();
	return {
		add(hash, doc) {
			hashes.add(hash);
			docs.add(doc);
		},
		*build() {
			let table = { hashes: hashes.pack(), docs: docs.pack() };
			for (const shift of [0, 16]) table = yield* ordered(table, shift);
			return table;
		},
	};
}

const slice = 100_000;

/** One pass of a radix sort, by the 16 bits from `shift` on: stable. */
function* ordered({ hashes, docs }: HashTable, shift: number): Generator<void, HashTable> {
	const next = new Uint32Array(0x10001);
	for (let i = 0; i < hashes.length; i++) {
		next[((hashes[i]! >>> shift) & 0xffff) + 1]!++;
		if (i % slice === 0) yield;
	}
	for (let i = 1; i < next.length; i++) next[i]! += next[i - 1]!;
	const result = { hashes: new Uint32Array(hashes.length), docs: new Uint32Array(docs.length) };
	for (let i = 0; i < hashes.length; i++) {
		const at = next[(hashes[i]! >>> shift) & 0xffff]!++;
		result.hashes[at] = hashes[i]!;
		result.docs[at] = docs[i]!;
		if (i % slice === 0) yield;
	}
	return result;
}

/** The documents that a hash may stand for, in order; empty mostly. */
export function docsOf(table: HashTable, value: number): number[] {
	let low = firstAtLeast(table.hashes, value, 0, table.hashes.length);
	const found: number[] = [];
	while (low < table.hashes.length && table.hashes[low] === value) found.push(table.docs[low++]!);
	return found;
}

// Most questions have no answer, and need no search to know that.
const sieves = new WeakMap<HashTable, Sieve>();

/** False where no document has this hash; true where one may have it. */
export function mayHave(table: HashTable, value: number): boolean {
	let sieve = sieves.get(table);
	if (!sieve) sieves.set(table, (sieve = sieveOf(table.hashes)));
	return mayHold(sieve, value);
}

/** Hashes of strings. */
export function hashesOf(strings: readonly string[]): number[] {
	return strings.map((text) => hash(text));
}
