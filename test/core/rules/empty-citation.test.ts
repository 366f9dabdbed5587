import { emptyCitation } from '../../../src/core/rules/empty-citation.ts';
import { checkRule } from '../../support/rule-tester.ts';

const papers = [
	{
		id: '1909.08053v4',
		title: 'Megatron-LM: Training Multi-Billion Parameter Language Models Using Model Parallelism',
		year: 2019,
	},
	{
		id: '2104.04473v5',
		title: 'Efficient Large-Scale Language Model Training on GPU Clusters Using Megatron-LM',
		year: 2021,
	},
	{
		id: '2304.01373v2',
		title: 'Pythia: A Suite for Analyzing Large Language Models Across Training and Scaling',
		year: 2023,
	},
];
const corpus = papers.map((paper) => JSON.stringify(paper)).join('\n');

describe('empty-citation', () => {
	it('marks the whole command, whatever white space it holds', () =>
		checkRule(emptyCitation, {
			files: { 'a.tex': 'One \\cite{} two \\citep[see][]{ } three \\parencite{\n}.' },
			problems: 3,
			marks: ['\\cite{}', '\\citep[see][]{ }', '\\parencite{\n}'],
		}));

	it('is silent in comments, in verbatim and while the command is being typed', () =>
		checkRule(emptyCitation, {
			files: { 'a.tex': '% \\cite{}\n\\verb|\\cite{}| \\begin{verbatim}\\cite{}\\end{verbatim}\n\\cite{' },
			problems: 0,
		}));

	it('first offers the paper whose title stands right before the hole, though another is named, too', () =>
		checkRule(emptyCitation, {
			files: {
				'a.md': `Efficient Large-Scale Language Model Training on GPU Clusters Using Megatron-LM \\cite{2104.04473v5} and Megatron-LM: Training Multi-Billion Parameter Language Models Using Model Parallelism \\cite{} use parallelism.\n`,
				'papers.jsonl': corpus,
			},
			corpus: ['papers.jsonl'],
			problems: 1,
			fixed: `Efficient Large-Scale Language Model Training on GPU Clusters Using Megatron-LM \\cite{2104.04473v5} and Megatron-LM: Training Multi-Billion Parameter Language Models Using Model Parallelism \\cite{1909.08053v4} use parallelism.\n`,
		}));

	it('knows a paper by its short name', () =>
		checkRule(emptyCitation, {
			files: { 'a.md': 'Pythia \\cite{} provides a suite of models.\n', 'papers.jsonl': corpus },
			corpus: ['papers.jsonl'],
			problems: 1,
			fixed: 'Pythia \\cite{2304.01373v2} provides a suite of models.\n',
		}));

	it('offers a work once that has two entries, by the key that is cited elsewhere', () =>
		checkRule(emptyCitation, {
			files: {
				'a.md': 'Nothing but attention \\cite{}.\n\nSome use it \\cite{second}.\n',
				'refs.bib': ['first', 'second']
					.map((key) => `@misc{${key}, title = {Attention Is All You Need}, author = {Vaswani, Ashish}, year = 2017}\n`)
					.join(''),
			},
			corpus: ['refs.bib'],
			problems: 1,
			fixes: [/^Cite “Attention Is All You Need” \(Vaswani 2017\)$/, /^Remove this citation$/],
			fixed: 'Nothing but attention \\cite{second}.\n\nSome use it \\cite{second}.\n',
		}));

	it('offers removal where nothing is known, with the space in front', () =>
		checkRule(emptyCitation, {
			files: { 'a.tex': 'Nothing~\\cite{}.' },
			problems: 1,
			fixes: [/^Remove this citation$/],
			fixed: 'Nothing.',
		}));

	it('writes the entry along when only the corpus has the paper', async () => {
		await checkRule(emptyCitation, {
			files: {
				'a.tex':
					'\\documentclass{article}\\bibliography{refs}\\begin{document}\nPythia \\cite{} is a suite.\n\\end{document}\n',
				'refs.bib': '@misc{other, title = {Another One}}\n',
				'papers.jsonl': corpus,
			},
			corpus: ['papers.jsonl'],
			problems: 1,
			fixed:
				'\\documentclass{article}\\bibliography{refs}\\begin{document}\nPythia \\cite{2304.01373v2} is a suite.\n\\end{document}\n',
		});
	});
});
