import type { Citation } from '../model/citation.ts';
import type { Span } from '../model/span.ts';
import { indexWithin, lineEnd } from './arguments.ts';
import { mergeSpans } from './merge.ts';
import { readSuppression } from './suppression.ts';
import type { FileReference, Include, Suppression } from './types.ts';
import { readAttribution, readCiteCall, readReference, skipString } from './typst-citations.ts';

export interface TypstFindings {
	readonly citations: readonly Citation[];
	readonly bibliographies: readonly FileReference[];
	readonly includes: readonly Include[];
	readonly headings: readonly { readonly level: number; readonly span: Span; readonly title: Span }[];
	readonly suppressions: readonly Suppression[];
	/** What references may name that is no paper. */
	readonly labels: readonly string[];
	/** The document sets itself up: it has a template or a title. */
	readonly hasTemplate: boolean;
	readonly title: Span | undefined;
	readonly abstract: Span | undefined;
	/** Code, comments, raw text and display formulas. */
	readonly opaque: readonly Span[];
}

/** What is being read: text, or code up to its bracket (`\n` for code that ends with its line). */
interface Frame {
	readonly kind: 'markup' | 'code';
	readonly close: string;
	/** Brackets of plain text that are open inside of it. */
	nested: number;
	/** The call that the frame is an argument of. */
	readonly call: string;
}

/** How far a formula is followed, in UTF-16 units. */
const REACH = 5000;
const MAX_DEPTH = 500;
const HEADING = /[ \t]*(=+)[ \t]+([^\n]*)/y;
const HEADING_END = /[ \t]*(?:<[^<>\s]*>)?[ \t]*(?:\/\/.*)?\r?$/;
const LABEL = /<([\p{XID_Continue}:.-]+)>/uy;
const NAMED_LABEL = /\(\s{0,20}"([^"\\\n]{1,300})"\s{0,20}\)/y;
/** `let citet = cite.with(form: "prose")` */
const ALIAS = /[ \t]+([\p{L}_][\p{L}\p{N}_-]*)[ \t]*=[ \t]*cite(?:\.with\b|[ \t]*(?=[;\r\n]|$))/uy;
const NAME = /[\p{L}_][\p{L}\p{N}_-]*(?:\.[\p{L}_][\p{L}\p{N}_-]*){0,50}/uy;
const STATEMENT = /^(?:let|set|show|if|for|while|import|include|return|context)$/;
const FILE = /^(?:include|import)$/;
const BIBLIOGRAPHY_FILE = /\.(?:bib|ya?ml)$/i;
const BLANKS = /[ \t\r\n]*/y;

/** One pass over Typst's markup: https://typst.app/docs/reference/syntax/ */
export function scanTypst(text: string, more: readonly string[] = []): TypstFindings {
	/** Functions that cite. */
	const citing = new Set(['cite', 'ref', ...more]);
	const citations: Citation[] = [];
	const bibliographies: FileReference[] = [];
	const includes: Include[] = [];
	const headings: TypstFindings['headings'][number][] = [];
	const suppressions: Suppression[] = [];
	const labels = new Set<string>();
	const opaque: Span[] = [];
	const frames: Frame[] = [{ kind: 'markup', close: '', nested: 0, call: '' }];
	const absent = new Set<string>();
	let hasTemplate = false;
	let title: Span | undefined;
	let abstract: Span | undefined;
	let abstractDepth = -1;
	/** The name of the argument that comes next. */
	let argument = '';

	const sticky = (pattern: RegExp, start: number) => {
		pattern.lastIndex = start;
		return pattern.exec(text);
	};
	const behindBlanks = (start: number) => start + sticky(BLANKS, start)![0].length;
	const top = () => frames.at(-1)!;

	/** Where some text stands next, looked for once where it never does. */
	function find(part: string, start: number): number {
		if (absent.has(part)) return -1;
		const found = text.indexOf(part, start);
		if (found < 0) absent.add(part);
		return found;
	}

	function hide(start: number, end: number): number {
		opaque.push({ start, end });
		return end;
	}

	function comment(start: number): number {
		if (text[start + 1] === '/') {
			const end = lineEnd(text, start);
			const suppression = readSuppression(text.slice(start + 2, Math.min(end, start + 500)), start, end);
			if (suppression) suppressions.push(suppression);
			return hide(start, end);
		}
		let depth = 1;
		const mark = /\/\*|\*\//g;
		mark.lastIndex = start + 2;
		if (absent.has('*/')) return start + 2;
		for (let match = mark.exec(text); match; match = mark.exec(text)) {
			depth += match[0] === '/*' ? 1 : -1;
			if (depth === 0) return hide(start, mark.lastIndex);
		}
		absent.add('*/');
		return start + 2;
	}

	function raw(start: number): number {
		let run = start;
		while (text[run] === '`') run++;
		const ticks = run - start;
		if (ticks === 2) return run;
		const end = find('`'.repeat(Math.min(ticks, 100)), run);
		return end < 0 ? run : hide(start, end + ticks);
	}

	function formula(start: number): number {
		const stop = Math.min(text.length, start + REACH);
		const calls: number[] = [];
		for (let next = start + 1; next < stop; next++) {
			if (text[next] === '\\') next++;
			else if (text.startsWith('#cite(', next)) calls.push(next);
			else if (text[next] === '$') {
				for (const call of calls) cite('cite', call, call + 5);
				return /\s/.test(text[start + 1]!) ? hide(start, next + 1) : next + 1;
			}
		}
		return start + 1;
	}

	function push(kind: Frame['kind'], close: string, call = ''): void {
		if (frames.length < MAX_DEPTH) frames.push({ kind, close, nested: 0, call });
	}

	/** Ends a frame; a call in text may go on: `#f(x)[y].g()`. */
	function pop(end: number): number {
		const { call } = frames.pop()!;
		if (frames.length <= abstractDepth && abstract) {
			abstract = { start: abstract.start, end: end - 1 };
			abstractDepth = -1;
		}
		return top().kind === 'markup' ? continueCall(end, call) : end;
	}

	function continueCall(start: number, call: string): number {
		let at = start;
		while (text[at] === '.' && sticky(NAME, at + 1)) at = NAME.lastIndex;
		if (text[at] === '(') push('code', ')', call);
		else if (text[at] === '[') push('markup', ']', call);
		else return at;
		return at + 1;
	}

	/** A `#` in text and what it begins. */
	function code(start: number): number {
		const name = sticky(NAME, start + 1)?.[0];
		if (!name) {
			if (text[start + 1] === '{') push('code', '}');
			else if (text[start + 1] === '(') push('code', ')');
			else if (text[start + 1] === '[') push('markup', ']');
			else if (text[start + 1] === '"') return Math.max(start + 1, skipString(text, start + 1));
			else return start + 1;
			return start + 2;
		}
		const end = start + 1 + name.length;
		if (STATEMENT.test(name)) {
			push('code', '\n', name);
			if (name === 'let') readAlias(end);
			if (name === 'show' || (name === 'set' && text.startsWith(' document', end))) hasTemplate = true;
			if (FILE.test(name)) readInclude(name, end);
			return end;
		}
		const label = name === 'label' ? sticky(NAMED_LABEL, end)?.[1] : undefined;
		if (label) labels.add(label);
		const cited = cite(name, start, end);
		return cited > end ? cited : continueCall(end, name);
	}

	/** Returns where to read on: behind a call that isn't closed, lest it swallows the rest. */
	function cite(name: string, start: number, end: number): number {
		const citation = citing.has(name) && text[end] === '(' ? readCiteCall(text, start, end) : undefined;
		// What `ref` names is a paper where it is no label.
		if (citation) citations.push(name === 'ref' ? { ...citation, form: 'narrative' } : citation);
		return citation && !citation.closed ? citation.span.end : end;
	}

	function readAlias(after: number): void {
		const alias = sticky(ALIAS, after)?.[1];
		if (alias) citing.add(alias);
	}

	function readInclude(statement: string, after: number): void {
		const open = behindBlanks(after);
		const close = text[open] === '"' ? skipString(text, open) : -1;
		const path = close < 0 ? '' : text.slice(open + 1, close - 1);
		if (path === '' || path.startsWith('@')) return;
		const file = { path: path.replace(/^\/+/, ''), span: { start: open + 1, end: close - 1 } };
		includes.push(statement === 'include' ? { ...file, optional: false } : { ...file, optional: true, package: true });
	}

	function string(start: number): number {
		const end = skipString(text, start);
		if (end < 0) return start + 1;
		const path = text.slice(start + 1, end - 1);
		const naming = argument || top().call;
		if (BIBLIOGRAPHY_FILE.test(path) && frames.some(({ call }) => /bib/i.test(call)) && argument !== 'style') {
			bibliographies.push({ path, span: { start: start + 1, end: end - 1 } });
		} else if (BIBLIOGRAPHY_FILE.test(path) && /bib/i.test(naming)) {
			bibliographies.push({ path, span: { start: start + 1, end: end - 1 } });
		} else if (argument === 'key') labels.add(path);
		else if (argument === 'title' && hasTemplate) title ??= { start: start + 1, end: end - 1 };
		return end;
	}

	function word(start: number, name: string): number {
		const end = start + name.length;
		const next = behindBlanks(end);
		if (text[next] === ':' && text[next + 1] !== ':') {
			argument = name;
			const value = behindBlanks(next + 1);
			if (text[value] === '[' && hasTemplate) {
				if (name === 'title') title ??= { start: value + 1, end: Math.max(value + 1, indexWithin(text, ']', value)) };
				else if (name === 'abstract' && !abstract) {
					abstract = { start: value + 1, end: value + 1 };
					abstractDepth = frames.length;
				}
			}
			return next + 1;
		}
		const cited = cite(name, start, end);
		if (cited > end) return cited;
		if (FILE.test(name)) readInclude(name, end);
		else if (name === 'let') readAlias(end);
		if (text[end] !== '(') return end;
		push('code', ')', name);
		return end + 1;
	}

	function inCode(start: number): number {
		const character = text[start]!;
		const { close } = top();
		switch (character) {
			case '"':
				return string(start);
			case '[':
				push('markup', ']', argument);
				return start + 1;
			case '(':
			case '{':
				push('code', character === '(' ? ')' : '}', argument);
				return start + 1;
			case ')':
			case '}':
			case ']':
				argument = '';
				if (close === '\n') {
					// Code of one line inside of brackets ends with them.
					frames.pop();
					return frames.length > 1 ? start : start + 1;
				}
				return frames.length > 1 && close === character ? pop(start + 1) : start + 1;
			case '\n':
			case ';':
				if (close === '\n') return pop(start + 1);
				return start + 1;
			case ',':
				argument = '';
				return start + 1;
			case '<': {
				const citation = argument === 'attribution' ? readAttribution(text, start) : undefined;
				if (citation) citations.push(citation);
				return citation ? citation.span.end : start + 1;
			}
			default: {
				const name = sticky(NAME, start)?.[0];
				return name ? word(start, name) : start + 1;
			}
		}
	}

	function inMarkup(start: number): number {
		const frame = top();
		switch (text[start]) {
			case '\\':
				return start + 2;
			case '#':
				return code(start);
			case '@': {
				const citation = readReference(text, start);
				if (citation) citations.push(citation);
				return citation ? citation.list.end : start + 1;
			}
			case '<': {
				const label = sticky(LABEL, start);
				if (label) labels.add(label[1]!);
				return label ? LABEL.lastIndex : start + 1;
			}
			case '[':
				frame.nested++;
				return start + 1;
			case ']':
				if (frame.nested > 0) frame.nested--;
				else if (frames.length > 1) return pop(start + 1);
				return start + 1;
			default:
				return start + 1;
		}
	}

	/** A heading ends all that was left open above it. */
	function heading(start: number): void {
		const match = sticky(HEADING, start);
		if (!match) return;
		if (top().kind === 'code') frames.length = 1;
		const end = HEADING.lastIndex;
		const from = end - match[2]!.length;
		const title = match[2]!.replace(HEADING_END, '').length;
		headings.push({ level: match[1]!.length - 1, span: { start, end }, title: { start: from, end: from + title } });
	}

	let at = 0;
	let lineStart = true;
	while (at < text.length) {
		const character = text[at]!;
		if (lineStart && (character === '=' || character === ' ' || character === '\t')) heading(at);
		lineStart = character === '\n';
		if (character === '/' && (text[at + 1] === '/' || text[at + 1] === '*')) {
			if (text[at + 1] === '/' && /https?:$/.test(text.slice(Math.max(0, at - 6), at)))
				while (at < text.length && !/[\s\])]/.test(text[at]!)) at++;
			else at = comment(at);
		} else if (character === '`') at = raw(at);
		else if (character === '$') at = formula(at);
		else at = top().kind === 'code' ? inCode(at) : inMarkup(at);
	}
	return {
		citations: citations.filter(({ form, items }) => form !== 'narrative' || !labels.has(items[0]!.key)),
		bibliographies,
		includes,
		headings,
		suppressions,
		labels: [...labels],
		hasTemplate,
		title,
		abstract,
		opaque: mergeSpans(opaque),
	};
}
