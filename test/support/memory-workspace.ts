import { TextDocument } from 'vscode-languageserver-textdocument';
import { FileError, type FileStat, type WatchingWorkspace } from '../../src/core/ports.ts';
import { createEmitter } from '../../src/core/util/event.ts';
import { globMatcher } from '../../src/core/util/glob.ts';

/** The one folder of a memory workspace. */
export const folder = 'file:///w';

/** The URI of a path in a memory workspace: `main.tex` is `file:///w/main.tex`. URIs are left as they are. */
export function uriOf(path: string): string {
	if (path.includes('://')) return path;
	return `${folder}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** A workspace whose files are values, and which counts what it is asked for. */
export interface MemoryWorkspace extends WatchingWorkspace {
	/** How often each was called; `opened` and `stated` say for which URIs, in order. */
	readonly counts: { open: number; read: number; stat: number; list: number; glob: number };
	readonly opened: string[];
	readonly stated: string[];
	/** URIs that someone watches now, once per watcher. */
	readonly watched: string[];
	/** Writes a file, or removes it with `undefined`, and fires the change. */
	set(path: string, content: string | Uint8Array | undefined): void;
	/** The text of a file as it stands. */
	text(path: string): string;
}

const languageIds: Readonly<Record<string, string>> = { tex: 'latex', md: 'markdown', bib: 'bibtex' };

/** Makes a workspace of `{ 'main.tex': '…', 'sub/refs.bib': '…' }` in `file:///w`. */
export function memoryWorkspace(files: Readonly<Record<string, string | Uint8Array>>): MemoryWorkspace {
	const contents = new Map(Object.entries(files).map(([path, content]) => [uriOf(path), content]));
	const documents = new Map<string, TextDocument>();
	const versions = new Map<string, number>();
	const changes = createEmitter<readonly string[]>();
	const counts = { open: 0, read: 0, stat: 0, list: 0, glob: 0 };
	const opened: string[] = [];
	const stated: string[] = [];
	const watched: string[] = [];

	function content(uri: string): string | Uint8Array {
		const found = contents.get(uri);
		if (found === undefined) throw new FileError(uri, 'does not exist');
		return found;
	}
	const asText = (value: string | Uint8Array) => (typeof value === 'string' ? value : new TextDecoder().decode(value));
	const directory = (uri: string) => `${uri.replace(/\/+$/, '')}/`;

	function document(uri: string): TextDocument {
		const text = asText(content(uri));
		const version = versions.get(uri) ?? 1;
		const known = documents.get(uri);
		if (known?.version === version) return known;
		const extension = uri.slice(uri.lastIndexOf('.') + 1);
		const made = TextDocument.create(uri, languageIds[extension] ?? 'plaintext', version, text);
		documents.set(uri, made);
		return made;
	}

	function stat(uri: string): FileStat | undefined {
		if (contents.has(uri))
			return { kind: 'file', version: String(versions.get(uri) ?? 1), size: contents.get(uri)!.length };
		const prefix = directory(uri);
		if ([...contents.keys()].some((key) => key.startsWith(prefix))) return { kind: 'directory', version: '1', size: 0 };
		return undefined;
	}

	return {
		folders: [folder],
		counts,
		opened,
		stated,
		watched,
		onDidChange: changes.event,
		async open(uri) {
			counts.open++;
			opened.push(uri);
			return document(uri);
		},
		async read(uri) {
			counts.read++;
			const value = content(uri);
			return typeof value === 'string' ? new TextEncoder().encode(value) : value;
		},
		async stat(uri) {
			counts.stat++;
			stated.push(uri);
			return stat(uri);
		},
		async list(uri) {
			counts.list++;
			const prefix = directory(uri);
			const names = [...contents.keys()]
				.filter((key) => key.startsWith(prefix))
				.map((key) => decodeURIComponent(key.slice(prefix.length).split('/')[0]!));
			return [...new Set(names)].sort();
		},
		async glob(base, pattern) {
			counts.glob++;
			const absolute = pattern.startsWith('/') ? `file://${pattern}` : directory(base) + pattern;
			const matches = globMatcher(absolute);
			return [...contents.keys()].filter((key) => matches(decodeURIComponent(key))).sort();
		},
		watch(uri) {
			watched.push(uri);
			return { dispose: () => void watched.splice(watched.indexOf(uri), 1) };
		},
		set(path, value) {
			const uri = uriOf(path);
			versions.set(uri, (versions.get(uri) ?? 1) + 1);
			if (value === undefined) contents.delete(uri);
			else contents.set(uri, value);
			changes.fire([uri]);
		},
		text: (path) => asText(content(uriOf(path))),
	};
}
