import assert from 'node:assert/strict';
import { languageFor } from '../../../src/core/languages/index.ts';
import { citingSentences, contextAt } from '../../../src/core/text/context.ts';
import { fixture } from '../../support/fixture.ts';

function contextOf(source: string) {
	const { uri, text, offset } = fixture(source);
	const language = languageFor(uri)!;
	return contextAt(text, language.scan(text, { citeCommands: [] }), language, offset);
}

function citing(source: string, exceptCursor = false) {
	const { uri, text, offset } = fixture(source);
	const language = languageFor(uri)!;
	return citingSentences(text, language.scan(text, { citeCommands: [] }), language, exceptCursor ? offset : undefined);
}

describe('the context of a citation', () => {
	it('is its sentence, what leads to it, and the sentences beside it', () => {
		const found = contextOf(
			String.raw`\title{On M\"uller} \begin{document} \begin{abstract}We do.\end{abstract}
\section{Related \emph{work}}
First things first. The \emph{Transformer}~\cite{|x} of Vaswani et al. drops
recurrence~\cite{y}. % why?
It is >>fast<< \cite{z}.`,
		);
		assert.deepEqual(found, {
			text: 'The Transformer of Vaswani et al. drops recurrence.',
			lead: 'The Transformer',
			before: 'First things first.',
			after: 'It is >>fast<<.',
			section: 'Related work',
			title: 'On Müller',
			abstract: 'We do.',
		});
	});

	it('takes the sentence before from the paragraph above, but not from above a heading', () => {
		assert.equal(contextOf('One. Two.\n\nThree \\cite{|}.').before, 'Two.');
		assert.equal(contextOf('One. Two.\n\n\\section{S}\n\nThree \\cite{|}.').before, undefined);
	});

	it('is the same while the citation is half typed', () => {
		const found = contextOf('One. Deep residual learning \\cite{res| made depth cheap. Two.\n\nThree.');
		assert.match(found.text, /^Deep residual learning/);
		assert.equal(found.lead, 'Deep residual learning');
		assert.equal(found.before, 'One.');
	});

	it('is the sentence around the cursor where there is no citation', () => {
		const { text, lead } = contextOf('One. Two is | here. Three.');
		assert.deepEqual([text, lead], ['Two is here.', 'Two is']);
	});

	it('stays within an item, a caption, a footnote', () => {
		assert.equal(contextOf('\\begin{itemize}\\item One \\item Two \\cite{|} \\item Three\\end{itemize}').text, 'Two');
		assert.equal(
			contextOf('Text\n\\begin{figure}\\includegraphics[width=1]{a}\\caption{A map \\cite{|}.}\\label{b}\\end{figure}')
				.text,
			'A map.',
		);
		assert.equal(contextOf('The main\\footnote{A side note \\cite{|}.} text goes on.').text, 'A side note.');
		assert.equal(contextOf('The main\\footnote{A side note.} text \\cite{|} goes on.').text, 'The main text goes on.');
	});

	it('leaves formulas inline, and takes displays, references and markup out', () => {
		assert.equal(
			contextOf('For $x_1$ see Section~\\ref{a}:\n\\begin{equation}y\\end{equation}\nso \\textbf{it} is \\cite{|}.')
				.text,
			'For $x_1$ see Section: so it is.',
		);
	});

	it('does not end a paragraph at a comment line', () => {
		assert.equal(contextOf('One\n% comment\ntwo \\cite{|}.').text, 'One two.');
	});

	it('is found inside of a table, too', () => {
		assert.match(contextOf('\\begin{tabular}{l}Method \\cite{|} & 3\\\\\\end{tabular}').text, /Method/);
	});

	it('reads Markdown alike', () => {
		const found = contextOf(
			'%! a.md\n---\ntitle: T\n---\n# Work {#w}\n\nOne. The *Transformer* [@x] of `code` and [links](http://x) is **fast** [@|y; @z]. Two @a.\n',
		);
		assert.deepEqual(found, {
			text: 'The Transformer of code and links is fast.',
			lead: 'The Transformer of code and links is fast',
			before: 'One.',
			after: 'Two.',
			section: 'Work',
			title: 'T',
		});
	});

	it('is found quickly in a long document', () => {
		const text = 'A sentence with \\cite{a} in it. '.repeat(8).concat('\n\n').repeat(5000);
		const language = languageFor('a.tex')!;
		const semantics = language.scan(text, { citeCommands: [] });
		const start = process.cpuUsage().user;
		for (let step = 0; step < 100; step++) contextAt(text, semantics, language, (text.length / 100) * step);
		assert.ok((process.cpuUsage().user - start) / 100 / 1000 < 10, 'under 10 ms each');
	});
});

describe('citing sentences', () => {
	it('come with all their keys, in order', () => {
		assert.deepEqual(
			citing('Alpha \\cite{a} and beta \\citep[see][]{b,c}. No cite. Gamma \\cite{a}.\n\nDelta \\cite{} .\\nocite{n}'),
			[
				{ text: 'Alpha and beta.', keys: ['a', 'b', 'c'] },
				{ text: 'Gamma.', keys: ['a'] },
			],
		);
	});

	it('leave out the one that is being written', () => {
		assert.deepEqual(
			citing('Alpha \\cite{a}. Beta \\cite{b} and \\cite{|}. Gamma \\cite{c}.', true).map(({ keys }) => keys),
			[['a'], ['c']],
		);
		assert.deepEqual(
			citing('One \\cite{a}. Two \\cite{b}. Here \\cite{|}. Three \\cite{c}. Four \\cite{d}.', true).map(
				({ keys, apart }) => [...keys, apart],
			),
			[
				['a', 2],
				['b', 1],
				['c', 1],
				['d', 2],
			],
			'and say how far from it they stand',
		);
		assert.deepEqual(
			citing('Alpha \\cite{a}. Beta \\cite{b} and |. Gamma \\cite{c}.', true).map(({ keys }) => keys),
			[['a'], ['c']],
		);
	});
});
