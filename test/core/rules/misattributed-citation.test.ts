import { misattributedCitation } from '../../../src/core/rules/misattributed-citation.ts';
import { checkRule } from '../../support/rule-tester.ts';

const tex = (body: string) =>
	`\\documentclass{article}\\bibliography{refs}\n\\begin{document}\n${body}\n\\end{document}\n`;
const bib = [
	'@misc{devlin2019bert, title = {{BERT}: Pre-training of Deep Bidirectional Transformers}, author = {Devlin, Jacob}}',
	'@misc{he2016deep, title = {Deep Residual Learning for Image Recognition}, author = {He, Kaiming}}',
	'@misc{vaswani2017, title = {Attention Is All You Need}, author = {Vaswani, Ashish}}',
	'@misc{hochreiter1997, title = {Long Short-Term Memory}, author = {Hochreiter, Sepp}}',
	'@misc{greff2017, title = {{LSTM}: A Search Space Odyssey}, author = {Greff, Klaus}}',
	'@misc{sanh2019, title = {Smaller, Faster, Cheaper}, author = {Sanh, Victor}, abstract = {We distil BERT into fewer layers.}}',
	'@misc{dask2015, title = {dask: Parallel Computation with Blocked Algorithms}, author = {Rocklin, Matthew}}',
].join('\n');
const check = (body: string, problems: number, more: object = {}) =>
	checkRule(misattributedCitation, { files: { 'a.tex': tex(body), 'refs.bib': bib }, problems, ...more });

describe('misattributed-citation', () => {
	it('leaves a thing to who made it, and to the citation that follows it at once', async () => {
		const files = (body: string) => ({
			'a.md': `---\nbibliography: refs.bib\n---\n${body}\n`,
			'refs.bib':
				'@misc{minion, title = {Minion: A Boat}, author = {Sails, Ann}}\n@misc{thompson, title = {Fusion of Sensors}, author = {Thompson, Di}}\n',
		});
		const speaks = (body: string, problems: number) =>
			checkRule(misattributedCitation, { files: files(body), problems });
		await speaks('The MINION system, made by Thompson [@thompson], floats.', 0);
		await speaks('It runs on Minion [@minion] made by [@thompson].', 0);
		await speaks('The Minion system [@thompson] floats.', 1);
	});

	it('marks the key, says both titles, and offers the right key first', () =>
		check('We start from BERT~\\cite{he2016deep} here.', 1, {
			marks: ['he2016deep'],
			messages: [/“BERT”.*Deep Residual Learning.*devlin2019bert/],
			fixed: tex('We start from BERT~\\cite{devlin2019bert} here.'),
		}));

	it('reads names through markup, and what the thing is or who made it behind them', async () => {
		for (const named of [
			'\\emph{Deep Residual Learning for Image Recognition}',
			"``Attention Is All You Need''",
			'the \\textsc{BERT} language model',
			'BERT (Devlin et al., 2019)',
			'BERT, introduced by Devlin et al.',
			'the dask library',
		])
			await check(`We use ${named} \\cite{hochreiter1997}.`, 1);
	});

	it('is content where one of the papers beside the name is the named one', async () => {
		await check('BERT \\cite{devlin2019bert, he2016deep} and ResNets.', 0);
		await check('BERT \\cite{he2016deep}, \\cite{devlin2019bert} and so on.', 0);
	});

	it('reads a name that touches its citation', () => check('We use \\textsc{BERT}\\cite{he2016deep} here.', 1));

	it('leaves a part of a named thing to the citation that has the name of the part', async () => {
		const speaks = (title: string, problems: number) =>
			checkRule(misattributedCitation, {
				files: {
					'a.tex': tex('We use the SailBoat rope maker tool \\cite{rope}.'),
					'refs.bib': `@misc{boat, title = {SailBoat: A Ship of Wind}}\n@misc{rope, title = {${title}}}`,
				},
				problems,
			});
		await speaks('RopeMaker', 0);
		await speaks('Knots', 1);
	});

	it('leaves what a citation says behind a comma to that citation', async () => {
		await check('On BERT, \\citet{he2016deep} say little.', 0);
		await check('On BERT \\citep{he2016deep} they say little.', 1);
	});

	it('leaves a name that the sentence says to be short for something else', async () => {
		await check("The Bird's Early Rapid Trill (BERT) \\cite{he2016deep} sings.", 0);
		await check('The Bidirectional Encoder Representations of Transformers (BERT) \\cite{he2016deep} are deep.', 1);
	});

	it('leaves a paper alone whose title has the initials of the name', async () => {
		const speaks = (title: string, problems: number) =>
			checkRule(misattributedCitation, {
				files: {
					'a.tex': tex('The River Loading with Wave Alignment Tool \\cite{tool} is used.'),
					'refs.bib': `@book{ray2013, title = {Wave Alignment: Theory and Practice}, author = {Ray, Uma}}\n@misc{tool, title = {${title}}}`,
				},
				problems,
			});
		await speaks('RiverWA', 0);
		await speaks('RiverWARE', 1);
	});

	it('leaves a paper alone that goes by the name as well', async () => {
		await check('An LSTM \\cite{hochreiter1997} is recurrent.', 0);
		await check('A smaller BERT \\cite{sanh2019} is faster.', 0);
	});

	it('takes the name that stands next to the citation, in lists and contrasts', async () => {
		await check('BERT \\cite{devlin2019bert}, LSTM \\cite{greff2017} and dask \\cite{dask2015} are tools.', 0);
		await check('Unlike BERT, residual networks \\cite{he2016deep} see.', 0);
		await check('BERT is costly to train, as others have found \\cite{he2016deep}.', 0);
		await check('BERT-based parsers \\cite{he2016deep} and RoBERT \\cite{vaswani2017} differ.', 0);
	});

	it('believes who cites so again and again', () =>
		check('BERT \\cite{he2016deep} is one thing.\n\nBERT \\cite{he2016deep} is another.', 0));

	it('knows a title in italics or quotes for what it is, though no corpus has it', async () => {
		for (const title of [
			'\\emph{Growing Roses in Cold Northern Gardens}',
			"``Growing Roses in Cold Northern Gardens''",
		])
			await check(`See ${title}~\\cite{he2016deep}.`, 1, { messages: [/Growing Roses/], fixes: [] });
		await check('See \\emph{Residual Learning for Images of Faces}~\\cite{he2016deep}.', 0);
		await check("He calls it ``deeper than anything that was there before''~\\cite{he2016deep}.", 0);
	});

	it('leaves unknown keys to their own rule', () => check('BERT \\cite{nobody} is cited.', 0));
});
