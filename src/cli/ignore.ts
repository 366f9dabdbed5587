import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import ignore from 'ignore';
import { pathOf } from '../host/node/workspace.ts';

/** A file in the folder of `relatedwork.json`, or where the project begins without one, in the form of `.gitignore`. */
export const ignoreFileName = '.relworkignore';

/** Which files of a project are left out of a check. @param root URI of the folder of the ignore file */
export async function readIgnored(root: string): Promise<(uri: string) => boolean> {
	const folder = pathOf(root);
	const text = await readFile(join(folder, ignoreFileName), 'utf8').catch(() => undefined);
	if (text === undefined) return () => false;
	const rules = ignore().add(text);
	return (uri) => {
		const path = relative(folder, pathOf(uri)).replaceAll(sep, '/');
		return ignore.isPathValid(path) && rules.ignores(path);
	};
}
