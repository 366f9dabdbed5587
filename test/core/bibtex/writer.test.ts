import assert from 'node:assert/strict';
import fc from 'fast-check';
import { plainStyle } from '../../../src/core/bibtex/layout.ts';
import { formatEntry } from '../../../src/core/bibtex/writer.ts';
import { bibtex } from '../../../src/core/importers/bibtex.ts';
import type { Paper } from '../../../src/core/model/paper.ts';

const base: Paper = { id: 'key', type: 'article-journal', title: 'T', provenance: [] };

/** What is read back of what was written. */
function again(paper: Paper): Paper {
	const { papers, problems } = bibtex.read({ file: '', text: formatEntry(paper), firstLine: 0 });
	assert.deepEqual(problems, []);
	return { ...papers[0]!, provenance: [] };
}

describe('BibTeX writer', () => {
	it('writes an entry as people write it', () => {
		const paper: Paper = {
			...base,
			id: 'moesen2012',
			type: 'paper-conference',
			title: 'BERT & iPhones: Pre-Training on $x_1$ for 5% of GPT-3',
			author: [
				{ family: 'Maaten', given: 'Laurens', 'non-dropping-particle': 'van der' },
				{ family: 'King', given: 'Martin', suffix: 'Jr.' },
				{ literal: 'Müller & Co' },
			],
			issued: { 'date-parts': [[2012, 2]] },
			'container-title': 'Proc. of X',
			page: '10-20',
			DOI: '10.1000/a_b',
			arxiv: '1201.0001v2',
		};
		assert.equal(
			formatEntry(paper),
			`@inproceedings{moesen2012,
  title = {{BERT} \\& {iPhones}: Pre-Training on $x_1$ for 5\\% of {GPT-3}},
  author = {van der Maaten, Laurens and King, Jr., Martin and {Müller \\& Co}},
  booktitle = {Proc. of X},
  pages = {10--20},
  year = {2012},
  month = feb,
  doi = {10.1000/a_b},
  eprint = {1201.0001v2},
  archiveprefix = {arXiv},
}`,
		);
		assert.deepEqual(again(paper), paper);
	});

	it('can follow the layout of the file', () => {
		const text = formatEntry(
			{ ...base, DOI: '10.1000/x' },
			{
				...plainStyle,
				first: ',\n\t',
				between: ',\n\t',
				alignment: { before: ' ', after: ' ', pad: 'before', width: 'longest' },
			},
		);
		assert.equal(text, '@article{key,\n\ttitle = {T},\n\tdoi   = {10.1000/x},\n}');
	});

	it('writes preprints, theses, reports and unknown types in types that BibTeX has', () => {
		const typed = (paper: Partial<Paper>) => formatEntry({ ...base, ...paper }).split('{')[0];
		assert.equal(typed({ type: 'article', arxiv: '1706.03762' }), '@misc');
		assert.equal(typed({ type: 'article', arxiv: '1706.03762', 'container-title': 'arXiv preprint' }), '@misc');
		assert.equal(typed({ type: 'article', 'container-title': 'Nature' }), '@article');
		assert.equal(typed({ type: 'thesis' }), '@phdthesis');
		assert.equal(typed({ type: 'song' }), '@misc');
		assert.match(formatEntry({ ...base, type: 'thesis', publisher: 'MIT' }), /school = \{MIT\}/);
	});

	it('has the types and fields of biblatex where it may', () => {
		const biblatex = (paper: Partial<Paper>) =>
			formatEntry({ ...base, ...paper }, { ...plainStyle, dialect: 'biblatex' });
		const site = biblatex({ type: 'webpage', issued: { 'date-parts': [[2001, 2], [2003]] }, arxiv: '1706.03762' });
		assert.match(site, /^@online\{/);
		assert.match(site, /date = \{2001-02\/2003\}/);
		assert.match(site, /eprinttype = \{arxiv\}/);
		const article = biblatex({ 'container-title': 'J', 'publisher-place': 'Paris' });
		assert.match(article, /journaltitle = \{J\},\n {2}location = \{Paris\}/);
		const dropping = [{ family: 'Beethoven', given: 'Ludwig', 'dropping-particle': 'van' }];
		assert.match(
			biblatex({ author: dropping }),
			/family=\{Beethoven\}, given=\{Ludwig\}, prefix=\{van\}, useprefix=false/,
		);
	});

	it('says beside the next best type of BibTeX which one was meant, and reads it back', () => {
		for (const type of ['webpage', 'dataset', 'speech', 'review', 'article-newspaper', 'song']) {
			assert.equal(again({ ...base, type }).type, type);
		}
		assert.match(formatEntry({ ...base, type: 'dataset' }), /^@misc\{key,[\s\S]*entry-type = \{dataset\}/);
		const read = (text: string) => bibtex.read({ file: '', text, firstLine: 0 }).papers[0]!;
		assert.match(formatEntry(read('@mastersthesis{a, title = {T}, school = {S}}')), /^@mastersthesis/);
		assert.match(formatEntry(read('@thesis{a, title = {T}, type = {mathesis}}')), /^@mastersthesis/);
		assert.match(formatEntry(read('@proceedings{a, title = {T}}')), /^@proceedings/);
	});

	it('keeps fields of their own as they were written, and what they would hide', () => {
		const text =
			'@techreport{a, title = {T}, publisher = {P}, institution = {I}, file = {C:\\x {y}.pdf}, note2 = "50% {\\"o}"}';
		const [paper] = bibtex.read({ file: '', text, firstLine: 0 }).papers;
		assert.deepEqual(paper!.fields, { institution: 'I', file: 'C:\\x {y}.pdf', note2: '50% {\\"o}' });
		assert.deepEqual(again(paper!), { ...paper, provenance: [] });
	});

	it('gives names in titles braces where all else has small letters', () => {
		const titled = (title: string) => /title = \{(.*)\},/.exec(formatEntry({ ...base, title }))![1];
		assert.equal(
			titled('Robust methods for Bayesian inference: A view'),
			'Robust methods for {Bayesian} inference: A view',
		);
		assert.equal(titled('Robust Methods for Bayesian Inference'), 'Robust Methods for Bayesian Inference');
	});

	it('writes a key that no entry can have with hyphens', () => {
		assert.match(formatEntry({ ...base, id: 'a b,{c}' }), /^@article\{a-b-c-,/);
	});

	it('keeps that there are other authors', () => {
		const text = '@misc{a, author = {A B and others}, title = {T}}';
		const [paper] = bibtex.read({ file: '', text, firstLine: 0 }).papers;
		assert.match(formatEntry(paper!), /author = \{B, A and others\}/);
	});

	it('is read back as it was, whatever the text', () => {
		const unit = fc.constantFrom('a', 'B', 'é', '{', '}', '\\', '$', '%', '&', '#', '_', '^', '~', '-', ':', ' ', '5');
		const text = fc.string({ unit, minLength: 1, maxLength: 30 }).map((value) => `x${value.replace(/\s+/g, ' ')}x`);
		fc.assert(
			fc.property(text, text, (title, abstract) => {
				const read = again({ ...base, title, abstract, 'container-title': 'J' });
				assert.equal(read.title, title);
				assert.equal(read.abstract, abstract);
				assert.equal(read['container-title'], 'J');
			}),
		);
	});
});
