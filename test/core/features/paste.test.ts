import assert from 'node:assert/strict';
import { never } from '../../../src/core/util/cancellation.ts';
import { fixture } from '../../support/fixture.ts';
import { applyEdits, serviceOver } from '../../support/service.ts';

const files = `%! x.tex
\\bibliography{refs}
As said |.
%! refs.bib
@misc{bert, title = {BERT}, author = {Devlin, Jacob}, year = 2019, eprint = {1810.04805}, archiveprefix = {arXiv}, doi = {10.1000/BERT}}
%! more.bib
@misc{gpt, title = {Language Models}, author = {Brown, Tom}, year = 2020, doi = {10.1000/gpt}}
`;

async function paste(text: string) {
	const { workspace, uri, position } = fixture(files);
	const service = serviceOver(workspace, { corpus: ['more.bib'] });
	await service.loadCorpus(never);
	const cited = await service.citeText(uri, position, text, never);
	const after = cited && applyEdits(workspace, cited.edits);
	const sentence = after?.get(uri)?.split('\n')[1];
	return { sentence, bibliography: after?.get(uri.replace('x.tex', 'refs.bib')) };
}

describe('Pasting as a citation', () => {
	const same = [
		'10.1000/bert',
		'https://doi.org/10.1000/BERT',
		'arXiv:1810.04805v2',
		'https://arxiv.org/abs/1810.04805',
	];
	for (const text of same) {
		it(`cites what ${text} stands for`, async () => {
			const { sentence, bibliography } = await paste(` ${text}\n`);
			assert.equal(sentence, 'As said \\cite{bert}.');
			assert.equal(bibliography, undefined);
		});
	}

	it('adds to the bibliography what only the corpus has', async () => {
		const { sentence, bibliography } = await paste('https://doi.org/10.1000/gpt');
		assert.equal(sentence, 'As said \\cite{gpt}.');
		assert.match(bibliography ?? '', /@misc\{gpt,/);
	});

	it('takes an entry of BibTeX for the paper that is there, whatever its key', async () => {
		const { sentence, bibliography } = await paste('@article{devlin2018, title={{BERT}}, year={2019}}');
		assert.equal(sentence, 'As said \\cite{bert}.');
		assert.equal(bibliography, undefined);
	});

	it('adds an entry of BibTeX that nothing has', async () => {
		const { sentence, bibliography } = await paste(
			'@article{new2024, title={Something New}, author={New, Ann}, year={2024}}',
		);
		assert.equal(sentence, 'As said \\cite{new2024}.');
		assert.match(bibliography ?? '', /new2024/);
	});

	it('reads RIS', async () => {
		const { sentence } = await paste(
			'TY  - JOUR\nTI  - Language Models\nAU  - Brown, Tom\nPY  - 2020\nDO  - 10.1000/gpt\nER  - \n',
		);
		assert.equal(sentence, 'As said \\cite{gpt}.');
	});

	it('makes a key for a record of RIS that nothing has, and another one where that is taken', async () => {
		const record = (title: string) => `TY  - JOUR\nTI  - ${title}\nAU  - New, Ann\nPY  - 2024\nER  - \n`;
		const { sentence, bibliography } = await paste(record('Something New'));
		assert.equal(sentence, 'As said \\cite{newSomethingNew2024}.');
		assert.match(bibliography ?? '', /@article\{newSomethingNew2024,/);
		const two = await paste(`${record('Something New')}\n${record('The Something New')}`);
		assert.equal(two.sentence, 'As said \\cite{newSomethingNew2024, newSomethingNew2024a}.');
	});

	it('has nothing to say to other text, unknown ids and keys that are taken', async () => {
		for (const text of ['just words', 'word', '10.1000/none', '', '@someone said', '@misc{bert, title={Another Work}}'])
			assert.equal((await paste(text)).sentence, undefined, text);
	});
});
