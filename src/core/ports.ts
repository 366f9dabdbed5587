import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Event } from './util/event.ts';

/** What lies behind a URI. `version` changes whenever the content may have: open editors count, too. */
export interface FileStat {
	readonly kind: 'file' | 'directory' | 'other';
	readonly version: string;
}

/**
 * What went wrong with one file: a phrase that follows its name, as in "does not exist". Thrown by `Workspace.read` and
 * `Workspace.open`.
 */
export class FileError extends Error {
	override readonly name = 'FileError';
	readonly uri: string;
	constructor(uri: string, message: string) {
		super(message);
		this.uri = uri;
	}
}

/** The files, as a host sees them; an editor's unsaved text shadows what is on disk. Files are named by URI strings. */
export interface Workspace {
	/** Roots of the open folders; empty without one. */
	readonly folders: readonly string[];
	/** The text of a file; throws FileError where there is none or it cannot be read. */
	open(uri: string): Promise<TextDocument>;
	/** The bytes of a file; throws FileError. */
	read(uri: string): Promise<Uint8Array>;
	/** Undefined where nothing is. Never throws. */
	stat(uri: string): Promise<FileStat | undefined>;
	/** Names in a folder, files and folders alike; empty where it cannot be read. */
	list(uri: string): Promise<readonly string[]>;
	/** Files below `base` that match a glob (`**`, `*`, `?`, `{a,b}`); absolute patterns are taken as they are. */
	glob(base: string, pattern: string): Promise<readonly string[]>;
}

/** A workspace that also says when files change. */
export interface WatchingWorkspace extends Workspace {
	/** URIs that changed, came or went, in the editor or on disk. */
	readonly onDidChange: Event<readonly string[]>;
	/** Asks for events on a file that may lie outside the open folders. */
	watch(uri: string): { dispose(): void };
}

export function isWatching(workspace: Workspace): workspace is WatchingWorkspace {
	return 'onDidChange' in workspace;
}

/** What TeX looks for: a bibliography, or a document. */
export type TexFileKind = 'bib' | 'tex';

export interface FoundByTex {
	readonly uri: string;
	/** Part of TeX's own distribution: code, not somebody's text. */
	readonly system: boolean;
}

/** Finds files that are not beside the root where TeX does: search paths of the environment, its own tree. */
export interface TexFinder {
	/**
	 * Undefined where TeX finds none, or may not be asked. Never throws, and takes bounded time.
	 *
	 * @param name As a document writes it, with its ending.
	 * @param folder URI of the root's folder, where relative search paths start.
	 */
	find(name: string, kind: TexFileKind, folder: string): Promise<FoundByTex | undefined>;
}

export interface Logger {
	info(message: string): void;
	warn(message: string): void;
	error(message: string): void;
}

export const silent: Logger = Object.freeze({ info() {}, warn() {}, error() {} });

/** Gives the event loop a turn, so that a long load never blocks what waits behind it. */
export type Breathe = () => Promise<void>;
