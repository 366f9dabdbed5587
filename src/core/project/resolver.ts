import type { ConfigSource } from '../config.ts';
import type { FileReference, Include } from '../languages/types.ts';
import type { Logger, Workspace } from '../ports.ts';
import type { CancellationToken } from '../util/cancellation.ts';
import type { Disposable } from '../util/event.ts';
import { disposeAll } from '../util/event.ts';
import { baseName } from '../util/paths.ts';
import { createDocuments } from './documents.ts';
import { firstFile, folderOf, isRemote, nearFiles, resolvePath } from './locate.ts';
import { findRoot } from './root.ts';
import { createStats } from './stats.ts';
import type { MissingFile, Project, ScannedDocument } from './types.ts';

/** Documents with all that they belong to. */
export interface Projects extends Disposable {
	/**
	 * The project of a document, as its files stand now. Never throws: what cannot be read is said in `open`. When
	 * cancelled, what was resolved by then.
	 */
	projectOf(uri: string, token: CancellationToken): Promise<Project>;
}

/** No project has more documents; one that seems to is cut there, and says so. */
const MAX_DOCUMENTS = 2000;
/** Projects that are kept. */
const MAX_HELD = 50;
/** Bibliographies of TeX's own that hold nothing but abbreviations. */
const ABBREVIATIONS = /^(?:IEEEabrv|IEEEfull|IEEEexample|mrabbrev|acmabbrev)(?:\.bib)?$/i;
/** Files of TeX's own that documents input; and pictures as TeX code, which are often made while compiling. */
const HARMLESS =
	/(?:^|\/)(?:glyphtounicode(?:-cmr)?|binhex|pdfsync|lipsum|xy|epsf)(?:\.tex)?$|\.(?:pdf_tex|eps_tex|ps_tex|pstex_t|pgf|tikz|tkz|ind|gls|acn|nls)$/i;

const bibliographyEndings = ['.bib'];
const pandocEndings = ['.bib', '.json', '.yaml', '.yml', '.ris', '.bibtex'];

export function createProjects(init: {
	readonly workspace: Workspace;
	readonly config: ConfigSource;
	readonly log: Logger;
}): Projects {
	const { workspace, config, log } = init;
	const stats = createStats(workspace);
	const documents = createDocuments({ workspace, stats, config, log });
	const held = new Map<string, { readonly project: Project; readonly facts: ReadonlyMap<string, string> }>();
	/** The root that a document was last found under. */
	const rootOf = new Map<string, string>();

	/** A project stands as long as each file that was asked for answers as it did then. */
	async function standing(root: string, token: CancellationToken): Promise<Project> {
		const known = held.get(root);
		if (known && (await unchanged(known))) return known.project;
		const { project, facts } = await walk(root, token);
		if (token.isCancellationRequested) return project;
		held.delete(root);
		held.set(root, { project, facts });
		if (held.size > MAX_HELD) held.delete(held.keys().next().value!);
		return project;
	}

	async function unchanged({ project, facts }: { project: Project; facts: ReadonlyMap<string, string> }) {
		for (const [uri, fact] of facts) {
			if ((await factOf(uri, project.documents.has(uri))) !== fact) return false;
		}
		for (const [uri, scanned] of project.documents) {
			if ((await documents.get(uri, scanned.language)) !== scanned) return false;
		}
		return true;
	}

	/** Of documents the version counts, of everything else only what it is. */
	async function factOf(uri: string, isDocument: boolean): Promise<string> {
		const stat = await stats.stat(uri);
		return isDocument ? `${stat?.kind} ${stat?.version}` : `${stat?.kind}`;
	}

	async function walk(
		root: string,
		token: CancellationToken,
	): Promise<{ project: Project; facts: Map<string, string> }> {
		const found = new Map<string, ScannedDocument>();
		const bibliographies = new Set<string>();
		const missingBibliographies: MissingFile[] = [];
		const missingIncludes: MissingFile[] = [];
		const written = new Set<string>();
		const localKeys = new Set<string>();
		const open: string[] = [];
		const asked = new Set<string>();
		const top = folderOf(root);
		let declares = false;

		const looking = {
			...stats,
			isFile(uri: string) {
				asked.add(uri);
				return stats.isFile(uri);
			},
		};

		/** Folders that LaTeX and its users mean: the root's, the one of `\import`, the including file's. */
		const foldersFor = (from: string, imported: string | undefined) => [
			...(imported ? [imported] : []),
			top,
			folderOf(from),
		];

		async function addBibliography(
			scanned: ScannedDocument,
			from: string,
			reference: FileReference,
			imported?: string,
		) {
			declares = true;
			const { path } = reference;
			if (isRemote(path)) {
				open.push(`the bibliography ${path} is on the web and is not read`);
				return;
			}
			const isLatex = scanned.language.id === 'latex';
			const hasEnding = path.toLowerCase().endsWith('.bib');
			const names = !isLatex || hasEnding ? [path] : [`${path}.bib`, path];
			const folders = isLatex ? foldersFor(from, imported) : [folderOf(from), ...workspace.folders];
			const uri = await firstFile(looking, folders, isLatex ? names : [...names, path.replace(/^\//, '')]);
			if (uri) bibliographies.add(uri);
			else if (!names.some((name) => written.has(name)) && !ABBREVIATIONS.test(path)) {
				const endings = isLatex ? bibliographyEndings : pandocEndings;
				const candidates = await nearFiles(workspace, isLatex ? top : folderOf(from), path, endings);
				missingBibliographies.push({ reference, from, candidates });
				open.push(`the bibliography ${path} was not found`);
			}
		}

		async function follow(from: string, include: Include, imported: string | undefined): Promise<void> {
			const { path, directory, optional } = include;
			const names = /\.(?:tex|ltx)$/i.test(path) ? [path] : [`${path}.tex`, path];
			const around = foldersFor(from, imported);
			const folders = directory === undefined ? around : around.map((folder) => resolvePath(folder, directory));
			for (const folder of new Set(folders)) {
				const uri = await firstFile(looking, [folder], names);
				if (!uri) continue;
				await visit(uri, directory === undefined ? imported : folder);
				return;
			}
			if (optional || HARMLESS.test(path) || names.some((name) => written.has(name))) return;
			const candidates = await nearFiles(workspace, top, path, ['.tex']);
			missingIncludes.push({ reference: include, from, candidates });
			open.push(`${directory ?? ''}${path}, which ${baseName(from)} includes, was not found`);
		}

		async function visit(uri: string, imported: string | undefined): Promise<void> {
			if (found.has(uri) || token.isCancellationRequested) return;
			if (found.size >= MAX_DOCUMENTS) {
				if (found.size === MAX_DOCUMENTS) open.push(`only the first ${MAX_DOCUMENTS} files of the project were read`);
				return;
			}
			asked.add(uri);
			const scanned = await documents.get(uri, found.get(root)?.language);
			if (!scanned) {
				open.push(`${baseName(uri)} could not be read`);
				return;
			}
			found.set(uri, scanned);
			const { semantics } = scanned;
			for (const name of semantics.writes ?? []) written.add(name);
			for (const { key } of semantics.localKeys) localKeys.add(key);
			for (const include of semantics.includes) await follow(uri, include, imported);
			for (const reference of semantics.bibliographies) await addBibliography(scanned, uri, reference, imported);
		}

		/** What BibTeX made at the last run tells of bibliographies that are not there. */
		async function readCompiled(): Promise<void> {
			const uri = root.replace(/\.[a-zA-Z]+$/, '.bbl');
			if (missingBibliographies.length === 0 || uri === root || !(await looking.isFile(uri))) return;
			const compiled = await documents.get(uri);
			for (const { key } of compiled?.semantics.localKeys ?? []) localKeys.add(key);
		}

		await visit(root, undefined);
		await readCompiled();
		const project: Project = {
			root,
			documents: found,
			bibliographies: [...bibliographies],
			declares: declares || localKeys.size > 0,
			missingBibliographies,
			missingIncludes,
			localKeys,
			open,
		};
		const facts = new Map<string, string>();
		for (const uri of asked) facts.set(uri, await factOf(uri, found.has(uri)));
		return { project, facts };
	}

	async function projectOf(uri: string, token: CancellationToken): Promise<Project> {
		const last = rootOf.get(uri);
		if (last && last !== uri) {
			const project = await standing(last, token);
			// The document itself may have changed its mind: a hint of another root, a class of its own.
			const own = project.documents.get(uri);
			if (own && !own.semantics.isRoot && !own.semantics.rootHint) return project;
		}
		const includes = async (root: string, other: string) => (await standing(root, token)).documents.has(other);
		const answer = await findRoot(uri, { workspace, stats, documents, includes }, token);
		const project = await standing(answer.uri, token);
		if (token.isCancellationRequested) return project;
		if (!project.documents.has(uri)) {
			// The root that the document names does not include it.
			const own = await standing(uri, token);
			const bibliographies = new Set([...project.bibliographies, ...own.bibliographies]);
			return {
				...project,
				documents: new Map([...project.documents, ...own.documents]),
				bibliographies: [...bibliographies],
				declares: project.declares || own.declares,
				localKeys: new Set([...project.localKeys, ...own.localKeys]),
				missingBibliographies: [...project.missingBibliographies, ...own.missingBibliographies],
				missingIncludes: [...project.missingIncludes, ...own.missingIncludes],
				open: [...answer.open, ...project.open, ...own.open],
			};
		}
		rootOf.set(uri, answer.uri);
		return answer.open.length === 0 ? project : { ...project, open: [...answer.open, ...project.open] };
	}

	const subscriptions = [stats, documents, config.onDidChange(() => held.clear())];
	return { projectOf, dispose: () => disposeAll(subscriptions).dispose() };
}
