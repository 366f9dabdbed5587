import assert from 'node:assert/strict';
import { createCorpus } from '../../../src/core/corpus/engine.ts';
import { silent } from '../../../src/core/ports.ts';
import { cancellation, never } from '../../../src/core/util/cancellation.ts';

const words = ['soil', 'rain', 'rivers', 'clouds', 'wind', 'frost', 'leaves', 'roots', 'seeds', 'stones'];
const lines = Array.from({ length: 600 }, (_, i) => {
	const [one, two] = [words[i % 10], words[Math.floor(i / 10) % 10]];
	return JSON.stringify({ id: `k${i}`, title: `Of ${one} and ${two}`, abstract: `${two} ${words[(i * 7) % 10]}` });
});

describe('the map of a corpus', () => {
	it('is made in pieces, and can be given up half-way', async () => {
		const { token, cancel } = cancellation();
		let breaths = 0;
		let isMapping = false;
		const corpus = createCorpus({
			log: silent,
			async breathe() {
				if (isMapping && ++breaths === 2) cancel();
			},
		});
		const bytes = new TextEncoder().encode(lines.join('\n'));
		await corpus.load({ file: 'file:///papers.jsonl', bytes }, never);
		isMapping = true;
		const question = { keys: ['k7'], scope: 'everything' } as const;
		assert.equal(await corpus.topics(question, token), undefined);
		assert.equal(breaths, 2);
		const whole = await corpus.topics(question, never);
		assert.equal(whole?.map?.papers.length, 600);
		assert.equal(whole?.map?.papers[whole.places[0]!]?.key, 'k7');
	});
});
