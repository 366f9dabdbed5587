import type { URI } from 'vscode-uri';
import { Utils } from 'vscode-uri';

/**
 * Cuts a pattern in front of its first wildcard, so that only what lies below is searched; `rest` is empty for a plain
 * path. An absolute path stays on the base's file system; `~/` is the home folder, where there is one.
 */
export function splitPattern(base: URI, pattern: string, home?: URI): { readonly folder: URI; readonly rest: string } {
	const steps = pattern.replaceAll('\\', '/').split('/');
	const first = steps.findIndex((step) => /[*?[\]{}]/.test(step));
	const plain = first < 0 ? steps : steps.slice(0, first);
	const rest = first < 0 ? '' : steps.slice(first).join('/');
	if (plain[0] === '~' && home) return { folder: Utils.joinPath(home, ...plain.slice(1)), rest };
	if (/^[A-Za-z]:$/.test(plain[0] ?? '')) return { folder: base.with({ path: `/${plain.join('/')}` }), rest };
	if (plain[0] === '' && pattern !== '') return { folder: base.with({ path: `/${plain.slice(1).join('/')}` }), rest };
	return { folder: Utils.joinPath(base, ...plain), rest };
}

/** A file name as a glob that matches nothing else. */
export function escapeGlob(name: string): string {
	return name.replace(/[*?[\]{}]/g, '[$&]');
}
