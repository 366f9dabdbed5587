import type { Citation } from '../model/citation.ts';
import type { Span } from '../model/span.ts';
import { endsParagraph, indexWithin, lineEnd } from './arguments.ts';
import { readChildren } from './knitr.ts';
import { mergeSpans } from './merge.ts';
import { holdsText, readRole } from './myst.ts';
import { readBracketed, readNarrative } from './pandoc.ts';
import { readSuppression } from './suppression.ts';
import { readTexCommand } from './tex-command.ts';
import type { FileReference, Include, Suppression } from './types.ts';

export interface MarkdownFindings {
	readonly citations: readonly Citation[];
	readonly headings: readonly { readonly level: number; readonly span: Span; readonly title: Span }[];
	readonly suppressions: readonly Suppression[];
	/** What directives and raw LaTeX declare. */
	readonly bibliographies: readonly FileReference[];
	readonly includes: readonly Include[];
	/** Code, comments, HTML tags and addresses: nothing in them is read. */
	readonly opaque: readonly Span[];
}

/** How far a code span, tag or link is looked through for its end, in UTF-16 units. */
const REACH = 2000;
/** Parentheses inside the address of a link. */
const MAX_DEPTH = 5;
const FENCE = /[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?(`{3,}|~{3,})([^\n]*)/y;
const HEADING = /[ \t]{0,3}(#{1,6})[ \t]+([^\n]*)/y;
/** Attributes, as in `# One {#sec-one}`, and closing marks. */
const HEADING_END = /[ \t]*(?:\{[^{}]*\})?[ \t]*#*[ \t]*\r?$/;
const FOOTNOTE = /\[\^[^\]\s]{1,200}\]/y;
const LIST_ITEM = /[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/y;
const INDENTED = /(?: {4}| {0,3}\t)[ \t]*\S/y;
const UNDERLINE = /[ \t]{0,3}(=+|-+)[ \t]*\r?$/;
/** Quarto's `{{< include part.qmd >}}`. */
const INCLUDE = /\{\{<[ \t]{1,9}include[ \t]{1,9}([^\s<>]{1,300})[ \t]{1,9}>\}\}/y;
/** MyST's other fence. */
const DIRECTIVE = /:{3,}[ \t]*\{([a-z:-]+)\}/y;
const TAG = /<(?:\/?[a-zA-Z][^<>]*|[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>]*|[^\s<>@]+@[^\s<>]+)>/y;

/** One pass over Markdown, from `from` on (behind the front matter). */
export function scanMarkdown(text: string, from: number, more: readonly string[]): MarkdownFindings {
	const own = new Set(more);
	const citations: Citation[] = [];
	const headings: MarkdownFindings['headings'][number][] = [];
	const suppressions: Suppression[] = [];
	const bibliographies: FileReference[] = [];
	const includes: Include[] = [];
	/** Fences of the directives that are open. */
	const directives: string[] = [];
	const opaque: Span[] = [];
	let at = from;
	/** What the lines before say of an indented one: it continues a list, or it is code. */
	let inList = false;
	let afterBlank = true;
	let commentsEnd = true;
	/** The next `@`, beyond the text where there is none: brackets far from it are not looked into. */
	let nextAt = -1;
	/** The last line was text, which a line of `=` or `-` makes a heading. */
	let underlined: Span | undefined;

	function sticky(pattern: RegExp, start: number): RegExpExecArray | null {
		pattern.lastIndex = start;
		return pattern.exec(text);
	}

	function hide(start: number, end: number): number {
		opaque.push({ start, end });
		return end;
	}

	/** Offset behind the fenced block that opens with `marker`; the end of the text where it is never closed. */
	function fenceEnd(start: number, marker: string): number {
		for (let line = lineEnd(text, start); line < text.length; line = lineEnd(text, line + 1)) {
			const next = lineEnd(text, line + 1);
			const words = text.slice(line + 1, Math.min(next, line + 200)).replace(/^[ \t>]+|[ \t\r]+$/g, '');
			if (words.length >= marker.length && words === marker[0]!.repeat(words.length)) return next;
		}
		return text.length;
	}

	/** A fenced block: code, or a directive of MyST. */
	function fenced(start: number, end: number, marker: string, info: string): number {
		const open = directives.at(-1);
		if (open && info.trim() === '' && marker.startsWith(open)) {
			directives.pop();
			return hide(start, end);
		}
		const name = /^\{([a-z:-]+)\}/.exec(info.trimStart());
		if (name) directive(name[1]!, { start: end - info.trimStart().length + name[0].length, end });
		if (holdsText(info)) {
			directives.push(marker);
			return hide(start, end);
		}
		const stop = fenceEnd(start, marker);
		if (/^\s*\{[a-zA-Z]/.test(info))
			includes.push(...readChildren(text, { start, end: Math.min(stop, start + REACH) }));
		return hide(start, stop);
	}

	function directive(name: string, { start, end }: Span): void {
		if (name !== 'bibliography' && name !== 'include') return;
		const path = /[^\s{}]+/g;
		path.lastIndex = start;
		for (let match = path.exec(text); match && path.lastIndex <= end; match = path.exec(text)) {
			const file = { path: match[0], span: { start: match.index, end: path.lastIndex } };
			if (name === 'bibliography') bibliographies.push(file);
			else includes.push({ ...file, optional: false });
		}
	}

	/** Handles a line that is not running text; returns where to read on, or -1 for a line of text. */
	function block(start: number): number {
		const end = lineEnd(text, start);
		if (text.slice(start, Math.min(end, start + 200)).trim() === '') {
			afterBlank = true;
			underlined = undefined;
			return end + 1;
		}
		const wasBlank = afterBlank;
		afterBlank = false;
		const fence = sticky(FENCE, start);
		if (fence && !(fence[1]![0] === '`' && fence[2]!.includes('`'))) return fenced(start, end, fence[1]!, fence[2]!);
		const colons = text[start] === ':' ? sticky(DIRECTIVE, start) : null;
		if (colons) directive(colons[1]!, { start: start + colons[0].length, end });
		if (wasBlank && !inList && sticky(INDENTED, start)) {
			afterBlank = true;
			return hide(start, end);
		}
		if (sticky(LIST_ITEM, start)) inList = true;
		else if (!/[ \t]/.test(text[start]!) && wasBlank) inList = false;
		const heading = sticky(HEADING, start);
		if (heading) {
			const from = start + heading[0].length - heading[2]!.length;
			const title = heading[2]!.replace(HEADING_END, '').length;
			headings.push({ level: heading[1]!.length - 1, span: { start, end }, title: { start: from, end: from + title } });
		} else if (underlined && UNDERLINE.test(text.slice(start, Math.min(end, start + 200)))) {
			const level = text.slice(start, end).trim()[0] === '=' ? 0 : 1;
			headings.push({ level, span: { start: underlined.start, end }, title: underlined });
			underlined = undefined;
			return end;
		}
		underlined = heading || inList ? undefined : { start, end };
		return -1;
	}

	function comment(start: number): number {
		const end = commentsEnd ? text.indexOf('-->', start + 4) : -1;
		if (end < 0) {
			commentsEnd = false;
			return start + 4;
		}
		const suppression = readSuppression(text.slice(start + 4, Math.min(end, start + 500)), start, end + 3);
		if (suppression) suppressions.push(suppression);
		return hide(start, end + 3);
	}

	/** A code span ends with as many backticks as it began with, in the same paragraph. */
	function code(start: number): number {
		const role = readRole(text, start);
		if (role) {
			citations.push(role);
			return role.span.end;
		}
		let run = start;
		while (text[run] === '`') run++;
		const ticks = text.slice(start, run);
		const limit = Math.min(text.length, run + REACH);
		for (let next = run; next < limit; ) {
			if (text[next] === '\n' && endsParagraph(text, next)) break;
			if (text[next] !== '`') {
				next++;
				continue;
			}
			const from = next;
			while (text[next] === '`') next++;
			if (next - from === ticks.length) return hide(start, next);
		}
		return run;
	}

	function command(start: number): number {
		const read = readTexCommand(text, start, own);
		if (read.citation) citations.push(read.citation);
		bibliographies.push(...read.bibliographies);
		return read.after;
	}

	function link(start: number): number {
		let depth = 0;
		const limit = Math.min(text.length, start + REACH);
		for (let next = start; next < limit && text[next] !== '\n'; next++) {
			if (text[next] === '(') {
				if (++depth > MAX_DEPTH) break;
			} else if (text[next] === ')' && --depth === 0) return hide(start, next + 1);
		}
		return start + 1;
	}

	function bracket(start: number): number {
		const footnote = sticky(FOOTNOTE, start);
		if (footnote) return start + footnote[0].length;
		if (nextAt < start) nextAt = text.indexOf('@', start) >>> 0;
		const citation = nextAt - start > REACH ? undefined : readBracketed(text, start);
		if (!citation) return start + 1;
		citations.push(citation);
		return Math.max(citation.span.end, start + 1);
	}

	function inline(start: number): number {
		switch (text[start]) {
			case '\\':
				return command(start);
			case '`':
				return code(start);
			case '[':
				return bracket(start);
			case ']':
				return text[start + 1] === '(' ? link(start + 1) : start + 1;
			case '@': {
				const citation = readNarrative(text, start);
				if (!citation) return start + 1;
				citations.push(citation);
				return citation.span.end;
			}
			case '<': {
				if (text.startsWith('<!--', start)) return comment(start);
				const tag = sticky(TAG, start)?.[0];
				return tag && tag.length < REACH ? hide(start, start + tag.length) : start + 1;
			}
			case ':': {
				if (!text.startsWith('://', start) || !/[a-z]/i.test(text[start - 1] ?? '')) return start + 1;
				let end = start + 3;
				while (end < text.length && !/[\s)>\]"'`]/.test(text[end]!)) end++;
				return hide(start, end);
			}
			case '{': {
				const shortcode = text[start + 1] === '{' ? sticky(INCLUDE, start) : null;
				if (!shortcode) return start + 1;
				const path = shortcode[1]!;
				const from = start + shortcode[0].indexOf(path, 3);
				includes.push({ path, span: { start: from, end: from + path.length }, optional: false });
				return INCLUDE.lastIndex;
			}
			case '$': {
				if (text[start + 1] !== '$') return start + 1;
				const end = indexWithin(text, '$$', start + 2);
				return end < 0 ? start + 2 : hide(start, end + 2);
			}
			default:
				return start + 1;
		}
	}

	let lineStart = true;
	while (at < text.length) {
		if (lineStart) {
			lineStart = false;
			const next = block(at);
			if (next >= 0) {
				at = Math.max(next, at);
				lineStart = at > 0 && text[at - 1] === '\n';
				continue;
			}
		}
		if (text[at] === '\n') {
			lineStart = true;
			at++;
		} else at = inline(at);
	}
	return { citations, headings, suppressions, bibliographies, includes, opaque: mergeSpans(opaque) };
}
