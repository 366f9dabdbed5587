import type { Family } from './support.ts';

const r = String.raw;

export const family: Family = {
	name: 'biblatex',
	before: r`\usepackage[backend=biber,style=authortitle]{biblatex}`,
	documents: [
		{
			text: r`\cite[see][p.~3]{a,b} \cite*{c} \Cite{d} \parencite*[12]{e} \Parencite{f} \textcite{g} \Textcite{h}`,
			keys: 'a b c d e f g h',
		},
		{
			text: r`\footcite{a} \Footcite{b} \footcitetext{c} \Footcitetext{d} \smartcite{e} \Smartcite{f} \supercite{g} \autocite*{h} \Autocite{i}`,
			keys: 'a b c d e f g h i',
		},
		{
			text: r`\citeauthor*{a} \Citeauthor{b} \citetitle*{c} \citeyear*{d} \citedate{e} \citeurl{f} \fullcite{g} \footfullcite[see][3]{h}`,
			keys: 'a b c d e f g h',
		},
		{
			text: r`\notecite[see]{a} \Notecite{b} \pnotecite[3]{c} \Pnotecite{d} \fnotecite{e} \Fnotecite{f}`,
			keys: 'a b c d e f',
		},
		{ text: r`\cites(pre)(post)[1][2]{a}[3]{b, c}{d} \Cites{e}{f}`, keys: 'a b c d e f' },
		{
			text: r`\parencites(see){a} [x] {b} \textcites{c}
{d} \footcites[1]{e}[2]{f} \autocites(post)[1]{g}{h}`,
			keys: 'a b c d e f g h',
		},
		{ text: r`\cites{a}{b}. {\itshape group} [bracket]`, keys: 'a b' },
		{ text: r`\smartcites{a}{b} \footcitetexts{e}{f} \Autocites{g}{h}`, keys: 'a b e f g h' },
		{
			text: r`\volcite{2}[12]{a} \Volcite[see]{1}{b} \pvolcite{3}[4]{c} \fvolcite{1}{d} \ftvolcite{1}{e} \svolcite[x]{1}[2]{f} \tvolcite{1}{g} \avolcite{1}{h}`,
			keys: 'a b c d e f g h',
		},
		{ text: r`\volcites(x)(y){2}[12]{a}[pre]{3}{b} \tvolcites{1}{c}{2}[p]{d}`, keys: 'a b c d' },
		{
			text: r`\citefield{a}{title} \citefield[see][3]{b}[titlecase]{title} \citename{c}[given-family]{author} \citelist{d}{location} \citename[p]{e}{author}`,
			keys: 'a b c d e',
		},
		{ text: r`\nocite{a,b} \nocite{*}`, keys: 'a b' },
		{ text: r`\citereset \mancite \parencite{a} \parentext{see \cite{b}} \brackettext{\cite{c}}`, keys: 'a b c' },
		{
			before: r`\DeclareCiteCommand{\mycite}[\mkbibparens]{\usebibmacro{prenote}}{\printnames{labelname}}{\multicitedelim}{\usebibmacro{postnote}}\DeclareMultiCiteCommand{\mycites}[\mkbibparens]{\mycite}{\multicitedelim}`,
			text: r`\mycite[x][p.~3]{a} \mycites(x){b}[p]{c}`,
			keys: 'a b c',
		},
		{
			before: r`\DeclareCiteCommand*{\authorwork}{}{\printnames{labelname}}{;}{}`,
			text: r`\authorwork*{a}`,
			keys: 'a',
		},
		{
			before: r`\AtEveryCitekey{\clearfield{url}}\AtEveryCite{\relax}\DefineBibliographyStrings{english}{andothers={et al.}}`,
			text: r`\cite{a}`,
			keys: 'a',
		},
		{
			text: r`\begin{refsection}\cite{a}\end{refsection}\begin{refsegment}\cite{b}\end{refsegment}\newrefsection\cite{c}`,
			keys: 'a b c',
		},
		{
			before: r`\newrobustcmd*{\seealso}[2][]{\parencite[see also][#1]{#2}}`,
			text: r`\seealso[p.~3]{a} \seealso{b}`,
			keys: 'a b',
		},
		{
			before: r`\newcommand{\cf}{\autocite[cf.][]}\newcommand\tc{\textcite}`,
			text: r`\cf{a} \tc[p.~3]{b} \tc*{c}`,
			keys: 'a b c',
		},
		{ text: r`\ifciteseen{\cite{a}}{\cite{b}} \cite{c}`, keys: 'a b c' },
		{
			before: r`\DeclareCiteCommand{\citeyearpar}[\mkbibparens]{}{\printfield{year}}{,}{}`,
			text: r`\citeyearpar{a} \citeyear{b}`,
			keys: 'a b',
		},
		{ text: r`\entrydata{a}{\thefield{title}} \cite{e}`, keys: 'e' },
		{ before: r`\newcommand{\citealso}[1]{\cites[see][]{#1}[and][]{fixed}}`, text: r`\citealso{a}`, keys: 'a fixed' },
		{
			before: r`\newbibmacro{x}{\cite{none}}\renewbibmacro*{y}{\cite{none}}\newcommand{\unused}{\cite{none}}`,
			text: r`\cite{a}`,
			keys: 'a',
		},
		{ text: r`\Citeauthor{a}\citeauthor{b}\footnote{See \cite{c}.\footcite{d}}`, keys: 'a b c d' },
		{ text: r`\textcite{a}[not] {none} \autocite{b} {none}`, keys: 'a b' },
		{ text: r`\autocite[\pno~3][]{a} \autocite[\ppno 3\psqq]{b} \autocite[\nopp 3]{c}`, keys: 'a b c' },
		{ text: r`\citetitle{a}`, keys: 'a' },
		{ before: r`\AtBeginDocument{\nocite{a}}\AtEndDocument{\nocite{b}}`, text: r`\cite{c}`, keys: 'a b c' },
	],
};
