import type { Library } from '../search/library.ts';
import { sizeOf, stringAt } from '../search/strings.ts';
import { abstractCount, titleCount } from '../search/texts.ts';

/** A matrix most of which is zero, row by row: row `i` is at `starts[i]` up to `starts[i + 1]`. */
export interface SparseMatrix {
	readonly rows: number;
	readonly columns: number;
	readonly starts: Uint32Array;
	readonly columnOf: Uint32Array;
	readonly values: Float32Array;
}

/** A word of a title tells as much of the subject as so many of the abstract. */
const titleWeight = 3;
/** Terms of fewer papers than these tie nothing together. */
const fewest = 2;
/** Terms that more than this share of the papers have part nothing. */
const mostShare = 0.25;
/** Of few papers, all may have a term that tells something. */
const alwaysAllowed = 10;
const slice = 10_000;

/**
 * Papers by the stemmed terms of their titles, keywords and abstracts, as the index has them: `ltc` weights, which are
 * (1 + ln tf) · ln(N / df) with rows of length one (Salton & Buckley 1988, doi:10.1016/0306-4573(88)90021-0).
 * Yields after small steps.
 *
 * @param items What becomes a row each, by its number in the library.
 */
export function* termMatrix(library: Library, items: readonly number[]): Generator<void, SparseMatrix> {
	const rowOf = new Int32Array(library.size).fill(-1);
	for (const [row, item] of items.entries()) rowOf[item] = row;
	const counts = yield* papersByTerm(library, rowOf);
	const most = Math.max(alwaysAllowed, mostShare * items.length);
	const weights: number[] = [];
	const columns = new Map<string, number>();
	for (const [term, count] of counts) {
		if (count < fewest || count > most || count >= items.length) continue;
		columns.set(term, weights.length);
		weights.push(Math.log(items.length / count));
	}
	const starts = new Uint32Array(items.length + 1);
	yield* eachPosting(library, rowOf, (term, row) => {
		if (columns.has(term)) starts[row + 1]!++;
	});
	for (let row = 0; row < items.length; row++) starts[row + 1]! += starts[row]!;
	const next = starts.slice();
	const columnOf = new Uint32Array(starts[items.length]!);
	const values = new Float32Array(columnOf.length);
	yield* eachPosting(library, rowOf, (term, row, mark) => {
		const column = columns.get(term);
		if (column === undefined) return;
		const at = next[row]!++;
		columnOf[at] = column;
		values[at] = (1 + Math.log(titleWeight * titleCount(mark) + abstractCount(mark))) * weights[column]!;
	});
	for (let row = 0; row < items.length; row++) toLengthOne(values.subarray(starts[row], starts[row + 1]));
	return { rows: items.length, columns: weights.length, starts, columnOf, values };
}

/** How many rows have each term. Numbers are none. */
function* papersByTerm(library: Library, rowOf: Int32Array): Generator<void, Map<string, number>> {
	const counts = new Map<string, number>();
	yield* eachPosting(library, rowOf, (term) => counts.set(term, (counts.get(term) ?? 0) + 1));
	for (const term of counts.keys()) if (/^\p{N}+$/u.test(term)) counts.delete(term);
	return counts;
}

function* eachPosting(
	{ segments, bases }: Library,
	rowOf: Int32Array,
	visit: (term: string, row: number, mark: number) => void,
): Generator<void, void> {
	let steps = 0;
	for (const [i, { texts }] of segments.entries()) {
		const { terms, starts, docs, marks } = texts;
		for (let t = 0; t < sizeOf(terms); t++) {
			const term = stringAt(terms, t);
			for (let at = starts[t]!; at < starts[t + 1]!; at++) {
				const row = rowOf[bases[i]! + docs[at]!]!;
				if (row >= 0) visit(term, row, marks[at]!);
				if (++steps % slice === 0) yield;
			}
		}
	}
}

/** Scales a vector to length one, in place; one of length zero stays. */
export function toLengthOne(vector: Float32Array): void {
	let square = 0;
	for (const value of vector) square += value * value;
	if (square === 0) return;
	const factor = 1 / Math.sqrt(square);
	for (let i = 0; i < vector.length; i++) vector[i]! *= factor;
}
