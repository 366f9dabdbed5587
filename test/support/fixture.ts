import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position } from 'vscode-languageserver-types';
import { type MemoryWorkspace, memoryWorkspace, uriOf } from './memory-workspace.ts';

/** Files written as one text, with the place of a cursor. */
export interface Fixture {
	/** Path to text, in order; the mark of the cursor is taken out. */
	readonly files: Readonly<Record<string, string>>;
	readonly workspace: MemoryWorkspace;
	/** The file with the cursor; without one, the first file. */
	readonly path: string;
	readonly uri: string;
	/** Where the cursor stands in `text`; the end of the text without one. */
	readonly offset: number;
	readonly position: Position;
	/** The text of the file with the cursor. */
	readonly text: string;
}

/**
 * Reads files from one text. `%! main.tex` on a line of its own begins a file; without any, all is `main.tex`. A `|`
 * marks the cursor; `\|` is a literal bar. The line break before a header and at the very end is not part of a file.
 */
export function fixture(source: string): Fixture {
	const files: Record<string, string> = {};
	let path = 'main.tex';
	let cursor: { path: string; offset: number } | undefined;
	const pieces = source.split(/^%! (.+)\r?\n/m);
	for (let index = 0; index < pieces.length; index += 2) {
		if (index > 0) path = pieces[index - 1]!.trim();
		else if (pieces.length > 1) continue;
		let text = '';
		for (const part of pieces[index]!.replace(/\r?\n$/, '').split(/(\\\||\|)/)) {
			if (part === '|') {
				if (cursor) throw new Error('A fixture has one cursor.');
				cursor = { path, offset: text.length };
			} else text += part === '\\|' ? '|' : part;
		}
		files[path] = text;
	}
	const at = cursor?.path ?? Object.keys(files)[0]!;
	const text = files[at]!;
	const offset = cursor?.offset ?? text.length;
	const uri = uriOf(at);
	return {
		files,
		workspace: memoryWorkspace(files),
		path: at,
		uri,
		offset,
		position: TextDocument.create(uri, '', 1, text).positionAt(offset),
		text,
	};
}
