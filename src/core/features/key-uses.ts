import type { Position } from 'vscode-languageserver-types';
import { languageFor } from '../languages/index.ts';
import { FileError, type Workspace } from '../ports.ts';
import { allProjects } from '../project/all.ts';
import type { Projects } from '../project/resolver.ts';
import type { Project, ScannedDocument } from '../project/types.ts';
import type { CancellationToken } from '../util/cancellation.ts';
import { type KeyedFile, type KeyPlace, keysOfDocument, keysOfFile, placeOfKey } from './key-places.ts';

/** A key with all that has to do with it, in every project that cites from where it is defined. */
export interface KeyUses {
	readonly key: string;
	/** The projects that may cite it. */
	readonly projects: readonly Project[];
	/** Their bibliographies, by URI. */
	readonly files: ReadonlyMap<string, KeyedFile>;
	/** Bibliographies that are part of TeX itself. */
	readonly foreign: ReadonlySet<string>;
	/** Where the key stands, by file: the start first. */
	readonly places: ReadonlyMap<string, readonly KeyPlace[]>;
	/** The documents among those, by URI. */
	readonly documents: ReadonlyMap<string, ScannedDocument>;
}

/** A key under a cursor. */
export interface KeyAtCursor {
	readonly place: KeyPlace;
	readonly range: { readonly start: Position; readonly end: Position };
}

/** Finds keys and where they are used. Files are read as they stand now, unsaved or not. */
export function createKeyUses({ workspace, projects }: { readonly workspace: Workspace; readonly projects: Projects }) {
	async function fileOf(uri: string): Promise<KeyedFile | undefined> {
		try {
			return keysOfFile(await workspace.open(uri));
		} catch (error) {
			if (error instanceof FileError) return undefined;
			throw error;
		}
	}

	/** The key that a cursor touches, in a document or a bibliography. */
	async function at(uri: string, position: Position, token: CancellationToken): Promise<KeyAtCursor | undefined> {
		const scanned = languageFor(uri) ? (await projects.projectOf(uri, token)).documents.get(uri) : undefined;
		const file = scanned ? { ...scanned, places: keysOfDocument(scanned) } : await fileOf(uri);
		const place = file && placeOfKey(file.places, file.document.offsetAt(position));
		if (!file || !place) return undefined;
		const range = { start: file.document.positionAt(place.start), end: file.document.positionAt(place.end) };
		return { place, range };
	}

	/**
	 * All uses of a key that is used or defined in a file. Undefined when cancelled.
	 *
	 * @param uri The document or bibliography that it is meant in.
	 */
	async function of(uri: string, key: string, token: CancellationToken): Promise<KeyUses | undefined> {
		const all = await allProjects({ workspace, projects }, languageFor(uri) ? [uri] : [], token);
		const files = new Map<string, KeyedFile>();
		const defines = async (bibliography: string) => {
			const file = files.get(bibliography) ?? (await fileOf(bibliography));
			if (file) files.set(bibliography, file);
			return file?.places.some((place) => place.key === key && (place.kind === 'entry' || place.kind === 'alias'));
		};
		const defining = new Set(languageFor(uri) ? [] : [uri]);
		const affected = new Set(all.filter(({ documents }) => documents.has(uri)));
		for (const bibliography of defining) await defines(bibliography);
		// A project that cites from one of them may have the key from another as well, which others cite from.
		for (let grown = true; grown && !token.isCancellationRequested; ) {
			grown = false;
			for (const project of all) {
				if (project.bibliographies.some((file) => defining.has(file))) affected.add(project);
			}
			for (const project of affected) {
				for (const bibliography of project.bibliographies) {
					if (defining.has(bibliography) || !(await defines(bibliography))) continue;
					defining.add(bibliography);
					grown = true;
				}
			}
		}
		return token.isCancellationRequested ? undefined : gather(key, [...affected], files);
	}

	return { at, of };
}

function gather(key: string, affected: readonly Project[], files: ReadonlyMap<string, KeyedFile>): KeyUses {
	const places = new Map<string, readonly KeyPlace[]>();
	const documents = new Map<string, ScannedDocument>();
	const put = (uri: string, found: readonly KeyPlace[]) => {
		if (found.length === 0) return false;
		const known = places.get(uri) ?? [];
		const fresh = found.filter(({ start }) => !known.some((place) => place.start === start));
		places.set(uri, [...known, ...fresh]);
		return true;
	};
	for (const [uri, file] of files)
		put(
			uri,
			file.places.filter((place) => isMeant(place, key, file.places)),
		);
	for (const project of affected) {
		for (const [uri, scanned] of project.documents) {
			const own = keysOfDocument(scanned);
			const other = (one: string) => project.ignoresCase && one.toLowerCase() === key.toLowerCase();
			if (
				put(
					uri,
					own.filter((place) => place.key === key || (place.kind === 'citation' && other(place.key))),
				)
			)
				documents.set(uri, scanned);
		}
	}
	const foreign = new Set(affected.flatMap((project) => [...project.foreign]));
	return { key, projects: affected, files, foreign, places, documents };
}

/** BibTeX names parents without regard to case; where another entry is exactly that, it is meant. */
function isMeant({ key: own, kind }: KeyPlace, key: string, all: readonly KeyPlace[]): boolean {
	if (own === key) return true;
	if (kind !== 'link' || own.toLowerCase() !== key.toLowerCase()) return false;
	return !all.some((place) => place.kind === 'entry' && place.key === own);
}
