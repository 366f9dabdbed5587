import { type Dictionary, type IndexRange, sizeOf } from './strings.ts';

/** Dictionary entries within a number of edits of a word. */
export interface Near extends IndexRange {
	readonly edits: number;
}

/** How many typos a word of this length may have: a short word is another word after one edit. */
export function allowedEdits(length: number): number {
	return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/**
 * The entries of a sorted dictionary that are at most `limit` edits (swaps of neighbours count as one) from `word`;
 * with `prefix`, those that start with something that near. Walks the dictionary as a trie: the rows of the distance
 * matrix are kept for the part that neighbours share, and what cannot come near any more is jumped over.
 */
export function near(
	dictionary: Dictionary,
	word: string,
	limit: number,
	prefix: boolean,
	within: IndexRange = { low: 0, high: sizeOf(dictionary) },
): Near[] {
	const { text, offsets, shared } = dictionary;
	const width = word.length + 2;
	const deepest = word.length + limit + 1;
	const rows = new Uint8Array((deepest + 2) * width);
	for (let j = 0; j < width; j++) rows[j] = Math.min(j, limit + 1);
	// Least distance of any beginning, by depth: what a prefix search goes by.
	const least = new Uint8Array(deepest + 2);
	least[0] = Math.min(word.length, limit + 1);
	const path = new Uint16Array(deepest + 2);
	// Cells outside of the band are not filled.
	const reachedAt = (depth: number) => (depth + limit >= word.length ? rows[depth * width + word.length]! : limit + 1);
	const found: Near[] = [];
	let known = 0;
	let index = within.low;
	while (index < within.high) {
		const start = offsets[index]!;
		const length = offsets[index + 1]! - start;
		let depth = Math.min(known, shared[index]!);
		let alive = true;
		while (alive && depth < length && depth < deepest) {
			path[depth] = text.charCodeAt(start + depth);
			depth++;
			alive = fillRow(rows, path, word, depth, limit) <= limit;
			least[depth] = Math.min(least[depth - 1]!, reachedAt(depth));
		}
		known = depth;
		const whole = alive && depth === length ? reachedAt(depth) : limit + 1;
		const edits = prefix ? least[depth]! : whole;
		let next = index + 1;
		// What begins with the same comes no nearer, or is as near.
		if (!alive || depth < length) while (next < within.high && shared[next]! >= depth) next++;
		if (edits <= limit) found.push({ low: index, high: next, edits });
		index = next;
	}
	return found;
}

/**
 * Computes one row of the matrix from the two above; gives its least element. Only the band that `limit` edits can
 * reach is filled, with a fence on both sides.
 */
function fillRow(rows: Uint8Array, path: Uint16Array, word: string, depth: number, limit: number): number {
	const width = word.length + 2;
	const row = depth * width;
	const above = row - width;
	const sign = path[depth - 1]!;
	const first = Math.max(1, depth - limit);
	const last = Math.min(word.length, depth + limit);
	rows[row + first - 1] = first === 1 ? Math.min(depth, limit + 1) : limit + 1;
	let least = rows[row + first - 1]!;
	for (let j = first; j <= last; j++) {
		const letter = word.charCodeAt(j - 1);
		let edits = rows[above + j - 1]! + (letter === sign ? 0 : 1);
		if (rows[above + j]! < edits) edits = rows[above + j]! + 1;
		if (rows[row + j - 1]! < edits) edits = rows[row + j - 1]! + 1;
		if (depth > 1 && j > 1 && letter === path[depth - 2] && word.charCodeAt(j - 2) === sign) {
			edits = Math.min(edits, rows[above - width + j - 2]! + 1);
		}
		rows[row + j] = edits;
		if (edits < least) least = edits;
	}
	rows[row + last + 1] = limit + 1;
	return least;
}
