import type { Range } from 'vscode-languageserver-types';
import { readSourceInPieces } from '../importers/index.ts';
import type { SourceProblem } from '../importers/types.ts';
import type { Paper } from '../model/paper.ts';
import { hash } from '../text/tokens.ts';
import { identities, sameWork } from './identity.ts';
import { makeKey } from './keys.ts';
import type { SourceInput, SourceReport } from './types.ts';

/** A source whose papers are taken one by one. */
export interface Reading {
	/** The papers to keep, each under a key that no other one of the source has; undefined is a pause. */
	readonly papers: Iterable<Paper | undefined>;
	/** What became of the source; complete when all papers are taken. */
	report(): SourceReport;
}

/** The entries of one key. */
interface Entries {
	/** Hash of what the first one says, to compare others with. */
	readonly content: number;
	readonly ranges: Range[];
	readonly identical: boolean[];
}

/**
 * Reads a source: makes keys for papers that have none, such that none is `taken` by another work, and takes a paper without a key
 * that stands there twice only once. Of entries that share a key the first counts, as it does for BibTeX and biber.
 */
export function readPapers(source: SourceInput, taken: (paper: Paper, lowerCaseKey: string) => boolean): Reading {
	const problems: SourceProblem[] = [];
	const entries = new Map<string, Entries>();
	let format: string | undefined;
	let papers = 0;

	function* read(): Generator<Paper | undefined> {
		const keyless: Paper[] = [];
		for (const piece of readSourceInPieces(source)) {
			format = piece.format;
			for (const problem of piece.problems) problems.push(problem);
			papers += piece.papers.length;
			yield undefined;
			for (const paper of piece.papers) {
				if (paper.id === '') keyless.push(paper);
				else if (isFirst(paper, entries)) yield paper;
			}
		}
		// Last, so that no key that is made is one that the source has further down.
		if (keyless.length === 0) return;
		const given = new Set(Array.from(entries.keys(), (key) => key.toLowerCase()));
		yield* withKeys(keyless, (paper, key) => given.has(key) || taken(paper, key));
	}

	return {
		papers: { [Symbol.iterator]: read },
		report: () => ({
			file: source.file,
			format,
			papers,
			problems,
			duplicates: [...entries]
				.filter(([, { ranges }]) => ranges.length > 1)
				.map(([key, { ranges, identical }]) => ({ key, ranges, identical })),
		}),
	};
}

/** Notes an entry; false where its key was there before. */
function isFirst(paper: Paper, entries: Map<string, Entries>): boolean {
	const { provenance, ...rest } = paper;
	const content = hash(JSON.stringify(rest));
	const range = provenance[0]!.range;
	const known = entries.get(paper.id);
	if (!known) {
		entries.set(paper.id, { content, ranges: [range], identical: [true] });
		return true;
	}
	known.ranges.push(range);
	known.identical.push(content === known.content);
	return false;
}

function* withKeys(
	keyless: readonly Paper[],
	taken: (paper: Paper, lowerCaseKey: string) => boolean,
): Generator<Paper | undefined> {
	const made = new Set<string>();
	const kept = new Map<string, Paper[]>();
	for (const paper of keyless) {
		const names = identities(paper);
		if (names.some((name) => kept.get(name)?.some((other) => sameWork(other, paper)))) {
			yield undefined;
			continue;
		}
		for (const name of names) {
			const same = kept.get(name);
			if (same) same.push(paper);
			else kept.set(name, [paper]);
		}
		const id = makeKey(paper, (key) => made.has(key) || taken(paper, key));
		made.add(id.toLowerCase());
		yield { ...paper, id };
	}
}
