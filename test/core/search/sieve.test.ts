import assert from 'node:assert/strict';
import { mayHold, sieveOf } from '../../../src/core/search/sieve.ts';
import { hash } from '../../../src/core/text/tokens.ts';

describe('a sieve of hashes', () => {
	it('holds all that was put in, and hardly anything else', () => {
		for (const size of [0, 1, 100, 5000]) {
			const sieve = sieveOf(Uint32Array.from({ length: size }, (_, i) => hash(`in ${i}`)));
			for (let i = 0; i < size; i++) assert.ok(mayHold(sieve, hash(`in ${i}`)), `${i} of ${size}`);
			const wrong = Array.from({ length: 10_000 }, (_, i) => hash(`out ${i}`)).filter((value) => mayHold(sieve, value));
			assert.ok(wrong.length < 1000, `${wrong.length} of 10,000 beside ${size}`);
		}
	});
});
