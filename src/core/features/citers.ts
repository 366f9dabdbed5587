import type { Location } from 'vscode-languageserver-types';
import type { ConfigSource } from '../config.ts';
import { isWatching, type Workspace } from '../ports.ts';
import { allProjects } from '../project/all.ts';
import type { Projects } from '../project/resolver.ts';
import type { Project } from '../project/types.ts';
import { type CancellationToken, never } from '../util/cancellation.ts';
import { type Disposable, disposeAll } from '../util/event.ts';
import { rangeOf } from './bibliography-text.ts';

/** Where the entries of a bibliography are cited, by key. */
export type Citers = ReadonlyMap<string, readonly Location[]>;

/** Finds what cites from bibliographies, in all projects of the open folders; kept until a file changes. */
export function createCiters(init: {
	readonly workspace: Workspace;
	readonly projects: Projects;
	readonly config: ConfigSource;
	/** The files that a document may cite from which declares none. */
	readonly corpusFiles: (uri: string) => Promise<readonly string[]>;
}): Disposable & {
	/** Undefined where no document cites from this file. */
	of(file: string, token: CancellationToken): Promise<Citers | undefined>;
} {
	const { workspace, projects, config, corpusFiles } = init;
	let known: Promise<readonly Project[]> | undefined;
	const counted = new Map<string, Promise<Citers | undefined>>();
	const forget = () => {
		known = undefined;
		counted.clear();
	};
	const subscriptions = [config.onDidChange(forget)];
	const watching = isWatching(workspace);
	if (watching) subscriptions.push(workspace.onDidChange(forget));

	async function citersOf(file: string): Promise<Citers | undefined> {
		known ??= allProjects({ workspace, projects }, [], never);
		const citing: Project[] = [];
		for (const project of await known) {
			const files = project.declares ? project.bibliographies : await corpusFiles(project.root);
			if (files.includes(file)) citing.push(project);
		}
		return citing.length > 0 ? gather(citing) : undefined;
	}

	return {
		async of(file, token) {
			if (!watching) forget();
			const asked = counted.get(file) ?? citersOf(file);
			counted.set(file, asked);
			const citers = await asked;
			return token.isCancellationRequested ? undefined : citers;
		},
		dispose: () => disposeAll(subscriptions).dispose(),
	};
}

function gather(projects: readonly Project[]): Citers {
	const found = new Map<string, Location[]>();
	const seen = new Set<string>();
	for (const { documents } of projects) {
		for (const [uri, { document, semantics }] of documents) {
			// Several projects may have it.
			if (seen.has(uri)) continue;
			seen.add(uri);
			for (const { items } of semantics.citations) {
				for (const { key, span } of items) {
					if (key === '') continue;
					const places = found.get(key);
					const place = { uri, range: rangeOf(document, span) };
					if (places) places.push(place);
					else found.set(key, [place]);
				}
			}
		}
	}
	return found;
}
