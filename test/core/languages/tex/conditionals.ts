import type { Family } from './support.ts';

const r = String.raw;

export const family: Family = {
	name: 'conditionals',
	before: r``,
	documents: [
		{ before: r`\newif\ifdraft`, text: r`\ifdraft\cite{none}\else\cite{a}\fi`, keys: 'a' },
		{ before: r`\newif\ifdraft\drafttrue`, text: r`\ifdraft\cite{a}\else\cite{none}\fi`, keys: 'a' },
		{ before: r`\newif\ifdraft\drafttrue\draftfalse`, text: r`\ifdraft\cite{none}\fi\cite{a}`, keys: 'a' },
		{ before: r`\newif\ifdraft`, text: r`\ifdraft\cite{none}\fi\drafttrue\ifdraft\cite{a}\fi`, keys: 'a' },
		{ before: r`\newif\ifdraft`, text: r`{\drafttrue\ifdraft\cite{a}\fi}\ifdraft\cite{none}\fi`, keys: 'a' },
		{ before: r`\newif\ifdraft`, text: r`{\global\drafttrue}\ifdraft\cite{a}\fi`, keys: 'a' },
		{
			before: r`\newif\ifa\newif\ifb\atrue`,
			text: r`\ifa\ifb\cite{none}\else\cite{a}\fi\else\ifb\cite{none}\fi\cite{none}\fi\cite{b}`,
			keys: 'a b',
		},
		{ text: r`\iftrue\cite{a}\else\cite{none}\fi\iffalse\cite{none}\else\cite{b}\fi`, keys: 'a b' },
		{ text: r`\iffalse\iftrue\cite{none}\else\cite{none}\fi\cite{none}\fi\cite{a}`, keys: 'a' },
		{ text: r`\if00\cite{a}\else\cite{none}\fi\if01\cite{none}\fi\ifnum1<2\cite{b}\else\cite{none}\fi`, keys: 'a b' },
		{
			before: r`\def\x{1}\def\y{1}\def\z{2}`,
			text: r`\ifx\x\y\cite{a}\else\cite{none}\fi\ifx\x\z\cite{none}\else\cite{b}\fi`,
			keys: 'a b',
		},
		{ before: r`\def\x{1}`, text: r`\ifx\x\undefined\cite{none}\else\cite{a}\fi`, keys: 'a' },
		{ before: r`\def\x{1}`, text: r`\ifdefined\x\cite{a}\else\cite{none}\fi`, keys: 'a' },
		{ before: r`\def\x{1}`, text: r`\ifcsname x\endcsname\cite{a}\fi`, keys: 'a' },
		{ before: r`\makeatletter\def\there{}`, text: r`\@ifundefined{there}{\cite{none}}{\cite{a}}`, keys: 'a' },
		{
			before: r`\let\ifdraft\iffalse\let\iffinal\iftrue`,
			text: r`\ifdraft\cite{none}\else\cite{a}\fi\iffinal\cite{b}\else\cite{none}\fi`,
			keys: 'a b',
		},
		{
			before: r`\newif\iflong\longtrue\newcommand\onlylong[1]{\iflong#1\fi}\newcommand\onlyshort[1]{\iflong\else#1\fi}`,
			text: r`\onlylong{\cite{a}}\onlyshort{\cite{none}}`,
			keys: 'a',
		},
		{
			before: r`\newif\iflong\newcommand\either[2]{\iflong#1\else#2\fi}`,
			text: r`\either{\cite{none}}{\cite{a}}`,
			keys: 'a',
		},
		{ before: r`\newif\iflong\longtrue\newcommand\see[1]{\iflong\cite{#1}\else(#1)\fi}`, text: r`\see{a}`, keys: 'a' },
		{
			before: r`\newif\iflong\iflong\newcommand\see[1]{\cite{#1}}\else\newcommand\see[1]{}\fi`,
			text: r`\see{none}\cite{a}`,
			keys: 'a',
		},
		{
			before: r`\newif\iflong\longtrue\iflong\newcommand\see[1]{\cite{#1}}\else\newcommand\see[1]{}\fi`,
			text: r`\see{a}`,
			keys: 'a',
		},
		{
			before: r`\usepackage{comment}\excludecomment{long}\includecomment{short}`,
			text: r`\begin{long}
\cite{none}
\end{long}
\begin{short}
\cite{a}
\end{short}
\begin{comment}
\cite{none}
\end{comment}`,
			keys: 'a',
		},
		{
			before: r`\usepackage{comment}\includecomment{long}\excludecomment{long}`,
			text: r`\begin{long}
\cite{none}
\end{long}
\cite{a}`,
			keys: 'a',
		},
		{
			before: r`\usepackage{comment}\excludecomment{long}\includecomment{long}`,
			text: r`\begin{long}
\cite{a}
\end{long}`,
			keys: 'a',
		},
		{
			before: r`\usepackage{comment}\includecomment{comment}`,
			text: r`\begin{comment}
\cite{a}
\end{comment}`,
			keys: 'a',
		},
		{
			before: r`\usepackage{comment}\newif\iflong\iflong\includecomment{extra}\else\excludecomment{extra}\fi`,
			text: r`\begin{extra}
\cite{none}
\end{extra}
\cite{a}`,
			keys: 'a',
		},
		{
			before: r`\usepackage{ifthen}\newboolean{long}\setboolean{long}{true}`,
			text: r`\ifthenelse{\boolean{long}}{\cite{a}}{\cite{none}}`,
			keys: 'a',
		},
		{
			before: r`\usepackage{etoolbox}\newtoggle{long}\toggletrue{long}\newtoggle{off}`,
			text: r`\iftoggle{long}{\cite{a}}{\cite{none}}\iftoggle{off}{\cite{none}}{\cite{b}}`,
			keys: 'a b',
		},
		{
			before: r`\usepackage{etoolbox}\newbool{long}\booltrue{long}`,
			text: r`\ifbool{long}{\cite{a}}{\cite{none}}\ifdef{\empty}{\cite{b}}{\cite{none}}\ifdefempty{\empty}{\cite{c}}{\cite{none}}`,
			keys: 'a b c',
		},
		{ before: r`\usepackage{etoolbox}\newtoggle{long}`, text: r`\nottoggle{long}{\cite{a}}{\cite{none}}`, keys: 'a' },
		{ before: r`\newcommand\version{1}`, text: r`\ifnum\version=1 \cite{a}\else\cite{none}\fi`, keys: 'a' },
		{
			before: r`\makeatletter\newif\if@long\@longtrue\makeatother`,
			text: r`\makeatletter\if@long\cite{a}\else\cite{none}\fi\makeatother`,
			keys: 'a',
		},
		{
			before: r`\newif\ifdraft\draftfalse\def\hide{\ifdraft}\newcommand\draft{\ifdraft}`,
			text: r`\draft\cite{none}\fi\cite{a}`,
			keys: 'a',
		},
		{
			before: r`\usepackage{versions}\excludeversion{long}\includeversion{short}`,
			text: r`\begin{long}\cite{none}\end{long}
\begin{short}\cite{a}\end{short}`,
			keys: 'a',
		},
		{
			before: r`\newif\ifshow\showtrue
\ifshow
  \newcommand{\note}[1]{\footnote{#1}}
\else
  \newcommand{\note}[1]{}
\fi`,
			text: r`\note{\cite{a}}`,
			keys: 'a',
		},
		{
			before: r`\newif\ifshow\showfalse
\ifshow
  \newcommand{\note}[1]{\footnote{#1}}
\else
  \newcommand{\note}[1]{}
\fi`,
			text: r`\note{\cite{none}}\cite{a}`,
			keys: 'a',
		},
		{ text: r`\ifodd1\cite{a}\else\cite{none}\fi`, keys: 'a' },
		{
			before: r`\newcommand\fork[1]{\def\tmp{#1}\def\one{1}\ifx\tmp\one\cite{a}\else\cite{b}\fi}`,
			text: r`\fork{1}`,
			keys: 'a',
		},
	],
};
