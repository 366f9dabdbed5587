import assert from 'node:assert/strict';
import fc from 'fast-check';
import { near } from '../../../src/core/search/near.ts';
import { dictionaryOf, equalRange, prefixRange, stringAt, stringsBuilder } from '../../../src/core/search/strings.ts';
import { editDistance } from '../../../src/core/text/edit-distance.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 8 });
const dictionary = fc.uniqueArray(word, { maxLength: 60 }).map((words) => words.sort());

function packStrings(items: Iterable<string>) {
	const strings = stringsBuilder();
	for (const item of items) strings.add(item);
	return dictionaryOf(strings.build());
}

describe('dictionary', () => {
	it('finds what starts with a prefix, and what equals a word', () => {
		fc.assert(
			fc.property(dictionary, word, (words, asked) => {
				const packed = packStrings(words);
				const { low, high } = prefixRange(packed, asked);
				assert.deepEqual(
					words.slice(low, high),
					words.filter((one) => one.startsWith(asked)),
				);
				const same = equalRange(packed, asked);
				assert.deepEqual(
					words.slice(same.low, same.high),
					words.filter((one) => one === asked),
				);
			}),
		);
	});

	it('finds the words within some edits, as a look at every word does', () => {
		fc.assert(
			fc.property(dictionary, word, fc.integer({ min: 1, max: 2 }), (words, asked, limit) => {
				const packed = packStrings(words);
				const found = new Map<string, number>();
				for (const { low, high, edits } of near(packed, asked, limit, false)) {
					for (let i = low; i < high; i++) found.set(stringAt(packed, i), edits);
				}
				const expected = words
					.map((one) => [one, editDistance(asked, one, limit)] as const)
					.filter(([, edits]) => edits <= limit);
				assert.deepEqual([...found], expected);
			}),
			{ numRuns: 400 },
		);
	});

	it('finds the words that start with something near, as a look at every beginning does', () => {
		fc.assert(
			fc.property(dictionary, word, fc.integer({ min: 1, max: 2 }), (words, asked, limit) => {
				const packed = packStrings(words);
				const found = new Map<string, number>();
				for (const { low, high, edits } of near(packed, asked, limit, true)) {
					for (let i = low; i < high; i++) found.set(stringAt(packed, i), edits);
				}
				const least = (one: string) =>
					Math.min(
						...Array.from({ length: one.length + 1 }, (_, end) => editDistance(asked, one.slice(0, end), limit)),
					);
				const expected = words.map((one) => [one, least(one)] as const).filter(([, edits]) => edits <= limit);
				assert.deepEqual([...found], expected);
			}),
			{ numRuns: 400 },
		);
	});
});
