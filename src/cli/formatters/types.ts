import type { Fix, Problem } from '../../core/model/problem.ts';
import type { Place } from '../fingerprint.ts';

/** A problem with its place, and its repairs, best first. */
export interface Found extends Problem, Place {
	readonly fixes: readonly Fix[];
}

/** How often each thing was found. */
export interface Summary {
	readonly errors: number;
	readonly warnings: number;
	readonly information: number;
	readonly hints: number;
	/** Citations in the checked documents, `\nocite` not counted. */
	readonly citations: number;
	/** Those of them without any key. */
	readonly emptyCitations: number;
	/** Distinct keys that the documents cite. */
	readonly keys: number;
	/** Distinct papers of all sources that were read. */
	readonly papers: number;
	/** Repairs made; with `--fix` only. */
	readonly fixed?: number;
	/** Problems that the baseline has, and that are counted nowhere else; with `--baseline` only. */
	readonly known?: number;
}

/** What a check found. */
export interface Report {
	/** How many files were checked. */
	readonly files: number;
	/** URIs of them. */
	readonly checked: readonly string[];
	/** By file, in order of the text; files are URIs. */
	readonly problems: readonly Found[];
	readonly summary: Summary;
}

export interface View {
	/** A URI as the user should see it. */
	show(uri: string): string;
	readonly color: boolean;
	/** Columns of the terminal; undefined where nothing needs to be cut. */
	readonly width: number | undefined;
}

/** One form of a report; `format` gives all of it, line end included. */
export interface Formatter {
	readonly id: string;
	/** Does it show repairs? They are not looked for where nobody sees them. */
	readonly showsFixes: boolean;
	readonly format: (report: Report, view: View) => string;
}
