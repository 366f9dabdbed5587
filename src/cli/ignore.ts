import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import ignore from 'ignore';
import { decode } from '../core/text/bytes.ts';
import { pathOf } from '../host/node/workspace.ts';

/** A file in the folder of `relatedwork.json`, or where the project begins without one, in the form of `.gitignore`. */
export const ignoreFileName = '.relworkignore';

/**
 * Which files of a project are left out of a check.
 * @param root URI of the folder of the ignore file
 * @param ignorecase Do capitals not count? As Git has it by itself (`core.ignorecase`): they don't on Windows and macOS.
 */
export async function readIgnored(
	root: string,
	ignorecase = process.platform === 'win32' || process.platform === 'darwin',
): Promise<(uri: string) => boolean> {
	const folder = pathOf(root);
	const bytes = await readFile(join(folder, ignoreFileName)).catch(() => undefined);
	if (bytes === undefined) return () => false;
	// What a shell of Windows wrote may be UTF-16, and what a Mac lists has its accents as letters of their own.
	const rules = ignore({ ignorecase }).add(decode(bytes).text.normalize('NFC'));
	return (uri) => {
		const path = relative(folder, pathOf(uri)).replaceAll(sep, '/').normalize('NFC');
		return ignore.isPathValid(path) && rules.ignores(path);
	};
}
