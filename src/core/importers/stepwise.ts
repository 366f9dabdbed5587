import type { Paper } from '../model/paper.ts';
import type { Importer, ImportInput, ImportResult, SourceProblem, SourceSuppression } from './types.ts';

/** What becomes of one record: a paper, a problem, both, or neither where it is no paper. */
export interface RecordResult {
	readonly paper?: Paper | undefined;
	readonly problem?: SourceProblem | undefined;
}

/** So many records make one part. */
const slice = 32;

/** `read` and `parts` of an importer that reads one record after the other. */
export function stepwise(
	records: (input: ImportInput) => Iterable<RecordResult>,
): Required<Pick<Importer, 'read' | 'parts'>> {
	const parts = (input: ImportInput) => inParts(records(input));
	return { parts, read: (input) => joined(parts(input)) };
}

/** Records in parts of a few. */
export function* inParts(records: Iterable<RecordResult>): Generator<ImportResult> {
	let papers: Paper[] = [];
	let problems: SourceProblem[] = [];
	let count = 0;
	for (const { paper, problem } of records) {
		if (paper) papers.push(paper);
		if (problem) problems.push(problem);
		if (++count % slice !== 0) continue;
		yield { papers, problems };
		papers = [];
		problems = [];
	}
	yield { papers, problems };
}

/** All parts in one. */
export function joined(parts: Iterable<ImportResult>): ImportResult {
	const papers: Paper[] = [];
	const problems: SourceProblem[] = [];
	const suppressions: SourceSuppression[] = [];
	for (const part of parts) {
		for (const paper of part.papers) papers.push(paper);
		for (const problem of part.problems) problems.push(problem);
		if (part.suppressions) suppressions.push(...part.suppressions);
	}
	return { papers, problems, ...(suppressions.length > 0 && { suppressions }) };
}
