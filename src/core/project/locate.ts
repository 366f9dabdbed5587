import { URI, Utils } from 'vscode-uri';
import { editDistance } from '../text/edit-distance.ts';
import { baseName, foldedName, folderOf, resolvePath } from '../util/paths.ts';

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
 * don't count, as TeX finds files, too. A file has one URI however it is written: that of its name on disk.
 */
export async function firstFile(
	looking: Looking,
	folders: readonly string[],
	names: readonly string[],
): Promise<string | undefined> {
	const places = [...new Set(folders)].flatMap((folder) =>
		names.map((name) => ({ folder, uri: resolvePath(folder, name) })),
	);
	for (const { folder, uri } of places) if (await looking.isFile(uri)) return asListed(looking, folder, uri);
	for (const { uri } of places) {
		const folder = folderOf(uri);
		const same = sameName(await looking.list(folder), baseName(uri));
		const other = same === undefined ? uri : Utils.joinPath(URI.parse(folder), same).toString();
		if (other !== uri && (await looking.isFile(other))) return other;
	}
	return undefined;
}

/**
 * What is there, by the names that its folders list it under: a disk may find it by others, in other capitals or with
 * accents that are letters of their own.
 *
 * @param known A folder that goes by its own name, as do all above it.
 */
export async function asListed({ list }: Pick<Looking, 'list'>, known: string, uri: string): Promise<string> {
	const above = folderOf(uri);
	if (above === uri || `${known}/`.startsWith(`${uri}/`)) return uri;
	const folder = await asListed({ list }, known, above);
	const name = baseName(uri);
	return Utils.joinPath(URI.parse(folder), sameName(await list(folder), name) ?? name).toString();
}

/** The name itself among those of a folder, else the one that a disk may take for it. */
function sameName(names: readonly string[], name: string): string | undefined {
	return names.includes(name) ? name : names.find((one) => foldedName(one) === foldedName(name));
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
