import { lineEnd, skipGroup, skipOptional } from '../languages/arguments.ts';
import type { Span } from '../model/span.ts';
import { hasMark } from './marks.ts';
import { texToText } from './tex.ts';

/** Commands that part paragraphs; the braced argument of those in `own` is a paragraph by itself. */
const parting = words(
	'item par newline section chapter begin end maketitle newpage clearpage bigskip medskip smallskip',
);
const own = words(
	'part addpart chapter addchap section addsec subsection subsubsection paragraph subparagraph caption subcaption title frametitle captionof',
);
/** Commands whose braced argument stands beside the sentence: read after the paragraph. */
const aside = words('footnote footnotetext thanks marginpar marginnote sidenote endnote');
/** Commands that go with all their arguments. */
const dropped = words(
	`label ref eqref pageref autoref nameref cref Cref cpageref vref Vref includegraphics vspace hspace input include index
	bibliography bibliographystyle url nolinkurl usepackage documentclass todo missingfigure setcounter addtocounter
	setlength addtolength pagestyle thispagestyle hypertarget phantomsection addcontentsline vskip hskip protect
	newcommand renewcommand providecommand def let graphicspath printbibliography addbibresource color definecolor
	captionsetup setcitestyle tableofcontents`,
);
/** Commands of which the first argument goes. */
const firstDropped = words(
	'href textcolor colorbox fcolorbox foreignlanguage hyperref raisebox parbox multicolumn resizebox',
);

function words(list: string): ReadonlySet<string> {
	return new Set(list.split(/\s+/));
}

const BREAK = '\u2029';

/**
 * LaTeX as plain paragraphs, parted by `\n\n`: comments, citations and commands taken out, accents decoded, footnotes put
 * behind, math left as `$…$`.
 *
 * @param cut What is no prose: citations, comments, verbatim, display math; kept where a mark stands in it.
 */
export function plainLatex(text: string, cut: readonly Span[]): string {
	const asides: string[] = [];
	const body = strip(without(text, cut), asides, 0);
	return [body, ...asides]
		.flatMap((part) => part.split(/\u2029|\n[ \t\r]*\n/))
		.map((part) => texToText(part).replace(/\s+/g, ' ').trim())
		.filter(Boolean)
		.join('\n\n');
}

/** Cuts spans out. What has its lines to itself goes with them: no empty line, which would end the paragraph, stays. */
function without(text: string, cut: readonly Span[]): string {
	const pieces: string[] = [];
	let at = 0;
	for (const { start, end } of cut) {
		if (start < at || hasMark(text.slice(start, end))) continue;
		pieces.push(text.slice(at, start));
		at = end;
		const first = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
		const last = text.slice(end, lineEnd(text, end));
		if (first.trim() === '' && last.trim() === '') at = Math.min(end + last.length + 1, text.length);
		else if (text[start] !== '%') pieces.push(' ');
	}
	pieces.push(text.slice(at));
	return pieces.join('');
}

const MAX_DEPTH = 20;

function strip(text: string, asides: string[], depth: number): string {
	const out: string[] = [];
	let at = 0;
	const close = (open: number) => (text[open] === '[' ? skipOptional(text, open) : skipGroup(text, open, 20_000));
	while (at < text.length) {
		const next = text.indexOf('\\', at);
		if (next < 0) break;
		out.push(text.slice(at, next));
		const name = /[a-zA-Z@]+/y;
		name.lastIndex = next + 1;
		const word = name.exec(text)?.[0];
		if (!word) {
			at = next + 2;
			if (text[next + 1] !== '\\') {
				out.push(text.slice(next, at));
				continue;
			}
			out.push(' ');
			if (text[at] === '[') at = Math.max(close(at), at);
			continue;
		}
		at = next + 1 + word.length;
		if (text[at] === '*') at++;
		const options = at;
		while (text[at] === '[') {
			const end = close(at);
			if (end < 0) break;
			at = end;
		}
		// `\item[Term]` keeps its term, and an accent or symbol has no options.
		if (word === 'item' || at === options) at = options;
		if (dropped.has(word) || word === 'begin' || word === 'end') {
			while (text[at] === '{' || (text[at] === '[' && at > options)) {
				const end = close(at);
				if (end < 0) break;
				at = end;
				if (word === 'end') break;
			}
			if (parting.has(word)) out.push(BREAK);
		} else if (parting.has(word) && !own.has(word)) {
			out.push(BREAK);
		} else if (own.has(word) || aside.has(word)) {
			const end = text[at] === '{' && depth < MAX_DEPTH ? close(at) : -1;
			if (end < 0) continue;
			const inner = strip(text.slice(at + 1, end - 1), asides, depth + 1);
			if (aside.has(word)) asides.push(inner);
			else out.push(BREAK, inner, BREAK);
			at = end;
		} else {
			if (firstDropped.has(word) && text[at] === '{') {
				const end = close(at);
				if (end > 0) at = end;
			} else out.push(`\\${word}`);
			// The command word must not grow into what follows its options.
			if (/[a-zA-Z]/.test(text[at] ?? '')) out.push(' ');
		}
	}
	out.push(text.slice(at));
	return out.join('');
}
