import type { Severity } from '../model/problem.ts';
import type { Span } from '../model/span.ts';

/** A part of a value; parts are joined by `#`. */
export interface BibPiece {
	/** `text` for braces, quotes and numbers; `macro` for the name of an `@string` or a month. */
	readonly kind: 'text' | 'macro';
	/** What stands between the delimiters. */
	readonly span: Span;
}

export interface BibField {
	/** In lower case. */
	readonly name: string;
	readonly nameSpan: Span;
	readonly pieces: readonly BibPiece[];
	/** The whole value with its delimiters. */
	readonly span: Span;
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
