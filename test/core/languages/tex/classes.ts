import type { Family } from './support.ts';

const r = String.raw;

export const family: Family = {
	name: 'classes',
	before: r``,
	documents: [
		{
			text: r`\documentclass[aps]{revtex4-2}

\begin{document}
\cite{a} \onlinecite{b} \citet{c} \textcite{d} \citep{e} \footnote{\cite{f}}
\end{document}`,
			keys: 'Note1 a b c d e',
			ours: 'a b c d e f',
			because: 'REVTeX sets footnotes with the bibliography: they cite in the second run',
		},
		{
			text: r`\documentclass{acmart}
\setcopyright{none}
\begin{document}
\title{T}\author{A}\affiliation{\institution{I}\country{C}}\begin{abstract}By \cite{z}\end{abstract}\maketitle \cite{a} \citet{b} \citeN{c} \citeA{d} \citeNP{e} \citeyearNP{f} \shortcite{g} \citeANP{h} \citeNN{i} \citeyear{j} \citeauthor{k}
\end{document}`,
			keys: 'a b c d e f g h i j k z',
		},
		{
			text: r`\documentclass{memoir}

\begin{document}
\chapter{One \cite{a}}\epigraph{x \cite{b}}{\cite{c}}\sidefootnote{\cite{d}}\legend{\cite{e}}\begin{comment}\cite{none}\end{comment}
\end{document}`,
			keys: 'a b c d e',
		},
		{
			text: r`\documentclass{beamer}

\begin{document}
\begin{frame}{Title \cite{a}}\framesubtitle{\cite{b}}\note{\cite{c}} \only<2>{\cite{e}} \end{frame}
\end{document}`,
			keys: 'a b e',
			ours: 'a b c e',
			because: 'beamer leaves out notes unless told otherwise',
		},
		{
			text: r`\documentclass{IEEEtran}

\begin{document}
\title{T\thanks{\cite{a}}}\maketitle \IEEEPARstart{A}{s} \cite{b}\IEEEcompsocitemizethanks{\cite{c}}
\end{document}`,
			keys: 'a b c',
		},
		{
			text: r`\documentclass{elsarticle}
\biboptions{authoryear}
\begin{document}
\begin{frontmatter}\title{T}\begin{abstract}x\end{abstract}\end{frontmatter}\citet{a} \citep{b} \citealp{c}
\end{document}`,
			keys: 'a b c',
		},
		{
			text: r`\documentclass{scrartcl}

\begin{document}
\addsec{On \cite{a}}\minisec{\cite{b}}\captionof{none}{x} \marginpar{\cite{c}}
\end{document}`,
			keys: 'a b c',
		},
		{
			text: r`\documentclass{standalone}

\begin{document}
\cite{a}
\end{document}`,
			keys: 'a',
		},
	],
};
