import type { Family } from './support.ts';

const r = String.raw;

export const family: Family = {
	name: 'commands of xparse',
	before: r``,
	documents: [
		{
			before: r`\NewDocumentCommand{\see}{s o m}{\IfBooleanTF{#1}{\cite{#3}}{\cite[#2]{#3}}}`,
			text: r`\see*{a} \see[x]{b}`,
			keys: 'a b',
		},
		{
			before: r`\NewDocumentCommand{\see}{s o +m O{x}}{\cite{#3}\relax}`,
			text: r`\see*[p]{a}[b] \see{c}`,
			keys: 'a c',
		},
		{
			before: r`\NewDocumentCommand{\see}{m O{dflt}}{\cite{#1}\cite{#2}}`,
			text: r`\see{a} \see{b}[c]`,
			keys: 'a b c dflt',
		},
		{ before: r`\NewDocumentCommand{\see}{d<> m}{\cite{#2}}`, text: r`\see<x>{a}\see{b}`, keys: 'a b' },
		{ before: r`\NewDocumentCommand{\see}{D(){k} m}{\cite{#1}\cite{#2}}`, text: r`\see(x){a}\see{b}`, keys: 'a b k x' },
		{ before: r`\NewDocumentCommand{\see}{r() m}{\cite{#1}\cite{#2}}`, text: r`\see(x){a}`, keys: 'a x' },
		{ before: r`\NewDocumentCommand{\see}{r|| m}{\cite{#1}\cite{#2}}`, text: r`\see|x|{a}`, keys: 'a x' },
		{ before: r`\NewDocumentCommand{\see}{d|| m}{\cite{#2}}`, text: r`\see|x|{a} \see{b}`, keys: 'a b' },
		{ before: r`\NewDocumentCommand{\see}{t+ m}{\cite{#2}}`, text: r`\see+{a} \see{b}`, keys: 'a b' },
		{
			before: r`\NewDocumentCommand{\see}{e{_^} m}{\cite{#3}}`,
			text: r`\see_{x}^{y}{a} \see{b} \see^{x}_{y}{c}`,
			keys: 'a b c',
		},
		{ before: r`\NewDocumentCommand{\see}{m e{_}}{\cite{#1}}`, text: r`\see{a}_{x} \see{b}`, keys: 'a b' },
		{
			before: r`\NewDocumentCommand{\see}{m m}{\IfNoValueTF{#1}{\cite{#2}}{\cite[#1]{#2}}}`,
			text: r`\see{x}{a}`,
			keys: 'a',
		},
		{
			before: r`\NewDocumentCommand{\see}{o m}{\IfValueTF{#1}{\cite[#1]{#2}}{\cite{#2}}}`,
			text: r`\see[x]{a}\see{b}`,
			keys: 'a b',
		},
		{
			before: r`\RenewDocumentCommand{\emph}{m}{\textit{#1}}\ProvideDocumentCommand\see{m}{\cite{#1}}\DeclareDocumentCommand\also{m}{\cite{#1}}`,
			text: r`\see{a}\also{b}\emph{\cite{c}}`,
			keys: 'a b c',
		},
		{
			before: r`\NewCommandCopy\oldcite\cite\RenewDocumentCommand\cite{m}{\oldcite{#1}}`,
			text: r`\cite{a}\oldcite{b}`,
			keys: 'a b',
		},
		{
			before: r`\NewCommandCopy{\see}{\cite}\RenewCommandCopy\see\cite\DeclareCommandCopy\also\nocite`,
			text: r`\see{a}\also{b}`,
			keys: 'a b',
		},
		{ before: r`\NewDocumentCommand{\see}{>{\TrimSpaces} m}{\cite{#1}}`, text: r`\see{ a }`, keys: 'a' },
		{
			before: r`\NewDocumentCommand{\see}{>{\SplitList{;}} m}{\ProcessList{#1}{\onesee}}\newcommand\onesee[1]{\cite{#1}}`,
			text: r`\see{a;b}`,
			keys: 'a b',
			ours: '',
			because: 'lists of another separator are not followed',
		},
		{
			before: r`\NewDocumentCommand{\code}{v}{\texttt{#1}}`,
			text: r`\code{\cite{none}}\code|\cite{none}|\cite{a}`,
			keys: 'a',
		},
		{
			before: r`\NewDocumentEnvironment{source}{o m}{\begin{quote}}{\cite{#2}\end{quote}}`,
			text: r`\begin{source}[x]{a}x \cite{b}\end{source}`,
			keys: 'a b',
		},
		{
			before: r`\NewDocumentEnvironment{hidden}{+b}{}{}`,
			text: r`\begin{hidden}\cite{none}\end{hidden}\cite{a}`,
			keys: 'a',
		},
		{ before: r`\NewExpandableDocumentCommand{\see}{m}{\cite{#1}}`, text: r`\see{a}`, keys: 'a' },
		{ before: r`\NewDocumentCommand{\gone}{s o m}{}`, text: r`\gone*[\cite{none}]{\cite{none}}\cite{a}`, keys: 'a' },
		{
			before: r`\NewDocumentCommand\see{ s  O{ } m }
 {
  \cite[#2]{#3}
 }`,
			text: r`\see{a}`,
			keys: 'a',
		},
		{
			before: r`\ExplSyntaxOn
\NewDocumentCommand{\see}{m}{ \clist_map_inline:nn {#1} { \cite{##1} } }
\ExplSyntaxOff`,
			text: r`\see{a,b}`,
			keys: 'a b',
			ours: '',
			because: 'commands of LaTeX3 are not followed',
		},
		{
			before: r`\ExplSyntaxOn
\cs_new:Npn \my_see:n #1 { \cite{#1} }
\NewDocumentCommand{\see}{m}{ \my_see:n {#1} }
\cs_set_eq:NN \also \cite
\ExplSyntaxOff`,
			text: r`\see{a}\also{b}`,
			keys: 'a b',
			ours: '',
			because: 'commands of LaTeX3 are not followed',
		},
	],
};
