import type { Family } from './support.ts';

const r = String.raw;

export const family: Family = {
	name: 'places',
	before: r``,
	documents: [
		{ text: r`\section{One \cite{a}}\section*{Two \cite{b}}\section[Short]{Three \cite{d}}`, keys: 'a b d' },
		{
			text: r`\begin{tabular}{l}\multicolumn{1}{c}{\cite{a}}\\\cite{b}\end{tabular}\begin{equation}x\text{none}\quad\mbox{\cite{c}}\end{equation}$x_{\mbox{\cite{d}}}$`,
			keys: 'a b c d',
		},
		{
			text: r`\begin{itemize}\item[\cite{a}] x\item \cite{b}\end{itemize}\begin{description}\item[x\cite{c}]\end{description}`,
			keys: 'a b c',
		},
		{
			before: r`\newtheorem{thm}{Theorem}`,
			text: r`\begin{thm}[\cite{a}]x \cite{b}\end{thm}\begin{thm}[{\cite[Thm.~3]{c}}]x\end{thm}`,
			keys: 'a b c',
		},
		{
			before: r`\usepackage{hyperref}`,
			text: r`\section{\texorpdfstring{On \cite{a}}{On none}}\href{http://x.org/%20}{\cite{b}}\texorpdfstring{\cite{c}}{\cite{none}}`,
			keys: 'a b c',
		},
		{
			before: r`\usepackage{todonotes}`,
			text: r`\todo{Read \cite{a}}\todo[inline]{\cite{b}}\missingfigure{\cite{c}}`,
			keys: 'a b c',
		},
		{
			before: r`\usepackage[disable]{todonotes}`,
			text: r`\todo{Read \cite{none}}\cite{a}`,
			keys: 'a',
			ours: 'a none',
			because: 'an option of a package decides',
		},
		{
			before: r`\bibliographystyle{plain}`,
			text: r`\cite{a}\begin{thebibliography}{9}\bibitem{a} As \cite{b}.\bibitem[L]{c} D\end{thebibliography}`,
			keys: 'a b',
		},
		{
			before: r`\usepackage{glossaries}\newglossaryentry{x}{name=x,description={By \cite{none}}}\newacronym{y}{Y}{Why \cite{b}}`,
			text: r`\gls{x} \gls{y}`,
			keys: 'b',
			ours: 'b none',
			because: 'an entry of a glossary cites when it is printed',
		},
		{ before: r`\usepackage{acronym}`, text: r`\begin{acronym}\acro{x}[X]{Ex \cite{a}}\end{acronym}`, keys: 'a' },
		{
			before: r`\usepackage{pdfpages,graphicx,rotating}`,
			text: r`\begin{sidewaysfigure}\caption{\cite{a}}\end{sidewaysfigure}\rotatebox{90}{\cite{b}}\resizebox{1cm}{!}{\cite{c}}`,
			keys: 'a b c',
		},
		{
			before: r`\usepackage{tikz}`,
			text: r`\begin{tikzpicture}\node at (0,0) {\cite{a}};\node[label={\cite{b}}] {x};\end{tikzpicture}`,
			keys: 'a b',
		},
		{
			before: r`\usepackage{tcolorbox}`,
			text: r`\begin{tcolorbox}[title={By \cite{a}}]\cite{b}\end{tcolorbox}`,
			keys: 'a b',
		},
		{
			text: r`\cite{a}\cite {b} \cite  [x] {c} \cite%
{d}`,
			keys: 'a b c d',
		},
		{
			text: r`\cite{{a},{b}} \cite{ c , d } \cite{e ,%x
f}`,
			keys: 'a b c d e f',
		},
		{
			text: r`\cite{a}
\endinput
\cite{none}`,
			keys: 'a',
		},
		{ text: r`\begin{quote}\cite{a}\end{quote}\end{document}\cite{none}`, keys: 'a' },
		{ before: r`\usepackage{cleveref}`, text: r`\cref{x} \Cref{y} \cite{a}`, keys: 'a' },
		{
			before: r`\usepackage{soul,ulem}`,
			text: r`\uline{\cite{a}}\sout{\mbox{\cite{b}}}\hl{\mbox{\cite{c}}}`,
			keys: 'a b c',
		},
		{
			before: r`\usepackage{caption,subcaption}`,
			text: r`\begin{figure}\begin{subfigure}{.5\textwidth}\caption{\cite{a}}\end{subfigure}\subcaption{\cite{b}}\captionsetup{labelformat=empty}\caption*{\cite{c}}\end{figure}`,
			keys: 'a b c',
		},
		{
			before: r`\usepackage{enumitem}`,
			text: r`\begin{enumerate}[label=\arabic*]\item \cite{a}\end{enumerate}\phantom{\cite{b}}\hphantom{\cite{c}}`,
			keys: 'a b c',
		},
	],
};
