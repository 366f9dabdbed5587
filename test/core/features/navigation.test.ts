import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver-types';
import { isOpaque } from '../../../src/core/features/inlay-hints.ts';
import { never } from '../../../src/core/util/cancellation.ts';
import { type Fixture, fixture } from '../../support/fixture.ts';
import { serviceOver } from '../../support/service.ts';

const bib = `%! refs.bib
@misc{vaswani2017, title = {Attention {I}s All}, author = {Vaswani, Ashish and Shazeer, Noam}, year = 2017, eprint = {1706.03762v5}, archiveprefix = {arXiv}}
@article{1810.04805, title = {BERT}, author = {Devlin, Jacob and A, B and C, D}, year = 2019, doi = {10.1000/a(b)c}, file = {Full text:papers/bert.pdf:PDF;other.pdf}}
`;
const whole = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
const file = ({ workspace }: Fixture, path: string) => `${workspace.folders[0]}/${path}`;

describe('Links', () => {
	it('lead from the names of bibliographies to the files', async () => {
		const files = fixture(`%! a/x.tex\n\\bibliography{../refs, gone}\n${bib}`);
		const links = await serviceOver(files.workspace).links(files.uri, never);
		const document = await files.workspace.open(files.uri);
		assert.deepEqual(
			links.map(({ range, target }) => [document.getText(range), target]),
			[['../refs', file(files, 'refs.bib')]],
		);
	});

	it('lead from ids and attached files of entries to where they are', async () => {
		const files = fixture(`%! x.tex\n\\bibliography{refs}\n${bib}`);
		const uri = file(files, 'refs.bib');
		const document = await files.workspace.open(uri);
		const links = await serviceOver(files.workspace).links(uri, never);
		assert.deepEqual(
			links.map(({ range, target }) => [document.getText(range), target]),
			[
				['1706.03762v5', 'https://arxiv.org/abs/1706.03762v5'],
				['10.1000/a(b)c', 'https://doi.org/10.1000/a(b)c'],
				['papers/bert.pdf', file(files, 'papers/bert.pdf')],
				['other.pdf', file(files, 'other.pdf')],
			],
		);
	});
});

describe('Highlights', () => {
	it('are all citations of the key under the cursor', async () => {
		const files = fixture(
			`%! x.tex\n\\bibliography{refs}\\cite{vaswani|2017} \\cite{a, vaswani2017} \\cite{a}\n${bib}`,
		);
		const document = await files.workspace.open(files.uri);
		const ranges = await serviceOver(files.workspace).highlights(files.uri, files.position, never);
		assert.deepEqual(
			ranges.map((range) => document.getText(range)),
			['vaswani2017', 'vaswani2017'],
		);
	});
});

describe('Symbols', () => {
	it('of a bibliography are its entries', async () => {
		const files = fixture(`%! x.tex\n\\bibliography{refs}\n${bib}`);
		const symbols = await serviceOver(files.workspace).entrySymbols(file(files, 'refs.bib'));
		assert.deepEqual(
			symbols.map(({ name }) => name),
			['vaswani2017: Attention Is All', '1810.04805: BERT'],
		);
	});

	it('of the workspace are papers, found by title or key', async () => {
		const files = fixture(`%! x.tex\n\\bibliography{refs}\n${bib}`);
		const service = serviceOver(files.workspace, { corpus: ['refs.bib'] });
		await service.loadCorpus(never);
		const [found] = await service.paperSymbols('attention', never);
		assert.equal(found?.name, 'vaswani2017: Attention Is All');
		assert.deepEqual(found.location, {
			uri: file(files, 'refs.bib'),
			range: { start: { line: 0, character: 6 }, end: { line: 0, character: 17 } },
		});
		assert.deepEqual(await service.paperSymbols(' ', never), []);
	});
});

describe('Inlay hints', () => {
	it('stand behind keys that tell nothing', async () => {
		const files = fixture(`%! x.tex\n\\bibliography{refs}\\cite{1810.04805, vaswani2017, nobody}\n${bib}`);
		const service = serviceOver(files.workspace);
		const labels = async (keys: 'opaque' | 'all') =>
			(await service.inlayHints(files.uri, whole, keys, never)).map(({ label }) => label);
		assert.deepEqual(await labels('opaque'), ['Devlin et al. 2019']);
		assert.deepEqual(await labels('all'), ['Devlin et al. 2019', 'Vaswani & Shazeer 2017']);
	});

	it('know which keys those are', () => {
		const opaque = [
			'1',
			'b12',
			'ref3',
			'1706.03762',
			'arXiv:1706.03762',
			'10.1000/182',
			'XQ3ZK9AB',
			'corr/abs-1706',
			'0f3e9d8c7b6a5f4e',
		];
		const telling = ['vaswani2017', 'bert', 'DBLP:conf/nips/VaswaniSPUJGKP17', 'GPT-2:Radford', 'smith99', 'müller'];
		assert.deepEqual(
			opaque.filter((key) => !isOpaque(key)),
			[],
		);
		assert.deepEqual(telling.filter(isOpaque), []);
	});
});

describe('Entries of a bibliography', () => {
	const texts = `%! x.tex\n\\bibliography{refs}\\cite{vaswani2017}\n\n\\cite{vaswani2017}\n%! y.md\n---\nbibliography: refs.bib\n---\n[@vaswani2017]\n`;

	it('know where all projects cite them', async () => {
		const files = fixture(`${texts}${bib}`);
		const service = serviceOver(files.workspace);
		const uri = file(files, 'refs.bib');
		const entries = await service.citableEntries(uri, never);
		assert.deepEqual(
			entries.map(({ key }) => key),
			['vaswani2017', '1810.04805'],
		);
		const places = await service.citedAt(uri, 'vaswani2017', never);
		assert.deepEqual(places.map(({ uri: from }) => from.slice(-5)).sort(), ['x.tex', 'x.tex', '/y.md'].sort());
		assert.deepEqual(await service.citedAt(uri, '1810.04805', never), []);
	});

	it('are none where no document cites from it', async () => {
		const files = fixture('%! x.tex\nText.\n%! other.bib\n@misc{a, title = {A}}\n');
		assert.deepEqual(await serviceOver(files.workspace).citableEntries(file(files, 'other.bib'), never), []);
	});

	it('show the paper and where it is cited', async () => {
		const files = fixture(`${texts.replace('[@vaswani2017]', '[@vaswani2017; @vaswani2017]')}${bib}`);
		// No document was opened, only the bibliography.
		const service = serviceOver(files.workspace);
		const hoverAt = async (line: number) => {
			const hover = await service.entryHover(file(files, 'refs.bib'), { line, character: 12 }, never);
			assert.ok(hover && MarkupContent.is(hover.contents));
			return hover.contents.value;
		};
		const value = await hoverAt(0);
		assert.match(value, /\*\*Attention Is All\*\*/);
		assert.match(value, /Cited 4 times: \[x\\?\.tex:1\]\(file:\/\/\/w\/x\.tex#L1\), /);
		assert.equal(value.match(/y\\?\.md:4\]/g)?.length, 1, 'a line is one place');
		assert.match(await hoverAt(1), /Not cited yet/);
	});
});
