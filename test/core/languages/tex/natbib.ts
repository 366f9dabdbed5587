import type { Family } from './support.ts';

const r = String.raw;

export const family: Family = {
	name: 'natbib',
	before: r`\usepackage{natbib}`,
	documents: [
		{ text: r`\cite{a} \citet[see][p.~3]{b, c} \citep*[x]{d} \citealt*{e} \citealp[][12]{f}`, keys: 'a b c d e f' },
		{
			text: r`\Citet{a} \Citep*{b} \Citealt{c} \Citealp{d} \Citeauthor*{e} \citeauthor{f} \citefullauthor{g}`,
			keys: 'a b c d e f g',
		},
		{
			text: r`\citeyear{a} \citeyearpar{b} \citenum{c} \citetext{see \citealp{d}, or \citealt[p.~3]{e}}`,
			keys: 'a b c d e',
		},
		{ text: r`\defcitealias{a}{Paper~I} \citetalias{b} \citepalias[p.~3]{c}`, keys: 'b c' },
		{
			text: r`\shortcites{a,b} \cite{c}`,
			keys: 'c',
			ours: 'a b c',
			because: 'natbib only remembers them, but they should be keys',
		},
		{ text: r`\citestyle{agu} \nocite{a, b}\nocite{c}`, keys: 'a b c' },
		{ text: r`\citep[{[3], see}][]{a} \citep[see \citealt{b}][\S\,3]{c}`, keys: 'a b c' },
		{
			text: r`\citet{a
, b,%
c }
\citep
[p.~3]
{d}`,
			keys: 'a b c d',
		},
		{ text: r`\setcitestyle{round} \bibpunct{(}{)}{;}{a}{,}{,} \cite{a}`, keys: 'a' },
		{ text: r`\cite{DBLP:conf/nips/X-Y_Z+17} \cite{a.b_c:d/e-f}`, keys: 'DBLP:conf/nips/X-Y_Z+17 a.b_c:d/e-f' },
		{
			before: r`\newcommand{\eg}[1]{\citep[e.g.,][]{#1}}\newcommand\citepos[1]{\citeauthor{#1}'s (\citeyear{#1})}`,
			text: r`\eg{a} \citepos{b}`,
			keys: 'a b',
		},
		{
			before: r`\let\oldcite\cite \renewcommand{\cite}[2][]{\citep[#1]{#2}}`,
			text: r`\cite[p.~3]{a} \oldcite{b}`,
			keys: 'a b',
		},
		{
			text: r`\section{On \citet{a}}\subsection[Short]{On \texorpdfstring{\citet{b}}{b}} \footnote{\citet{c}\footnotemark} \begin{figure}\caption[Short]{By \citet{d}.}\end{figure}`,
			keys: 'a b c d',
		},
		{ before: r`\usepackage{bibentry}\nobibliography*`, text: r`\bibentry{a} and \bibentry{b}`, keys: 'a b' },
		{ text: r`\cite{} \cite{a,,b} \cite{ ,c,}`, keys: 'a b c' },
		{ before: r`\usepackage{chapterbib}`, text: r`\citet{a} \citep{b}`, keys: 'a b' },
		{ text: r`\citep[see][]{a}\citep[see]{b}[not this]{none}`, keys: 'a b' },
		{ text: r`\citeauthor{a}'s \citeyear{b}. \Citeauthor{c}~\citeyearpar[p.~4]{d}`, keys: 'a b c d' },
	],
};
