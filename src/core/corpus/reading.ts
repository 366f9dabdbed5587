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
	/**
	 * What became of the source; complete when all papers are taken.
	 *
	 * @param kept Gives the paper that was kept under a key.
	 */
	report(kept: (key: string) => Paper): SourceReport;
}

/** The entries of one key behind the first one. */
interface Repetitions {
	readonly ranges: Range[];
	/** Hashes of what each one says. */
	readonly contents: number[];
}

/**
 * Reads a source: makes keys for papers that have none, such that none is `taken` by another work, and takes a paper without a key
 * that stands there twice only once. Of entries that share a key the first counts, as it does for BibTeX and biber.
 */
export function readPapers(source: SourceInput, taken: (paper: Paper, lowerCaseKey: string) => boolean): Reading {
	const problems: SourceProblem[] = [];
	const keys = new Set<string>();
	const repetitions = new Map<string, Repetitions>();
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
				else if (keys.has(paper.id)) note(paper, repetitions);
				else {
					keys.add(paper.id);
					yield paper;
				}
			}
		}
		// Last, so that no key that is made is one that the source has further down.
		if (keyless.length === 0) return;
		const given = new Set(Array.from(keys, (key) => key.toLowerCase()));
		yield* withKeys(keyless, (paper, key) => given.has(key) || taken(paper, key));
	}

	return {
		papers: { [Symbol.iterator]: read },
		report: (kept) => ({
			file: source.file,
			format,
			papers,
			problems,
			duplicates: Array.from(repetitions, ([key, { ranges, contents }]) => {
				const first = kept(key);
				const content = contentOf(first);
				return {
					key,
					ranges: [first.provenance[0]!.range, ...ranges],
					identical: [true, ...contents.map((other) => other === content)],
				};
			}),
		}),
	};
}

function note(paper: Paper, repetitions: Map<string, Repetitions>): void {
	let known = repetitions.get(paper.id);
	if (!known) repetitions.set(paper.id, (known = { ranges: [], contents: [] }));
	known.ranges.push(paper.provenance[0]!.range);
	known.contents.push(contentOf(paper));
}

/** A hash of what an entry says, to compare entries by. */
function contentOf({ provenance, abstract = '', ...rest }: Paper): number {
	return hash(abstract, hash(JSON.stringify(rest)));
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
