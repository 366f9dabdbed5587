import { type FileStat, isWatching, type Workspace } from '../ports.ts';
import { type Disposable, disposeAll } from '../util/event.ts';

/** What lies behind URIs, asked of the workspace once per change of a file where the workspace tells of changes. */
export interface Stats extends Disposable {
	stat(uri: string): Promise<FileStat | undefined>;
	isFile(uri: string): Promise<boolean>;
}

export function createStats(workspace: Workspace): Stats {
	const known = new Map<string, Promise<FileStat | undefined>>();
	const subscriptions: Disposable[] = [];
	const watched = new Set<string>();

	/** Everything at or below a changed URI is asked for again. */
	function forget(uris: readonly string[]): void {
		for (const uri of uris) {
			known.delete(uri);
			const below = `${uri.replace(/\/$/, '')}/`;
			for (const other of known.keys()) if (other.startsWith(below)) known.delete(other);
		}
	}

	const watching = isWatching(workspace) ? workspace : undefined;
	if (watching) subscriptions.push(watching.onDidChange(forget));

	function stat(uri: string): Promise<FileStat | undefined> {
		if (!watching) return workspace.stat(uri);
		const cached = known.get(uri);
		if (cached) return cached;
		if (!watched.has(uri) && !workspace.folders.some((folder) => uri.startsWith(`${folder.replace(/\/$/, '')}/`))) {
			watched.add(uri);
			subscriptions.push(watching.watch(uri));
		}
		const asked = workspace.stat(uri);
		known.set(uri, asked);
		return asked;
	}

	return {
		stat,
		isFile: async (uri) => (await stat(uri))?.kind === 'file',
		dispose: () => disposeAll(subscriptions).dispose(),
	};
}
