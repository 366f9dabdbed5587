import assert from 'node:assert/strict';
import type { PaperFilter } from '../../../src/core/features/browsing.ts';
import { never } from '../../../src/core/util/cancellation.ts';
import { fixture } from '../../support/fixture.ts';
import { serviceOver } from '../../support/service.ts';

const library = `%! refs.bib
@article{vaswani2017, title = {Attention Is All You Need}, journal = {NeurIPS}, year = 2017}
@article{he2016, title = {Deep Residual Learning}, journal = {CVPR}, year = 2016}
%! more.bib
@article{other-key, title = {Attention Is All You Need}, journal = {NeurIPS}, year = 2017}
@article{extra2020, title = {Attention for Extra Long Inputs}, journal = {NeurIPS}, year = 2020}
@misc{undated, title = {Without a Year}}
`;

async function open(text: string) {
	const files = fixture(`%! x.tex\n\\bibliography{refs}\n${text}\n${library}`);
	const service = serviceOver(files.workspace, { corpus: ['more.bib'] });
	await service.loadCorpus(never);
	await service.check(files.uri, never);
	return { files, service };
}

describe('Browsing papers', () => {
	const browse = async (filter: Partial<PaperFilter>, text = 'As \\cite{he2016}.') => {
		const { files, service } = await open(text);
		const { papers, more } = await service.browse(files.uri, { query: '', limit: 10, ...filter }, never);
		return [...papers.map(({ key, inScope }) => `${key}${inScope ? '' : ' +'}`), ...(more ? ['…'] : [])];
	};

	it('lists every work once, those of the bibliography first and by their own keys', async () => {
		assert.deepEqual(await browse({}), ['vaswani2017', 'he2016', 'extra2020 +', 'undated +']);
	});

	it('says when there are more', async () => {
		assert.deepEqual(await browse({ limit: 2 }), ['vaswani2017', 'he2016', '…']);
		assert.deepEqual(await browse({ limit: 4 }), ['vaswani2017', 'he2016', 'extra2020 +', 'undated +']);
	});

	it('finds what was typed', async () => {
		assert.deepEqual(await browse({ query: 'attention' }), ['vaswani2017', 'extra2020 +']);
	});

	it('filters by year, venue and source, also what was typed', async () => {
		assert.deepEqual(await browse({ years: { from: 2017, to: 2020 } }), ['vaswani2017', 'extra2020 +']);
		assert.deepEqual(await browse({ venue: 'CVPR' }), ['he2016']);
		assert.deepEqual(await browse({ query: 'attention', years: { from: 2018, to: 2030 } }), ['extra2020 +']);
		const { files } = await open('');
		const source = files.uri.replace('x.tex', 'more.bib');
		assert.deepEqual(await browse({ source }), ['vaswani2017', 'extra2020 +', 'undated +']);
	});

	it('filters by what the project cites', async () => {
		assert.deepEqual(await browse({ cited: true }), ['he2016']);
		assert.deepEqual(await browse({ cited: false }), ['vaswani2017', 'extra2020 +', 'undated +']);
	});

	it('counts venues', async () => {
		const { service } = await open('');
		assert.deepEqual(await service.venues(never), [
			{ name: 'NeurIPS', papers: 3 },
			{ name: 'CVPR', papers: 1 },
		]);
	});
});

describe('What fits a place', () => {
	const fits = async (text: string) => {
		const { files, service } = await open(text);
		const found = await service.fitsAt(files.uri, files.position, 10, never);
		return { ...found, papers: found?.papers.map(({ key, cited }) => (cited ? `${key} (${cited})` : key)) };
	};

	it('is asked of the sentence, and what is cited is marked', async () => {
		const found = await fits(
			'\\section{Depth} Learning \\cite{vaswani2017}. Deep residual learning with attention \\cite{he|2016}.',
		);
		assert.equal(found.sentence, 'Deep residual learning with attention.');
		assert.equal(found.section, 'Depth');
		assert.deepEqual(found.papers?.slice(0, 2).sort(), ['he2016 (here)', 'vaswani2017 (elsewhere)']);
	});

	it('has a work once that has two entries, the cited one', async () => {
		const twin = (key: string) => `@misc{${key}, title = {Soups of the North}, author = {Cook, Ann}, year = 2001}\n`;
		const files = fixture(
			`%! a.tex\n\\bibliography{refs} Soups \\cite{two}.\n\nSoups of the north are hot|.\n%! refs.bib\n${twin('one')}${twin('two')}`,
		);
		const found = await serviceOver(files.workspace, { corpus: [] }).fitsAt(files.uri, files.position, 10, never);
		assert.deepEqual(
			found?.papers.map(({ key }) => key),
			['two'],
		);
	});

	it('is nothing where no sentence stands', async () => {
		assert.deepEqual((await fits('\\usepackage{x|}\n\\begin{document}\nText.')).papers, []);
		const notes = fixture(`%! x.md\n---\ntitle: Attention|\nbibliography: refs.bib\n---\nText.\n${library}`);
		const found = await serviceOver(notes.workspace).fitsAt(notes.uri, notes.position, 10, never);
		assert.deepEqual(found, { sentence: '', papers: [] });
	});
});

describe('Similar papers', () => {
	const bib = `%! refs.bib
@misc{drop, title = {Dropout prevents networks from overfitting}, abstract = {Units are left out at random.}}
@misc{norm, title = {Regularising networks against overfitting by noise}, abstract = {Units get noise at random.}}
@misc{cook, title = {Soups of the north}}
@misc{again, title = {Dropout prevents networks from overfitting}}
`;

	it('are those that say the same, without the paper itself', async () => {
		const files = fixture(`%! main.tex\n\\bibliography{refs}\n\\cite{drop|}\n${bib}`);
		const service = serviceOver(files.workspace);
		const keys = (await service.similar(files.uri, 'drop', 9, never)).map(({ key }) => key);
		assert.equal(keys[0], 'norm');
		assert.ok(!keys.includes('drop') && !keys.includes('again'));
		assert.deepEqual(await service.similar(files.uri, 'nobody', 9, never), []);
	});

	it('are found from an entry, also before any document was opened', async () => {
		const files = fixture(`%! main.tex\n\\bibliography{refs}\n\\cite{drop|}\n${bib}`);
		const service = serviceOver(files.workspace);
		const source = `${files.workspace.folders[0]}/refs.bib`;
		assert.equal((await service.similar(source, 'drop', 9, never))[0]?.key, 'norm');
		assert.equal((await service.paperAt(source, 'cook', never))?.title, 'Soups of the north');
	});
});
