import type { Citation } from '../model/citation.ts';
import type { Span } from '../model/span.ts';
import type { Parameter } from './latex/parameters.ts';

/** A file that a document names, with the span of the name. */
export interface FileReference {
	/** The path as written, trimmed, without quotes; commands in it are not replaced. */
	readonly path: string;
	readonly span: Span;
}

export interface Include extends FileReference {
	/** Folder that nested paths are relative to (`\import{dir}{file}`), where it is not the root's. */
	readonly directory?: string;
	/** True where a missing file is no mistake (`\InputIfFileExists`). */
	readonly optional: boolean;
	/** A class or package: code, of which only the bibliographies that it declares count. */
	readonly package?: boolean;
}

export interface Section {
	/** 0 is the outermost. */
	readonly level: number;
	readonly title: string;
	/** The heading itself, markup included. */
	readonly span: Span;
}

/** A comment that turns rules off: `% relwork-ignore unknown-key`. */
export interface Suppression {
	/** Ids of rules; empty for all. */
	readonly rules: readonly string[];
	/** `line`: its own line and the next one; `file`: everything. */
	readonly reach: 'line' | 'file';
	readonly span: Span;
}

/** The definition of a command. */
export interface Macro {
	/** Without backslash. */
	readonly name: string;
	readonly parameters: readonly Parameter[];
	/** What it stands for, with `#1` for its first argument. */
	readonly body: string;
	/** It is an environment: `body` is what stands at both of its ends. */
	readonly environment?: true;
	/** Means for ever what the command that is its body means at this place. */
	readonly alias?: true;
	/** Counts only where nothing else defines it. */
	readonly provided?: true;
	/** Whether it is defined depends on what is not known. */
	readonly unsure?: true;
	/** Where it is defined; in a document of many files, these take their turn. */
	readonly at?: number;
}

/** A document reduced, once per version, to what every feature reads. Spans are in order and inside the text. */
export interface Semantics {
	readonly citations: readonly Citation[];
	/** Bibliographies that the document declares. */
	readonly bibliographies: readonly FileReference[];
	readonly includes: readonly Include[];
	/** Keys that the document itself defines: `\bibitem{key}`, entries in `filecontents`, Pandoc `references:`. */
	readonly localKeys: readonly { readonly key: string; readonly span: Span }[];
	readonly sections: readonly Section[];
	readonly suppressions: readonly Suppression[];
	/** The document stands by itself: `\documentclass`, a Markdown file. */
	readonly isRoot: boolean;
	/** It says nothing of itself, so that it may be a part of another document nevertheless. */
	readonly mayBePart?: boolean;
	/** `% !TEX root = …` */
	readonly rootHint: FileReference | undefined;
	/** Everything is cited: `\nocite{*}`. */
	readonly nociteAll: boolean;
	/** The document's own title and abstract as plain text, where it says. */
	readonly title: string | undefined;
	readonly abstract: string | undefined;
	/** Files that the document itself writes (`filecontents`): they need not be there. */
	readonly writes?: readonly string[];
	/** Commands of the document's own that stand for plain text, without backslash: names of files are made of them. */
	readonly definitions?: readonly { readonly name: string; readonly text: string }[];
	/** The program that makes the bibliography, as far as the document says so: biblatex calls biber unless told otherwise. */
	readonly processor?: 'biber' | 'bibtex';
	/** All definitions of commands, in order: other files of the project use them. */
	readonly macros?: readonly Macro[];
	/** Keys that such commands cite where they are used; they stand nowhere in this text. */
	readonly impliedKeys?: readonly string[];
	/** What references of the form `@x` name beside papers: figures, sections, entries of a glossary. */
	readonly labels?: readonly string[];
	/** Parts that are no prose (comments, verbatim, math displays, preamble): not to be read as sentences. */
	readonly opaque: readonly Span[];
}

export interface LanguageOptions {
	/** More cite commands, without backslash, from the user's settings. */
	readonly citeCommands: readonly string[];
	/** What other files of the project define, by the offset of the name of the file that does; at -1, before this one. */
	readonly given?: ReadonlyMap<number, readonly Macro[]>;
}

/** One document language: `latex`, `markdown`. */
export interface Language {
	readonly id: string;
	/** Ids under which editors know it. */
	readonly languageIds: readonly string[];
	/** File name endings, with the dot. */
	readonly extensions: readonly string[];
	/** One pass over the text, tolerant of anything half typed; never throws. */
	scan(text: string, options: LanguageOptions): Semantics;
	/**
	 * Plain text of a part of the document: markup, comments and citations taken out, accents decoded, each citation
	 * replaced by nothing. Used for sentences around a citation.
	 */
	plain(text: string): string;
	/** How to write a citation of these keys here, e.g. `\cite{a, b}`. */
	cite(keys: readonly string[]): string;
	/** A comment that suppresses a rule, e.g. `% relwork-ignore unknown-key`. */
	suppression(rule: string): string;
}
