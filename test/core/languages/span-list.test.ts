import assert from 'node:assert/strict';
import { createSpanList } from '../../../src/core/languages/span-list.ts';

function listed(...spans: readonly (readonly [start: number, end: number])[]): string {
	const list = createSpanList();
	for (const [start, end] of spans) list.add(start, end);
	return list
		.toArray()
		.map(({ start, end }) => `${start}-${end}`)
		.join(' ');
}

describe('list of spans', () => {
	it('keeps apart what does not touch', () => assert.equal(listed([0, 2], [3, 5], [9, 10]), '0-2 3-5 9-10'));

	it('makes one of what touches or overlaps', () => assert.equal(listed([0, 2], [2, 4], [3, 6], [8, 9]), '0-6 8-9'));

	it('keeps one that holds another', () => assert.equal(listed([0, 9], [2, 4], [20, 21]), '0-9 20-21'));

	it('takes in all that one found later begins in front of', () => {
		assert.equal(listed([1, 2], [4, 6], [8, 9], [5, 12]), '1-2 4-12');
		assert.equal(listed([1, 2], [4, 6], [0, 12]), '0-12');
	});

	it('holds nothing empty', () => assert.equal(listed([3, 3], [5, 4], [6, 7]), '6-7'));
});
