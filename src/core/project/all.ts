import { documents } from '../languages/index.ts';
import type { Workspace } from '../ports.ts';
import type { CancellationToken } from '../util/cancellation.ts';
import type { Projects } from './resolver.ts';
import type { Project } from './types.ts';

/**
 * Every project of the open folders, and those of some more documents. When cancelled, what was resolved by then.
 *
 * @param others URIs of documents.
 */
export async function allProjects(
	{ workspace, projects }: { readonly workspace: Workspace; readonly projects: Projects },
	others: readonly string[],
	token: CancellationToken,
): Promise<readonly Project[]> {
	const found = await Promise.all(workspace.folders.map((folder) => workspace.glob(folder, documents)));
	const byRoot = new Map<string, Project>();
	for (const document of new Set([...others, ...found.flat()])) {
		if (token.isCancellationRequested) break;
		const project = await projects.projectOf(document, token);
		// A document that its root does not include has a project that is wider than the root's own.
		const known = byRoot.get(project.root);
		if (!known || known.documents.size < project.documents.size) byRoot.set(project.root, project);
	}
	return [...byRoot.values()];
}
