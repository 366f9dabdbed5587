import type { Citation } from '../model/citation.ts';
import type { Span } from '../model/span.ts';
import { finders, lineEnd } from './arguments.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { readChildren } from './knitr.ts';
import { createItems } from './markdown-indent.ts';
import { linkEnd, literalEnd, rawElement, runEnd } from './markdown-inline.ts';
import { mergeSpans } from './merge.ts';
import { holdsText, readRole } from './myst.ts';
import { readBracketed, readNarrative } from './pandoc.ts';
import { readSuppression } from './suppression.ts';
import { rawTexEnd, readTexCommand } from './tex-command.ts';
import type { FileReference, Include, Suppression } from './types.ts';

export interface MarkdownFindings {
	readonly citations: readonly Citation[];
	readonly headings: readonly { readonly level: number; readonly span: Span; readonly title: Span }[];
	readonly suppressions: readonly Suppression[];
	/** What directives and raw LaTeX declare. */
	readonly bibliographies: readonly FileReference[];
	readonly includes: readonly Include[];
	/** Items of lists of examples, which `@label` names, too. */
	readonly labels: readonly string[];
	/** Blocks of YAML behind the front matter. */
	readonly metadata: readonly FrontMatter[];
	/** Code, comments, HTML tags, formulas and addresses: nothing in them is read. */
	readonly opaque: readonly Span[];
}

/** Brackets this far from an `@`, in UTF-16 units, are not looked into; nor is a chunk's head that long. */
const REACH = 2000;
const FENCE = /[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?(`{3,}|~{3,})([^\n]*)/y;
const HEADING = /[ \t]{0,3}(#{1,6})[ \t]+([^\n]*)/y;
/** Attributes, as in `# One {#sec-one}`, and closing marks. */
const HEADING_END = /[ \t]*(?:\{[^{}]*\})?[ \t]*#*[ \t]*\r?$/;
const FOOTNOTE = /\[\^[^\]\s]{1,200}\]/y;
/** `[label]: address`, which a link elsewhere takes its address from. */
const DEFINITION = /[ \t]{0,3}\[(?![@^])[^[\]\n@]{1,500}\]:[ \t]/y;
const UNDERLINE = /[ \t]{0,3}(=+|-+)[ \t]*\r?$/;
/** Quarto's `{{< include part.qmd >}}`. */
const INCLUDE = /\{\{<[ \t]{1,9}include[ \t]{1,9}([^\s<>]{1,300})[ \t]{1,9}>\}\}/y;
/** MyST's other fence. */
const DIRECTIVE = /:{3,}[ \t]*\{([a-z:-]+)\}/y;

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
	const items = createItems(text);
	let afterBlank = true;
	/** Where what hides text ends. */
	const find = finders(text);
	/** Raw LaTeX reaches to here: in it only its own commands cite. */
	let texEnd = 0;
	/** Where the last citation ended: what follows does not belong to its word. */
	let citedTo = 0;
	const labels = new Set<string>();
	const metadata: FrontMatter[] = [];
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
		if (wasBlank && text.startsWith('---', start)) {
			const block = readFrontMatter(text, start);
			if (block) {
				metadata.push(block);
				citations.push(...block.citations);
				afterBlank = true;
				return hide(start, block.span.end);
			}
		}
		const head = items.next(start, wasBlank);
		if (head.isCode) {
			afterBlank = true;
			return hide(start, end);
		}
		const fence = sticky(FENCE, start);
		if (fence && !(fence[1]![0] === '`' && fence[2]!.includes('`'))) {
			afterBlank = true;
			return fenced(start, end, fence[1]!, fence[2]!);
		}
		const colons = text[start] === ':' ? sticky(DIRECTIVE, start) : null;
		if (colons) directive(colons[1]!, { start: start + colons[0].length, end });
		if (wasBlank && sticky(DEFINITION, start)) return hide(start, end);
		if (head.example !== undefined) {
			if (head.example) labels.add(head.example);
			underlined = undefined;
			return text.indexOf('@', head.start) + 1;
		}
		const heading = sticky(HEADING, start);
		if (heading) {
			const from = start + heading[0].length - heading[2]!.length;
			const title = heading[2]!.replace(HEADING_END, '').length;
			headings.push({ level: heading[1]!.length - 1, span: { start, end }, title: { start: from, end: from + title } });
		} else if (underlined && UNDERLINE.test(text.slice(start, Math.min(end, start + 200)))) {
			const level = text.slice(start, end).trim()[0] === '=' ? 0 : 1;
			headings.push({ level, span: { start: underlined.start, end }, title: underlined });
			underlined = undefined;
			afterBlank = true;
			return end;
		}
		// No paragraph goes on behind a heading or the fence of a division.
		afterBlank = heading !== null || text.startsWith(':::', start);
		underlined = heading || items.isOpen() ? undefined : { start, end };
		return -1;
	}

	function comment(start: number): number {
		const end = find('-->', start + 4);
		if (end >= text.length) return start + 4;
		const suppression = readSuppression(text.slice(start + 4, Math.min(end, start + 500)), start, end + 3);
		if (suppression) suppressions.push(suppression);
		return hide(start, end + 3);
	}

	function tag(start: number): number {
		if (text.startsWith('<!--', start)) return comment(start);
		const name = rawElement(text, start);
		if (name) {
			const end = find(`</${name}`, start);
			if (end < text.length) return hide(start, end);
		}
		return literal(start);
	}

	function literal(start: number): number {
		const end = literalEnd(text, start);
		return end < 0 ? start + 1 : hide(start, end);
	}

	function code(start: number): number {
		const role = start < texEnd ? undefined : readRole(text, start);
		if (role) return add(role);
		const end = literalEnd(text, start);
		return end < 0 ? runEnd(text, start) : hide(start, end);
	}

	function add(citation: Citation): number {
		citations.push(citation);
		citedTo = citation.span.end;
		return citedTo;
	}

	function command(start: number): number {
		const read = readTexCommand(text, start, own);
		if (read.citation) citations.push(read.citation);
		bibliographies.push(...read.bibliographies);
		const raw = start < texEnd || !read.isNamed ? 0 : rawTexEnd(text, start, read.after, find);
		texEnd = Math.max(texEnd, read.citation?.span.end ?? 0, raw);
		return read.after;
	}

	function bracket(start: number): number {
		const footnote = sticky(FOOTNOTE, start);
		if (footnote) return start + footnote[0].length;
		if (nextAt < start) nextAt = text.indexOf('@', start) >>> 0;
		const citation = nextAt - start > REACH ? undefined : readBracketed(text, start);
		return citation ? add(citation) : start + 1;
	}

	function inline(start: number): number {
		switch (text[start]) {
			case '\\':
				return command(start);
			case '`':
				return code(start);
			case '[':
				return start < texEnd ? start + 1 : bracket(start);
			case ']': {
				const end = text[start + 1] === '(' ? linkEnd(text, start + 1) : -1;
				return end < 0 ? start + 1 : hide(start + 1, end);
			}
			case '@': {
				const citation = start < texEnd ? undefined : readNarrative(text, start, citedTo);
				return citation ? add(citation) : start + 1;
			}
			case '<':
				return tag(start);
			case '$':
			case ':':
				return literal(start);
			case '{': {
				const shortcode = text[start + 1] === '{' ? sticky(INCLUDE, start) : null;
				if (!shortcode) return start + 1;
				const path = shortcode[1]!;
				const from = start + shortcode[0].indexOf(path, 3);
				includes.push({ path, span: { start: from, end: from + path.length }, optional: false });
				return INCLUDE.lastIndex;
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
	return {
		citations: citations.filter(({ form, items: [item] }) => form !== 'narrative' || !labels.has(item!.key)),
		headings,
		suppressions,
		bibliographies,
		includes,
		labels: [...labels],
		metadata,
		opaque: mergeSpans(opaque),
	};
}
