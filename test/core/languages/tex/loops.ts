import type { Family } from './support.ts';

const r = String.raw;

export const family: Family = {
	name: 'loops and lists',
	before: r`\usepackage{etoolbox,pgffor}`,
	documents: [
		{ text: r`\forcsvlist{\cite}{a,b,c}`, keys: 'a b c' },
		{
			before: r`\newcommand\onecite[1]{\cite{#1} }\newcommand\each[1]{\forcsvlist{\onecite}{#1}}`,
			text: r`\each{a,b}`,
			keys: 'a b',
		},
		{
			before: r`\makeatletter\newcommand\each[1]{\@for\x:=#1\do{\cite{\x}}}\makeatother`,
			text: r`\each{a,b}`,
			keys: 'a b',
		},
		{ before: r`\makeatletter`, text: r`\@for\x:=a,b\do{\cite{\x}}`, keys: 'a b' },
		{ text: r`\foreach \k in {a,b} {\cite{\k}}`, keys: 'a b' },
		{ before: r`\renewcommand*\do[1]{}`, text: r`\renewcommand*\do[1]{\cite{#1}}\docsvlist{a,b}`, keys: 'a b' },
		{
			before: r`\DeclareListParser{\dosemi}{;}`,
			text: r`\renewcommand*\do[1]{\cite{#1}}\dosemi{a;b}`,
			keys: 'a b',
			ours: '',
			because: 'lists of another separator are not followed',
		},
		{
			before: r`\listadd{\mylist}{a}\listadd{\mylist}{b}`,
			text: r`\forlistloop{\cite}{\mylist}`,
			keys: 'a b',
			ours: '',
			because: 'lists of another separator are not followed',
		},
	],
};
