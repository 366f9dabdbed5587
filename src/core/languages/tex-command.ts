import type { Citation } from '../model/citation.ts';
import { skipGroup, skipOptional } from './arguments.ts';
import { readCitation } from './cite.ts';
import { citeCommand, ownCommand } from './cite-commands.ts';
import { declaresBibliography, readRawBibliography } from './latex/files.ts';
import type { FileReference } from './types.ts';

const NAME = /[a-zA-Z]+/y;

const ENVIRONMENT = /\{([a-zA-Z*]{1,40})\}/y;
/** Longest argument of a LaTeX command, in UTF-16 units. */
const MAX_ARGUMENT = 1000;

/** What a LaTeX command that stands in another language says. */
export interface TexCommand {
	readonly citation?: Citation | undefined;
	readonly bibliographies: readonly FileReference[];
	/** A backslash without a name takes away what the next character means. */
	readonly isNamed: boolean;
	/** Offset behind its name: its arguments are read on as the other language has it. */
	readonly after: number;
}

/**
 * Reads the command whose backslash stands at an offset.
 *
 * @param own Names of the user's own cite commands.
 */
export function readTexCommand(text: string, start: number, own: ReadonlySet<string>): TexCommand {
	NAME.lastIndex = start + 1;
	const name = NAME.exec(text)?.[0];
	if (!name) return { bibliographies: [], isNamed: false, after: start + 2 };
	const after = start + 1 + name.length;
	if (declaresBibliography(name))
		return { bibliographies: readRawBibliography(text, name, after), isNamed: true, after };
	const cites = own.has(name) ? ownCommand : citeCommand(name);
	return { citation: cites && readCitation(text, start, after, name, cites), bibliographies: [], isNamed: true, after };
}

/**
 * Offset behind the arguments of a command, or where the environment that it begins ends: the other language reads nothing in
 * them.
 *
 * @param start Offset of its backslash.
 * @param after Offset behind its name.
 * @param find Where a text stands next, or the end of all.
 */
export function rawTexEnd(
	text: string,
	start: number,
	after: number,
	find: (part: string, from: number) => number,
): number {
	ENVIRONMENT.lastIndex = after;
	const environment = text.startsWith('\\begin', start) ? ENVIRONMENT.exec(text)?.[1] : undefined;
	const close = environment === undefined ? text.length : find(`\\end{${environment}}`, after);
	if (close < text.length) return close;
	let end = text[after] === '*' ? after + 1 : after;
	for (let next = end; text[end] === '['; end = next) {
		next = skipOptional(text, end);
		if (next < 0) return end;
	}
	for (let next = end; text[end] === '{'; end = next) {
		next = skipGroup(text, end, MAX_ARGUMENT);
		if (next < 0) return end;
	}
	return end;
}
