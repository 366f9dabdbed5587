import type { Citation } from '../core/model/citation.ts';
import type { Fix, Problem } from '../core/model/problem.ts';
import { never } from '../core/util/cancellation.ts';
import type { Baseline } from './baseline.ts';
import { placesOf } from './fingerprint.ts';
import type { Found, Report, Summary } from './formatters/types.ts';
import { bar } from './progress.ts';
import type { Session } from './session.ts';

/** What is checked: documents with their citations, and the bibliographies that they declare. */
interface Checked {
	readonly documents: ReadonlyMap<string, readonly Citation[]>;
	readonly bibliographies: readonly string[];
}

/** A root document stands for all that it includes; a part of one stands for itself. */
export async function withIncludes(session: Session, named: readonly string[]): Promise<Checked> {
	const documents = new Map<string, readonly Citation[]>();
	const bibliographies = new Set<string>();
	for (const document of named) {
		const cites = await session.service.cites(document, never);
		for (const bibliography of cites.bibliographies) bibliographies.add(bibliography);
		for (const file of cites.root === document ? [document, ...cites.files] : [document]) {
			if (file !== document && session.isIgnored(file)) continue;
			const own = cites.citations.filter((found) => found.file === file);
			documents.set(
				file,
				own.map(({ citation }) => citation),
			);
		}
	}
	return { documents, bibliographies: [...bibliographies] };
}

/** So many problems are repaired at once, between two signs of life. */
const batch = 100;

/** All problems of documents and sources, with their repairs where they are asked for. `checked`: URIs of the files that were asked for. */
export async function reportOn(
	session: Session,
	{ documents, sources }: Checked & { readonly sources: readonly string[] },
	checked: readonly string[],
	withFixes: boolean,
	fixed?: number,
): Promise<Report> {
	const { service, progress } = session;
	const repaired: (Problem & { readonly fixes: readonly Fix[] })[] = [];
	const add = async (problems: readonly Problem[]) => {
		for (let at = 0; at < problems.length; at += batch) {
			if (at > 0) progress.show(`${bar(at, problems.length)} problems: looking for repairs`);
			const next = problems.slice(at, at + batch);
			const fixes = withFixes ? await service.fixesOf(next, never) : [];
			repaired.push(...next.map((problem, index) => ({ ...problem, fixes: fixes[index] ?? [] })));
		}
	};
	for (const [index, document] of [...documents.keys()].entries()) {
		progress.show(`${bar(index, documents.size)} documents`);
		// While all that the check found out of a document is still at hand.
		await add(await service.check(document, never));
	}
	const ofSources = await service.checkSources(sources);
	await add(ofSources.filter(({ file }) => sources.includes(file) || !session.isIgnored(file)));
	const places = await placesOf(session, repaired);
	const found: readonly Found[] = repaired.map((problem, index) => ({ ...problem, ...places[index]! }));
	const citations = [...documents.values()].flat();
	const spoken = citations.filter(({ silent }) => !silent);
	const summary = {
		...countsOf(found),
		citations: spoken.length,
		emptyCitations: spoken.filter((citation) => keysOf(citation).length === 0).length,
		keys: new Set(citations.flatMap(keysOf)).size,
		papers: (await service.status()).papers,
		...(fixed !== undefined && { fixed }),
	};
	return { files: checked.length, checked, problems: found, summary };
}

function countsOf(problems: readonly Problem[]): Pick<Summary, 'errors' | 'warnings' | 'information' | 'hints'> {
	const count = (severity: Problem['severity']) => problems.filter((problem) => problem.severity === severity).length;
	return {
		errors: count('error'),
		warnings: count('warning'),
		information: count('information'),
		hints: count('hint'),
	};
}

/** The same report of what a baseline does not know. */
export function withoutKnown(report: Report, baseline: Baseline): Report {
	const problems = baseline.newOnes(report.problems);
	const known = report.problems.length - problems.length;
	return { ...report, problems, summary: { ...report.summary, ...countsOf(problems), known } };
}

/** `\\nocite{*}` names everything and nothing. */
function keysOf({ items }: Citation): readonly string[] {
	return items.map(({ key }) => key).filter((key) => key && key !== '*');
}
