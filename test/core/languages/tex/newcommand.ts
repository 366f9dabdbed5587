import type { Family } from './support.ts';

const r = String.raw;

export const family: Family = {
	name: 'commands of LaTeX',
	before: r``,
	documents: [
		{ before: r`\newcommand\eg[1]{\cite[e.g.]{#1}}`, text: r`\eg{a, b}\eg c`, keys: 'a b c' },
		{ before: r`\newcommand*{\withpage}[2]{\cite[p.~#2]{#1}}`, text: r`\withpage{a}{12}`, keys: 'a' },
		{ before: r`\newcommand{\see}[2][]{\cite[#1]{#2}}`, text: r`\see[p.~3]{a} \see{b}`, keys: 'a b' },
		{ before: r`\newcommand{\see}[2][a]{\cite{#1} and \cite{#2}}`, text: r`\see{b} \see[c]{d}`, keys: 'a b c d' },
		{ before: r`\newcommand{\see}[1][dflt]{\cite{#1}}`, text: r`\see{} x`, keys: 'dflt' },
		{ before: r`\newcommand{\see}[1][dflt]{\cite{#1}}`, text: r`\see[a] x`, keys: 'a' },
		{
			before: r`\newcommand{\see}[2][]{\if\relax#1\relax\cite{#2}\else\cite[#1]{#2}\fi}`,
			text: r`\see[x]{a} \see{b}`,
			keys: 'a b',
		},
		{ before: r`\newcommand{\rfc}[1]{\cite{rfc#1}}`, text: r`\rfc{2616}\rfc{10,20}`, keys: '20 rfc10 rfc2616' },
		{
			before: r`\newcommand{\paper}[2]{\cite{#1:#2,#1-extra}}`,
			text: r`\paper{smith}{2020}`,
			keys: 'smith-extra smith:2020',
		},
		{ before: r`\newcommand{\prefix}{lit:}\newcommand{\see}[1]{\cite{\prefix#1}}`, text: r`\see{a}`, keys: 'lit:a' },
		{ before: r`\newcommand{\mykey}{smith2020}`, text: r`\cite{\mykey} \cite{x\mykey}`, keys: 'smith2020 xsmith2020' },
		{ before: r`\newcommand{\seebook}{\cite{knuth}}\newcommand\more{\seebook, too}`, text: r`\more`, keys: 'knuth' },
		{ before: r`\newcommand{\unused}{\cite{none}}\newcommand\also[1]{\unused\cite{#1}}`, text: r`x`, keys: '' },
		{
			before: r`\newcommand\one[1]{\two{#1}}\newcommand\two[1]{\three{#1}}\newcommand\three[1]{\four{#1}}\newcommand\four[1]{\five{#1}}\newcommand\five[1]{\cite{#1}}`,
			text: r`\one{a}`,
			keys: 'a',
		},
		{ before: r`\newcommand\both[2]{#1 (\cite{#2})}`, text: r`\both{Words \cite{b}}{a}`, keys: 'a b' },
		{
			before: r`\newcommand\gone[1]{}\newcommand\shown[1]{#1}`,
			text: r`\gone{\cite{none}}\shown{\cite{a}}`,
			keys: 'a',
		},
		{ before: r`\newcommand\second[2]{#2}`, text: r`\second{\cite{none}}{\cite{a}}`, keys: 'a' },
		{ before: r`\newcommand\first[2]{#1}`, text: r`\first{\cite{a}}{\cite{none}}`, keys: 'a' },
		{
			before: r`\makeatletter\newcommand\pick{\@firstoftwo}\newcommand\drop{\@gobble}\newcommand\other{\@secondoftwo}\makeatother`,
			text: r`\pick{\cite{a}}{\cite{none}}\drop{\cite{none}}\other{\cite{none}}{\cite{b}}`,
			keys: 'a b',
		},
		{
			before: r`\newcommand{\todo}[2][]{}`,
			text: r`\todo[\cite{none}]{\cite{none}}\todo{\cite{none}}\cite{a}`,
			keys: 'a',
		},
		{ before: r`\providecommand{\see}[1]{\cite{#1}}\providecommand{\see}[1]{}`, text: r`\see{a}`, keys: 'a' },
		{ before: r`\newcommand\see[1]{\cite{#1}}\renewcommand\see[1]{(#1)}`, text: r`\see{none}`, keys: '' },
		{ before: r`\newcommand\see[1]{(#1)}`, text: r`\see{none}\renewcommand\see[1]{\cite{#1}}\see{a}`, keys: 'a' },
		{
			before: r`\newcommand\see[1]{\cite{#1}}`,
			text: r`{\renewcommand\see[1]{(##1)}\renewcommand\see[1]{(#1)}\see{none}}\see{a}`,
			keys: 'a',
		},
		{
			before: r`\newcommand\note[1]{\cite{#1}}`,
			text: r`\begin{quote}\renewcommand\note[1]{}\note{none}\end{quote}\note{a}`,
			keys: 'a',
		},
		{
			before: r`\let\oldcite\cite\renewcommand{\cite}[2][]{\textbf{\oldcite{#2}}}`,
			text: r`\cite[p]{a}\oldcite{b}`,
			keys: 'a b',
		},
		{ before: r`\renewcommand{\cite}[1]{[#1]}`, text: r`\cite{none}`, keys: '' },
		{ before: r`{\renewcommand{\cite}[1]{[#1]}\cite{none}}`, text: r`\cite{a}`, keys: 'a' },
		{ text: r`{\renewcommand{\cite}[1]{[#1]}\cite{none}}\cite{a}`, keys: 'a' },
		{ text: r`\begingroup\renewcommand{\cite}[2][]{}\cite{none}\endgroup\cite{a}`, keys: 'a' },
		{ before: r`\DeclareRobustCommand{\see}[1]{\cite{#1}}`, text: r`\section{\see{a}}`, keys: 'a' },
		{
			before: r`\usepackage{xargs}\newcommandx{\see}[3][1=,2=]{\cite[#1]{#3}}`,
			text: r`\see[x][y]{a} \see{b}`,
			keys: 'a b',
		},
		{
			before: r`\usepackage{etoolbox}\newrobustcmd{\see}[1]{\cite{#1}}\providerobustcmd*{\also}[1]{\cite{#1}}`,
			text: r`\see{a}\also{b}`,
			keys: 'a b',
		},
		{
			before: r`\usepackage{etoolbox}\csdef{see}#1{\cite{#1}}\cslet{also}\cite`,
			text: r`\see{a}\also{b}\csuse{see}{c}`,
			keys: 'a b c',
		},
		{ before: r`\newcommand{\see}{\cite[see]}`, text: r`\see{a}`, keys: 'a' },
		{ before: r`\newcommand{\see}{\cite}`, text: r`\see[p.~3]{a}`, keys: 'a' },
		{ before: r`\newcommand\see[1]{\footnote{See \cite{#1}.}}`, text: r`\see{a}`, keys: 'a' },
		{
			before: r`\newcommand\see[1]{%
  % \cite{none}
  \cite{#1}% and so on
}`,
			text: r`\see{a}`,
			keys: 'a',
		},
		{ before: r`\newcommand\see[9]{\cite{#1}\cite{#9}}`, text: r`\see{a}{}{}{}{}{}{}{}{b}`, keys: 'a b' },
		{
			before: r`\newcommand\makecmd[2]{\newcommand#1[1]{\cite{#2##1}}}\makecmd\rfc{rfc}`,
			text: r`\rfc{12}`,
			keys: 'rfc12',
			ours: 'rfc12 rfcrfc',
			because: 'the name that is defined looks like a use of it',
		},
		{
			before: r`\newcommand\makecmd[1]{\expandafter\newcommand\csname see#1\endcsname[1]{\cite{##1}}}\makecmd{one}`,
			text: r`\seeone{a}`,
			keys: 'a',
		},
		{
			before: r`\newenvironment{quoting}[1]{\begin{quote}\cite{#1}}{\end{quote}}`,
			text: r`\begin{quoting}{a}x\end{quoting}`,
			keys: 'a',
		},
		{
			before: r`\newenvironment{source}[2][]{\def\thekey{#2}\begin{quote}}{\cite{\thekey}\end{quote}}`,
			text: r`\begin{source}{a}x\end{source}`,
			keys: 'a',
		},
		{
			before: r`\newenvironment{note}{\itshape}{\cite{fixed}}`,
			text: r`\begin{note}x \cite{a}\end{note}`,
			keys: 'a fixed',
		},
		{ before: r`\newenvironment{unused}{\cite{none}}{}`, text: r`x`, keys: '' },
		{
			before: r`\newsavebox\mybox`,
			text: r`\sbox\mybox{\cite{a}}\begin{lrbox}{\mybox}\cite{b}\end{lrbox}\savebox{\mybox}{\cite{c}}`,
			keys: 'a b c',
		},
		{ before: r`\title{On \cite{a}}\author{X\thanks{\cite{b}}}`, text: r`\maketitle`, keys: 'a b' },
		{ before: r`\AtBeginDocument{\nocite{a}}\AtEndDocument{\nocite{b}}`, text: r`\cite{c}`, keys: 'a b c' },
		{
			before: r`\newcommand\citefigure[1]{Figure~\ref{#1}}\newcommand{\citationneeded}{[?]}\newcommand{\linkcite}[1]{\textbf{#1}}`,
			text: r`\citefigure{none}\citationneeded{}\linkcite{none}`,
			keys: '',
		},
		{
			before: r`\newcommand\mycite{\futurelet\next\domycite}\newcommand\domycite{\ifx\next\bgroup\expandafter\cite\else none\fi}`,
			text: r`\mycite{a}`,
			keys: 'a',
		},
		{
			before: r`\makeatletter\newcommand\see{\@ifstar\seestar\seeplain}\newcommand\seeplain[1]{\cite{#1}}\newcommand\seestar[1]{\cite[x]{#1}}\makeatother`,
			text: r`\see*{a} \see{b}`,
			keys: 'a b',
		},
		{
			before: r`\makeatletter\newcommand\see{\@ifnextchar[{\see@i}{\see@i[]}}\def\see@i[#1]#2{\cite[#1]{#2}}\makeatother`,
			text: r`\see[p]{a} \see{b}`,
			keys: 'a b',
		},
		{
			before: r`\makeatletter\newcommand\see{\@ifnextchar[{\see@i}{\see@ii}}\def\see@i[#1]#2{\cite[#1]{#2}}\def\see@ii#1{\cite{#1}}\makeatother`,
			text: r`\see[p]{a} \see{b}`,
			keys: 'a b',
		},
		{
			before: r`\newcommand\see[1]{\textit{\cite{#1}}}\newcommand\sees[1]{\see{#1,extra}}`,
			text: r`\sees{a,b}`,
			keys: 'a b extra',
		},
		{ before: r`\newcommand\see[2]{\cite[#1]{#2}}`, text: r`\see{p.~3 of \cite{b}}{a}`, keys: 'a b' },
		{ before: r`\newcommand{\fn}[1]{\footnote{#1}}`, text: r`\fn{See \cite{a}.}\fn{\verb+x+ \cite{b}}`, keys: 'a b' },
		{
			before: r`\usepackage{ifthen}\newcommand\see[2]{\ifthenelse{\equal{#1}{}}{\cite{#2}}{\cite[#1]{#2}}}`,
			text: r`\see{}{a}\see{x}{b}`,
			keys: 'a b',
		},
		{
			before: r`\newcommand\keyof[1]{\cite{author#1year}}\newcommand\two[2]{\keyof{#1}\keyof{#2}}`,
			text: r`\two{A}{B}`,
			keys: 'authorAyear authorByear',
		},
		{ before: r`\newcommand\see[1]{\nocite{#1}#1}`, text: r`\see{a}`, keys: 'a' },
		{
			before: r`\newcommand\Cf[1]{(\emph{cf.}\ \cite{#1})}`,
			text: r`\Cf {a} \Cf
{b}`,
			keys: 'a b',
		},
		{
			before: r`\usepackage{xspace}\newcommand{\gpt}{GPT-3~\cite{brown}\xspace}\newcommand{\bert}{BERT~\cite{devlin}\xspace}`,
			text: r`\gpt`,
			keys: 'brown',
		},
		{
			before: r`\newcommand{\ie}{i.e.\ }\newcommand\tab[1]{\begin{tabular}{l}\cite{#1}\end{tabular}}`,
			text: r`\tab{a}`,
			keys: 'a',
		},
	],
};
