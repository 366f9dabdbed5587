import assert from 'node:assert/strict';
import fc from 'fast-check';
import { distanceFrom } from '../../../src/core/text/distance-from.ts';
import { editDistance } from '../../../src/core/text/edit-distance.ts';
import { leastEdits, lettersIn } from '../../../src/core/text/letters.ts';

describe('edits from one text to others', () => {
	it('counts insertions, deletions, substitutions and swaps of neighbours', () => {
		const from = distanceFrom('vaswani2017');
		assert.equal(from('vaswani2017', 3), 0);
		assert.equal(from('vaswain2017', 3), 1);
		assert.equal(from('vaswni2107', 3), 2);
		assert.equal(from('', 20), 11);
		assert.ok(from('devlin2019', 3) > 3);
	});

	it('is the distance that the matrix gives, whatever the texts', () => {
		const near = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', '2', 'é'), maxLength: 40 });
		fc.assert(
			fc.property(near, near, fc.nat(12), (a, b, limit) => {
				const [one, other] = [distanceFrom(a)(b, limit), editDistance(a, b, limit)];
				assert.equal(Math.min(one, limit + 1), Math.min(other, limit + 1));
			}),
			{ numRuns: 3000 },
		);
	});

	it('is never less than what the letters alone say', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 30 }), fc.string({ maxLength: 30 }), (a, b) => {
				assert.ok(leastEdits(lettersIn(a), lettersIn(b)) <= editDistance(a, b, 60));
			}),
			{ numRuns: 2000 },
		);
	});
});
