import assert from 'node:assert/strict';
import { createCorpus } from '../../../src/core/corpus/engine.ts';
import { silent } from '../../../src/core/ports.ts';
import { never } from '../../../src/core/util/cancellation.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const own = 'file:///w/refs.bib';
const wide = 'file:///w/all.jsonl';
const other = 'file:///elsewhere/more.jsonl';

/** A bibliography of two, a corpus with sixty keys that start like one of its words, and another folder's corpus. */
async function corpusOf() {
	const corpus = createCorpus({ breathe: () => Promise.resolve(), log: silent });
	const crowd = Array.from({ length: 60 }, (_, i) => ({ id: `attack${i}`, title: `Adversarial Study Number ${i}` }));
	const lines = (papers: object[]) => bytes(papers.map((paper) => JSON.stringify(paper)).join('\n'));
	const bib =
		'@misc{vaswani2017, title = {Attention Is All You Need}}\n@misc{he2016, title = {Deep Residual Learning}}';
	await corpus.load({ file: own, bytes: bytes(bib) }, never);
	await corpus.load({ file: wide, bytes: lines([...crowd, { id: 'att', title: 'Exactly' }]) }, never);
	await corpus.load({ file: other, bytes: lines([{ id: 'attic', title: 'Attention in the Attic' }]) }, never);
	return corpus;
}

describe('answers of the corpus', () => {
	it("put the user's own papers before the crowd of a large corpus, but behind an exact key", async () => {
		const corpus = await corpusOf();
		const question = { scope: [own], beyond: [wide], limit: 50 };
		const hits = await corpus.complete({ ...question, query: 'att' }, never);
		assert.deepEqual(
			hits.slice(0, 2).map(({ key, inScope }) => [key, inScope]),
			[
				['att', false],
				['vaswani2017', true],
			],
		);
		assert.equal(hits.length, 50);
	});

	it('hold nothing of files outside of scope and what is asked beyond it', async () => {
		const corpus = await corpusOf();
		const keys = async (beyond: string[]) =>
			(await corpus.complete({ query: 'attic', scope: [own], beyond, limit: 50 }, never)).map(({ key }) => key);
		assert.ok(!(await keys([wide])).includes('attic'));
		assert.equal((await keys([wide, other]))[0], 'attic');
		const fixes = await corpus.repair({ key: 'attic', scope: [own], limit: 5 }, never);
		assert.ok(!fixes.some(({ key }) => key === 'attic'));
	});

	it('list a work once, under the key that was typed or else that of what was published', async () => {
		const corpus = createCorpus({ breathe: () => Promise.resolve(), log: silent });
		const entry = (key: string, more: string) =>
			bytes(`@inproceedings{${key}, title = {Attention Is All You Need}, author = {Vaswani, A.}, ${more}}`);
		await corpus.load({ file: own, bytes: entry('vaswani2016', 'year = 2016, journal = {arXiv:1706.03762}') }, never);
		await corpus.load({ file: wide, bytes: entry('transformer', 'year = 2017, booktitle = {Proceedings}') }, never);
		const keys = async (query: string) =>
			(await corpus.complete({ query, scope: 'everything', limit: 5 }, never)).map(({ key }) => key);
		assert.deepEqual(await keys('attention need'), ['transformer']);
		assert.deepEqual(await keys('vaswani2016'), ['vaswani2016']);
		assert.deepEqual(await keys('transf'), ['transformer']);
		const inBib = await corpus.complete({ query: 'attention', scope: [own], beyond: [wide], limit: 5 }, never);
		assert.deepEqual(
			inBib.map(({ key }) => key),
			['vaswani2016'],
		);
	});

	it('repair a mistyped key without noise behind the one that was meant', async () => {
		const corpus = await corpusOf();
		const context = { text: 'Deep residual learning and adversarial studies.' };
		const hits = await corpus.repair({ key: 'vaswani2071', context, scope: [own], beyond: [wide], limit: 5 }, never);
		assert.deepEqual(
			hits.map(({ key }) => key),
			['vaswani2017'],
		);
	});
});
