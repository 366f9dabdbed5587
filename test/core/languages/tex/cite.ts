import type { Family } from './support.ts';

const r = String.raw;

export const family: Family = {
	name: 'cite, chicago',
	before: r`\usepackage{cite}`,
	documents: [
		{ text: r`\cite{a, b} \cite[3]{c} \citen{d} \citenum{e} \citeonline{f} \nocite{g}`, keys: 'a b c d e f g' },
		{ before: r`\usepackage{overcite}`, text: r`Text\cite{a}. \citen{b}`, keys: 'a b' },
	],
};
