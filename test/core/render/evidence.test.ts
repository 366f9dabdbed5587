import assert from 'node:assert/strict';
import { evidence } from '../../../src/core/render/evidence.ts';

const abstract =
	'Language models grow. We train them across many devices with pipeline parallelism, e.g. on clusters. Results improve.';

describe('evidence', () => {
	it('finds the sentence of an abstract that the citing sentence is about', () => {
		const span = evidence('Pipeline parallelism spreads training across devices.', abstract)!;
		assert.equal(
			abstract.slice(span.start, span.end).trim(),
			'We train them across many devices with pipeline parallelism, e.g. on clusters.',
		);
	});

	it('marks nothing where too little is shared', () => {
		assert.equal(evidence('Protein folding is hard.', abstract), undefined);
		assert.equal(evidence('Anything at all', 'One sentence only about anything at all.'), undefined);
	});
});
