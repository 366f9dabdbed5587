import type { Citation } from '../model/citation.ts';
import type { Span } from '../model/span.ts';
import {
	argumentAt,
	endsParagraph,
	finder,
	lineEnd,
	nameEnd,
	skipBlanks,
	skipOptional,
	skipOptions,
} from './arguments.ts';
import { readCitation } from './cite.ts';
import { citeCommand, citeEnvironments } from './cite-commands.ts';
import { findChunks, readChildren } from './knitr.ts';
import { type CommandKind, commandKind, mayMean, opaqueEnvironments, verbatimEnvironments } from './latex-commands.ts';
import { readComment } from './latex-comments.ts';
import { readCondition, skipConditional } from './latex-conditional.ts';
import {
	type DefinitionStyle,
	readDefinition,
	readNewCites,
	readNewVerbatim,
	readSwitch,
	switched,
} from './latex-definitions.ts';
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
import { createGroups } from './latex-groups.ts';
import { keysIn } from './latex-marks.ts';
import { useCommand } from './latex-own.ts';
import { createState, type Entry, MAY_CITE } from './latex-state.ts';
import { readShortVerb, skipDelimited, skipRaw, skipVerb } from './latex-verbatim.ts';
import { createSpanList } from './span-list.ts';
import type { FileReference, Include, LanguageOptions, Macro, Semantics, Suppression } from './types.ts';

const [LF, DOLLAR, PERCENT, BACKSLASH, OPEN, CLOSE] = [10, 36, 37, 92, 123, 125];

/** Longest name of an environment, in UTF-16 units. */
const MAX_NAME = 60;

/** Commands that end in commands that take what follows: so many. */
const MAX_DEPTH = 8;

/** What a scan finds; titles and abstracts are spans still. */
export interface Findings extends Omit<Semantics, 'sections' | 'title' | 'abstract' | 'rootHint'> {
	readonly headings: readonly { readonly level: number; readonly span: Span; readonly title: Span }[];
	readonly title: Span | undefined;
	readonly abstract: Span | undefined;
	readonly rootHint: FileReference | undefined;
}

/** A name, or the path of a file. */
const PLAIN_TEXT = /^[^\\#{}$%&~]+$/;

/** Environments of the document's own whose content is not read. */
const VERBATIM = /\\(?:verbatim|comment|lstlisting|Verbatim|VerbatimEnvironment|minted)(?![a-zA-Z@])/;

/** One pass over LaTeX text. */
export function scanLatex(text: string, { citeCommands, given }: LanguageOptions): Findings {
	const state = createState(citeCommands);
	const groups = createGroups(text, state);
	const citations: Citation[] = [];
	const bibliographies: FileReference[] = [];
	const includes: Include[] = [];
	const localKeys: { key: string; span: Span }[] = [];
	const headings: Findings['headings'][number][] = [];
	const suppressions: Suppression[] = [];
	const opaque = createSpanList();
	const writes: string[] = [];
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
	/** What is read of the conditionals that are open: the part that is true, or all where that is not known. */
	const conditionals: (boolean | undefined)[] = [];
	/** Arguments ahead that commands throw away, the next one last. */
	const hidden: Span[] = [];
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

	/** What is no TeX at all. */
	function hideRaw(start: number, stop: number): number {
		groups.skip(start, stop);
		return hide(start, stop);
	}

	/** What other files define that this one includes, or that came before it. */
	function enter(place: number): void {
		for (const macro of given?.get(place) ?? [])
			state.define(macro, { isGlobal: true, isUnsure: macro.unsure ?? false });
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
		const own = ownEntry(`begin ${name}`, start);
		const isVerbatim = own
			? [own.macro, ...own.others].every(({ body }) => VERBATIM.test(body))
			: verbatimEnvironments.has(plainName);
		if (isVerbatim && !endless.has(name)) {
			const stop = text.indexOf(`\\end{${name}}`, close);
			if (stop < 0) endless.add(name);
			else {
				const written = plainName === 'filecontents' ? readWritten(text, close + 1, stop) : undefined;
				if (written) {
					writes.push(written.name);
					localKeys.push(...written.keys);
				}
				const options = text[close + 1] === '[' ? skipOptional(text, close + 1) : -1;
				if (options < 0 || options > stop) return hideRaw(start, stop);
				// Captions are text; and so is what may hold commands.
				const said = text.slice(close + 1, options);
				if (!said.includes('\\')) return hideRaw(start, stop);
				if (!said.includes('commandchars')) {
					groups.skip(options, stop);
					hidden.push({ start: options, end: stop });
				}
				return close + 1;
			}
		}
		if (own) {
			ownCommand(own, name, start, close + 1);
			return close + 1;
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
		for (const named of readPackages(text, after, '.cls')) addInclude(named);
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
		const mayBeOwn = state.mayHave(text, start + 1, after);
		if (!mayBeOwn && !mayMean(text, start + 1, after) && !maySwitch(text, start + 1, after)) return after;
		const name = text.slice(start + 1, after);
		const own = mayBeOwn ? ownEntry(name, start) : undefined;
		if (own) return ownCommand(own, name, start, after);
		const cites = state.cites(name);
		const kind = cites ? ({ kind: 'cite', command: cites } as const) : commandKind(name);
		if (kind) return act(kind, name, start, after);
		const set = switched(name);
		if (set && start >= definitionEnd) record(set, start);
		return after;
	}

	function ownEntry(name: string, start: number): Entry | undefined {
		if (!state.matters(name)) return undefined;
		if (state.hasLocal()) groups.advance(start);
		return state.get(name);
	}

	/** A command that the project defines itself. */
	function ownCommand(own: Entry, name: string, start: number, after: number, depth = 0): number {
		if (name.startsWith('if') && own.macro.parameters.length === 0 && commandKind(name)?.kind === 'conditional') {
			return conditional(name, after);
		}
		if (own.primitive) {
			const kind = commandKind(own.primitive);
			return kind ? act(kind, own.primitive, start, after) : after;
		}
		const used = useCommand(text, state, own, { name, start, after, isRead: start >= definitionEnd });
		for (const key of used.keys) impliedKeys.add(key);
		for (const path of used.includes) addInclude({ path, span: { start, end: after }, optional: false });
		hidden.push(...used.hidden.toReversed());
		// A command that everybody knows may have been defined for the case that nobody else does.
		const mayCite = !own.macro.environment && (used.cites || MAY_CITE.test(own.macro.body));
		const usual = used.citation || !mayCite ? undefined : citeCommand(name);
		const citation = used.citation ?? (usual ? readCitation(text, start, after, name, usual) : undefined);
		if (citation) cite(citation);
		for (const value of used.conditionals) {
			if (value !== false) conditionals.push(value);
			else return passOver(used.end, used.end);
		}
		if (used.last === undefined) return after;
		const next = depth < MAX_DEPTH ? state.get(used.last) : undefined;
		if (next) return ownCommand(next, name, start, used.end, depth + 1);
		const last = commandKind(used.last);
		return last ? act(last, used.last, start, used.end) : after;
	}

	function cite(citation: Citation): void {
		citations.push(citation.span.start < definitionEnd ? { ...citation, inDefinition: true } : citation);
	}

	function define(start: number, after: number, style: DefinitionStyle): number {
		const { macro, end: stop, bodyEnd } = readDefinition(text, after, style);
		const nested = after < definitionEnd;
		if (!macro || nested) return stop;
		record(macro, start);
		if (macro.parameters.length === 0 && PLAIN_TEXT.test(macro.body))
			definitions.push({ name: macro.name, text: macro.body });
		// What exists already may be used by a class.
		if (style !== 'renew') definitionEnd = bodyEnd;
		return stop;
	}

	/** Takes a definition into account, and remembers it for other files. */
	function record(macro: Macro, start: number): void {
		groups.advance(start);
		const isGlobal =
			groups.depth() === 0 ||
			/\\global\s*$/.test(text.slice(Math.max(0, start - 10), start)) ||
			/^\\(?:[gx]|csg)def/.test(text.slice(start, start + 6));
		// What stands in an argument may never be carried out.
		const isUnsure = conditionals.includes(undefined) || (groups.isArgument() && !isGlobal);
		if (!state.define(macro, { isGlobal, isUnsure })) return;
		if (isGlobal || isUnsure) macros.push({ ...macro, at: start, ...(isUnsure && { unsure: true }) });
	}

	/** A conditional, of which what is not true is passed over. */
	function conditional(name: string, after: number): number {
		if (after < definitionEnd) return after;
		if (state.hasLocal()) groups.advance(after);
		const { value, end: stop } = readCondition(text, after, name, state);
		if (value === false) return passOver(stop, stop);
		conditionals.push(value);
		return stop;
	}

	/** Passes over what is not true; what follows an `\else` ends with a `\fi`. */
	function passOver(start: number, otherwise: number): number {
		const stop = conditionalsEnd ? skipConditional(text, start) : -1;
		if (stop < 0) {
			conditionalsEnd = false;
			conditionals.push(undefined);
			return otherwise;
		}
		if (text.startsWith('\\else', stop - 5)) conditionals.push(false);
		return hideRaw(start, stop);
	}

	function addInclude(named: Include): void {
		includes.push(named);
		enter(named.span.start);
	}

	function act(kind: CommandKind, name: string, start: number, after: number): number {
		switch (kind.kind) {
			case 'cite': {
				const from = text.startsWith('\\expandafter', skipBlanks(text, after)) ? skipBlanks(text, after) + 12 : after;
				const citation = readCitation(text, start, from, name, kind.command);
				if (citation) cite(citation);
				if (!citation?.closed && start >= definitionEnd) {
					const list = argumentAt(text, skipOptions(text, from));
					if (list) for (const key of keysIn(state, text.slice(list.start, list.end))) impliedKeys.add(key);
				}
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
				if (named) addInclude(named);
				return after;
			}
			case 'package':
				for (const named of readPackages(text, after, '.sty')) addInclude(named);
				usePackages({ start: after, end: skipOptions(text, after) });
				return after;
			case 'package-options': {
				const options = argumentAt(text, after);
				if (options) usePackages(options);
				return after;
			}
			case 'import': {
				const named = readImport(text, after);
				if (named) addInclude(named);
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
				return define(start, after, kind.style);
			case 'switch': {
				const made = after < definitionEnd ? undefined : readSwitch(text, after);
				if (made) record(made.macro, start);
				return made?.end ?? after;
			}
			case 'new-cites': {
				const named = readNewCites(text, after);
				for (const macro of named.macros) record(macro, start);
				return named.end;
			}
			case 'new-environment': {
				const made = after < definitionEnd ? undefined : readNewVerbatim(text, after, kind.body);
				if (made) record(made.macro, start);
				return made?.end ?? after;
			}
			case 'verb': {
				const stop = skipVerb(text, after, kind);
				return stop < 0 ? after : hideRaw(start, stop);
			}
			case 'short-verb': {
				const { delimiter, end: stop } = readShortVerb(text, after);
				if (delimiter !== '') delimiters = finder(text, delimiter);
				return stop;
			}
			case 'end-short-verb':
				delimiters = (_: number) => text.length;
				return after;
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
			case 'conditional':
				return conditional(name, after);
			case 'else':
				if (start < definitionEnd || conditionals.at(-1) !== true) return after;
				conditionals.pop();
				return passOver(after, after);
			case 'fi':
				if (start >= definitionEnd) conditionals.pop();
				return after;
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

	enter(-1);
	while (at < end) {
		// Most of a text means nothing, and is jumped over.
		at = Math.min(backslashes(at), percents(at), dollars(at), delimiters(at), opened?.isMath ? breaks(at) : end);
		if (chunk && at >= chunk.start) {
			at = Math.max(at, readChunk(chunk));
			continue;
		}
		if (at >= end) break;
		const ahead = hidden.at(-1);
		if (ahead && at >= ahead.start) {
			hidden.pop();
			at = at < ahead.end ? hide(ahead.start, ahead.end) : at;
			continue;
		}
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

/** True where the name at a place may be one of a switch: `\xtrue`, `\xfalse`. */
function maySwitch(text: string, start: number, end: number): boolean {
	return end - start > 4 && (text.startsWith('true', end - 4) || text.startsWith('false', end - 5));
}

/** Offset of the brace behind the name of an environment that opens at `open`, or -1. */
function environmentEnd(text: string, open: number): number {
	if (text.charCodeAt(open) !== OPEN) return -1;
	for (let next = open + 1; next < open + MAX_NAME; next++) if (text.charCodeAt(next) === CLOSE) return next;
	return -1;
}
