import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editDistance } from '../../../src/core/text/edit-distance.ts';

/** The definition, computed in full. */
function reference(a: string, b: string): number {
	const d = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i + j));
	for (let i = 1; i <= a.length; i++) {
		for (let j = 1; j <= b.length; j++) {
			const change = a[i - 1] === b[j - 1] ? 0 : 1;
			d[i]![j] = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1, d[i - 1]![j - 1]! + change);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
				d[i]![j] = Math.min(d[i]![j]!, d[i - 2]![j - 2]! + 1);
			}
		}
	}
	return d[a.length]![b.length]!;
}

describe('edit distance', () => {
	it('counts a swap of neighbours as one edit', () => {
		assert.equal(editDistance('vaswani', 'vaswnai', 2), 1);
		assert.equal(editDistance('abc', 'xyz', 2), 3);
	});

	it('is what the definition says, up to the limit', () => {
		const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });
		fc.assert(
			fc.property(word, word, fc.nat(6), (a, b, limit) => {
				assert.equal(editDistance(a, b, limit), Math.min(reference(a, b), limit + 1));
			}),
		);
	});
});
