import assert from 'node:assert/strict';
import { createNearby, treeOf } from '../../../src/webviews/picture/nearby.ts';
import { huesOf, positionOf } from '../../../src/webviews/picture/scene.ts';

describe('colours of topics on the map', () => {
	it('differ among neighbours as long as there are enough', () => {
		const row = Array.from({ length: 12 }, (_, i) => ({ x: i / 12, y: 0.5 }));
		const hues = huesOf(row, 4);
		for (const [i, hue] of hues.entries()) {
			assert.ok(hue >= 0 && hue < 4);
			if (i > 0) assert.notEqual(hue, hues[i - 1]);
		}
		assert.equal(new Set(hues).size, 4);
	});

	it('are one where there is only one', () => {
		assert.deepEqual(
			huesOf(
				[
					{ x: 0, y: 0 },
					{ x: 1, y: 1 },
					{ x: 0, y: 1 },
				],
				1,
			),
			[0, 0, 0],
		);
	});
});

describe('papers near a place of the map', () => {
	const papers = [
		[0.1, 0.1],
		[0.12, 0.1],
		[0.5, 0.5],
		[0.9, 0.1],
	].map(([x, y], i) => ({ key: `k${i}`, source: 0, title: '', authors: '', year: 0, x: x!, y: y!, topic: 0 }));
	const map = { papers, topics: [], layout: '', total: papers.length };
	const nearby = createNearby(map, treeOf(map), treeOf(map, [1]));

	it('are the cited ones first', () => {
		assert.equal(nearby.at(0.1, 0.1, 0.05), 1);
		assert.equal(nearby.at(0.1, 0.1, 0.01), 0);
		assert.equal(nearby.at(0.3, 0.3, 0.05), undefined);
	});

	it('are gone through by direction', () => {
		assert.equal(nearby.towards(0, 1, 0), 1);
		assert.equal(nearby.towards(1, 1, 0), 3);
		assert.equal(nearby.towards(0, 0, 1), 2);
		assert.equal(nearby.towards(0, -1, 0), undefined);
	});

	it('are drawn where they are, moved and enlarged', () => {
		const size = { width: 128, height: 228 };
		assert.deepEqual(positionOf({ x: 0, y: 1 }, { size, shift: { k: 1, x: 0, y: 0 } }), [14, 214]);
		assert.deepEqual(positionOf({ x: 1, y: 0 }, { size, shift: { k: 2, x: -10, y: 5 } }), [218, 33]);
	});
});
