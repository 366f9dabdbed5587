import type { Range } from 'vscode-languageserver-types';
import type { Suppression } from '../languages/types.ts';
import type { Paper } from '../model/paper.ts';
import type { Severity } from '../model/problem.ts';

/** Something in a source that could not be read as it stands. The rest of the source is read all the same. */
export interface SourceProblem {
	readonly severity: Severity;
	readonly range: Range;
	/** What is wrong, what was skipped, what to do. */
	readonly message: string;
}

/** A comment in a source that turns rules off. */
export interface SourceSuppression extends Pick<Suppression, 'rules' | 'reach'> {
	readonly line: number;
}

export interface ImportResult {
	/** In the order of the file; each has exactly one provenance; `id` is empty where the format has no keys. */
	readonly papers: readonly Paper[];
	readonly problems: readonly SourceProblem[];
	readonly suppressions?: readonly SourceSuppression[];
}

/** What `Importer.read` gets: decoded text and the name under which papers remember it. */
export interface ImportInput {
	/** URI of the file. */
	readonly file: string;
	readonly text: string;
	/** Line number (zero-based) of the first line of `text`, where a large file comes in pieces. */
	readonly firstLine: number;
	/** Where in that line `text` begins; 0 by default. */
	readonly firstCharacter?: number;
}

/** A piece of one file. */
export type ImportPiece = Omit<ImportInput, 'file'> & {
	/** False where more pieces follow. */
	readonly isLast: boolean;
};

/** How a file of UTF-8 is read whose records are told apart in its bytes, and decoded one by one. Never throws. */
export interface RecordFormat {
	/** Offset of the last record that begins in these bytes, which begin a line; -1 where none does. */
	lastStart(bytes: Uint8Array): number;
	/** The texts of a piece, which together are all of it; `decode` gives the text of a part of the bytes. */
	split(bytes: Uint8Array, decode: (start: number, end: number) => string): Iterable<string>;
	/**
	 * A reader of all pieces of one file, in turn.
	 *
	 * @param again Splits the whole file anew.
	 */
	open(
		file: string,
		again: () => Iterable<string>,
	): (texts: Iterable<string>, isLast: boolean) => Iterable<ImportResult>;
}

/** One format. Never throws, whatever it is given. */
export interface Importer {
	/** Stable id, e.g. `bibtex`, `csl-json`, `jsonl`, `listing`. */
	readonly id: string;
	/** As a person calls it, e.g. `BibTeX`. */
	readonly name: string;
	/** File name endings, with the dot, by which the format goes. */
	readonly extensions: readonly string[];
	/**
	 * For formats whose records can be read without what stands around them, so that a large file comes in pieces: where
	 * a piece, which ends at a line end, may be cut, that is, in front of its last record or behind it; 0 for nowhere.
	 */
	cut?(text: string): number;
	/**
	 * The same for formats whose lines mean nothing: told all bytes of UTF-8 in pieces, one after the other, it says where
	 * each may be cut, behind its last record; -1 for nowhere. Undefined where the head does not tell how to go on: then
	 * the file is read as a whole.
	 */
	cutter?(head: string): ((piece: Uint8Array) => number) | undefined;
	/** The same for formats that decode their records by themselves. */
	readonly byRecord?: RecordFormat;
	/** True where the text only resembles the format: it is read so only if no other format knows it. */
	readonly guess?: true;
	/** Does the text look like this format? `head` is the first 64 KiB. Content decides, the name only breaks ties. */
	recognises(head: string): boolean;
	read(input: ImportInput): ImportResult;
	/**
	 * The same, part by part, where a file that must be decoded in one piece may be large: for a reader that does other
	 * work in between. Parts may be empty.
	 */
	parts?(input: ImportInput): Iterable<ImportResult>;
	/** For formats whose records refer to each other, or straddle pieces: a reader of all pieces of one file, in turn. */
	open?(file: string): (piece: ImportPiece) => Iterable<ImportResult>;
}
