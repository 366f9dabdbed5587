import type { Citation } from '../model/citation.ts';
import type { Span } from '../model/span.ts';
import { argumentAt, endsParagraph, finder, lineEnd, nameEnd, skipOptional, skipOptions } from './arguments.ts';
import { readCitation } from './cite.ts';
import { citeCommand, citeEnvironments } from './cite-commands.ts';
import { findChunks, readChildren } from './knitr.ts';
import { type CommandKind, commandKind, mayMean, opaqueEnvironments, verbatimEnvironments } from './latex-commands.ts';
import { readComment } from './latex-comments.ts';
import { skipConditional } from './latex-conditional.ts';
import { type DefinitionStyle, readDefinition, readNewCites } from './latex-definitions.ts';
import {
	readBibliographies,
	readImport,
	readInclude,
	readLocalKey,
	readPackages,
	readProcessor,
	readReference,
	readReferences,
	readSubfileRoot,
	readWritten,
} from './latex-files.ts';
import { createMeanings, fill } from './latex-meanings.ts';
import { readShortVerb, skipDelimited, skipRaw, skipVerb } from './latex-verbatim.ts';
import { takeArguments } from './shapes.ts';
import { createSpanList } from './span-list.ts';
import type { FileReference, Include, LanguageOptions, Macro, Meaning, Semantics, Suppression } from './types.ts';

const [LF, DOLLAR, PERCENT, BACKSLASH, OPEN, CLOSE] = [10, 36, 37, 92, 123, 125];

/** Longest name of an environment, in UTF-16 units. */
const MAX_NAME = 60;

/** What a scan finds; titles and abstracts are spans still. */
export interface Findings extends Omit<Semantics, 'sections' | 'title' | 'abstract' | 'rootHint'> {
	readonly headings: readonly { readonly level: number; readonly span: Span; readonly title: Span }[];
	readonly title: Span | undefined;
	readonly abstract: Span | undefined;
	readonly rootHint: FileReference | undefined;
}

/** A name, or the path of a file. */
const PLAIN_TEXT = /^[^\\#{}$%&~]+$/;

/** One pass over LaTeX text. */
export function scanLatex(text: string, { citeCommands, meanings: given }: LanguageOptions): Findings {
	const meanings = createMeanings(given, citeCommands);
	const citations: Citation[] = [];
	const bibliographies: FileReference[] = [];
	const includes: Include[] = [];
	const localKeys: { key: string; span: Span }[] = [];
	const headings: Findings['headings'][number][] = [];
	const suppressions: Suppression[] = [];
	const opaque = createSpanList();
	const writes: string[] = [];
	const verbatim = new Set(verbatimEnvironments);
	const definitions: { name: string; text: string }[] = [];
	const macros: Macro[] = [];
	const impliedKeys = new Set<string>();
	/** End of the definition that is read now. */
	let definitionEnd = 0;
	/** Environments of which no end is left in the text. */
	const endless = new Set<string>();
	/** What opened last of opaque environments and display math, as long as it is not closed. */
	let opened: { name: string; start: number; isMath: boolean } | undefined;
	let abstractStart = -1;
	let rootHint: FileReference | undefined;
	let processor: Semantics['processor'];
	let isRoot = false;
	let title: Span | undefined;
	let abstract: Span | undefined;
	let conditionalsEnd = true;
	let at = 0;
	let end = text.length;
	const [backslashes, percents, dollars] = [finder(text, '\\'), finder(text, '%'), finder(text, '$$')];
	const breaks = finder(text, '\n');
	/** Finds what `\MakeShortVerb` makes a `\verb` of. */
	let delimiters = (_: number) => text.length;

	const chunks = findChunks(text);
	let chunk = chunks.shift();

	function hide(start: number, stop: number): number {
		opaque.add(start, stop);
		return stop;
	}

	function comment(start: number): number {
		const stop = hide(start, lineEnd(text, start));
		const said = readComment(text, start, stop);
		if (said?.suppression) suppressions.push(said.suppression);
		rootHint ??= said?.root;
		return stop;
	}

	function beginEnvironment(start: number, after: number): number {
		const close = environmentEnd(text, after);
		if (close < 0) return after;
		const name = text.slice(after + 1, close);
		const plainName = name.endsWith('*') ? name.slice(0, -1) : name;
		if (verbatim.has(plainName) && !endless.has(name)) {
			const stop = text.indexOf(`\\end{${name}}`, close);
			if (stop < 0) endless.add(name);
			else {
				const written = plainName === 'filecontents' ? readWritten(text, close + 1, stop) : undefined;
				if (written) {
					writes.push(written.name);
					localKeys.push(...written.keys);
				}
				return hide(start, stop);
			}
		}
		if (!opened && opaqueEnvironments.has(plainName)) opened = { name, start, isMath: false };
		if (name === 'abstract') abstractStart = close + 1;
		else if (name === 'document' && isRoot) opaque.add(0, start);
		else if (name === 'refsection' && text[close + 1] === '[') {
			const stop = skipOptional(text, close + 1);
			if (stop > 0) bibliographies.push(...readReferences(text, { start: close + 2, end: stop - 1 }));
		}
		const cites = citeEnvironments.get(plainName);
		const citation = cites && readCitation(text, start, close + 1, plainName, cites);
		if (citation) cite(citation);
		return close + 1;
	}

	function endEnvironment(start: number, after: number): number {
		const close = environmentEnd(text, after);
		if (close < 0) return after;
		const name = text.slice(after + 1, close);
		if (opened?.name === name) closeOpaque(close + 1);
		if (name === 'abstract' && abstractStart >= 0) abstract ??= { start: abstractStart, end: start };
		else if (name === 'document') {
			end = start;
			opaque.add(start, text.length);
		}
		return close + 1;
	}

	function closeOpaque(stop: number): void {
		if (opened) opaque.add(opened.start, stop);
		opened = undefined;
	}

	function documentClass(after: number): void {
		const root = readSubfileRoot(text, after);
		rootHint ??= root;
		isRoot ||= !root;
		includes.push(...readPackages(text, after, '.cls'));
	}

	/** Packages, of which biblatex says what makes the bibliography; they stand behind their options. */
	function usePackages(options: Span): void {
		const packages = argumentAt(text, text[options.end] === '}' ? options.end + 1 : options.end);
		const named = packages && readProcessor(text, options, packages);
		if (named && processor !== 'bibtex') processor = named;
	}

	function heading(start: number, after: number, level: number): void {
		const named = argumentAt(text, skipOptions(text, after));
		if (named) headings.push({ level, span: { start, end: named.end + 1 }, title: named });
	}

	/** A backslash and what follows; returns where to read on. */
	function control(start: number): number {
		const after = nameEnd(text, start + 1);
		if (after === start + 1) {
			const character = text[after];
			if (character === '[') opened ??= { name: ']', start, isMath: true };
			else if (character === ']' && opened?.name === ']') closeOpaque(after + 1);
			return Math.min(start + 2, text.length);
		}
		// Most names mean nothing: they are not even cut out.
		const mayBeOwn = meanings.mayHave(text, start + 1, after);
		if (!mayBeOwn && !mayMean(text, start + 1, after)) return after;
		const name = text.slice(start + 1, after);
		const own = mayBeOwn ? meanings.of(name) : undefined;
		if (own) return ownCommand(own, name, start, after);
		const kind = commandKind(name);
		return kind ? act(kind, name, start, after) : after;
	}

	/** A command that the project defines itself. */
	function ownCommand(own: Meaning, name: string, start: number, after: number): number {
		if (own.kind === 'none') return after;
		if (own.kind === 'hidden') {
			const { end: stop } = takeArguments(text, after, own.shape);
			return stop > after ? hide(start, stop) : after;
		}
		if (own.kind === 'alias') {
			const kind = commandKind(own.name);
			return kind ? act(kind, own.name, start, after) : after;
		}
		if (start >= definitionEnd && own.keys.length > 0) {
			for (const key of fill(own.keys, takeArguments(text, after, own.command.shape).values)) impliedKeys.add(key);
		}
		// A command that everybody knows may have been defined for the case that nobody else does.
		const usual = citeCommand(name);
		const citation =
			readCitation(text, start, after, name, own.command) ?? (usual && readCitation(text, start, after, name, usual));
		if (citation) cite(citation);
		return after;
	}

	function cite(citation: Citation): void {
		citations.push(citation.span.start < definitionEnd ? { ...citation, inDefinition: true } : citation);
	}

	function define(after: number, style: DefinitionStyle): number {
		const { macro, end: stop, bodyEnd } = readDefinition(text, after, style);
		if (!macro) return stop;
		const nested = after < definitionEnd;
		// What is redefined by a command may never be.
		const meaning = nested && /^\s*$/.test(macro.body) ? undefined : meanings.define(macro);
		if (!nested && (meaning || macro.body.includes('\\'))) macros.push({ ...macro, meaning });
		if (macro.parameters === '' && PLAIN_TEXT.test(macro.body))
			definitions.push({ name: macro.name, text: macro.body });
		// What exists already may be used by a class.
		if (!nested && style !== 'renew') definitionEnd = bodyEnd;
		return stop;
	}

	function act(kind: CommandKind, name: string, start: number, after: number): number {
		switch (kind.kind) {
			case 'cite': {
				const citation = readCitation(text, start, after, name, kind.command);
				if (citation) cite(citation);
				return after;
			}
			case 'begin':
				return beginEnvironment(start, after);
			case 'end':
				return endEnvironment(start, after);
			case 'bibliography': {
				bibliographies.push(...readBibliographies(text, name, after));
				return after;
			}
			case 'resource': {
				const file = argumentAt(text, skipOptions(text, after));
				const named = file && readReference(text, file);
				if (named) bibliographies.push(named);
				processor ??= 'biber';
				return after;
			}
			case 'include': {
				const named = readInclude(text, after, kind.optional);
				if (named) includes.push(named);
				return after;
			}
			case 'package':
				includes.push(...readPackages(text, after, '.sty'));
				usePackages({ start: after, end: skipOptions(text, after) });
				return after;
			case 'package-options': {
				const options = argumentAt(text, after);
				if (options) usePackages(options);
				return after;
			}
			case 'import': {
				const named = readImport(text, after);
				if (named) includes.push(named);
				return after;
			}
			case 'section':
				heading(start, after, kind.level);
				return after;
			case 'title':
				title ??= argumentAt(text, skipOptions(text, after));
				return after;
			case 'abstract':
				abstract ??= argumentAt(text, after, 10_000);
				return after;
			case 'class':
				documentClass(after);
				return after;
			case 'local-key': {
				// What stands in its label is no citation.
				const named = readLocalKey(text, after, kind.groups);
				if (named) localKeys.push({ key: named.key, span: named.span });
				return named?.next ?? after;
			}
			case 'define':
				return define(after, kind.style);
			case 'new-cites': {
				const named = readNewCites(text, after);
				for (const macro of named.macros) macros.push({ ...macro, meaning: meanings.define(macro) });
				return named.end;
			}
			case 'new-verbatim': {
				const named = argumentAt(text, after);
				if (named) verbatim.add(text.slice(named.start, named.end).trim());
				return named ? named.end + 1 : after;
			}
			case 'verb': {
				const stop = skipVerb(text, after, kind);
				return stop < 0 ? after : hide(start, stop);
			}
			case 'short-verb': {
				const { delimiter, end: stop } = readShortVerb(text, after);
				if (delimiter !== '') delimiters = finder(text, delimiter);
				return stop;
			}
			case 'raw': {
				const open = skipOptions(text, after);
				return text.charCodeAt(open) === OPEN ? Math.max(skipRaw(text, open), after) : after;
			}
			case 'r-code': {
				const code = argumentAt(text, after);
				if (!code) return after;
				includes.push(...readChildren(text, code));
				return hide(start, code.end + 1);
			}
			case 'iffalse': {
				const stop = conditionalsEnd ? skipConditional(text, after) : -1;
				if (stop < 0) {
					conditionalsEnd = false;
					return after;
				}
				return hide(start, stop);
			}
			case 'endinput':
				if (start > 0 && text.charCodeAt(start - 1) !== LF) return after;
				end = start;
				opaque.add(start, text.length);
				return after;
			default:
				return after;
		}
	}

	/** A chunk of knitr: code, which may put in other documents. */
	function readChunk(read: Span): number {
		chunk = chunks.shift();
		includes.push(...readChildren(text, read));
		return hide(read.start, read.end);
	}

	while (at < end) {
		// Most of a text means nothing, and is jumped over.
		at = Math.min(backslashes(at), percents(at), dollars(at), delimiters(at), opened?.isMath ? breaks(at) : end);
		if (chunk && at >= chunk.start) {
			at = Math.max(at, readChunk(chunk));
			continue;
		}
		if (at >= end) break;
		const code = text.charCodeAt(at);
		if (code === BACKSLASH) at = control(at);
		else if (code === PERCENT) at = comment(at);
		else if (code === DOLLAR && text.charCodeAt(at + 1) === DOLLAR) {
			if (opened?.name === '$$') closeOpaque(at + 2);
			else opened ??= { name: '$$', start: at, isMath: true };
			at += 2;
		} else if (code === LF) {
			// Math that an empty line ends was no math.
			if (endsParagraph(text, at)) opened = undefined;
			at++;
		} else {
			const stop = skipDelimited(text, at);
			at = stop < 0 ? at + 1 : hide(at, stop);
		}
	}
	while (chunk && chunk.start < end) readChunk(chunk);
	return {
		citations,
		bibliographies,
		includes,
		localKeys,
		headings,
		suppressions,
		isRoot,
		rootHint,
		nociteAll:
			impliedKeys.delete('*') ||
			citations.some(
				({ silent, inDefinition, items }) => silent && !inDefinition && items.some(({ key }) => key === '*'),
			),
		title,
		abstract,
		writes,
		...(processor && { processor }),
		definitions,
		macros,
		impliedKeys: [...impliedKeys],
		opaque: opaque.toArray(),
	};
}

/** Offset of the brace behind the name of an environment that opens at `open`, or -1. */
function environmentEnd(text: string, open: number): number {
	if (text.charCodeAt(open) !== OPEN) return -1;
	for (let next = open + 1; next < open + MAX_NAME; next++) if (text.charCodeAt(next) === CLOSE) return next;
	return -1;
}
