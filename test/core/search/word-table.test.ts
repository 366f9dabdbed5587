import assert from 'node:assert/strict';
import { sortedWords } from '../../../src/core/search/section.ts';
import { wordTable } from '../../../src/core/search/word-table.ts';

describe('word table', () => {
	it('numbers words in the order they are met, wherever they stand', () => {
		const table = wordTable();
		assert.deepEqual(
			['deep', 'nets', 'deep', '', 'Deep', '深'].map((word) => table.numberOfWord(word)),
			[0, 1, 0, 2, 3, 4],
		);
		const units = Uint16Array.from('in deep nets', (letter) => letter.charCodeAt(0));
		assert.equal(table.numberOf(units, 3, 7), 0);
		assert.equal(table.numberOf(units, 8, 12), 1);
		assert.equal(table.size, 5);
	});

	it('still knows all words when it has grown, and very long ones', () => {
		const table = wordTable();
		const words = Array.from({ length: 20_000 }, (_, i) => `word${i}`.repeat(i % 1000 === 0 ? 2000 : 1));
		for (const word of words) table.numberOfWord(word);
		assert.equal(table.size, words.length);
		words.forEach((word, i) => {
			assert.equal(table.numberOfWord(word), i);
			assert.equal(table.wordOf(i), word);
		});
	});

	it('sorts its words by UTF-16 units, also where thousands begin alike', () => {
		const table = wordTable();
		const words = Array.from({ length: 9000 }, (_, i) => `${'10.1109/'.repeat(i % 3 ? 1 : 40)}${(i * 7919) % 9000}`);
		for (const word of words) table.numberOfWord(word);
		const work = sortedWords(table);
		let step = work.next();
		let pauses = 0;
		for (; !step.done; step = work.next()) pauses++;
		assert.deepEqual(step.value, words.sort());
		assert.ok(pauses > 3, `${pauses} pauses`);
	});
});
