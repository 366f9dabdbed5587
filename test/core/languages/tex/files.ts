import type { Family } from './support.ts';

const r = String.raw;

export const family: Family = {
	name: 'files',
	before: r``,
	documents: [
		{
			before: r`\input{defs}`,
			text: r`\see{a}\input{part}\input part2 `,
			files: { 'defs.tex': r`\newcommand\see[1]{\cite{#1}}`, 'part.tex': r`\see{b}`, 'part2.tex': r`\see{c}` },
			keys: 'a b c',
		},
		{
			before: r`\newcommand\chapterfile[1]{\input{parts/#1}}`,
			text: r`\chapterfile{one}\cite{b}`,
			files: { 'parts/one.tex': r`\cite{a}` },
			keys: 'a b',
		},
		{
			before: r`\newcommand\dir{parts}\def\name{one}`,
			text: r`\input{\dir/\name}`,
			files: { 'parts/one.tex': r`\cite{a}` },
			keys: 'a',
		},
		{
			before: r`\usepackage{own}`,
			text: r`\see{a}\code`,
			files: {
				'own.sty': r`\ProvidesPackage{own}\DeclareRobustCommand{\see}[1]{\own@see{#1}}\newcommand{\own@see}[1]{\cite{#1}}\newcommand\code{\cite{code}}\newcommand\unused{\cite{unused}}`,
			},
			keys: 'a code',
		},
		{
			before: r`\usepackage{own}`,
			text: r`\cite{a}`,
			files: { 'own.sty': r`\RequirePackage{deep}`, 'deep.sty': r`\AtBeginDocument{\nocite{b}}` },
			keys: 'a b',
			ours: 'a',
			because: "what a package cites by itself is nobody's to mend",
		},
		{
			before: r`\InputIfFileExists{defs}{\newcommand\yes{\cite{y}}}{\newcommand\yes{\cite{none}}}\InputIfFileExists{nosuch.tex}{\cite{none}}{}`,
			text: r`\see{a}\yes`,
			files: { 'defs.tex': r`\newcommand\see[1]{\cite{#1}}` },
			keys: 'a y',
			ours: 'a none y',
			because: 'what depends on a file is read in both cases',
		},
		{
			text: r`\IfFileExists{part.tex}{\input{part}\cite{b}}{\cite{none}}\IfFileExists{nosuch.tex}{\input{nosuch}}{\cite{c}}`,
			files: { 'part.tex': r`\cite{a}` },
			keys: 'a b c',
			ours: 'a b c none',
			because: 'what depends on a file is read in both cases',
		},
		{
			before: r`\includeonly{one}`,
			text: r`\include{one}\include{two}`,
			files: { 'one.tex': r`\cite{a}`, 'two.tex': r`\cite{b}` },
			keys: 'a',
			ours: 'a b',
			because: 'the other chapters keep their citations from the last run, and are checked',
		},
		{
			before: r`\usepackage{import}`,
			text: r`\import{parts/}{one}\subimport{parts/}{three}`,
			files: {
				'parts/one.tex': r`\cite{a}\input{two}`,
				'parts/two.tex': r`\cite{b}`,
				'parts/three.tex': r`\cite{c}\subimport{deep/}{four}`,
				'parts/deep/four.tex': r`\cite{d}`,
			},
			keys: 'a b c d',
		},
		{
			before: r`\usepackage{import}`,
			text: r`\inputfrom{parts/}{one}\subinputfrom{parts/}{two}\includefrom{parts/}{three}\subincludefrom{parts/}{four}`,
			files: {
				'parts/one.tex': r`\cite{a}`,
				'parts/two.tex': r`\cite{b}`,
				'parts/three.tex': r`\cite{c}`,
				'parts/four.tex': r`\cite{d}`,
			},
			keys: 'a b c d',
		},
		{
			before: r`\usepackage{subfiles}`,
			text: r`\subfile{parts/one}\subfileinclude{parts/two}`,
			files: {
				'parts/one.tex': r`\documentclass[../main.tex]{subfiles}
\begin{document}
\cite{a}
\end{document}
\cite{none}`,
				'parts/two.tex': r`\documentclass[../main.tex]{subfiles}
\begin{document}
\cite{b}
\end{document}`,
			},
			keys: 'a b',
		},
		{
			text: r`\input{one}\see{none}\input{two}\see{b}`,
			files: { 'one.tex': r`\newcommand\see[1]{(#1)}`, 'two.tex': r`\renewcommand\see[1]{\cite{#1}}` },
			keys: 'b',
		},
		{
			before: r`\newif\ifdraft\input{config}`,
			text: r`\ifdraft\cite{none}\else\cite{a}\fi\iflong\cite{b}\fi\input{part}`,
			files: { 'config.tex': r`\draftfalse\newif\iflong\longtrue`, 'part.tex': r`\iflong\cite{c}\else\cite{none}\fi` },
			keys: 'a b c',
		},
		{
			before: r`\newif\ifdraft\drafttrue`,
			text: r`\ifdraft\input{one}\else\input{two}\fi`,
			files: { 'one.tex': r`\cite{a}`, 'two.tex': r`\cite{none}` },
			keys: 'a',
		},
		{
			text: r`\input{one}`,
			files: {
				'one.tex': r`\cite{a}
\endinput
\cite{none}`,
			},
			keys: 'a',
		},
		{
			before: r`\usepackage{comment}\input{defs}`,
			text: r`\input{part}\cite{a}`,
			files: {
				'defs.tex': r`\excludecomment{long}`,
				'part.tex': r`\begin{long}
\cite{none}
\end{long}
`,
			},
			keys: 'a',
		},
		{
			text: r`\documentclass{mine}
\begin{document}
\see{a}\cite{b}
\end{document}`,
			files: { 'mine.cls': r`\LoadClass{article}\RequirePackage{own}`, 'own.sty': r`\newcommand\see[1]{\cite{#1}}` },
			keys: 'a b',
		},
		{
			before: r`\makeatletter\input{defs.def}\makeatother`,
			text: r`\see{a}`,
			files: { 'defs.def': r`\newcommand\see[1]{\cite{#1}}` },
			keys: 'a',
		},
		{
			before: r`\usepackage{parts/own}`,
			text: r`\see{a}`,
			files: { 'parts/own.sty': r`\newcommand\see[1]{\cite{#1}}` },
			keys: 'a',
		},
	],
};
