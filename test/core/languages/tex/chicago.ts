import type { Family } from './support.ts';

const r = String.raw;

export const family: Family = {
	name: 'chicago',
	before: r`\usepackage{chicago}`,
	documents: [
		{
			text: r`\cite{a} \citeNP{b} \citeN{c} \citeANP{d} \citeA{e} \shortcite{f} \shortciteNP{g} \citeyear{h} \citeyearNP{i} \shortciteA{j} \shortciteN{k} \shortciteANP{l}`,
			keys: 'a b c d e f g h i j k l',
		},
	],
};
