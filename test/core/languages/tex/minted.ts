import type { Family } from './support.ts';

const r = String.raw;

export const family: Family = {
	name: 'minted',
	before: r`\usepackage{minted}`,
	documents: [
		{ before: r`\newminted{c}{}\newmintinline{py}{}`, text: r`\cite{a}`, keys: 'a' },
		{ before: r`\newminted[mycode]{c}{}\newmint{tex}{}\newmintedfile{c}{}`, text: r`\cite{a}`, keys: 'a' },
	],
};
