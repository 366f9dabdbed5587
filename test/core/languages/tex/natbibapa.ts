import type { Family } from './support.ts';

const r = String.raw;

export const family: Family = {
	name: 'apacite with natbibapa',
	before: r`\usepackage[natbibapa]{apacite}`,
	documents: [
		{
			text: r`\citet{a} \citep[see][3]{b} \citealp{c} \citeauthor{d} \citeyearpar{e} \citeauthort{j} \citeauthorp{k}`,
			keys: 'a b c d e j k',
		},
	],
};
