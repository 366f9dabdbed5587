import { type IndexRange, type Strings, sizeOf } from './strings.ts';

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
	dictionary: Strings,
	word: string,
	limit: number,
	prefix: boolean,
	within: IndexRange = { low: 0, high: sizeOf(dictionary) },
): Near[] {
	const { text, offsets } = dictionary;
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
		let depth = 0;
		while (depth < known && depth < length && path[depth] === text.charCodeAt(start + depth)) depth++;
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
		const next = alive && depth === length ? index + 1 : skip(dictionary, index, depth, within.high);
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

/** The first index after those that share their first `depth` units with the entry at `index`. */
function skip(dictionary: Strings, index: number, depth: number, high: number): number {
	let step = 1;
	let low = index + 1;
	while (low < high && shares(dictionary, index, low, depth)) {
		low += step;
		step *= 2;
	}
	let last = Math.min(low, high);
	low = Math.max(index + 1, low - step);
	while (low < last) {
		const middle = (low + last) >>> 1;
		if (shares(dictionary, index, middle, depth)) low = middle + 1;
		else last = middle;
	}
	return low;
}

function shares({ text, offsets }: Strings, a: number, b: number, depth: number): boolean {
	const first = offsets[a]!;
	const second = offsets[b]!;
	if (offsets[b + 1]! - second < depth) return false;
	for (let i = 0; i < depth; i++) if (text.charCodeAt(first + i) !== text.charCodeAt(second + i)) return false;
	return true;
}
