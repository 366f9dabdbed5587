import type { Family } from './support.ts';

const r = String.raw;

export const family: Family = {
	name: 'csquotes',
	before: r`\usepackage[american]{babel}\usepackage{csquotes}\usepackage[style=authoryear]{biblatex}`,
	documents: [
		{ text: r`\textcquote[12]{a}[.]{Said \cite{b}} \textcquote*{c}{x} \textcquote[see][3]{d}{x}[.]`, keys: 'a b c d' },
		{ text: r`\blockcquote[12]{a}{Said.} \blockcquote[see][]{b}[.]{x}[!]`, keys: 'a b' },
		{
			text: r`\foreigntextcquote{american}[12]{a}{Said} \hyphentextcquote{american}{b}{x} \foreignblockcquote{american}[3]{c}{x} \hyphenblockcquote{american}{d}{x} \hybridblockcquote{american}{e}{x}`,
			keys: 'a b c d e',
		},
		{
			text: r`\begin{displaycquote}[12]{a} Said. \end{displaycquote}\begin{displaycquote}[see][12]{b}[.] Said. \end{displaycquote}`,
			keys: 'a b',
		},
		{
			text: r`\begin{foreigndisplaycquote}{american}[12]{a} Said. \end{foreigndisplaycquote}\begin{hyphendisplaycquote}{american}{b} x\end{hyphendisplaycquote}`,
			keys: 'a b',
		},
		{
			text: r`\textquote[\cite{a}]{x \cite{b}} \blockquote[\cite{c}][.]{x} \enquote{\cite{d}} \begin{displayquote}[\cite{e}] x \end{displayquote}`,
			keys: 'a b c d e',
		},
		{ before: r`\SetCiteCommand{\parencite}`, text: r`\textcquote{a}{x \textelp{} y}`, keys: 'a' },
		{ before: r`\newcommand\tq[2]{\textcquote[p.~3]{#1}{#2}}`, text: r`\tq{a}{Said \cite{b}.}`, keys: 'a b' },
	],
};
