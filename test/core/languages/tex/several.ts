import type { Family } from './support.ts';

const r = String.raw;

export const family: Family = {
	name: 'multibib, bibunits',
	before: r``,
	documents: [
		{
			before: r`\usepackage{multibib}\newcites{S,web}{Further,Web}`,
			text: r`\cite{a} \citeS{b} \citeweb[3]{c} \nociteS{d}`,
			keys: 'a b c d',
		},
		{
			before: r`\usepackage{natbib,multibib}\newcites{S}{Further}`,
			text: r`\citep{a} \citepS[see][3]{b} \citetS{c} \citealpS{d} \citealtS{e}`,
			keys: 'a b c d e',
		},
		{
			before: r`\usepackage{bibunits}`,
			text: r`\begin{bibunit}[plain]\cite{a}\putbib[refs]\end{bibunit}\begin{bibunit}\cite{b}\cite*{c}\end{bibunit} \cite{d}`,
			keys: 'a b c d',
		},
		{ before: r`\usepackage{splitbib}`, text: r`\cite{a}`, keys: 'a' },
		{
			before: r`\usepackage[resetlabels]{multibib}\newcites{own}{Own}\newcommand\mine[1]{\citeown{#1}}`,
			text: r`\mine{a}`,
			keys: 'a',
		},
	],
};
