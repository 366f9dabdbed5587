import { editDistance } from './edit-distance.ts';
import { isAscii } from './fold.ts';

/** The longest text of which the whole column of the matrix fits into one number. */
const longest = 32;

/**
 * The edits between one text and others, counted as {@link editDistance} counts them: more than the limit come out as
 * more than the limit. For texts of up to 32 ASCII characters a column of the matrix is one number, and one step of a few
 * operations; what is prepared pays from the second comparison on.
 *
 * @see H. Hyyrö, A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances, 2003
 */
export function distanceFrom(text: string): (other: string, limit: number) => number {
	const size = text.length;
	if (size === 0 || size > longest || !isAscii(text)) {
		return (other, limit) => editDistance(text, other, limit);
	}
	/** For each character, the places where the text has it. */
	const places = new Int32Array(128);
	for (let i = 0; i < size; i++) places[text.charCodeAt(i)]! |= 1 << i;
	const last = 1 << (size - 1);
	return (other, limit) => {
		if (Math.abs(size - other.length) > limit) return limit + 1;
		// Where a column goes up by one from row to row, and where down.
		let up = -1;
		let down = 0;
		let diagonal = 0;
		let before = 0;
		let edits = size;
		for (let i = 0; i < other.length; i++) {
			const code = other.charCodeAt(i);
			const here = code < 128 ? places[code]! : 0;
			const swapped = ((~diagonal & here) << 1) & before;
			diagonal = (((here & up) + up) ^ up) | here | down | swapped;
			const right = down | ~(diagonal | up);
			const left = diagonal & up;
			if (right & last) edits++;
			else if (left & last) edits--;
			const shifted = (right << 1) | 1;
			up = (left << 1) | ~(diagonal | shifted);
			down = shifted & diagonal;
			before = here;
		}
		return edits;
	};
}
