import assert from 'node:assert/strict';
import { latex } from '../../../src/core/languages/latex.ts';
import { unknownKey } from '../../../src/core/rules/unknown-key.ts';
import { wrongCaseKey } from '../../../src/core/rules/wrong-case-key.ts';
import { checkRule } from '../../support/rule-tester.ts';

const tex = (body: string, preamble = '') =>
	`\\documentclass{article}${preamble}\n\\begin{document}\n${body}\n\\bibliography{refs}\n\\end{document}\n`;
const bib = '@misc{Knuth1984, title = {The TeXbook}}\n@misc{lamport, title = {LaTeX}, ids = {Lam94}}\n';

describe('wrong-case-key', () => {
	it('is an error where biber makes the bibliography', () =>
		checkRule(wrongCaseKey, {
			files: { 'a.tex': tex('\\cite{lamport, knuth1984, lam94}', '\\usepackage{biblatex}'), 'refs.bib': bib },
			problems: 2,
			marks: ['knuth1984', 'lam94'],
			severities: ['error', 'error'],
			messages: [/writes “knuth1984” as “Knuth1984”, and capitals count/],
			fixed: tex('\\cite{lamport, Knuth1984, Lam94}', '\\usepackage{biblatex}'),
		}));

	it('is only information where BibTeX does, which takes either', () =>
		checkRule(wrongCaseKey, {
			files: { 'a.tex': tex('\\cite{knuth1984}'), 'refs.bib': bib },
			problems: 1,
			severities: ['information'],
			fixed: tex('\\cite{Knuth1984}'),
		}));

	it('is an error with BibTeX, too, where the key is cited in two cases', () =>
		checkRule(wrongCaseKey, {
			files: {
				'a.tex': tex('\\cite{Knuth1984}\\input{b}'),
				'b.tex': '\\cite{knuth1984}',
				'refs.bib': bib,
			},
			problems: 0,
		}).then(() =>
			checkRule(wrongCaseKey, {
				files: { 'a.tex': tex('\\cite{KNUTH1984}\\input{b}'), 'b.tex': '\\cite{Knuth1984}', 'refs.bib': bib },
				problems: 1,
				severities: ['error'],
				messages: [/cited as “Knuth1984” too/],
			}),
		));

	it('is an error in Markdown, and for what \\bibitem defines', async () => {
		await checkRule(wrongCaseKey, {
			files: { 'a.md': '---\nbibliography: refs.bib\n---\nSee [@knuth1984].\n', 'refs.bib': bib },
			problems: 1,
			severities: ['error'],
		});
		await checkRule(wrongCaseKey, {
			files: {
				'a.tex':
					'\\documentclass{article}\\begin{document}\\cite{ME}\\begin{thebibliography}{9}\\bibitem{me} I.\\end{thebibliography}\\end{document}',
			},
			problems: 1,
			severities: ['error'],
		});
	});

	it('offers both, and repairs nothing by itself, where two entries differ in case only', () =>
		checkRule(wrongCaseKey, {
			files: { 'a.md': 'See \\cite{ABC}.\n', 'all.bib': '@misc{abc, title = {A}}\n@misc{Abc, title = {B}}\n' },
			corpus: ['all.bib'],
			problems: 1,
			fixes: [/abc/, /Abc/],
		}));

	it('is a hint where a bibliography could not be read: the key may be there as it is', () =>
		checkRule(wrongCaseKey, {
			files: { 'a.tex': tex('\\cite{knuth1984}\\bibliography{gone}'), 'refs.bib': bib },
			problems: 1,
			severities: ['hint'],
		}));

	it('leaves such a key to this rule alone', () =>
		checkRule(unknownKey, {
			files: { 'a.tex': tex('\\cite{knuth1984, kunth1984}'), 'refs.bib': bib },
			problems: 1,
			marks: ['kunth1984'],
		}));
});

describe('the program that makes the bibliography', () => {
	const processorOf = (text: string) => latex.scan(text, { citeCommands: [] }).processor;

	it('is biber with biblatex', () => {
		assert.equal(processorOf('\\usepackage{biblatex}'), 'biber');
		assert.equal(processorOf('\\RequirePackage[style=numeric, % backend=bibtex\n]{csquotes,biblatex}'), 'biber');
		assert.equal(processorOf('\\addbibresource{a.bib}'), 'biber');
	});

	it('is BibTeX where biblatex is told so, here or by options passed on', () => {
		assert.equal(processorOf('\\addbibresource{a.bib}\\usepackage[style=x, backend = bibtex8]{biblatex}'), 'bibtex');
		assert.equal(processorOf('\\PassOptionsToPackage{backend=bibtex}{biblatex}\\usepackage{biblatex}'), 'bibtex');
	});

	it('is not said by other packages', () => {
		assert.equal(processorOf('\\usepackage[backend=x]{minted}\\usepackage{natbib}'), undefined);
		assert.equal(processorOf('\\usepackage{'), undefined);
	});
});
