import type { Family } from './support.ts';

const r = String.raw;

export const family: Family = {
	name: 'jurabib',
	before: r`\usepackage{jurabib}`,
	documents: [
		{
			text: r`\cite[a][3]{a} \cite*{b} \footcite[3]{c} \fullcite{d} \footfullcite{e} \citetitle{f} \footcitetitle{g} \citeauthor{h}`,
			keys: 'a b c d e f g h',
		},
		{
			text: r`\citet{a} \citep[see][3]{b} \citealt{c} \citealp{d} \citeyear{e} \footcitet{f} \footcitep{g} \footciteauthor{h} \footciteyear{i} \citefield{author}{j}`,
			keys: 'a b c d e f g h i j',
			ours: 'a author b c d e f g h i',
			because: 'biblatex gives the command of this name its arguments in another order',
		},
		{
			text: r`\nextcitefull{a} \nextcitenotitle{b} \citetitlefortype{article} \citenotitlefortype{book} \cite{c}`,
			keys: 'c',
		},
	],
};
