import type { ConfigSource } from '../config.ts';
import { isWatching, type Logger, type TexFinder, type Workspace } from '../ports.ts';
import type { CancellationToken } from '../util/cancellation.ts';
import { type Disposable, disposeAll } from '../util/event.ts';
import { createDocuments } from './documents.ts';
import { findRoot, rootsIncluding } from './root.ts';
import { createStats } from './stats.ts';
import type { Project } from './types.ts';
import { type Walked, walk } from './walk.ts';

/** Documents with all that they belong to. */
export interface Projects extends Disposable {
	/**
	 * The project of a document, as its files stand now. Never throws: what cannot be read is said in `open`. When
	 * cancelled, what was resolved by then.
	 */
	projectOf(uri: string, token: CancellationToken): Promise<Project>;
	/**
	 * The projects of the other roots that include a document: what it cites may also come from their bibliographies.
	 * None for what belongs to an adopted root.
	 */
	alsoIn(uri: string, token: CancellationToken): Promise<readonly Project[]>;
	/** From now on, what a root includes belongs to it, though other roots may include it as well. */
	adopt(root: string, token: CancellationToken): Promise<void>;
}

/** Projects that are kept. */
const MAX_HELD = 100;

export function createProjects(init: {
	readonly workspace: Workspace;
	readonly config: ConfigSource;
	readonly log: Logger;
	readonly tex?: TexFinder | undefined;
}): Projects {
	const { workspace, config, log, tex } = init;
	const stats = createStats(workspace);
	const documents = createDocuments({ workspace, stats, config, log });
	const held = new Map<string, Walked>();
	/** The root that a document was last found under. */
	const rootOf = new Map<string, string>();
	/** The root that was said to be a document's, whatever the document itself says. */
	const adopted = new Map<string, string>();

	/** The roots that include a document, whatever it says itself; kept until another document changes. */
	const including = new Map<string, readonly string[]>();
	const search = { workspace, stats, documents, projectOf: standing };

	/** The project of a root, walked anew when any answer that it was made of is another now. */
	async function standing(root: string, token: CancellationToken): Promise<Project> {
		const known = held.get(root);
		if (known && (await unchanged(known))) return known.project;
		const walked = await walk(root, { workspace, stats, documents, tex }, token);
		if (token.isCancellationRequested) return walked.project;
		held.delete(root);
		held.set(root, walked);
		if (held.size > MAX_HELD) held.delete(held.keys().next().value!);
		return walked.project;
	}

	async function unchanged({ versions, places }: Walked): Promise<boolean> {
		for (const [uri, version] of versions) if ((await stats.stat(uri))?.version !== version) return false;
		for (const [uri, wasFile] of places) if ((await stats.isFile(uri)) !== wasFile) return false;
		return true;
	}

	async function projectOf(uri: string, token: CancellationToken): Promise<Project> {
		const parent = adopted.get(uri);
		const adopter = parent ? await standing(parent, token) : undefined;
		if (adopter?.documents.has(uri)) return adopter;
		const last = rootOf.get(uri);
		if (last && last !== uri) {
			const project = await standing(last, token);
			const own = project.documents.get(uri)?.semantics;
			// It may have become a root, or name another one, since; and the root may be none any more.
			const stands = project.documents.get(last)?.semantics.isRoot;
			if (stands && own && !own.isRoot && !own.rootHint) return project;
		}
		const answer = await findRoot(uri, search, token);
		const project = await standing(answer.uri, token);
		if (token.isCancellationRequested) return project;
		if (project.documents.has(uri)) rootOf.set(uri, answer.uri);
		// The root that the document names need not include it.
		const whole = project.documents.has(uri) ? project : join(project, await standing(uri, token));
		return answer.open.length === 0 ? whole : { ...whole, open: [...answer.open, ...whole.open] };
	}

	async function rootsOf(uri: string, token: CancellationToken): Promise<readonly string[]> {
		const known = including.get(uri);
		const scanned = known ? undefined : await documents.get(uri);
		if (!scanned) return known ?? [];
		const roots: string[] = [];
		for await (const root of rootsIncluding(uri, scanned, search, token)) roots.push(root);
		if (isWatching(workspace) && !token.isCancellationRequested) including.set(uri, roots);
		return roots;
	}

	async function alsoIn(uri: string, token: CancellationToken): Promise<readonly Project[]> {
		const own = await projectOf(uri, token);
		if (adopted.get(uri) === own.root) return [];
		const others = (await rootsOf(uri, token)).filter((root) => root !== own.root);
		const standings = await Promise.all(others.map((root) => standing(root, token)));
		return standings.filter(({ documents }) => documents.has(uri));
	}

	async function adopt(root: string, token: CancellationToken): Promise<void> {
		const project = await projectOf(root, token);
		if (project.root !== root) return;
		for (const uri of project.documents.keys()) adopted.set(uri, root);
	}

	const subscriptions: Disposable[] = [stats, documents, config.onDidChange(() => held.clear())];
	if (isWatching(workspace)) {
		subscriptions.push(
			workspace.onDidChange((uris) => {
				for (const known of including.keys()) if (uris.some((uri) => uri !== known)) including.delete(known);
			}),
		);
	}
	return { projectOf, alsoIn, adopt, dispose: () => disposeAll(subscriptions).dispose() };
}

/** A project with one more document and what that includes. */
function join(one: Project, other: Project): Project {
	return {
		root: one.root,
		documents: new Map([...one.documents, ...other.documents]),
		included: new Map([...one.included, ...other.included]),
		bibliographies: [...new Set([...one.bibliographies, ...other.bibliographies])],
		foreign: new Set([...one.foreign, ...other.foreign]),
		declares: one.declares || other.declares,
		ignoresCase: one.ignoresCase,
		missingBibliographies: [...one.missingBibliographies, ...other.missingBibliographies],
		missingIncludes: [...one.missingIncludes, ...other.missingIncludes],
		withoutTex: one.withoutTex || other.withoutTex,
		localKeys: new Set([...one.localKeys, ...other.localKeys]),
		open: [...one.open, ...other.open],
	};
}
