import type { Span } from '../../model/span.ts';
import { argumentAt, finder, nameEnd, skipBlanks, skipOptions } from '../arguments.ts';
import { readCitation } from '../cite.ts';
import { citeCommand } from '../cite-commands.ts';
import { readChildren } from '../knitr.ts';
import { conditional, otherwise, passOver } from './branches.ts';
import { type CommandKind, commandKind, mayMean } from './commands.ts';
import { addCitation, addInclude, closeOpaque, endHere, hide, hideRaw, type Scan } from './context.ts';
import { readNewCites, readNewVerbatim, readSwitch, switched } from './definitions.ts';
import { beginEnvironment, endEnvironment, environmentEnd } from './environments.ts';
import {
	readBibliographies,
	readImport,
	readInclude,
	readLocalKey,
	readPackages,
	readProcessor,
	readReference,
	readSubfileRoot,
} from './files.ts';
import { keysIn } from './marks.ts';
import { useCommand } from './own.ts';
import { define, record } from './record.ts';
import { type Entry, MAY_CITE } from './state.ts';
import { readShortVerb, skipRaw, skipVerb } from './verbatim.ts';

const [LF, LETTER_E, OPEN] = [10, 101, 123];

/** Commands that end in commands that take what follows: so many. */
const MAX_DEPTH = 8;

/** A backslash and what follows; returns where to read on. */
export function control(scan: Scan, start: number): number {
	const { text, state } = scan;
	const after = nameEnd(text, start + 1);
	if (after === start + 1) {
		const character = text[after];
		if (character === '[') scan.opened ??= { name: ']', start, isMath: true };
		else if (character === ']' && scan.opened?.name === ']') closeOpaque(scan, after + 1);
		return Math.min(start + 2, text.length);
	}
	// Most names mean nothing: they are not even cut out.
	const mayBeOwn = state.mayHave(text, start + 1, after);
	if (!mayBeOwn && !mayMean(text, start + 1, after) && !maySwitch(text, start + 1, after)) return after;
	const name = text.slice(start + 1, after);
	const own = mayBeOwn ? ownEntry(scan, name, start) : undefined;
	if (own) return ownCommand(scan, own, name, start, after);
	const cites = state.cites(name);
	const kind = cites ? ({ kind: 'cite', command: cites } as const) : commandKind(name);
	if (kind) return act(scan, kind, name, start, after);
	const set = switched(name);
	if (set && start >= scan.definitionEnd) record(scan, set, start);
	return after;
}

/** True where the name at a place may be one of a switch: `\xtrue`, `\xfalse`. */
function maySwitch(text: string, start: number, end: number): boolean {
	if (text.charCodeAt(end - 1) !== LETTER_E || end - start <= 4) return false;
	return text.startsWith('true', end - 4) || text.startsWith('false', end - 5);
}

function ownEntry({ state, groups }: Scan, name: string, start: number): Entry | undefined {
	if (!state.matters(name)) return undefined;
	if (state.hasLocal()) groups.advance(start);
	return state.get(name);
}

/** A command that the project defines itself. */
function ownCommand(scan: Scan, own: Entry, name: string, start: number, after: number, depth = 0): number {
	const { text, state } = scan;
	if (name.startsWith('if') && own.macro.parameters.length === 0 && commandKind(name)?.kind === 'conditional') {
		return conditional(scan, name, after);
	}
	if (own.primitive) {
		const kind = commandKind(own.primitive);
		return kind ? act(scan, kind, own.primitive, start, after) : after;
	}
	const used = useCommand(text, state, own, { name, start, after, isRead: start >= scan.definitionEnd });
	for (const key of used.keys) scan.impliedKeys.add(key);
	for (const path of used.includes) addInclude(scan, { path, span: { start, end: after }, optional: false });
	for (let index = used.hidden.length - 1; index >= 0; index--) scan.hidden.push(used.hidden[index]!);
	// A command that everybody knows may have been defined for the case that nobody else does.
	const mayCite = !own.macro.environment && (used.cites || MAY_CITE.test(own.macro.body));
	const usual = used.citation || !mayCite ? undefined : citeCommand(name);
	const citation = used.citation ?? (usual ? readCitation(text, start, after, name, usual) : undefined);
	if (citation) addCitation(scan, citation);
	for (const value of used.conditionals) {
		if (value !== false) scan.conditionals.push(value);
		else return passOver(scan, used.end);
	}
	if (used.last === undefined) return after;
	const next = depth < MAX_DEPTH ? state.get(used.last) : undefined;
	if (next) return ownCommand(scan, next, name, start, used.end, depth + 1);
	const last = commandKind(used.last);
	return last ? act(scan, last, used.last, start, used.end) : after;
}

function begin(scan: Scan, start: number, after: number): number {
	const close = environmentEnd(scan.text, after);
	if (close < 0) return after;
	const name = scan.text.slice(after + 1, close);
	const own = ownEntry(scan, `begin ${name}`, start);
	const stop = beginEnvironment(scan, name, start, close, own);
	if (own && stop === undefined) ownCommand(scan, own, name, start, close + 1);
	return stop ?? close + 1;
}

/** What a command does that the scanner knows; returns where to read on. */
function act(scan: Scan, kind: CommandKind, name: string, start: number, after: number): number {
	const { text } = scan;
	switch (kind.kind) {
		case 'cite': {
			const next = skipBlanks(text, after);
			const from = text.startsWith('\\expandafter', next) ? next + 12 : after;
			const citation = readCitation(text, start, from, name, kind.command);
			if (citation) addCitation(scan, citation);
			if (!citation?.closed && start >= scan.definitionEnd) {
				const list = argumentAt(text, skipOptions(text, from));
				if (list) for (const key of keysIn(scan.state, text.slice(list.start, list.end))) scan.impliedKeys.add(key);
			}
			return after;
		}
		case 'begin':
			return begin(scan, start, after);
		case 'end':
			return endEnvironment(scan, start, after);
		case 'bibliography':
			scan.bibliographies.push(...readBibliographies(text, name, after));
			return after;
		case 'resource': {
			const file = argumentAt(text, skipOptions(text, after));
			const named = file && readReference(text, file);
			if (named) scan.bibliographies.push(named);
			scan.processor ??= 'biber';
			return after;
		}
		case 'include': {
			const named = readInclude(text, after, kind.optional);
			if (named) addInclude(scan, named);
			return after;
		}
		case 'package':
			for (const named of readPackages(text, after, '.sty')) addInclude(scan, named);
			usePackages(scan, { start: after, end: skipOptions(text, after) });
			return after;
		case 'package-options': {
			const options = argumentAt(text, after);
			if (options) usePackages(scan, options);
			return after;
		}
		case 'import': {
			const named = readImport(text, after);
			if (named) addInclude(scan, named);
			return after;
		}
		case 'section': {
			const title = argumentAt(text, skipOptions(text, after));
			if (title) scan.headings.push({ level: kind.level, span: { start, end: title.end + 1 }, title });
			return after;
		}
		case 'title':
			scan.title ??= argumentAt(text, skipOptions(text, after));
			return after;
		case 'abstract':
			scan.abstract ??= argumentAt(text, after, 10_000);
			return after;
		case 'class': {
			const root = readSubfileRoot(text, after);
			scan.rootHint ??= root;
			scan.isRoot ||= !root;
			if (start >= scan.definitionEnd) {
				scan.groups.restart(start);
				// Another document behind the first: it defines its own.
				if (scan.isRoot && scan.headed) scan.state.reset();
				scan.headed = true;
			}
			for (const named of readPackages(text, after, '.cls')) addInclude(scan, named);
			return after;
		}
		case 'local-key': {
			// What stands in its label is no citation.
			const named = readLocalKey(text, after, kind.groups);
			if (named) scan.localKeys.push({ key: named.key, span: named.span });
			return named?.next ?? after;
		}
		case 'define':
			return define(scan, start, after, kind.style);
		case 'switch': {
			const made = after < scan.definitionEnd ? undefined : readSwitch(text, after);
			if (made) record(scan, made.macro, start);
			return made?.end ?? after;
		}
		case 'new-cites': {
			const named = readNewCites(text, after);
			for (const macro of named.macros) record(scan, macro, start);
			return named.end;
		}
		case 'new-environment': {
			const made = after < scan.definitionEnd ? undefined : readNewVerbatim(text, after, kind.body);
			if (made) record(scan, made.macro, start);
			return made?.end ?? after;
		}
		case 'verb': {
			const stop = skipVerb(text, after, kind);
			return stop < 0 ? after : hideRaw(scan, start, stop);
		}
		case 'short-verb': {
			const { delimiter, end } = readShortVerb(text, after);
			if (delimiter !== '') scan.delimiters = finder(text, delimiter);
			return end;
		}
		case 'end-short-verb':
			scan.delimiters = undefined;
			return after;
		case 'raw': {
			const open = skipOptions(text, after);
			return text.charCodeAt(open) === OPEN ? Math.max(skipRaw(text, open), after) : after;
		}
		case 'r-code': {
			const code = argumentAt(text, after);
			if (!code) return after;
			scan.includes.push(...readChildren(text, code));
			return hide(scan, start, code.end + 1);
		}
		case 'conditional':
			return conditional(scan, name, after);
		case 'else':
			return otherwise(scan, start, after);
		case 'fi':
			if (start >= scan.definitionEnd) scan.conditionals.pop();
			return after;
		case 'endinput':
			if (start === 0 || text.charCodeAt(start - 1) === LF) endHere(scan, start);
			return after;
		default:
			return after;
	}
}

/** Packages, of which biblatex says what makes the bibliography; they stand behind their options. */
function usePackages(scan: Scan, options: Span): void {
	const { text } = scan;
	const packages = argumentAt(text, text[options.end] === '}' ? options.end + 1 : options.end);
	const named = packages && readProcessor(text, options, packages);
	if (named && scan.processor !== 'bibtex') scan.processor = named;
}
