import { URI } from 'vscode-uri';
import { resolvePath } from './paths.ts';

/**
 * Cuts a pattern in front of its first wildcard, so that only what lies below is searched; `rest` is empty for a plain
 * path. Backslashes part folders as slashes do, on every system: one project is opened on several. An absolute path stays
 * on the base's file system; `~/` is the home folder, where there is one.
 *
 * @param base URI of the folder that the pattern starts at.
 * @param home URI of the home folder.
 */
export function splitPattern(
	base: string,
	pattern: string,
	home?: string,
): { readonly folder: string; readonly rest: string } {
	const steps = pattern.replaceAll('\\', '/').split('/');
	const first = steps.findIndex((step) => /[*?[\]{}]/.test(step));
	const plain = first < 0 ? steps : steps.slice(0, first);
	const rest = first < 0 ? '' : steps.slice(first).join('/');
	if (plain[0] === '~' && home) return { folder: resolvePath(home, plain.slice(1).join('/')), rest };
	const isRoot = plain.length === 1 && /^(?:[a-z]:)?$/i.test(plain[0]!) && pattern !== '';
	const path = isRoot ? `${plain[0]}/` : plain.join('/');
	return { folder: resolvePath(base, path), rest };
}

/** A file name as a glob that matches nothing else. */
export function escapeGlob(name: string): string {
	return name.replace(/[*?[\]{}]/g, '[$&]');
}

/** What stands for one file or folder: its path from the base on where it is below, else all of it. Both are URIs. */
export function patternFor(base: string | undefined, uri: string): string {
	// Once read and written, a drive is a small letter.
	const [from, file] = [URI.parse(`${base ?? ''}/`.replace(/\/+$/, '/')), URI.parse(uri)];
	const isBelow = base !== undefined && file.toString().startsWith(from.toString());
	return escapeGlob(isBelow ? file.path.slice(from.path.length) : file.fsPath.replaceAll('\\', '/'));
}
