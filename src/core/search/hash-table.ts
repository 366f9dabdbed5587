import { hash } from '../text/tokens.ts';
import { firstAtLeast } from './section.ts';

/** Hashes, ascending, each with the document it stands for: a multimap that is two plain arrays. */
export interface HashTable {
	readonly hashes: Uint32Array;
	readonly docs: Uint32Array;
}

/** Packs pairs; documents of one hash stay in the order they came. */
export function packHashes(hashes: readonly number[], docs: readonly number[]): HashTable {
	let order = Uint32Array.from(hashes, (_, i) => i);
	for (const shift of [0, 16]) order = ordered(order, (i) => (hashes[i]! >>> shift) & 0xffff);
	return { hashes: Uint32Array.from(order, (i) => hashes[i]!), docs: Uint32Array.from(order, (i) => docs[i]!) };
}

/** One pass of a radix sort: stable. */
function ordered(items: Uint32Array, digit: (item: number) => number): Uint32Array<ArrayBuffer> {
	const next = new Uint32Array(0x10001);
	for (const item of items) next[digit(item) + 1]!++;
	for (let i = 1; i < next.length; i++) next[i]! += next[i - 1]!;
	const result = new Uint32Array(items.length);
	for (const item of items) result[next[digit(item)]!++] = item;
	return result;
}

/** The documents that a hash may stand for, in order; empty mostly. */
export function docsOf(table: HashTable, value: number): number[] {
	let low = firstAtLeast(table.hashes, value, 0, table.hashes.length);
	const found: number[] = [];
	while (low < table.hashes.length && table.hashes[low] === value) found.push(table.docs[low++]!);
	return found;
}

/** Hashes of strings. */
export function hashesOf(strings: readonly string[]): number[] {
	return strings.map((text) => hash(text));
}
