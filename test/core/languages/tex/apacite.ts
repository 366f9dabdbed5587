import type { Family } from './support.ts';

const r = String.raw;

export const family: Family = {
	name: 'apacite',
	before: r`\usepackage{apacite}`,
	documents: [
		{
			text: r`\cite<e.g.,>[p.~3]{a,b} \citeA{c} \citeNP<x>{d} \citeauthor{e} \citeauthorNP{f} \citeyear{g} \citeyearNP{h}`,
			keys: 'a b c d e f g h',
		},
		{
			text: r`\fullcite{a} \fullciteA{b} \fullciteNP{c} \fullciteauthor{d} \shortcite{e} \shortciteA<x>[y]{f} \shortciteNP{g} \shortciteauthor{h}`,
			keys: 'a b c d e f g h',
		},
		{
			text: r`\maskcite{a} \maskciteA{b} \maskciteNP<x>{c} \maskciteauthor{d} \maskciteyear{e} \maskfullcite{f} \maskshortcite{g} \masknocite{h} \nocite{i}`,
			keys: 'a b c d e f g h i',
		},
		{ text: r`\citeA[p.~3]{a} \cite<see, e.g.,>{b}`, keys: 'a b' },
		{
			text: r`\cite
<see>
[p.~3]
{a}`,
			keys: 'a',
		},
	],
};
