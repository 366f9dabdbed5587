import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Event } from './util/event.ts';

/** What lies behind a URI. `version` changes whenever the content may have: open editors count, too. */
export interface FileStat {
	readonly kind: 'file' | 'directory' | 'other';
	readonly version: string;
	/** In bytes, or near that where an editor's text stands in. */
	readonly size: number;
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

/** How a file is written, for who changes it. */
export interface FileForm {
	/** A label of the Encoding Standard, or the editor's name for it. */
	readonly encoding: string;
	/** True where it may not be written to. */
	readonly readOnly: boolean;
}

/** The files, as a host sees them; an editor's unsaved text shadows what is on disk. Files are named by URI strings. */
export interface Workspace {
	/** Roots of the open folders; empty without one. */
	readonly folders: readonly string[];
	/** The text of a file; throws FileError where there is none or it cannot be read. */
	open(uri: string): Promise<TextDocument>;
	/** The bytes of a file; throws FileError. */
	read(uri: string): Promise<Uint8Array>;
	/**
	 * Does a file lie on this machine's disk as it is, for whoever reads there by himself? No unsaved text shadows it, and
	 * it may be read. False for all files where this is absent.
	 */
	isOnDisk?(uri: string): boolean;
	/** How a file is written; UTF-8, and not read-only, where this is absent. Never throws. */
	form?(uri: string): Promise<FileForm>;
	/** Undefined where nothing is. Never throws. */
	stat(uri: string): Promise<FileStat | undefined>;
	/** Names in a folder, files and folders alike; empty where it cannot be read. */
	list(uri: string): Promise<readonly string[]>;
	/** Files below `base` that match a glob (`**`, `*`, `?`, `{a,b}`); absolute patterns are taken as they are. */
	glob(base: string, pattern: string): Promise<readonly string[]>;
	/**
	 * Why a pattern stands for no file here though it may elsewhere, as a phrase that follows it; undefined where nothing is
	 * in the way.
	 */
	outOfReach?(base: string, pattern: string): string | undefined;
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
	/** False where it may not look, and finds nothing whatever there is: of that a user is not to blame. */
	looks(folder: string): boolean;
}

/** Where no TeX can be asked, and no folder outside of the project be looked into. */
export const noTex: TexFinder = Object.freeze({ find: async () => undefined, looks: () => false });

export interface Logger {
	info(message: string): void;
	warn(message: string): void;
	error(message: string): void;
}

export const silent: Logger = Object.freeze({ info() {}, warn() {}, error() {} });

/** Resolves after so many milliseconds. */
export type Wait = (milliseconds: number) => Promise<void>;

/** Gives the event loop a turn, so that a long load never blocks what waits behind it. */
export type Breathe = () => Promise<void>;

/** The disk, for a corpus that reads its sources by itself: in a thread, where nothing has to be handed over. */
export interface SourceFiles {
	/** The bytes of a file; throws FileError. */
	read(uri: string): Promise<Uint8Array>;
	/** The same to be read part by part; throws FileError. Who asked closes it. */
	open(uri: string): Promise<StoredBytes>;
	/**
	 * What a file is known by without reading it: as long as this stays the same, so do its bytes. Undefined where that
	 * cannot be said, as of a file that was written a moment ago. Never throws.
	 */
	signature(uri: string): Promise<string | undefined>;
}

/** Keeps bytes under names for the next start. Several processes may use one store at a time. */
export interface CacheStore {
	/** What is kept under a name; undefined where nothing is, or it cannot be read. Never throws. */
	open(name: string): StoredBytes | undefined;
	/** Throws where nothing can be written. */
	create(): StoreWriter;
	/** Never throws; what is open can be read on. */
	delete(name: string): void;
	/** A hash of bytes, which may come in parts, to name them by: different bytes never have the same. */
	digest(parts: Iterable<Uint8Array>): string;
}

/** Bytes that need not be in memory. */
export interface RangedBytes {
	readonly length: number;
	/** The bytes from `start` to `end`. Throws where they cannot be read any more. */
	read(start: number, end: number): Uint8Array;
}

/** Bytes on a disk; each part is read into a buffer of its own. */
export interface StoredBytes extends RangedBytes {
	close(): void;
}

/** Bytes on their way into a store. */
export interface StoreWriter {
	/** How many bytes were appended. */
	readonly length: number;
	/** Throws where there is no room. The bytes may be changed afterwards. */
	append(bytes: Uint8Array): void;
	/** Some of what was appended, in a buffer of its own. Throws where it cannot be read. */
	read(start: number, end: number): Uint8Array;
	/**
	 * Puts what was appended under a name, whole or not at all, in place of what was there; where that stays, what is given
	 * back can be read all the same. Throws where it cannot.
	 */
	keep(name: string): StoredBytes;
	/** Throws away what was appended, if it was not kept. Never throws. */
	abandon(): void;
}

/** What lets a corpus read sources by itself, and be quick the next time. */
export interface Disk {
	readonly files: SourceFiles;
	readonly cache?: CacheStore;
	/** Names the program: another one reads sources differently, and takes nothing from the cache that is not its own. */
	readonly program: string;
}
