import type { SourceReport } from '../core/corpus/types.ts';
import { never } from '../core/util/cancellation.ts';
import { readable } from './inputs.ts';
import type { Session } from './session.ts';

/** The readable files that paths, folders and globs stand for, in order and without repetition. */
export async function sourcesOf(session: Session, patterns: readonly string[]): Promise<readonly string[]> {
	const files = new Set<string>();
	for (const pattern of patterns) for (const file of await readable(session, pattern)) files.add(file);
	return [...files];
}

/** Reads one file after the other: keys are made in the order in which papers come. */
export async function loadAll(session: Session, files: readonly string[]): Promise<readonly SourceReport[]> {
	const reports: SourceReport[] = [];
	for (const file of files) {
		const { citationKeyFormula: keyFormula } = await session.configOf(file);
		const source = { file, bytes: await session.workspace.read(file), ...(keyFormula !== undefined && { keyFormula }) };
		const report = await session.corpus.load(source, never);
		if (report) reports.push(report);
	}
	session.progress.clear();
	return reports;
}

/** Could anything not be read as it stands? */
export function areBroken(reports: readonly SourceReport[]): boolean {
	return reports.some(({ problems }) => problems.some(({ severity }) => severity === 'error'));
}
