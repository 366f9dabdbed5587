import type { Range } from 'vscode-languageserver-types';
import { readSourceInPieces } from '../importers/index.ts';
import type { SourceProblem, SourceSuppression } from '../importers/types.ts';
import { distinctKeys } from '../keys/make-key.ts';
import type { Paper } from '../model/paper.ts';
import { hash } from '../text/tokens.ts';
import { identities, signatureOf, whySame } from './identity.ts';
import type { SourceInput, SourceReport } from './types.ts';

/** A source whose papers are taken one by one. */
export interface Reading {
	/** The papers to keep, each under a key that no other one has, or none; undefined is a pause. */
	readonly papers: Iterable<Paper | undefined>;
	/** Makes the key of the next one of them that has none. */
	keyFor(paper: Paper): string;
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
 * Reads a source, and takes a paper without a key that stands there twice only once. Of entries that share a key the
 * first counts, as it does for BibTeX and biber.
 */
export function readPapers(source: SourceInput): Reading {
	const problems: SourceProblem[] = [];
	const suppressions: SourceSuppression[] = [];
	const keys = new Set<string>();
	const repetitions = new Map<string, Repetitions>();
	const isRepeated = repeated();
	let format: string | undefined;
	let papers = 0;

	function* read(): Generator<Paper | undefined> {
		for (const piece of readSourceInPieces(source)) {
			format = piece.format;
			for (const problem of piece.problems) problems.push(problem);
			if (piece.suppressions) suppressions.push(...piece.suppressions);
			papers += piece.papers.length;
			yield undefined;
			for (const paper of piece.papers) {
				if (paper.id === '') yield isRepeated(paper) ? undefined : paper;
				else if (keys.has(paper.id)) note(paper, repetitions);
				else {
					keys.add(paper.id);
					yield paper;
				}
			}
		}
	}

	return {
		papers: { [Symbol.iterator]: read },
		keyFor: distinctKeys(source.keyFormula),
		report: (kept) => ({
			file: source.file,
			format,
			papers,
			problems,
			suppressions,
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

/** Says of papers, one after the other, whether one before was the same; a preprint and what became of it are two. */
function repeated(): (paper: Paper) => boolean {
	const kept = new Map<string, Paper[]>();
	const isSame = (a: Paper, b: Paper) => (whySame(signatureOf(a), signatureOf(b)) ?? 'version') !== 'version';
	return (paper) => {
		const names = identities(paper);
		if (names.some((name) => kept.get(name)?.some((other) => isSame(other, paper)))) return true;
		const { abstract, fields, ...rest } = paper;
		for (const name of names) {
			const others = kept.get(name);
			if (others) others.push(rest);
			else kept.set(name, [rest]);
		}
		return false;
	};
}
