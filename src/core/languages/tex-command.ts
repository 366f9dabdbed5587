import type { Citation } from '../model/citation.ts';
import { readCitation } from './cite.ts';
import { citeCommand, ownCommand } from './cite-commands.ts';
import { declaresBibliography, readRawBibliography } from './latex-files.ts';
import type { FileReference } from './types.ts';

const NAME = /[a-zA-Z]+/y;

/** What a LaTeX command that stands in another language says. */
export interface TexCommand {
	readonly citation?: Citation | undefined;
	readonly bibliographies: readonly FileReference[];
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
	// A backslash takes away what the next character means.
	if (!name) return { bibliographies: [], after: start + 2 };
	const after = start + 1 + name.length;
	if (declaresBibliography(name)) return { bibliographies: readRawBibliography(text, name, after), after };
	const cites = own.has(name) ? ownCommand : citeCommand(name);
	return { citation: cites && readCitation(text, start, after, name, cites), bibliographies: [], after };
}
