import type { Family } from './support.ts';

const r = String.raw;

export const family: Family = {
	name: 'verbatim',
	before: r`\usepackage{fancyvrb,listings,verbatim,url,shortvrb}`,
	documents: [
		{
			text: r`\begin{verbatim}
\cite{none}
\end{verbatim}
\begin{verbatim*}
\cite{none}
\end{verbatim*}
\verb|\cite{none}|\verb*+\cite{none}+\cite{a}`,
			keys: 'a',
		},
		{
			before: r`\DefineVerbatimEnvironment{code}{Verbatim}{fontsize=\small}\DefineVerbatimEnvironment{shown}{BVerbatim}{}`,
			text: r`\begin{code}
\cite{none}
\end{code}
\begin{shown}
\cite{none}
\end{shown}
\cite{a}`,
			keys: 'a',
		},
		{
			before: r`\CustomVerbatimEnvironment{code}{Verbatim}{}\CustomVerbatimCommand{\vrb}{Verb}{}\RecustomVerbatimCommand{\Verb}{Verb}{}`,
			text: r`\begin{code}
\cite{none}
\end{code}
\vrb|\cite{none}|\Verb+\cite{none}+\cite{a}`,
			keys: 'a',
		},
		{
			text: r`\begin{Verbatim}[commandchars=\\\{\}]
\cite{a} |\cite{b}|
\end{Verbatim}
\begin{Verbatim}[numbers=left]
\cite{none}
\end{Verbatim}`,
			keys: 'a b',
		},
		{
			text: r`\begin{lstlisting}[caption={By \cite{a}}]
\cite{none}
\end{lstlisting}
\lstinline|\cite{none}|\lstinline[language=C]!\cite{none}!\cite{b}`,
			keys: 'a b',
		},
		{
			before: r`\lstnewenvironment{cpp}[1][]{\lstset{#1}}{}`,
			text: r`\begin{cpp}[caption=x]
\cite{none}
\end{cpp}
\cite{a}`,
			keys: 'a',
		},
		{
			text: r`\begin{lstlisting}[escapeinside={(*}{*)}]
\cite{none}
\end{lstlisting}
\cite{a}`,
			keys: 'a',
		},
		{
			before: r`\lstset{escapechar=|}`,
			text: r`\begin{lstlisting}
\cite{none}
\end{lstlisting}
\cite{a}`,
			keys: 'a',
		},
		{
			before: r`\newenvironment{code}{\verbatim}{\endverbatim}`,
			text: r`\begin{code}
\cite{none}
\end{code}
\cite{a}`,
			keys: 'a',
		},
		{
			before: r`\newenvironment{hidden}{\comment}{\endcomment}`,
			text: r`\begin{hidden}
\cite{none}
\end{hidden}
\cite{a}`,
			keys: 'a',
		},
		{
			before: r`\newenvironment{code}{\VerbatimEnvironment\begin{Verbatim}}{\end{Verbatim}}`,
			text: r`\begin{code}
\cite{none}
\end{code}
\cite{a}`,
			keys: 'a',
		},
		{
			before: r`\MakeShortVerb{\|}`,
			text: r`|\cite{none}| \cite{a} |\cite{none}|\DeleteShortVerb{\|}|\cite{b}|`,
			keys: 'a b',
		},
		{ text: r`\url{http://x.org/a%20b} \path|\cite{none}| \path{x%y} \cite{a}`, keys: 'a' },
		{
			text: r`\begin{comment}
\cite{none}
\end{comment}
\cite{a}`,
			keys: 'a',
		},
		{ before: r`\def\code#1{\texttt{\detokenize{#1}}}`, text: r`\code{\cite{none}}\cite{a}`, keys: 'a' },
		{
			before: r`\begin{filecontents}[overwrite]{x.bib}
@misc{x, note = {\cite{none}}}
\end{filecontents}`,
			text: r`\cite{a}`,
			keys: 'a',
		},
		{
			before: r`\begin{filecontents*}[overwrite]{written.tex}
\cite{a}
\end{filecontents*}`,
			text: r`\input{written}\cite{b}`,
			keys: 'a b',
			ours: 'b',
			because: 'the file is there after the first run',
		},
		{ before: r`\lstMakeShortInline{|}`, text: r`|\cite{none}| \cite{a}`, keys: 'a' },
		{
			text: r`\begin{SaveVerbatim}{Name}
\cite{none}
\end{SaveVerbatim}
\UseVerbatim{Name}\SaveVerb{n}|\cite{none}|\UseVerb{n}\cite{a}`,
			keys: 'a',
		},
		{ text: r`\texttt{\string\cite\{none\}}\string\cite{none}\textbackslash cite\{none\}\cite{a}`, keys: 'a' },
		{ text: r`\meaning\cite{none}\cite{a}`, keys: 'a' },
		{
			text: r`100\% \cite{a} % \cite{none}
\\% \cite{none}
\\\% \cite{b}`,
			keys: 'a b',
		},
		{
			text: r`\cite{a}
\end{document}
\cite{none}`,
			keys: 'a',
		},
		{ before: r`\newcommand\vb{\verb|\cite{a}|}`, text: r`\cite{b}`, keys: 'b' },
	],
};
