import type { CitingSentence, Scope } from '../corpus/types.ts';
import type { Context } from '../model/citation.ts';
import type { Project, ScannedDocument } from '../project/types.ts';

/** A document with what it may cite: where every feature starts. */
export interface DocumentScope extends ScannedDocument {
	readonly project: Project;
	/** The files whose papers it may cite as it stands. */
	readonly scope: Scope;
	/** Files of the corpus whose papers can be had by adding them to a bibliography; empty where it has none. */
	readonly beyond: readonly string[];
	/** False where there is nothing to judge keys by: no bibliography declared, and no corpus either. */
	readonly judged: boolean;
	/** Plain text around an offset. */
	contextAt(offset: number): Context;
	/** The sentences of the project that cite something, but not the one around an offset; those of this document first. */
	citingSentences(except: number): readonly CitingSentence[];
}
