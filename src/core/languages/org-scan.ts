import type { Citation } from '../model/citation.ts';
import type { Span } from '../model/span.ts';
import { endsParagraph, finders, indexWithin, isBlank, lineEnd } from './arguments.ts';
import { readRawBibliography, readReference, readReferences } from './latex/files.ts';
import { mergeSpans } from './merge.ts';
import { readOrgCitation, readOrgRefLink } from './org-citations.ts';
import { readSuppression } from './suppression.ts';
import { rawTexEnd, readTexCommand, type TexCommand } from './tex-command.ts';
import type { FileReference, Include, Suppression } from './types.ts';

export interface OrgFindings {
	readonly citations: readonly Citation[];
	readonly bibliographies: readonly FileReference[];
	readonly includes: readonly Include[];
	readonly headings: readonly { readonly level: number; readonly span: Span; readonly title: Span }[];
	readonly suppressions: readonly Suppression[];
	readonly title: Span | undefined;
	readonly abstract: Span | undefined;
	/** Keywords, code, comments, drawers and addresses. */
	readonly opaque: readonly Span[];
}

const HEADING = /(\*+)[ \t]+([^\n]*)/y;
/** What stands around the title of a heading. */
const BEFORE_TITLE = /^(?:(?:TODO|DONE|NEXT|WAITING)[ \t]+)?(?:\[#\w\][ \t]+)?/;
const AFTER_TITLE = /[ \t]*(?::[\w@#%:]+:)?[ \t]*\r?$/;
const KEYWORD = /[ \t]*#\+([\w-]+)(?:\[[^\]\n]*\])?:[ \t]*([^\n]*)/y;
const BLOCK = /[ \t]*#\+begin_(\w+)[^\n]*/iy;
const NOT_READ = /^(?:src|example|export|comment)$/i;
const COMMENT = /[ \t]*#(?:[ \t][^\n]*)?(?=\r?\n|$)/y;
const FIXED = /[ \t]*:(?:[ \t][^\n]*)?(?=\r?\n|$)/y;
const DRAWER = /[ \t]*:(?:properties|logbook):[ \t]*\r?$/i;
const BEFORE_VERBATIM = /[\s\-('"{*/_+]/;
const BEHIND_VERBATIM = /[\s\-.,;:!?'")}[\\*/_+]/;
/** Targets, addresses and dates; snippets of other formats, and macros. */
const ANGLES =
	/<<[^<>\n]{1,200}>>|<(?:[a-z]+:[^<>\s]|\d{4}-\d)[^<>\n]{0,500}>|@@[a-z]{1,20}:[^\n]{0,500}?@@|\{\{\{[^\n}]{1,500}\}\}\}/y;
/** What ends a formula, by what begins it. */
const FORMULAS: Readonly<Record<string, string>> = { $: '$', $$: '$$', '\\(': '\\)', '\\[': '\\]' };
const LINK = /\[\[([^\][\n]{1,1000})\]/y;
const DESCRIPTION = /\[(?:[^\]\n]|\](?!\])){1,1000}\]\]/y;
const FILE_LINK = /(?:bibliography|nobibliography|addbibresource):([^\s\][]+)/y;
const URL = /[^\s\][<>()"']*/y;

/** One pass over Org: https://orgmode.org/worg/org-syntax.html */
export function scanOrg(text: string, more: readonly string[]): OrgFindings {
	const own = new Set(more);
	const citations: Citation[] = [];
	const bibliographies: FileReference[] = [];
	const includes: Include[] = [];
	const headings: OrgFindings['headings'][number][] = [];
	const suppressions: Suppression[] = [];
	const opaque: Span[] = [];
	const endless = new Set<string>();
	let title: Span | undefined;
	let abstract: Span | undefined;
	/** No citations of Org's own stand in front of this: in LaTeX, and in the text of a link. */
	let texEnd = 0;
	const findNext = finders(text);
	/** Level of the heading whose part is a comment. */
	let hidden = 0;

	const sticky = (pattern: RegExp, start: number) => {
		pattern.lastIndex = start;
		return pattern.exec(text);
	};

	function hide(start: number, end: number): number {
		opaque.push({ start, end });
		return end;
	}

	/** Offset of the line that ends a block or drawer, or -1. */
	function find(pattern: string, from: number): number {
		if (endless.has(pattern)) return -1;
		const search = new RegExp(pattern, 'gim');
		search.lastIndex = from;
		const found = search.exec(text);
		if (!found) endless.add(pattern);
		return found ? found.index : -1;
	}

	function files(list: Span): readonly FileReference[] {
		return readReferences(text, list).map((file) => ({ ...file, path: file.path.replace(/^file:/, '') }));
	}

	function keyword(name: string, value: Span): void {
		const words = text.slice(value.start, value.end);
		if (name === 'title') title ??= value;
		else if (name === 'bibliography') {
			const file = readReference(text, { start: value.start, end: value.end });
			if (file) bibliographies.push(file);
		} else if (name === 'include' || name === 'setupfile') {
			const path = /^"([^"]+)"|^(\S+)/.exec(words);
			const written = path?.[1] ?? path?.[2] ?? '';
			const file = written.replace(/::.*$/, '');
			if (!/\.org$/i.test(file) || /^\S+[ \t]+(?:src|example|export)\b/.test(words)) return;
			const start = value.start + words.indexOf(written);
			const span = { start, end: start + file.length };
			includes.push({
				path: file,
				span,
				optional: false,
				...(name === 'setupfile' && { optional: true, package: true }),
			});
		} else if (/^latex_header/.test(name)) {
			const command = /\\(addbibresource|bibliography)\b/g;
			const match = command.exec(words);
			if (match) bibliographies.push(...readRawBibliography(text, match[1]!, value.start + command.lastIndex));
		}
	}

	/** A line that is no running text; returns where to read on, or -1. */
	function block(start: number): number {
		const end = lineEnd(text, start);
		const heading = text[start] === '*' ? sticky(HEADING, start) : null;
		if (heading) return headline(start, end, heading[1]!.length, heading[2]!);
		if (hidden > 0) return hide(start, end);
		const first = /[ \t]*(.)/y;
		first.lastIndex = start;
		const character = first.exec(text)?.[1];
		if (character === '#') {
			const begin = sticky(BLOCK, start);
			if (begin) return environment(start, end, begin[1]!);
			const comment = sticky(COMMENT, start);
			if (comment) {
				const words = comment[0].trim().slice(1);
				const suppression = readSuppression(words.slice(0, 500), start, end);
				if (suppression) suppressions.push(suppression);
				return hide(start, end);
			}
			const found = sticky(KEYWORD, start);
			if (!found) return -1;
			const length = found[2]!.trimEnd().length;
			const from = KEYWORD.lastIndex - found[2]!.length;
			const name = found[1]!.toLowerCase();
			keyword(name, { start: from, end: from + length });
			return name === 'caption' ? -1 : hide(start, end);
		}
		if (character === ':') {
			if (sticky(FIXED, start)) return hide(start, end);
			if (DRAWER.test(text.slice(start, Math.min(end, start + 200)))) {
				const close = find('^[ \\t]*:end:[ \\t]*\\r?$', end);
				return hide(start, close < 0 ? end : lineEnd(text, close));
			}
		}
		return -1;
	}

	function headline(start: number, end: number, level: number, words: string): number {
		if (hidden > 0 && level > hidden) return hide(start, end);
		hidden = 0;
		const before = BEFORE_TITLE.exec(words)![0].length;
		const name = words.slice(before).replace(AFTER_TITLE, '');
		if (/^COMMENT(?:\s|$)/.test(name)) {
			hidden = level;
			return hide(start, end);
		}
		const from = end - words.length + before;
		headings.push({ level: level - 1, span: { start, end }, title: { start: from, end: from + name.length } });
		return start + level;
	}

	function environment(start: number, end: number, name: string): number {
		const isAbstract = !abstract && /^abstract$/i.test(name);
		const close = isAbstract || NOT_READ.test(name) ? find(`^[ \\t]*#\\+end_${name}[ \\t]*\\r?$`, end) : -1;
		if (close < 0) return hide(start, end);
		if (!isAbstract) return hide(start, lineEnd(text, close));
		abstract = { start: end, end: close };
		return hide(start, end);
	}

	function command(start: number): number {
		const read = readTexCommand(text, start, own);
		if (read.citation) citations.push(read.citation);
		bibliographies.push(...read.bibliographies);
		texEnd = Math.max(texEnd, read.citation?.span.end ?? 0, start < texEnd ? 0 : latexEnd(start, read));
		return read.isNamed ? read.after : start + 1;
	}

	/** Offset behind the LaTeX that begins with a backslash; Org's own citation is none of its arguments. */
	function latexEnd(start: number, { isNamed, after }: TexCommand): number {
		if (!isNamed) return formulaEnd(start);
		return text.startsWith('[cite', after) ? 0 : rawTexEnd(text, start, after, findNext);
	}

	/** Offset behind a formula in LaTeX's marks; 0 where none begins. */
	function formulaEnd(start: number): number {
		const close =
			FORMULAS[text.slice(start, start + 2)] ??
			(/\S/.test(text[start + 1] ?? ' ') ? FORMULAS[text[start]!] : undefined);
		if (!close) return 0;
		const end = indexWithin(text, close, start + close.length, 1000);
		if (end < 0 || /\n[ \t\r]*\n/.test(text.slice(start, end))) return 0;
		// An amount of money begins no formula.
		if (close === '$' && (/\s/.test(text[end - 1]!) || /[\p{L}\p{N}]/u.test(text[end + 1] ?? ''))) return 0;
		return end + close.length;
	}

	function add(citation: Citation): number {
		citations.push(citation);
		return Math.max(citation.list.end, citation.span.start + 1);
	}

	function bracket(start: number): number {
		if (start < texEnd) return start + 1;
		const citation = readOrgCitation(text, start);
		if (citation) return add(citation);
		if (text[start + 1] !== '[') return start + 1;
		const cite = readOrgRefLink(text, start + 2, true);
		if (cite) return add(cite);
		if (fileLink(start + 2)) return FILE_LINK.lastIndex;
		if (!sticky(LINK, start)) return start + 1;
		if (sticky(DESCRIPTION, LINK.lastIndex)) texEnd = DESCRIPTION.lastIndex;
		return hide(start, LINK.lastIndex);
	}

	function fileLink(start: number): boolean {
		const list = sticky(FILE_LINK, start)?.[1];
		if (list === undefined) return false;
		const end = FILE_LINK.lastIndex;
		bibliographies.push(...files({ start: end - list.length, end }));
		hide(start, end);
		FILE_LINK.lastIndex = end;
		return true;
	}

	/** A colon in running text: what stands in front of it may be the type of a link. */
	function colon(at: number, wordStart: number): number {
		if (text.startsWith('://', at)) {
			sticky(URL, at);
			return hide(wordStart, URL.lastIndex);
		}
		if (/[\p{L}\p{N}_\\]/u.test(text[wordStart - 1] ?? '')) return at + 1;
		const citation = wordStart < texEnd ? undefined : readOrgRefLink(text, wordStart, false);
		if (citation) return add(citation);
		return fileLink(wordStart) ? FILE_LINK.lastIndex : at + 1;
	}

	/** Offset behind `=verbatim=` or `~code~`, which may reach into the next line; else -1. */
	function verbatimEnd(start: number): number {
		if (/\s/.test(text[start + 1] ?? ' ') || !BEFORE_VERBATIM.test(text[start - 1] ?? ' ')) return -1;
		const limit = Math.min(text.length, start + 1000);
		const marker = text.charCodeAt(start);
		let lines = 0;
		for (let next = start + 2; next < limit; next++) {
			const code = text.charCodeAt(next);
			if (code === 10 && (++lines > 1 || endsParagraph(text, next))) break;
			if (code === marker && !isBlank(text.charCodeAt(next - 1)) && BEHIND_VERBATIM.test(text[next + 1] ?? ' ')) {
				return next + 1;
			}
		}
		return -1;
	}

	function inline(at: number): number {
		switch (text[at]) {
			case '[':
				return bracket(at);
			case '\\':
				return command(at);
			case '=':
			case '~': {
				const end = verbatimEnd(at);
				return end < 0 ? at + 1 : hide(at, end);
			}
			case '<':
			case '{':
			case '@':
				return sticky(ANGLES, at) ? hide(at, ANGLES.lastIndex) : at + 1;
			case '$':
				if (at >= texEnd) texEnd = formulaEnd(at);
				return at + 1;
			case ':': {
				let from = at;
				while (from > 0 && at - from < 40 && /[a-zA-Z]/.test(text[from - 1]!)) from--;
				return from < at ? colon(at, from) : at + 1;
			}
			default:
				return at + 1;
		}
	}

	let at = 0;
	let lineStart = true;
	while (at < text.length) {
		if (lineStart) {
			lineStart = false;
			const next = block(at);
			if (next >= 0) at = next;
			if (next >= 0 && at >= text.length) break;
		}
		if (text[at] === '\n') {
			lineStart = true;
			at++;
		} else at = inline(at);
	}
	return { citations, bibliographies, includes, headings, suppressions, title, abstract, opaque: mergeSpans(opaque) };
}
