import { duplicatePaper } from '../../../src/core/rules/duplicate-paper.ts';
import { supersededPreprint } from '../../../src/core/rules/superseded-preprint.ts';
import { versionMismatch } from '../../../src/core/rules/version-mismatch.ts';
import { checkRule } from '../../support/rule-tester.ts';

const head = '---\nbibliography: refs.bib\n---\n';
const fields = 'title = {Counting Birds by Their Songs}, author = {Ito, Rei and Sand, Kim}';
const preprint = `@misc{ito2020, ${fields}, year = 2020, eprint = {2004.01234v2}, archiveprefix = {arXiv}}\n`;
const printed = `@article{ito2021, ${fields}, year = 2021, journal = {Journal of Birds}}\n`;
const again = `@article{birds, ${fields}, year = 2021, journal = {J. Birds}}\n`;
const other = '@misc{sand, title = {Counting Bats}, author = {Sand, Kim}, year = 2019}\n';

describe('duplicate-paper', () => {
	it('prefers what was published, and changes all citations of the document or one', () =>
		checkRule(duplicatePaper, {
			files: {
				'a.md': `${head}[@ito2020] and [@ito2021; @sand], [@ito2020].\n`,
				'refs.bib': preprint + printed + other,
			},
			problems: 2,
			marks: ['ito2020', 'ito2020'],
			messages: [/“ito2020” and “ito2021” are the same paper/],
			fixes: [/Cite ito2021 everywhere in this document/, /Cite ito2021 here/],
		}));
	it('prefers the key that is cited more often', () =>
		checkRule(duplicatePaper, {
			files: { 'a.md': `${head}[@ito2021], [@birds], [@ito2021].\n`, 'refs.bib': printed + again },
			problems: 1,
			marks: ['birds'],
			fixed: `${head}[@ito2021], [@ito2021], [@ito2021].\n`,
		}));
	it('counts what other documents of the project cite', () =>
		checkRule(duplicatePaper, {
			files: {
				'part.tex': 'Birds sing \\cite{birds}.\n',
				'main.tex':
					'\\documentclass{article}\\begin{document}\\cite{ito2021}\\cite{ito2021}\\input{part}\\bibliography{refs}\\end{document}\n',
				'refs.bib': printed + again,
			},
			problems: 1,
			fixed: 'Birds sing \\cite{ito2021}.\n',
		}));
	it('leaves entries alone of which one is cited', () =>
		checkRule(duplicatePaper, {
			files: { 'a.md': `${head}[@ito2021].\n`, 'refs.bib': printed + again + preprint },
			problems: 0,
		}));
	it('takes pages of one site for different ones', () =>
		checkRule(duplicatePaper, {
			files: {
				'a.md': `${head}[@x; @y].\n`,
				'refs.bib':
					'@online{x, title = {The Bird Observatory}, url = {https://birds.test/x}}\n@online{y, title = {The Bird Observatory}, url = {https://birds.test/y}}\n',
			},
			problems: 0,
		}));
});

describe('superseded-preprint', () => {
	it('takes no preprint for what was published, whatever ids it was given', () =>
		checkRule(supersededPreprint, {
			files: {
				'a.md': `${head}[@ito2020].\n`,
				'refs.bib': preprint,
				'other.bib': `@article{ito, ${fields}, year = 2020, journal = {arXiv preprint arXiv:2004.01234}, doi = {10.1000/of.another}, pmid = {123}}\n`,
			},
			corpus: ['other.bib'],
			problems: 0,
		}));
	it('finds what was published in the bibliography, once for a key', () =>
		checkRule(supersededPreprint, {
			files: { 'a.md': `${head}[@ito2020]. Again [@ito2020].\n`, 'refs.bib': preprint + printed },
			problems: 1,
			messages: [/published in Journal of Birds since: .*\(Ito & Sand 2021\)\. Cite ito2021\./],
			fixed: `${head}[@ito2021]. Again [@ito2021].\n`,
		}));
	it('finds it in the corpus, and adds it to the bibliography', () =>
		checkRule(supersededPreprint, {
			files: {
				'a.md': `${head}[@ito2020].\n`,
				'refs.bib': preprint,
				'library.bib': printed,
			},
			corpus: ['library.bib'],
			problems: 1,
			fixes: [/Change to ito2021: .* and add it to refs\.bib/],
		}));
	for (const [what, cited, bib] of [
		['both are cited', '[@ito2020; @ito2021]', preprint + printed],
		['the published one is cited', '[@ito2021]', preprint + printed],
		['there is only the preprint', '[@ito2020]', preprint + other],
	] as const) {
		it(`says nothing where ${what}`, () =>
			checkRule(supersededPreprint, { files: { 'a.md': `${head}${cited}.\n`, 'refs.bib': bib }, problems: 0 }));
	}
});

describe('version-mismatch', () => {
	const cases: [cited: string, problems: number][] = [
		['[@ito2020], https://arxiv.org/abs/2004.01234v1', 1],
		['[@ito2020], https://arxiv.org/pdf/2004.01234v3.pdf', 1],
		['[@ito2020], https://arxiv.org/abs/2004.01234v2', 0],
		['[@ito2020], https://arxiv.org/abs/2004.01234', 0],
		['[@ito2020], https://arxiv.org/abs/2004.09999v1', 0],
		['https://arxiv.org/abs/2004.01234v1', 0],
	];
	for (const [cited, problems] of cases) {
		it(`${cited} has ${problems}`, () =>
			checkRule(versionMismatch, { files: { 'a.md': `${head}${cited}\n`, 'refs.bib': preprint }, problems }));
	}
	it('knows a key that is an id', () =>
		checkRule(versionMismatch, {
			files: { 'a.md': `${head}[@2004.01234v1]\n`, 'refs.bib': preprint.replace('ito2020', '2004.01234v1') },
			problems: 1,
			messages: [/The key “2004\.01234v1” names version 1 of arXiv:2004\.01234, but the bibliography has version 2/],
		}));
});
