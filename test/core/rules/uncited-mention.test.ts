import { uncitedMention } from '../../../src/core/rules/uncited-mention.ts';
import { checkRule } from '../../support/rule-tester.ts';

const bib = [
	'@misc{devlin2019bert, title = {{BERT}: Pre-training of Deep Bidirectional Transformers}, author = {Devlin, Jacob}}',
	'@misc{he2016deep, title = {Deep Residual Learning for Image Recognition}, author = {He, Kaiming}}',
].join('\n');
const tex = (body: string) =>
	`\\documentclass{article}\\bibliography{refs}\n\\begin{document}\n${body}\n\\end{document}\n`;
const check = (body: string, problems: number, more: object = {}) =>
	checkRule(uncitedMention, { files: { 'a.tex': tex(body), 'refs.bib': bib }, problems, ...more });

describe('uncited-mention', () => {
	it('marks the name and cites as the document does', () =>
		check('We use \\textsc{BERT} here.\n\nOthers \\parencite{he2016deep} do not.', 1, {
			marks: ['BERT'],
			fixed: tex('We use \\textsc{BERT~\\parencite{devlin2019bert}} here.\n\nOthers \\parencite{he2016deep} do not.'),
		}));

	it('is content with a citation in the paragraph, or before it in the section', async () => {
		await check('BERT is large. It is slow \\cite{devlin2019bert}.', 0);
		await check('\\section{A}BERT \\cite{devlin2019bert}.\n\n\\subsection{B}\nBERT again.', 0);
		await check('BERT is large. It is slow \\cite{devlin2019bret}.', 0);
	});

	it('speaks once a section', async () => {
		await check('BERT is large.\n\nBERT is slow.', 1);
		await check('\\section{A}\nBERT \\cite{devlin2019bert}.\n\n\\section{B}\nBERT again.\n\nAnd BERT.', 1);
	});

	it('reads neither headings nor code nor comments, nor the title of the document itself', async () => {
		await check('\\section{BERT}\n\\begin{verbatim}\nBERT\n\\end{verbatim}\n% BERT\nText.', 0);
		await checkRule(uncitedMention, {
			files: {
				'a.tex': `\\documentclass{article}\\bibliography{refs}\\title{Deep Residual Learning for Image Recognition}
\\begin{document}
This is Deep Residual Learning for Image Recognition.
\\end{document}`,
				'refs.bib': bib,
			},
			problems: 0,
		});
	});

	it('finds what only the corpus has, and writes the entry', () =>
		checkRule(uncitedMention, {
			files: {
				'a.md': 'We start from BERT.\n',
				'papers.bib': bib,
			},
			corpus: ['papers.bib'],
			problems: 1,
			fixed: 'We start from BERT [@devlin2019bert].\n',
		}));
});
