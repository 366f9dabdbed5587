import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileReference, Language, LanguageOptions, Semantics } from '../languages/types.ts';

/** A document of one version, reduced. */
export interface ScannedDocument {
	readonly document: TextDocument;
	readonly language: Language;
	readonly semantics: Semantics;
	/** What it was scanned with. */
	readonly options: LanguageOptions;
}

/** A reference that leads nowhere. */
export interface MissingFile {
	readonly reference: FileReference;
	/** URI of the document that names it. */
	readonly from: string;
	/** Files of the right kind near where it was looked for, as they would be written, nearest name first. */
	readonly candidates: readonly string[];
}

/** A root document with all that it includes: what its citations may name. */
export interface Project {
	/** URI of the root document. */
	readonly root: string;
	/** Every document by URI, in reading order, the root first. */
	readonly documents: ReadonlyMap<string, ScannedDocument>;
	/** Which of them a document includes, and at which offsets. */
	readonly included: ReadonlyMap<string, readonly { readonly at: number; readonly uri: string }[]>;
	/** URIs of the bibliographies that were found. */
	readonly bibliographies: readonly string[];
	/** Those of them that are part of TeX itself: read, but nobody's to write to or to mend. */
	readonly foreign: ReadonlySet<string>;
	/** The project declares a bibliography, found or not; without one the whole corpus may be cited. */
	readonly declares: boolean;
	readonly missingBibliographies: readonly MissingFile[];
	readonly missingIncludes: readonly MissingFile[];
	/** What is missing may be where only TeX finds it, which could not be asked. */
	readonly withoutTex: boolean;
	/** BibTeX makes the bibliography, which takes a key in another case for the same one; nothing else does. */
	readonly ignoresCase: boolean;
	/** Keys that the documents define themselves. */
	readonly localKeys: ReadonlySet<string>;
	/** What could not be resolved, in words; empty for a closed project. */
	readonly open: readonly string[];
}
