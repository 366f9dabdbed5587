import type { Severity } from '../model/problem.ts';
import type { Span } from '../model/span.ts';

/** A part of a value, without its delimiters; parts are joined by `#`. */
export interface BibPiece extends Span {
	/** `text` for braces, quotes and numbers; `macro` for the name of an `@string` or a month. */
	readonly kind: 'text' | 'macro';
}

/** A field; its span is the whole value with its delimiters. */
export interface BibField extends Span {
	/** In lower case. */
	readonly name: string;
	/** Offset of its name. */
	readonly nameStart: number;
	readonly pieces: readonly BibPiece[];
}

export interface BibEntry {
	/** In lower case, without `@`. */
	readonly type: string;
	/** Empty where the entry has none. */
	readonly key: string;
	readonly keySpan: Span;
	/** From `@` to the closing delimiter, or to where the entry breaks off. */
	readonly span: Span;
	/** In the order of the file; a name may occur twice, of which BibTeX takes the first. */
	readonly fields: readonly BibField[];
}

/** A definition by `@string`. */
export interface BibString {
	/** In lower case: macros are named without regard to case. */
	readonly name: string;
	readonly pieces: readonly BibPiece[];
	readonly span: Span;
}

/** Where an entry broke off, what was skipped and what to do. */
export interface BibProblem {
	readonly severity: Severity;
	readonly span: Span;
	readonly message: string;
}

/** What one `.bib` text holds. */
export interface Bibliography {
	readonly entries: readonly BibEntry[];
	readonly strings: readonly BibString[];
	readonly problems: readonly BibProblem[];
}

/** One thing that a `.bib` text holds, as it is come upon. */
export type BibBlock =
	| { readonly kind: 'entry'; readonly entry: BibEntry; readonly problem: BibProblem | undefined }
	| { readonly kind: 'string'; readonly string: BibString }
	| { readonly kind: 'problem'; readonly problem: BibProblem };
