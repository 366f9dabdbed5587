import { resolve } from 'node:path';
import { documents, languages } from '../core/languages/index.ts';
import { FileError } from '../core/ports.ts';
import { pathOf, uriOf, whyUnreadable } from '../host/node/workspace.ts';
import type { Session } from './session.ts';

/** Files that a user named, or meant by a folder or glob. */
export interface Inputs {
	/** URIs of documents, readable as text, in order and without repetition. */
	readonly documents: readonly string[];
	/** Those of them that were named one by one. */
	readonly named: readonly string[];
	/** URIs of all else that was named: sources of papers. */
	readonly sources: readonly string[];
}

/** Finds what paths, folders and globs stand for. What cannot be read is refused. */
export async function inputsOf(session: Session, paths: readonly string[]): Promise<Inputs> {
	const documents = new Set<string>();
	const sources = new Set<string>();
	const named = new Set<string>();
	for (const path of paths) {
		// Who names a file by its name means it.
		const byName = (await session.workspace.stat(session.uri(path)))?.kind === 'file';
		for (const file of await filesOf(session, path)) {
			if (!byName && session.isIgnored(file)) continue;
			if (!session.service.reads(file)) sources.add(file);
			else if (await isText(session, file)) {
				documents.add(file);
				if (byName) named.add(file);
			}
		}
	}
	return { documents: [...documents], named: [...named], sources: [...sources] };
}

async function filesOf(session: Session, path: string): Promise<readonly string[]> {
	const uri = session.uri(path);
	if ((await session.workspace.stat(uri))?.kind !== 'directory') return readable(session, path);
	const files = await session.workspace.glob(uri, documents);
	if (files.length === 0) session.refuse(`${path} has no documents in it that could be checked`);
	return files;
}

/** The readable files that a path, folder or glob stands for as a source of papers; the others are refused. */
export async function readable(session: Session, pattern: string): Promise<readonly string[]> {
	const base = session.uri('.');
	const files = await session.workspace.glob(base, pattern);
	if (files.length === 0) session.refuse(await whyNothing(base, pattern));
	const found: string[] = [];
	for (const file of files) {
		const why = await whyUnreadable(file);
		if (why) session.refuse(`${session.show(file)} ${why}`);
		else found.push(file);
	}
	return found;
}

/** The URI of the one document that a command is about; undefined, and refused, where it cannot be read. */
export async function documentOf(session: Session, path: string): Promise<string | undefined> {
	const uri = session.uri(path);
	if (!(await isText(session, uri))) return undefined;
	if (session.service.reads(uri)) return uri;
	session.refuse(`${path} is not a document of a known language (${endings()})`);
	return undefined;
}

async function isText(session: Session, uri: string): Promise<boolean> {
	try {
		await session.workspace.open(uri);
		return true;
	} catch (error) {
		if (!(error instanceof FileError)) throw error;
		session.refuse(`${session.show(uri)} ${error.message}`);
		return false;
	}
}

function endings(): string {
	return languages.flatMap(({ extensions }) => extensions).join(', ');
}

export function hasWildcard(pattern: string): boolean {
	return /[*?[\]{}]/.test(pattern);
}

/** Why a pattern stands for no file, as a clause. */
export async function whyNothing(base: string, pattern: string): Promise<string> {
	if (hasWildcard(pattern)) return `no file matches ${pattern}`;
	const why = await whyUnreadable(uriOf(resolve(pathOf(base), pattern)));
	// A folder that is there was searched, and nothing was found in it.
	return why?.includes('folder')
		? `${pattern} has no files of papers in it`
		: `${pattern} ${why ?? 'has nothing in it'}`;
}
