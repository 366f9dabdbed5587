import type { Family } from './support.ts';

const r = String.raw;

export const family: Family = {
	name: 'harvard',
	before: r`\usepackage{harvard}`,
	documents: [
		{
			text: r`\cite[p.~3]{a,b} \cite*{c} \citeasnoun{d} \citeasnoun*{e} \citeasnoun**{f} \possessivecite{g} \citename{h} \citeaffixed[3]{i}{e.g.} \citeaffixed*{j}{see} \citeyear{k} \citeyear*{l} \cite**{m} \possessivecite*[3]{n}`,
			keys: 'a b c d e f g h i j k l m n',
		},
		{ text: r`\citationmode{full}\citationstyle{agsm} \cite{a} \nocite{b}`, keys: 'a b' },
	],
};
