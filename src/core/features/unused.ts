import { linking } from '../bibtex/inherit.ts';
import type { Corpus, SourceEntry } from '../corpus/types.ts';
import { documents } from '../languages/index.ts';
import type { Workspace } from '../ports.ts';
import type { Projects } from '../project/resolver.ts';
import type { Project } from '../project/types.ts';
import type { CancellationToken } from '../util/cancellation.ts';

/** Entries that nobody cites. */
export interface Unused {
	/**
	 * The entries of a bibliography that no document cites. None where it cannot be known who cites them: the file lies
	 * outside the open folders, no document of theirs declares it, or one that does cites everything or has parts that
	 * could not be read.
	 */
	in(file: string, token: CancellationToken): Promise<readonly SourceEntry[]>;
}

/** In folders of more documents it is not looked for who cites what. */
const mostDocuments = 2000;

/** Entries that are there for others. */
const auxiliary = new Set(['xdata', 'set']);

export function createUnused(init: {
	readonly workspace: Workspace;
	readonly corpus: Corpus;
	readonly projects: Projects;
}): Unused {
	const { workspace, corpus, projects } = init;

	/** Every project of the open folders that may cite from a file; undefined where there may be others. */
	async function projectsWith(file: string, token: CancellationToken): Promise<readonly Project[] | undefined> {
		if (!workspace.folders.some((folder) => file.startsWith(`${folder.replace(/\/$/, '')}/`))) return undefined;
		const all = await Promise.all(workspace.folders.map((folder) => workspace.glob(folder, documents)));
		if (all.flat().length > mostDocuments) return undefined;
		const found = new Map<string, Project>();
		for (const uri of all.flat()) {
			if (token.isCancellationRequested) return undefined;
			if ([...found.values()].some((project) => project.documents.has(uri))) continue;
			const project = await projects.projectOf(uri, token);
			found.set(project.root, project);
		}
		return [...found.values()].filter(({ bibliographies }) => bibliographies.includes(file));
	}

	return {
		async in(file, token) {
			const users = await projectsWith(file, token);
			if (!users || users.length === 0 || users.some(citesUnknown)) return [];
			const keys = new Set(users.flatMap(keysOf));
			const ignoresCase = users.some((project) => project.ignoresCase);
			const lower = new Set([...keys].map((key) => key.toLowerCase()));
			const entries = await corpus.entries(file, 'all', token);
			const isCited = (key: string) => keys.has(key) || (ignoresCase && lower.has(key.toLowerCase()));
			const used = withReferences(entries, isCited);
			return entries.filter((entry) => !used.has(entry) && !auxiliary.has(entry.paper.fields?.['entry-type'] ?? ''));
		},
	};
}

function citesUnknown({ open, documents }: Project): boolean {
	return open.length > 0 || [...documents.values()].some(({ semantics }) => semantics.nociteAll);
}

function keysOf({ documents }: Project): string[] {
	return [...documents.values()].flatMap(({ semantics: { citations, impliedKeys = [] } }) => [
		...citations.flatMap(({ items }) => items.map(({ key }) => key)),
		...impliedKeys,
	]);
}

/** The cited entries, and those that they name. */
function withReferences(entries: readonly SourceEntry[], isCited: (key: string) => boolean): ReadonlySet<SourceEntry> {
	const byKey = new Map(entries.map((entry) => [entry.paper.id.toLowerCase(), entry]));
	const used = new Set(entries.filter(({ paper }) => [paper.id, ...(paper.aliases ?? [])].some(isCited)));
	// Grows while it is walked.
	for (const { paper } of used) {
		for (const name of linking) {
			for (const key of paper.fields?.[name]?.split(',') ?? []) {
				const entry = byKey.get(key.trim().toLowerCase());
				if (entry) used.add(entry);
			}
		}
	}
	return used;
}
