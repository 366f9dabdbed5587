import type { Paper } from '../model/paper.ts';

/** One format to write papers in. */
export interface Exporter {
	/** Stable id, e.g. `bibtex`, `csl-json`. */
	readonly id: string;
	/** As a person calls it. */
	readonly name: string;
	/** The text of a file, piece by piece: that of a large corpus is longer than a string may be. Every paper has a key. */
	write(papers: readonly Paper[]): Iterable<string>;
	/** A key as the format can have it; every key as it is, without this. */
	keyOf?(key: string): string;
}
