import { URI, Utils } from 'vscode-uri';

/** The glob of all files, at any depth, that go by one of these endings. */
export function globOf(endings: readonly string[]): string {
	return `**/*{${[...new Set(endings)].join(',')}}`;
}

/** The last part of a URI's path, decoded: a name to show. */
export function baseName(uri: string): string {
	const name = uri.slice(uri.lastIndexOf('/') + 1);
	try {
		return decodeURIComponent(name);
	} catch {
		return name;
	}
}

/** Two spellings of one name where capitals don't count, or accents may be letters of their own, fold into the same. */
export function foldedName(name: string): string {
	return name.normalize('NFC').toLowerCase();
}

/** `/`, the root of a drive, or a folder that another machine shares: nothing is above. */
function isTop({ scheme, authority, path }: URI): boolean {
	const isShare = scheme === 'file' && authority !== '' && path.lastIndexOf('/') <= 0;
	return isShare || /^\/(?:[a-z]:\/?)?$/i.test(path);
}

/** The folder of a file, as a URI without a slash at its end, but for the root of a drive; what is at the top stays. */
export function folderOf(uri: string): string {
	const file = URI.parse(uri);
	const folder = isTop(file) ? file : Utils.dirname(file);
	// `C:` alone is wherever a program stands on that drive.
	return (/^\/[a-z]:$/i.test(folder.path) ? folder.with({ path: `${folder.path}/` }) : folder).toString();
}

/** Halves of surrogate pairs, as text has while it is typed or is broken: no URI can hold one. */
const HALVES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A path as a document writes it, from a folder on; absolute ones (`/…`, `C:\…`, `\\server\…`) stand for themselves. */
export function resolvePath(folder: string, path: string): string {
	const base = URI.parse(folder);
	const slashed = path.replaceAll('\\', '/').replace(HALVES, '\ufffd');
	return (absolute(base, slashed) ?? Utils.joinPath(base, slashed)).toString();
}

/** What an absolute path names on the file system of a folder; undefined for a relative one. */
function absolute(base: URI, path: string): URI | undefined {
	const isLocal = base.scheme === 'file';
	if (/^[a-z]:\//i.test(path)) {
		return base.with({ authority: isLocal ? '' : base.authority, path: `/${path.replace(/\/{2,}/g, '/')}` });
	}
	if (!path.startsWith('/')) return undefined;
	const rooted = path.replace(/^\/+/, '/');
	// A path from the root on stays on the drive, or with what the other machine shares.
	const [root = ''] = (isLocal && (base.authority ? /^\/[^/]+/ : /^\/[a-z]:/i).exec(base.path)) || [];
	const [, host, shared] = /^\/\/([^/]+)(\/.*)$/.exec(path) ?? [];
	// Only Windows takes two slashes for another machine.
	if (host && root) return base.with({ authority: host, path: shared! });
	return base.with({ path: root + rooted });
}
