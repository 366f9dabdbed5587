import type { Family } from './support.ts';

const r = String.raw;

export const family: Family = {
	name: 'commands of TeX',
	before: r``,
	documents: [
		{
			before: r`\def\see#1{\cite{#1}}\gdef\also#1{\cite[x]{#1}}\long\def\and#1{\cite{#1}}\protected\def\too#1{\cite{#1}}`,
			text: r`\see{a}\also{b}\and{c}\too{d}\see e`,
			keys: 'a b c d e',
		},
		{ before: r`\def\see[#1]#2{\cite[#1]{#2}}`, text: r`\see[p.~3]{a}`, keys: 'a' },
		{
			before: r`\def\see#1 with #2.{\cite{#2}}`,
			text: r`\see one with two. Then \see three with four.`,
			keys: 'four two',
		},
		{ before: r`\def\see(#1){\cite{#1}}`, text: r`\see(a)`, keys: 'a' },
		{ before: r`\def\see|#1|{\cite{#1}}`, text: r`\see|a|`, keys: 'a' },
		{ before: r`\def\see#1;{\cite{#1}}`, text: r`\see a,b;`, keys: 'a b' },
		{ before: r`\def\see<#1>#2{\cite[#1]{#2}}`, text: r`\see<x>{a}`, keys: 'a' },
		{ before: r`\def\pair#1/#2;{\cite{#1} \cite{#2}}`, text: r`\pair a/b;`, keys: 'a b' },
		{ before: r`\def\seebook{\cite{knuth}}`, text: r`\seebook`, keys: 'knuth' },
		{
			before: r`\def\mykey{smith}\edef\full{\mykey 2020}`,
			text: r`\cite{\mykey} \cite{\full}`,
			keys: 'smith smith2020',
		},
		{ before: r`\edef\see#1{\noexpand\cite{#1}}`, text: r`\see{a}`, keys: 'a' },
		{ before: r`\let\see\cite \let\also=\cite`, text: r`\see[p]{a} \also{b}`, keys: 'a b' },
		{ before: r`\def\old{\cite{a}}\let\kept\old\def\old{\cite{b}}`, text: r`\kept`, keys: 'a' },
		{ before: r`\let\oldcite\cite\def\cite#1{(\oldcite{#1})}`, text: r`\cite{a}`, keys: 'a' },
		{
			before: r`\expandafter\def\csname my.see\endcsname#1{\cite{#1}}`,
			text: r`\csname my.see\endcsname{a}`,
			keys: 'a',
		},
		{ before: r`\expandafter\newcommand\csname seex\endcsname[1]{\cite{#1}}`, text: r`\seex{a}`, keys: 'a' },
		{
			text: r`\csname cite\endcsname{a} \expandafter\cite\expandafter{b} \expandafter\cite\csname@firstofone\endcsname{{c}}`,
			keys: 'a b',
		},
		{
			before: r`\makeatletter\@namedef{see}#1{\cite{#1}}\newcommand\use{\@nameuse{see}}\makeatother`,
			text: r`\see{a}\use{b}`,
			keys: 'a b',
		},
		{ text: r`\def\key{a}\expandafter\cite\expandafter{\key}\def\key{b}\cite{\key}`, keys: 'a b' },
		{ text: r`{\def\see#1{\cite{#1}}\see{a}}\def\see#1{}\see{none}`, keys: 'a' },
		{ before: r`\def\see#1{\cite{#1}}`, text: r`{\def\see#1{}\see{none}}\see{a}`, keys: 'a' },
		{ before: r`\def\see#1{\cite{#1}}`, text: r`{\gdef\see#1{}}\see{none}`, keys: '' },
		{ before: r`\def\see#1{\cite{#1}}`, text: r`{\let\see\relax}\see{a}`, keys: 'a' },
		{ before: r`\def\x{\cite{none}}\def\x{}`, text: r`\x`, keys: '' },
		{ before: r`\def\swallow#1\stop{}`, text: r`\swallow \cite{none} \stop \cite{a}`, keys: 'a' },
		{
			before: r`\long\def\comment#1\endcomment{}`,
			text: r`\comment
\cite{none}

\cite{none2}
\endcomment
\cite{a}`,
			keys: 'a',
		},
		{
			before: r`\long\def\ignore#1{}`,
			text: r`\ignore{\cite{none}

\cite{none}}\cite{a}`,
			keys: 'a',
		},
		{
			before: r`\long\def\hide#1{}\long\def\unhide#1{#1}\let\draft\hide\let\final\unhide`,
			text: r`\draft{\cite{none}}\final{\cite{a}}`,
			keys: 'a',
		},
		{
			before: r`\makeatletter\def\see{\@ifnextchar[\@see{\@see[]}}\def\@see[#1]#2{\cite{#2}}\makeatother`,
			text: r`\see[x]{a}\see{b}`,
			keys: 'a b',
		},
		{
			before: r`\catcode64=11 \def\a@b#1{\cite{#1}}\catcode64=12 `,
			text: r`x\makeatletter\a@b{a}\makeatother`,
			keys: 'a',
		},
		{
			text: r`\catcode37=12 % \cite{a}
\catcode37=14 % \cite{none}
`,
			keys: 'a',
			ours: '',
			because: 'catcodes are not followed',
		},
		{ before: r`\catcode123=1 `, text: r`\begingroup\catcode64=11 \cite{x@y}\endgroup`, keys: 'x@y' },
		{
			before: r`\toks0={\cite{a}}\newtoks\mytoks\mytoks{\cite{b}}`,
			text: r`\the\toks0 `,
			keys: 'a',
			ours: 'a b',
			because: 'a register may be printed anywhere',
		},
		{ before: r`\setbox0\hbox{x}`, text: r`\setbox0\hbox{\cite{a}}\vbox{\cite{b}}`, keys: 'a b' },
		{
			before: r`\def\addto#1#2{\expandafter\def\expandafter#1\expandafter{#1#2}}\def\list{}\addto\list{\cite{a}}\addto\list{\cite{b}}`,
			text: r`\list`,
			keys: 'a b',
		},
		{
			before: r`\makeatletter\g@addto@macro\normalsize{\relax}\def\mylist{}\g@addto@macro\mylist{\cite{a}}\makeatother`,
			text: r`\mylist`,
			keys: 'a',
		},
	],
};
