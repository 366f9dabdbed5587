import assert from 'node:assert/strict';
import { type CliFolder, cliFolder } from '../support/cli.ts';

interface Printed {
	readonly id: string;
	readonly arxiv?: string;
	readonly DOI?: string;
	readonly provenance: readonly { readonly file: string }[];
}

const preprint =
	'@article{vaswani2016, title = {Attention Is All You Need}, author = {Vaswani, Ashish and Shazeer, Noam}, ' +
	'journal = {arXiv preprint arXiv:1706.03762}, year = 2016}\n';
const published = {
	title: 'Attention is all you need',
	authors: ['Ashish Vaswani', 'Noam Shazeer'],
	year: 2017,
	venue: 'NeurIPS',
	doi: '10.1000/attention',
};
const bare = { title: 'A Survey of Scaling Laws for Everything' };

describe('relwork import of one work from several files', () => {
	let folder: CliFolder;
	before(() => {
		folder = cliFolder({
			'refs.bib': preprint,
			'list.jsonl': [published, bare].map((row) => JSON.stringify(row)).join('\n'),
			'relatedwork.json': '{"citationKeyFormula": "auth.lower + year ; title.lower"}',
		});
	});
	after(() => folder.dispose());

	it('prints it once, with the ids and places of all, whatever the order, and keys by the formula', async () => {
		const printed = async (...files: string[]) =>
			(await folder.run(['import', '--format', 'json', ...files])).json.papers as readonly Printed[];
		const papers = await printed('refs.bib', 'list.jsonl');
		assert.deepEqual(papers.map(({ id }) => id).sort(), ['surveyscalinglawseverything', 'vaswani2016']);
		const work = papers.find(({ id }) => id === 'vaswani2016')!;
		assert.equal(work.arxiv, '1706.03762');
		assert.equal(work.DOI, published.doi);
		assert.deepEqual(
			work.provenance.map(({ file }) => file),
			['refs.bib', 'list.jsonl'],
		);
		const others = await printed('list.jsonl', 'refs.bib');
		assert.deepEqual(others.map(({ id }) => id).sort(), papers.map(({ id }) => id).sort());
	});

	it('offers it once to a search', async () => {
		const args = ['search', '--corpus', 'refs.bib', '--corpus', 'list.jsonl', '--format', 'json', 'attention need'];
		const { json } = await folder.run(args);
		assert.deepEqual(
			(json.papers as readonly { readonly key: string }[]).map(({ key }) => key),
			['vaswani2016'],
		);
	});
});
