import type { Family } from './support.ts';

const r = String.raw;

export const family: Family = {
	name: 'biblatex with natbib=true',
	before: r`\usepackage[natbib=true,style=authoryear]{biblatex}`,
	documents: [
		{
			text: r`\citet{a} \citep*[see][3]{b} \citealt{c} \citealp*{d} \Citet{e} \Citep{f} \Citealt{g} \Citealp{h}`,
			keys: 'a b c d e f g h',
		},
		{ text: r`\citeyearpar{a} \citefullauthor{b} \Citefullauthor{c}`, keys: 'a b c' },
		{
			before: r`\defcitealias{a}{Paper I}`,
			text: r`\citetalias{a} \citepalias{b} \citetext{see \citealp{c}}`,
			keys: 'a b c',
		},
	],
};
