import assert from 'node:assert/strict';
import { createCorpus } from '../../../src/core/corpus/engine.ts';
import type { Corpus } from '../../../src/core/corpus/types.ts';
import { silent } from '../../../src/core/ports.ts';
import { type CancellationToken, never } from '../../../src/core/util/cancellation.ts';

const encoder = new TextEncoder();
const bib = 'file:///thesis/refs.bib';
const other = 'file:///corpus/papers.bib';
const list = 'file:///corpus/papers.jsonl';

const attention =
	'@inproceedings{vaswani2017attention, title = {Attention Is All You Need}, author = {Vaswani, Ashish}, year = 2017}\n';
const sameUnderOtherKey =
	'@article{transformer, ids = {tf}, title = {Attention is All you Need}, author = {Vaswani, A.}, year = 2017, abstract = {Sequence transduction without recurrence.}}\n';
const residual = '@article{he2016deep, title = {Deep Residual Learning}, author = {He, Kaiming}, year = 2016}\n';

function corpus(): Corpus {
	return createCorpus({ breathe: () => new Promise((resolve) => setImmediate(resolve)), log: silent });
}

const load = (to: Corpus, file: string, text: string, token: CancellationToken = never) =>
	to.load({ file, bytes: encoder.encode(text) }, token);
const complete = async (from: Corpus, query: string, more: object = {}) =>
	from.complete({ query, scope: 'everything', limit: 10, ...more }, never);
const keysOf = (hits: readonly { readonly key: string }[]) => hits.map(({ key }) => key);

describe('corpus', () => {
	it('reads a source and says what became of it', async () => {
		const papers = corpus();
		const changes: string[] = [];
		papers.onDidChange((files) => changes.push(...files));
		const report = (await load(papers, bib, attention + residual))!;
		assert.equal(report.format, 'bibtex');
		assert.equal(report.papers, 2);
		assert.deepEqual(report.duplicates, []);
		assert.deepEqual(changes, [bib]);
		assert.equal(await papers.count('everything'), 2);
	});

	it('gives papers by key and alias, in the order asked for, and only of the scope', async () => {
		const papers = corpus();
		await load(papers, bib, residual);
		await load(papers, other, sameUnderOtherKey);
		const asked = ['tf', 'nobody', 'he2016deep'];
		const found = await papers.papers(asked, 'everything', never);
		assert.deepEqual(
			found.map((paper) => paper?.id),
			['transformer', undefined, 'he2016deep'],
		);
		const inBib = await papers.papers(asked, [bib], never);
		assert.deepEqual(
			inBib.map((paper) => paper?.id),
			[undefined, undefined, 'he2016deep'],
		);
	});

	it('replaces the papers of a source that is read anew, and forgets one that is removed', async () => {
		const papers = corpus();
		await load(papers, bib, attention);
		await load(papers, other, residual);
		await load(papers, bib, attention.replace('vaswani2017attention', 'renamed'));
		assert.deepEqual(keysOf(await complete(papers, 'attention')), ['renamed']);
		await papers.remove(bib);
		assert.deepEqual(keysOf(await complete(papers, 'attention')), []);
		assert.equal(await papers.count('everything'), 1);
	});

	it('answers from the old papers until all of the new ones are read', async () => {
		const papers = corpus();
		await load(papers, bib, attention);
		const loading = load(papers, bib, residual);
		assert.deepEqual(keysOf(await complete(papers, 'attention')), ['vaswani2017attention']);
		await loading;
		assert.deepEqual(keysOf(await complete(papers, 'attention')), []);
	});

	it('keeps only the newest of several loads of one source', async () => {
		const papers = corpus();
		const [first, second] = await Promise.all([load(papers, bib, attention), load(papers, bib, residual)]);
		assert.equal(first, second);
		assert.equal(await papers.count('everything'), 1);
		assert.deepEqual(keysOf(await complete(papers, 'he2016')), ['he2016deep']);
	});

	it('does not search for a question that was cancelled before its turn', async () => {
		const papers = corpus();
		await load(papers, bib, attention);
		const cancelled = { ...never, isCancellationRequested: true };
		const question = { scope: 'everything', limit: 10 } as const;
		const context = { text: 'Attention is all you need.' };
		assert.deepEqual(await papers.complete({ ...question, query: 'attention' }, cancelled), []);
		assert.deepEqual(await papers.suggest({ ...question, context }, cancelled), []);
		assert.deepEqual(await papers.repair({ ...question, key: 'vaswani2017' }, cancelled), []);
		assert.equal((await papers.suggest({ ...question, context }, never)).length, 1);
	});

	it('leaves everything as it was when a load is cancelled', async () => {
		const papers = corpus();
		await load(papers, bib, attention);
		const cancelled = { ...never, isCancellationRequested: true };
		const report = await load(papers, bib, residual, cancelled);
		assert.equal(report, undefined);
		assert.deepEqual(keysOf(await complete(papers, 'attention')), ['vaswani2017attention']);
	});

	it('shows the same work of two sources once, with what both know, while both keys stay valid', async () => {
		const papers = corpus();
		await load(papers, bib, attention);
		await load(papers, other, sameUnderOtherKey);
		assert.equal(await papers.count('everything'), 1);
		const hits = await complete(papers, 'attention need');
		assert.deepEqual(keysOf(hits), ['vaswani2017attention']);
		assert.equal(hits[0]!.paper.abstract, 'Sequence transduction without recurrence.');
		assert.deepEqual(
			hits[0]!.paper.provenance.map(({ file }) => file),
			[bib, other],
		);
		const both = await papers.papers(['vaswani2017attention', 'transformer'], 'everything', never);
		assert.deepEqual(
			both.map((paper) => paper?.id),
			['vaswani2017attention', 'transformer'],
		);
		const all = await papers.all('everything', never);
		assert.deepEqual(
			all.map(({ id }) => id),
			['vaswani2017attention'],
		);
	});

	it('keeps two entries of one file apart, whatever they are: each has a key that may be cited', async () => {
		const papers = corpus();
		await load(papers, bib, attention + sameUnderOtherKey);
		assert.equal((await complete(papers, 'attention need')).length, 2);
	});

	it('makes keys for papers that have none, the same ones however often they are read', async () => {
		const papers = corpus();
		const line = '{"title": "Grammar Induction Revisited", "authors": ["Ann Smith"], "year": 2019}\n';
		await load(papers, list, line + line);
		const [paper] = await papers.all('everything', never);
		assert.match(paper!.id, /^smithGrammarInduction/);
		assert.equal(await papers.count('everything'), 1);
		await load(papers, list, line);
		assert.deepEqual(
			(await papers.all('everything', never)).map(({ id }) => id),
			[paper!.id],
		);
		assert.equal((await papers.papers([paper!.id], [list], never))[0]!.title, 'Grammar Induction Revisited');
	});

	it('reports entries that share a key, and takes the first', async () => {
		const papers = corpus();
		const changed = attention.replace('2017}', '2018}');
		const { duplicates } = (await load(papers, bib, attention + residual + attention + changed))!;
		assert.equal(duplicates.length, 1);
		assert.equal(duplicates[0]!.key, 'vaswani2017attention');
		assert.deepEqual(
			duplicates[0]!.ranges.map(({ start }) => start.line),
			[0, 2, 3],
		);
		assert.deepEqual(duplicates[0]!.identical, [true, true, false]);
		assert.equal(await papers.count('everything'), 2);
	});

	it('offers papers from outside of the scope after those inside, where they may be', async () => {
		const papers = corpus();
		await load(papers, other, residual.replace('he2016deep', 'deep0').replace('Learning', 'Learning Again'));
		await load(papers, bib, residual);
		assert.deepEqual(keysOf(await complete(papers, 'deep residual', { scope: [bib] })), ['he2016deep']);
		const beyond = await complete(papers, 'deep residual', { scope: [bib], beyond: [other] });
		assert.deepEqual(
			beyond.map(({ key, inScope }) => [key, inScope]),
			[
				['he2016deep', true],
				['deep0', false],
			],
		);
	});

	it('finds a paper in scope by the abstract that only another source has', async () => {
		const papers = corpus();
		await load(papers, bib, attention + residual);
		await load(papers, other, sameUnderOtherKey);
		const context = { text: 'Recurrence is not needed for transduction of sequences.' };
		const hits = await papers.suggest({ context, scope: [bib], limit: 5 }, never);
		assert.deepEqual(
			hits.map(({ key, inScope }) => [key, inScope]),
			[['vaswani2017attention', true]],
		);
		assert.ok(hits[0]!.why);
	});

	it('fits no paper to a document that is older than it, but for the year that print takes', async () => {
		const papers = corpus();
		await load(papers, bib, residual);
		const asked = async (year: number, text: string) =>
			keysOf(await papers.suggest({ context: { text, year }, scope: [bib], limit: 5 }, never));
		const text = 'Residual learning helps.';
		assert.deepEqual(await asked(2014, text), []);
		assert.deepEqual(await asked(2015, text), ['he2016deep']);
		assert.deepEqual(await asked(2010, 'Deep Residual Learning for Image Recognition.'), ['he2016deep']);
	});

	it('leaves out what the citation has, and prefers what the document cites', async () => {
		const papers = corpus();
		await load(papers, bib, residual + residual.replace('he2016deep', 'he2016again').replace('Deep ', 'Deeper '));
		assert.deepEqual(keysOf(await complete(papers, 'residual', { exclude: ['he2016deep'] })), ['he2016again']);
		assert.equal(keysOf(await complete(papers, 'residual', { used: ['he2016again'] }))[0], 'he2016again');
		assert.equal(keysOf(await complete(papers, 'residual', { used: ['he2016deep'] }))[0], 'he2016deep');
	});

	it('lets the sentence settle which of equally good papers is meant', async () => {
		const papers = corpus();
		const entry = (key: string, title: string) =>
			`@article{${key}, title = {${title}}, author = {Lee, Kim}, year = 2020}\n`;
		await load(papers, bib, entry('lee2020a', 'Protein Folding') + entry('lee2020b', 'Speech Synthesis'));
		const asked = (text: string) => complete(papers, 'lee2020', { context: { text } });
		assert.equal(keysOf(await asked('Synthesis of speech is solved.'))[0], 'lee2020b');
		assert.equal(keysOf(await asked('How proteins fold is solved.'))[0], 'lee2020a');
	});

	it('repairs an unknown key by the keys near it, and by the work that the sentence names', async () => {
		const papers = corpus();
		await load(papers, bib, attention + residual);
		const repair = (key: string, text = '') =>
			papers.repair({ key, scope: [bib], limit: 5, ...(text && { context: { text, lead: text } }) }, never);
		assert.equal(keysOf(await repair('vaswani2107attention'))[0], 'vaswani2017attention');
		assert.equal(
			keysOf(await repair('invented2020', 'As “Attention Is All You Need” shows'))[0],
			'vaswani2017attention',
		);
		assert.equal(keysOf(await repair('', 'As “Attention Is All You Need” shows'))[0], 'vaswani2017attention');
	});

	it('takes in anything, and says so', async () => {
		const papers = corpus();
		const bytes = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256);
		const report = (await papers.load({ file: bib, bytes }, never))!;
		assert.equal(report.papers, 0);
		assert.ok(report.problems.length > 0);
		assert.deepEqual(await papers.all('everything', never), []);
		assert.deepEqual(await complete(papers, ''), []);
	});
});
