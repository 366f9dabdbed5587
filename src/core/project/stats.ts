import { URI } from 'vscode-uri';
import { type FileStat, isWatching, type Workspace } from '../ports.ts';
import { type Disposable, disposeAll } from '../util/event.ts';
import { baseName, foldedName, folderOf } from '../util/paths.ts';

/** What lies behind URIs, asked of the workspace once per change of a file where the workspace tells of changes. */
export interface Stats extends Disposable {
	stat(uri: string): Promise<FileStat | undefined>;
	isFile(uri: string): Promise<boolean>;
	/** Names in a folder, as {@link Workspace.list} gives them. */
	list(uri: string): Promise<readonly string[]>;
}

interface Listing {
	readonly names: Promise<readonly string[]>;
	/** What changed in the folder since: the listing stands if all of it is there, or not, as before. */
	readonly doubts: Set<string>;
}

/** When more has changed in a folder, it is read again. */
const MAX_DOUBTS = 20;

export function createStats(workspace: Workspace): Stats {
	const known = new Map<string, Promise<FileStat | undefined>>();
	const listed = new Map<string, Listing>();
	const subscriptions: Disposable[] = [];
	const watched = new Set<string>();

	/** By URI that was asked for, the spelling that it shares with all others that a disk may take for the same. */
	const spelt = new Map<string, string>();

	function spelling(uri: string): string {
		let text = spelt.get(uri);
		if (text === undefined) spelt.set(uri, (text = folded(uri)));
		return text;
	}

	/** Everything at or below a changed URI is asked for again. */
	function forget(uris: readonly string[]): void {
		for (const uri of uris) {
			const [changed, folder] = [folded(uri), folded(folderOf(uri))];
			const isBelow = (other: string) => `${spelling(other)}/`.startsWith(`${changed}/`);
			for (const other of known.keys()) if (isBelow(other)) known.delete(other);
			for (const [other, { doubts }] of listed) {
				if (isBelow(other)) listed.delete(other);
				else if (spelling(other) === folder) doubts.add(uri);
			}
		}
	}

	const watching = isWatching(workspace) ? workspace : undefined;
	if (watching) subscriptions.push(watching.onDidChange(forget));

	const isInside = (uri: string) =>
		workspace.folders.some((folder) => `${uri}/`.startsWith(`${folder.replace(/\/$/, '')}/`));

	function list(uri: string): Promise<readonly string[]> {
		// Of other folders nobody tells what comes and goes.
		if (!watching || !isInside(uri)) return workspace.list(uri);
		const held = listed.get(uri);
		if (held?.doubts.size === 0) return held.names;
		const names = held ? listAgain(uri, held) : workspace.list(uri);
		listed.set(uri, { names, doubts: new Set() });
		return names;
	}

	/** Most changes are letters that somebody types: for those no folder is read. */
	async function listAgain(uri: string, { names, doubts }: Listing): Promise<readonly string[]> {
		if (doubts.size > MAX_DOUBTS) return workspace.list(uri);
		const before = await names;
		for (const file of doubts) {
			const isThere = (await stat(file)) !== undefined;
			if (isThere !== before.includes(baseName(file))) return workspace.list(uri);
		}
		return before;
	}

	function stat(uri: string): Promise<FileStat | undefined> {
		if (!watching) return workspace.stat(uri);
		const cached = known.get(uri);
		if (cached) return cached;
		if (!watched.has(uri) && !isInside(uri)) {
			watched.add(uri);
			subscriptions.push(watching.watch(uri));
		}
		const asked = workspace.stat(uri);
		known.set(uri, asked);
		return asked;
	}

	return {
		stat,
		list,
		isFile: async (uri) => (await stat(uri))?.kind === 'file',
		dispose: () => disposeAll(subscriptions).dispose(),
	};
}

function folded(uri: string): string {
	return foldedName(URI.parse(uri).toString(true)).replace(/\/$/, '');
}
