import { readdir, stat } from 'node:fs/promises';
import { join, posix, win32 } from 'node:path';

// Search paths as TeX's environment has them: Kpathsea's manual, "Path searching".

/** A folder of a search path; `deep` with all that are below it. */
export interface SearchFolder {
	readonly path: string;
	readonly deep: boolean;
}

/** What the parts of a search path depend on. */
export interface PathSurroundings {
	/** Where relative folders start. */
	readonly base: string;
	readonly home: string;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly windows: boolean;
}

/**
 * The folders that a search path names, in order: parted by `:` or `;`, with `~` and `$NAME` filled in, `//` at the end
 * for all below. An empty part stands for TeX's own default and names none here; neither does one whose variable is
 * not set.
 */
export function searchFolders(value: string, around: PathSurroundings): readonly SearchFolder[] {
	return value.split(around.windows ? ';' : /[:;]/).flatMap((part) => {
		const filled = fill(part.trim().replace(/^!!/, ''), around);
		if (!filled) return [];
		const end = filled.search(/[/\\]*$/);
		const folder = filled.slice(0, end) || filled[0]!;
		// `D:` alone is wherever a program stands on that drive.
		const path = around.windows
			? win32.resolve(around.base, folder.replace(/^[a-z]:$/i, '$&/'))
			: posix.resolve(around.base, folder);
		return [{ path, deep: filled.length - end > 1 }];
	});
}

function fill(part: string, { home, env }: PathSurroundings): string | undefined {
	const own = part.replace(/^~(?=[/\\]|$)/, () => home);
	let known = true;
	const filled = own.replace(/\$(?:\{(\w+)\}|(\w+))/g, (_, braced: string | undefined, bare: string | undefined) => {
		const text = env[braced ?? bare ?? ''];
		if (!text) known = false;
		return text ?? '';
	});
	return known ? filled : undefined;
}

/** Folders that one search looks into: a path that names the whole disk ends there. */
const MAX_FOLDERS = 2000;

/** The first of some names in the folders of a search path, those above before those below them. */
export async function findInFolders(folders: readonly SearchFolder[], name: string): Promise<string | undefined> {
	let left = MAX_FOLDERS;
	for (const { path, deep } of folders) {
		const queue = [path];
		for (let folder = queue.shift(); folder !== undefined && left-- > 0; folder = queue.shift()) {
			const file = join(folder, name);
			if (await isFile(file)) return file;
			if (deep && queue.length < left) queue.push(...(await foldersIn(folder)));
		}
	}
	return undefined;
}

export async function isFile(path: string): Promise<boolean> {
	const stats = await stat(path).catch(() => undefined);
	return stats?.isFile() ?? false;
}

/** Hidden folders are not searched, as TeX does not search them. */
async function foldersIn(folder: string): Promise<readonly string[]> {
	const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
	return entries
		.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
		.map((entry) => join(folder, entry.name))
		.sort();
}
