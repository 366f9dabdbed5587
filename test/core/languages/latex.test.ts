import assert from 'node:assert/strict';
import { latex } from '../../../src/core/languages/latex.ts';
import { at, brief, scan } from './support.ts';

describe('cite commands of LaTeX', () => {
	const table: [input: string, expected: string[]][] = [
		// plain and natbib
		['\\cite{a}', ['cite a']],
		['\\cite{a,b}', ['cite a, b']],
		['\\cite[p.~3]{a}', ['cite a']],
		['\\citep[see][p.~3]{a,b}', ['citep a, b']],
		['\\citet*{a}', ['citet a']],
		['\\Citeauthor{a} \\citeyearpar{b} \\citenum{c}', ['Citeauthor a', 'citeyearpar b', 'citenum c']],
		['\\citetext{see \\citealp{a}, or \\citealt{b}}', ['citealp a', 'citealt b']],
		['\\nocite{a, b}', ['~nocite a, b']],
		['\\shortcites{a}', ['~shortcites a']],
		// biblatex
		['\\parencite*[12]{a}', ['parencite a']],
		['\\Textcite{a} \\footcitetext{b} \\footfullcite{c}', ['Textcite a', 'footcitetext b', 'footfullcite c']],
		['\\cites{a}{b}', ['cites a, b']],
		['\\cites(pre)(post)[1][2]{a}[3]{b, c}{d}', ['cites a, b, c, d']],
		['\\parencites*(see){a} [x] {b}', ['parencites a, b']],
		['\\cites{a}\n\n{b}', ['cites a']],
		['\\volcite{2}[12]{a}', ['volcite a']],
		['\\Pvolcite[see]{2}[12]{a}', ['Pvolcite a']],
		['\\volcites(x){2}[12]{a}[pre]{3}{b}', ['volcites a, b']],
		['\\citefield{a}{title}, \\citename[p]{b}[f]{author}', ['citefield a', 'citename b']],
		// csquotes
		['\\textcquote[12]{a}[.]{Said \\cite{b}}', ['textcquote a', 'cite b']],
		['\\foreigntextcquote{german}[12]{a}{Gesagt}', ['foreigntextcquote a']],
		['\\begin{displaycquote}[12]{a} Said. \\end{displaycquote}', ['displaycquote a']],
		// apacite, harvard, REVTeX, chicago, ACL
		['\\cite<e.g.,>[p. 3]{a} \\citeA{b} \\citeNP{c}', ['cite a', 'citeA b', 'citeNP c']],
		['\\maskciteA<see>{a} \\fullciteNP{b}', ['maskciteA a', 'fullciteNP b']],
		[
			'\\citeaffixed[3]{a}{e.g.} \\possessivecite{b} \\citeasnoun**{c}',
			['citeaffixed a', 'possessivecite b', 'citeasnoun c'],
		],
		['\\onlinecite{a} \\newcite{b} \\citen{c} \\bibentry{d}', ['onlinecite a', 'newcite b', 'citen c', 'bibentry d']],
		// commands that nobody listed
		[
			'\\citeprgm{a} \\eqcite{b} \\citeS{c} \\citeauthorwork{d}',
			['citeprgm a', 'eqcite b', 'citeS c', 'citeauthorwork d'],
		],
		// spaces, lines, comments
		['\\cite {a}', ['cite a']],
		['\\cite\n  [x]\n  {a,\n  b}', ['cite a, b']],
		['\\cite% why\n{a}', ['cite a']],
		['\\cite{a,% why, oh why}\n b}', ['cite a, b']],
		['\\cite{a % why\n}', ['cite a']],
		['\\cite{%\na}', ['cite a']],
		['\\cite{{A},{B}}', ['cite A, B']],
		[
			'\\cite{DBLP:conf/nips/X-Y_Z+17, Road&Rail, 10.1007/3-540_12}',
			['cite DBLP:conf/nips/X-Y_Z+17, Road&Rail, 10.1007/3-540_12'],
		],
		['\\cite{Müller2019,陈_2011}', ['cite Müller2019, 陈_2011']],
		['\\cite{a}\\cite{b}', ['cite a', 'cite b']],
		['\\cite[see \\cite{b}]{a}', ['cite a', 'cite b']],
		['\\cite[{[3]}, see [4]]{a}', ['cite a']],
		['\\cite[50\\% of]{a}', ['cite a']],
		// empty
		['\\cite{}', ['cite _']],
		['\\cite{ }', ['cite _']],
		['\\cite{a,,b}', ['cite a, _, b']],
		['\\cite{a,}', ['cite a, _']],
		['\\cite{,a}', ['cite _, a']],
	];
	for (const [input, expected] of table) {
		it(`reads ${JSON.stringify(input)}`, () => assert.deepEqual(brief(latex, input), expected));
	}

	it('takes the commands that the user names', () => {
		assert.deepEqual(brief(latex, '\\ref{x} \\hinweis[3]{a, b}', ['hinweis']), ['hinweis a, b']);
	});
});

describe('what cites nothing in LaTeX', () => {
	const table = [
		'\\citestyle{apa} \\setcitestyle{round} \\citereset \\defcitealias{a}{Paper I}',
		'\\newcites{S}{Further reading} \\AtEveryCitekey{\\clearfield{url}} \\AtEveryCite{x}',
		'\\DeclareCiteCommand{\\foocite}[\\mkbibparens]{\\usebibmacro{prenote}}{}{}{}',
		'\\newcommand{\\mycite}[1]{\\cite{#1}}',
		'\\newcommand\\mycite[1]{\\cite{#1}}',
		'\\def\\mycite#1{\\cite{#1}}',
		'\\renewcommand*\\citep[2][]{see \\citet{#2}}',
		'\\let\\oldcite\\cite\n\\renewcommand{\\cite}{\\oldcite}',
		'\\NewDocumentCommand{\\mycite}{s o o m}{\\cite[#2]{#4}}',
		'\\citecolor{blue} \\citenumfont{bf} \\excite{me} \\citetrackerfalse{}',
		'\\backrefnotcitedstring{never} \\compsocitemizethanks{us}',
		'as \\cite itself shows',
		'see \\cite\n\n{a}',
		'% \\cite{a}',
		'100 % \\cite{a}\n',
		'\\verb|\\cite{a}| and \\verb*+\\cite{b}+',
		'\\lstinline{\\cite{a}} \\lstinline[language=TeX]!\\cite{b}! \\mintinline{tex}{\\cite{c}}',
		'\\begin{verbatim}\n\\cite{a}\n\\end{verbatim}',
		'\\begin{lstlisting}[caption=x]\n\\cite{a}\n\\end{lstlisting}',
		'\\begin{comment}\\cite{a}\\end{comment}',
		'\\lstnewenvironment{code}{}{}\\begin{code}\\cite{a}\\end{code}',
		'\\iffalse \\cite{a} \\ifx\\a\\b \\cite{b} \\fi \\cite{c} \\fi',
		'\\begin{document}\\end{document} \\cite{a}',
		'text\n\\endinput\n\\cite{a}',
		'\\newcommand{\\gone}[1]{} \\gone{\\cite{a}}',
		'\\newcommand*{\\code}[1]{\\detokenize{#1}} \\code{\\cite{a}}',
		'\\bibitem[\\protect\\citename{Foo, }2005]{a}',
	];
	for (const input of table)
		it(`passes over ${JSON.stringify(input)}`, () => assert.deepEqual(brief(latex, input), []));

	it('reads on behind each of them', () => {
		for (const input of table.slice(0, 22)) {
			if (/end\{document\}/.test(input)) continue;
			assert.deepEqual(brief(latex, `${input}\n\n\\cite{z}`), ['cite z'], input);
		}
	});

	it('takes a percent sign with a backslash for itself', () => {
		assert.deepEqual(brief(latex, 'by 5\\% \\cite{a} \\\\% \\cite{b}\n\\cite{c}'), ['cite a', 'cite c']);
	});

	it('shows what stands behind the else of what is hidden', () => {
		assert.deepEqual(brief(latex, '\\iffalse\\cite{a}\\else\\cite{b}\\fi\\cite{c}'), ['cite b', 'cite c']);
	});

	it('does not let something unfinished hide the rest', () => {
		for (const open of [
			'\\begin{verbatim} ',
			'\\iffalse ',
			'\\verb| ',
			'\\lstinline{ ',
			'$$ ',
			'\\[ ',
			'\\section{ ',
		]) {
			assert.deepEqual(brief(latex, `${open}\n\n\\cite{a}`), ['cite a'], open);
		}
	});

	it('keeps a percent sign in an address from hiding the line', () => {
		assert.deepEqual(brief(latex, '\\url{http://x.org/a%20b} \\href{http://x%20}{y \\cite{b}} \\cite{a}'), [
			'cite b',
			'cite a',
		]);
	});
});

describe('spans of LaTeX citations', () => {
	it('name the key letter by letter, whatever stands around it', () => {
		const text = 'See \\cite[see][p.~3]{ a ,% note\n  {b}, c-d }.';
		const [citation] = scan(latex, text).citations;
		assert.equal(at(text, citation!.span), '\\cite[see][p.~3]{ a ,% note\n  {b}, c-d }');
		assert.equal(at(text, citation!.list), ' a ,% note\n  {b}, c-d ');
		assert.deepEqual(
			citation!.items.map(({ span }) => at(text, span)),
			['a', 'b', 'c-d'],
		);
		assert.deepEqual(
			citation!.items.map(({ slot }) => at(text, slot)),
			[' a ', '% note\n  {b}', ' c-d '],
		);
	});

	it('put an empty slot where a key would be typed', () => {
		const places = (text: string) =>
			scan(latex, text)
				.citations[0]!.items.filter(({ key }) => !key)
				.map(({ span }) => span.start);
		assert.deepEqual(places('\\cite{}'), [6]);
		assert.deepEqual(places('\\cite{a, }'), [9]);
		assert.deepEqual(places('\\cite{a,\n}'), [8]);
	});

	it('leave out a key that a comment cuts in two', () => {
		assert.deepEqual(brief(latex, '\\cite{a, vas%\n  wani, b}'), ['cite a, b']);
	});

	it('run over all groups of a multicite', () => {
		const text = 'x \\cites(pre)[1]{a}{b} y';
		const [citation] = scan(latex, text).citations;
		assert.equal(at(text, citation!.span), '\\cites(pre)[1]{a}{b}');
		assert.equal(at(text, citation!.list), 'a}{b');
	});
});

describe('half-typed LaTeX citations', () => {
	const table: [input: string, expected: string[], slot?: string][] = [
		['\\cite{', ['cite _…'], ''],
		['\\cite{vas', ['cite vas…'], 'vas'],
		['\\cite{vas\nand so on', ['cite vas…'], 'vas'],
		['\\cite{vas and more of it, as \\emph{they} say}', ['cite vas…'], 'vas and more of it'],
		['\\cite{a, vas', ['cite a, vas…'], ' vas'],
		['\\cite{a,\n  b,\n  va\n\nNext paragraph.', ['cite a, b, va…'], '\n  va'],
		['\\cite{a,\nand then prose goes on\n\n', ['cite a, _…'], ''],
		['\\cite{\n\nNext.', ['cite _…'], ''],
		['\\cite{\\cite{b}', ['cite _…', 'cite b'], ''],
		['\\cite{a, \\section{X}', ['cite a, _…'], ' '],
		['\\footnote{See \\cite{vas the model of attention works well here.}', ['cite vas…']],
		['see \\cite{vas % todo\n\nNext \\cite{b}.', ['cite vas…', 'cite b']],
		['\\cites{a}{b', ['cites a, b…'], 'b'],
		['\\mycite{}', ['mycite _…'], ''],
		['\\cite[see', []],
		['\\cite[see \\cite{b}', ['cite b']],
		['\\cite', []],
		['\\cites(see', []],
		['\\', []],
	];
	for (const [input, expected, slot] of table) {
		it(`reads ${JSON.stringify(input)}`, () => {
			assert.deepEqual(brief(latex, input), expected);
			const first = scan(latex, input).citations[0];
			if (slot !== undefined) assert.equal(at(input, first!.items.at(-1)!.slot), slot);
		});
	}

	it('takes a query of some words in closed braces for what stands in the slot', () => {
		assert.deepEqual(brief(latex, '\\cite{attention is all you need}'), ['cite attention is all you need']);
	});
});

describe('structure of LaTeX documents', () => {
	const text = String.raw`% !TEX root = ../main.tex
\documentclass[11pt]{article}
\title{On {\"u}ber \emph{things}\thanks{Funded.}}
\newcommand{\refs}{all/refs}
\bibliography{a, b}\addbibresource[datatype=bibtex]{c d.bib} \bibliography{\refs}
\begin{document}
\begin{abstract}We show~\cite{x} it.\end{abstract}
% relwork-ignore-file empty-slot
\section[Short]{Intro \cite{y}} % relwork-ignore unknown-key, repeated-key: on purpose
\input{ch/one}\include{two}\input three.tex
\subfile{four}\import{dir/}{five}\InputIfFileExists{six}{}{}
\subsection*{Further}
\begin{equation} x \end{equation}
\bibitem[label]{k1} \nocite{*}
\end{document}`;
	const found = scan(latex, text);

	it('has its title, abstract and sections as plain text', () => {
		assert.equal(found.title, 'On über things');
		assert.equal(found.abstract, 'We show it.');
		assert.deepEqual(
			found.sections.map(({ level, title }) => [level, title]),
			[
				[2, 'Intro'],
				[3, 'Further'],
			],
		);
		assert.equal(at(text, found.sections[0]!.span), '\\section[Short]{Intro \\cite{y}}');
	});

	it('names its root, bibliographies and includes', () => {
		assert.equal(found.isRoot, true);
		assert.equal(found.rootHint?.path, '../main.tex');
		assert.deepEqual(
			found.bibliographies.map(({ path }) => path),
			['a', 'b', 'c d.bib', '\\refs'],
		);
		assert.deepEqual(found.definitions, [{ name: 'refs', text: 'all/refs' }]);
		for (const { path, span } of found.bibliographies) assert.equal(at(text, span), path);
		assert.deepEqual(
			found.includes.filter((one) => !one.package).map(({ path, directory, optional }) => [path, directory, optional]),
			[
				['ch/one', undefined, false],
				['two', undefined, false],
				['three.tex', undefined, false],
				['four', undefined, false],
				['five', 'dir/', false],
				['six', undefined, true],
			],
		);
	});

	it('defines keys, cites everything, turns rules off', () => {
		assert.deepEqual(
			found.localKeys.map(({ key, span }) => [key, at(text, span)]),
			[['k1', 'k1']],
		);
		assert.equal(found.nociteAll, true);
		assert.deepEqual(
			found.suppressions.map(({ rules, reach }) => [reach, ...rules]),
			[
				['file', 'empty-slot'],
				['line', 'unknown-key', 'repeated-key'],
			],
		);
	});

	it('tells what is no prose: the preamble, comments, formulas', () => {
		const hidden = found.opaque.map((span) => at(text, span));
		assert.ok(hidden[0]!.startsWith('% !TEX') && hidden[0]!.includes('\\bibliography'));
		assert.ok(hidden.some((part) => part.startsWith('\\begin{equation}')));
		assert.ok(!hidden.some((part) => part.includes('abstract}We')));
	});

	it('reads the entries and the name of a bibliography that the document writes', () => {
		const source =
			'\\begin{filecontents*}[overwrite]{refs.bib}\n@misc{one, title={A}}\n@string{x = "y"}\n@book(two,)\n\\end{filecontents*}\\cite{one}';
		const { writes, localKeys } = scan(latex, source);
		assert.deepEqual(writes, ['refs.bib']);
		assert.deepEqual(
			localKeys.map(({ key }) => key),
			['one', 'two'],
		);
	});

	it('looks for those entries in what is written, not in the rest of a long text', () => {
		const text = '\\begin{filecontents}{a}\n\\end{filecontents}\n'.repeat(20_000);
		const start = process.cpuUsage().user;
		assert.equal(scan(latex, `${text}${'@ '.repeat(50_000)}`).writes?.length, 20_000);
		assert.ok(process.cpuUsage().user - start < 2_000_000);
	});

	it('takes the root of a subfile from its class', () => {
		const { isRoot, rootHint } = scan(latex, '\\documentclass[../main.tex]{subfiles}');
		assert.deepEqual([isRoot, rootHint?.path], [false, '../main.tex']);
	});

	it('reads bibliographies of sections and of multibib', () => {
		const source =
			'\\newcites{S}{More}\\bibliographystyleS{plain}\\bibliographyS{s}\\begin{refsection}[r.bib]\\putbib[p]\\bibliographystyle{x}';
		assert.deepEqual(
			scan(latex, source).bibliographies.map(({ path }) => path),
			['s', 'r.bib', 'p'],
		);
	});
});
