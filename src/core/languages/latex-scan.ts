import type { Citation } from '../model/citation.ts';
import type { Span } from '../model/span.ts';
import { endsParagraph, lineEnd, skipBlanks, skipGroup, skipOptional } from './arguments.ts';
import { readCitation } from './cite.ts';
import { citeEnvironments, ownCommand } from './cite-commands.ts';
import { type CommandKind, commandKind, opaqueEnvironments, verbatimEnvironments } from './latex-commands.ts';
import { skipConditional } from './latex-conditional.ts';
import { mergeSpans } from './merge.ts';
import { readSuppression } from './suppression.ts';
import type { FileReference, Include, Semantics, Suppression } from './types.ts';

const [LF, DOLLAR, PERCENT, BACKSLASH, OPEN] = [10, 36, 37, 92, 123];
const isNameLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 64 && code <= 90);

/** What a scan finds; titles and abstracts are spans still. */
export interface Findings extends Omit<Semantics, 'sections' | 'title' | 'abstract' | 'rootHint'> {
	readonly headings: readonly { readonly level: number; readonly span: Span; readonly title: Span }[];
	readonly title: Span | undefined;
	readonly abstract: Span | undefined;
	readonly rootHint: FileReference | undefined;
}

const ROOT_HINT = /^%+\s*!\s*T[eE]X\s+root\s*=\s*(.*?)\s*$/;

/** One pass over LaTeX text. */
export function scanLatex(text: string, more: readonly string[]): Findings {
	const own = new Set(more);
	const citations: Citation[] = [];
	const bibliographies: FileReference[] = [];
	const includes: Include[] = [];
	const localKeys: { key: string; span: Span }[] = [];
	const headings: Findings['headings'][number][] = [];
	const suppressions: Suppression[] = [];
	const opaque: Span[] = [];
	const writes: string[] = [];
	const verbatim = new Set(verbatimEnvironments);
	/** Environments of which no end is left in the text. */
	const endless = new Set<string>();
	/** Where opaque environments and display math opened that are not closed yet, outermost first. */
	let opened: { name: string; start: number } | undefined;
	let abstractStart = -1;
	let rootHint: FileReference | undefined;
	let isRoot = false;
	let title: Span | undefined;
	let abstract: Span | undefined;
	let preamble = -1;
	let conditionalsEnd = true;
	let at = 0;
	let end = text.length;

	/** The braced argument at or behind `from`, without its braces. */
	function argument(from: number, reach?: number): Span | undefined {
		const open = skipBlanks(text, from);
		if (text.charCodeAt(open) !== OPEN) return undefined;
		const close = skipGroup(text, open, reach);
		return close < 0 ? undefined : { start: open + 1, end: close - 1 };
	}

	/** Passes over stars and optional arguments. */
	function options(from: number): number {
		let next = from;
		while (text[next] === '*') next++;
		for (let open = skipBlanks(text, next); text[open] === '['; open = skipBlanks(text, next)) {
			const close = skipOptional(text, open);
			if (close < 0) break;
			next = close;
		}
		return next;
	}

	/** A name of a file as written: no quotes, no blanks around. A name that a macro makes is no name. */
	function reference({ start, end }: Span): FileReference | undefined {
		let from = start;
		let to = end;
		while (from < to && /[\s"]/.test(text[from]!)) from++;
		while (to > from && /[\s"]/.test(text[to - 1]!)) to--;
		const path = text.slice(from, to);
		return path === '' || /[\\#{}]/.test(path) ? undefined : { path, span: { start: from, end: to } };
	}

	function addBibliographies(list: Span | undefined): void {
		if (!list) return;
		for (let start = list.start; start <= list.end; ) {
			const comma = text.indexOf(',', start);
			const stop = comma < 0 || comma > list.end ? list.end : comma;
			const named = reference({ start: skipBlanks(text, start), end: stop });
			if (named && named.span.start < stop) bibliographies.push(named);
			start = stop + 1;
		}
	}

	function comment(start: number): number {
		const stop = lineEnd(text, start);
		opaque.push({ start, end: stop });
		// Only comments with a bang or our own word have anything to say.
		const words = text.slice(start, Math.min(stop, start + 500));
		const suppression = words.includes('relwork-ignore') ? readSuppression(words, start, stop) : undefined;
		if (suppression) suppressions.push(suppression);
		if (!rootHint && words.includes('!')) {
			const path = ROOT_HINT.exec(words)?.[1];
			const from = path ? text.indexOf(path, start) : -1;
			if (path) rootHint = reference({ start: from, end: from + path.length });
		}
		return stop;
	}

	function beginEnvironment(start: number, after: number): number {
		const close = text.charCodeAt(after) === OPEN ? text.indexOf('}', after) : -1;
		if (close < 0 || close - after > 60) return after;
		const name = text.slice(after + 1, close);
		const plainName = name.endsWith('*') ? name.slice(0, -1) : name;
		if (verbatim.has(plainName) && !endless.has(name)) {
			const stop = text.indexOf(`\\end{${name}}`, close);
			if (stop < 0) endless.add(name);
			else {
				if (plainName === 'filecontents') writtenFile(close + 1, stop);
				opaque.push({ start, end: stop });
				return stop;
			}
		}
		if (!opened && opaqueEnvironments.has(plainName)) opened = { name, start };
		if (name === 'abstract') abstractStart = close + 1;
		else if (name === 'document' && isRoot) preamble = start;
		else if (name === 'refsection' && text[close + 1] === '[') {
			const stop = skipOptional(text, close + 1);
			if (stop > 0) addBibliographies({ start: close + 2, end: stop - 1 });
		}
		const cites = citeEnvironments.get(plainName);
		const citation = cites && readCitation(text, start, close + 1, plainName, cites);
		if (citation) citations.push(citation);
		return close + 1;
	}

	function endEnvironment(start: number, after: number): number {
		const close = text.charCodeAt(after) === OPEN ? text.indexOf('}', after) : -1;
		if (close < 0 || close - after > 60) return after;
		const name = text.slice(after + 1, close);
		if (opened?.name === name) closeOpaque(close + 1);
		if (name === 'abstract' && abstractStart >= 0) abstract ??= { start: abstractStart, end: start };
		else if (name === 'document') {
			end = start;
			opaque.push({ start, end: text.length });
		}
		return close + 1;
	}

	function closeOpaque(stop: number): void {
		if (opened) opaque.push({ start: opened.start, end: stop });
		opened = undefined;
	}

	/** A file that the document writes when it is compiled: a bibliography in it counts as the document's own. */
	function writtenFile(after: number, stop: number): void {
		const named = argument(options(after));
		if (!named || named.end > stop) return;
		writes.push(text.slice(named.start, named.end).trim());
		const entry = /@\s*([a-zA-Z]+)\s*[{(]\s*([^\s,{}()="]+)\s*,/g;
		entry.lastIndex = named.end;
		for (let match = entry.exec(text); match && match.index < stop; match = entry.exec(text)) {
			const start = match.index + match[0].indexOf(match[2]!, match[1]!.length + 1);
			localKeys.push({ key: match[2]!, span: { start, end: start + match[2]!.length } });
		}
	}

	function include(after: number, optional: boolean): void {
		const argumentSpan = argument(options(after));
		if (argumentSpan) {
			const named = reference(argumentSpan);
			if (named) includes.push({ ...named, optional });
			return;
		}
		// TeX's own form, `\input file`.
		if (optional || !/[ \t]/.test(text[after] ?? '')) return;
		const from = skipBlanks(text, after);
		let to = from;
		while (to < text.length && !/[\s\\{}%#$&~^,]/.test(text[to]!)) to++;
		const named = reference({ start: from, end: to });
		if (named) includes.push({ ...named, optional });
	}

	function importFrom(after: number): void {
		const folder = argument(options(after));
		const file = folder && argument(folder.end + 1);
		const named = file && reference(file);
		if (!named) return;
		includes.push({ ...named, directory: text.slice(folder.start, folder.end).trim(), optional: false });
	}

	/** The key of a `\bibitem`; what stands in its label is no citation. */
	function localKey(after: number, groups: number): number {
		let next = options(after);
		for (let group = 0; group < groups; group++) {
			const skipped = argument(next);
			if (!skipped) return after;
			next = skipped.end + 1;
		}
		const named = argument(next);
		if (!named) return after;
		const start = skipBlanks(text, named.start);
		const key = text.slice(start, named.end).trimEnd();
		if (key && !/[\\#{}\s]/.test(key)) localKeys.push({ key, span: { start, end: start + key.length } });
		return named.end + 1;
	}

	/** Passes over the name that a definition is about, so that `\newcommand\cite[1]{…}` cites nothing. */
	function defined(after: number): number {
		let next = after;
		while (text[next] === '*') next++;
		next = skipBlanks(text, next);
		if (text.charCodeAt(next) === OPEN) next = skipBlanks(text, next + 1);
		if (text.charCodeAt(next) !== BACKSLASH) return after;
		return Math.max(nameEnd(next + 1), next + 2);
	}

	function verb(start: number, after: number, { groups, braces }: { groups: number; braces: boolean }): number {
		let next = after;
		if (text[next] === '*') next++;
		if (braces && text[next] === '[') {
			const close = skipOptional(text, next);
			if (close > 0) next = close;
		}
		for (let group = 0; group < groups; group++) {
			if (text.charCodeAt(next) !== OPEN) return after;
			const close = skipGroup(text, next);
			if (close < 0) return after;
			next = close;
		}
		const delimiter = text[next];
		if (delimiter === undefined || /[\s*a-zA-Z]/.test(delimiter)) return after;
		if (delimiter === '{' && !braces) return after;
		const stop = delimiter === '{' ? skipGroup(text, next) - 1 : text.indexOf(delimiter, next + 1);
		if (stop <= next || stop > lineEnd(text, next)) return after;
		opaque.push({ start, end: stop + 1 });
		return stop + 1;
	}

	function documentClass(after: number): void {
		const open = skipBlanks(text, after);
		const close = text[open] === '[' ? skipOptional(text, open) : -1;
		const name = argument(close > 0 ? close : after);
		if (name && close > 0 && text.slice(name.start, name.end).trim() === 'subfiles') {
			rootHint ??= reference({ start: open + 1, end: close - 1 });
		} else isRoot = true;
	}

	function heading(start: number, after: number, level: number): void {
		const named = argument(options(after));
		if (named) headings.push({ level, span: { start, end: named.end + 1 }, title: named });
	}

	function nameEnd(from: number): number {
		let next = from;
		while (isNameLetter(text.charCodeAt(next))) next++;
		return next;
	}

	/** A backslash and what follows; returns where to read on. */
	function control(start: number): number {
		const after = nameEnd(start + 1);
		if (after === start + 1) {
			const character = text[after];
			if (character === '[') opened ??= { name: ']', start };
			else if (character === ']' && opened?.name === ']') closeOpaque(after + 1);
			return Math.min(start + 2, text.length);
		}
		const name = text.slice(start + 1, after);
		const kind: CommandKind | undefined = own.has(name) ? { kind: 'cite', command: ownCommand } : commandKind(name);
		return kind ? act(kind, name, start, after) : after;
	}

	function act(kind: CommandKind, name: string, start: number, after: number): number {
		switch (kind.kind) {
			case 'cite': {
				const citation = readCitation(text, start, after, name, kind.command);
				if (citation) citations.push(citation);
				return after;
			}
			case 'begin':
				return beginEnvironment(start, after);
			case 'end':
				return endEnvironment(start, after);
			case 'bibliography': {
				const open = skipBlanks(text, text[after] === '*' ? after + 1 : after);
				if (name !== 'putbib' || text[open] !== '[') addBibliographies(argument(open));
				else if (skipOptional(text, open) > 0) {
					addBibliographies({ start: open + 1, end: skipOptional(text, open) - 1 });
				}
				return after;
			}
			case 'resource': {
				const file = argument(options(after));
				const named = file && reference(file);
				if (named) bibliographies.push(named);
				return after;
			}
			case 'include':
				include(after, kind.optional);
				return after;
			case 'import':
				importFrom(after);
				return after;
			case 'section':
				heading(start, after, kind.level);
				return after;
			case 'title':
				title ??= argument(options(after));
				return after;
			case 'abstract':
				abstract ??= argument(after, 10_000);
				return after;
			case 'class':
				documentClass(after);
				return after;
			case 'local-key':
				return localKey(after, kind.groups);
			case 'define':
				return defined(after);
			case 'new-cites':
				return (argument(after)?.end ?? after - 1) + 1;
			case 'new-verbatim': {
				const named = argument(after);
				if (named) verbatim.add(text.slice(named.start, named.end).trim());
				return named ? named.end + 1 : after;
			}
			case 'verb':
				return verb(start, after, kind);
			case 'raw': {
				const open = options(after);
				return text.charCodeAt(open) === OPEN ? Math.max(skipRaw(open), after) : after;
			}
			case 'iffalse': {
				const stop = conditionalsEnd ? skipConditional(text, after) : -1;
				if (stop < 0) {
					conditionalsEnd = false;
					return after;
				}
				opaque.push({ start, end: stop });
				return stop;
			}
			case 'endinput':
				if (start > 0 && text.charCodeAt(start - 1) !== LF) return after;
				end = start;
				opaque.push({ start, end: text.length });
				return after;
			default:
				return after;
		}
	}

	/** Passes over a braced argument in which `%` is no comment. */
	function skipRaw(open: number): number {
		let depth = 0;
		const stop = lineEnd(text, open);
		for (let next = open; next < stop; next++) {
			const code = text.charCodeAt(next);
			if (code === BACKSLASH) next++;
			else if (code === OPEN) depth++;
			else if (code === 125 && --depth === 0) return next + 1;
		}
		return -1;
	}

	while (at < end) {
		const code = text.charCodeAt(at);
		if (code === BACKSLASH) at = control(at);
		else if (code === PERCENT) at = comment(at);
		else if (code === DOLLAR && text.charCodeAt(at + 1) === DOLLAR) {
			if (opened?.name === '$$') closeOpaque(at + 2);
			else opened ??= { name: '$$', start: at };
			at += 2;
		} else {
			// Math that an empty line ends was no math.
			if (code === LF && opened && (opened.name === '$$' || opened.name === ']') && endsParagraph(text, at))
				opened = undefined;
			at++;
		}
	}
	if (isRoot && preamble > 0) opaque.push({ start: 0, end: preamble });
	return {
		citations,
		bibliographies,
		includes,
		localKeys,
		headings,
		suppressions,
		isRoot,
		rootHint,
		nociteAll: citations.some(({ silent, items }) => silent && items.some(({ key }) => key === '*')),
		title,
		abstract,
		writes,
		opaque: mergeSpans(opaque),
	};
}
