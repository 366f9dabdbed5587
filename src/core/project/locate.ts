import { URI, Utils } from 'vscode-uri';
import { editDistance } from '../text/edit-distance.ts';
import { baseName } from '../util/paths.ts';

/** The folder of a file, as a URI without a slash at its end. */
export function folderOf(uri: string): string {
	return Utils.dirname(URI.parse(uri)).toString();
}

/** Halves of surrogate pairs, as text has while it is typed or is broken: no URI can hold one. */
const HALVES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A path as a document writes it, from a folder on; absolute ones (`/…`, `C:\…`) stand for themselves. */
export function resolvePath(folder: string, path: string): string {
	const base = URI.parse(folder);
	// Two slashes at its head would name a host.
	const slashed = path.replaceAll('\\', '/').replace(/^\/+/, '/').replace(HALVES, '\ufffd');
	if (/^[a-zA-Z]:\//.test(slashed)) return base.with({ path: `/${slashed}` }).toString();
	if (slashed.startsWith('/')) return base.with({ path: slashed }).toString();
	return Utils.joinPath(base, slashed).toString();
}

/** True for an address on the web. */
export function isRemote(path: string): boolean {
	return /^[a-z][a-z0-9+.-]*:\/\//i.test(path);
}

/** Folders upwards that are looked into. */
const MAX_LEVELS = 6;

/** A folder and those above it, up to the workspace's folder; without one, fewer. */
export function levelsAbove(folder: string, folders: readonly string[]): readonly string[] {
	const tops = new Set(folders.map((top) => top.replace(/\/$/, '')));
	const levels = [folder];
	const inside = [...tops].some((top) => folder === top || folder.startsWith(`${top}/`));
	while (levels.length < (inside ? MAX_LEVELS : MAX_LEVELS / 2) && !tops.has(levels.at(-1)!)) {
		const above = folderOf(levels.at(-1)!);
		if (above === levels.at(-1)) break;
		levels.push(above);
	}
	return levels;
}

/** What looking for a file asks. */
export interface Looking {
	isFile(uri: string): Promise<boolean>;
	/** Names in a folder. */
	list(uri: string): Promise<readonly string[]>;
}

/**
 * The first of some names, in some folders, that is a file; folders decide before names. Where there is none, capitals
 * don't count, as TeX finds files, too.
 */
export async function firstFile(
	looking: Looking,
	folders: readonly string[],
	names: readonly string[],
): Promise<string | undefined> {
	const uris = [...new Set(folders)].flatMap((folder) => names.map((name) => resolvePath(folder, name)));
	for (const uri of uris) if (await looking.isFile(uri)) return uri;
	for (const uri of uris) {
		const folder = folderOf(uri);
		const wanted = baseName(uri).toLowerCase();
		const same = (await looking.list(folder)).find((name) => name.toLowerCase() === wanted);
		const other = same === undefined ? uri : Utils.joinPath(URI.parse(folder), same).toString();
		if (other !== uri && (await looking.isFile(other))) return other;
	}
	return undefined;
}

/** Subfolders that are looked into for what a missing file may be. */
const MAX_FOLDERS = 40;
const MAX_CANDIDATES = 5;

/**
 * Files that a missing one may be, as a document would write them, nearest name first: in the folder that it was looked
 * for in, beside the root, and one folder below.
 *
 * @param folder What paths are relative to.
 * @param extensions Endings of files of the right kind, with the dot.
 */
export async function nearFiles(
	{ list }: Pick<Looking, 'list'>,
	folder: string,
	path: string,
	extensions: readonly string[],
): Promise<readonly string[]> {
	const ending = extensions.find((extension) => path.toLowerCase().endsWith(extension));
	const parent = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
	const top = await list(folder);
	const below = top.filter((name) => !name.startsWith('.') && !/\.[a-z]{1,5}$/i.test(name)).slice(0, MAX_FOLDERS);
	const found = new Set<string>();
	for (const part of new Set([parent, '', ...below])) {
		const names = part === '' ? top : await list(resolvePath(folder, part));
		for (const name of names) {
			if (!extensions.some((extension) => name.toLowerCase().endsWith(extension))) continue;
			const written = part === '' ? name : `${part}/${name}`;
			// Written as the missing one is: with its ending, or without.
			found.add(ending || !written.endsWith(extensions[0]!) ? written : written.slice(0, -extensions[0]!.length));
		}
	}
	// What stands there under the very name is a folder.
	found.delete(path);
	const last = (name: string) => name.slice(name.lastIndexOf('/') + 1).toLowerCase();
	return [...found]
		.map((name) => ({ name, distance: editDistance(last(name), last(path), 20) }))
		.sort((a, b) => a.distance - b.distance || a.name.length - b.name.length || (a.name < b.name ? -1 : 1))
		.slice(0, MAX_CANDIDATES)
		.map(({ name }) => name);
}
