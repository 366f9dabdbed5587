import { access, constants, readdir, readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { glob as expand } from 'tinyglobby';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { sourceEndings } from '../../core/importers/index.ts';
import { FileError, type FileStat, type StoredBytes, type Workspace } from '../../core/ports.ts';
import { asListed } from '../../core/project/locate.ts';
import { decode } from '../../core/text/bytes.ts';
import { globOf } from '../../core/util/paths.ts';
import { splitPattern } from '../../core/util/uri-pattern.ts';
import { openStored } from './open-file.ts';

/** Folders that hold no one's papers. */
const ignored = ['**/{.git,node_modules}/**'];

/** What a folder stands for, where one is named as a source of papers. */
const anySource = globOf(sourceEndings);

const list = async (uri: string): Promise<readonly string[]> => (await readdir(pathOf(uri)).catch(() => [])).sort();

/** The path of a `file:` URI, as this system writes it. */
export const pathOf = (uri: string): string => URI.parse(uri).fsPath;

/** The URI of a path; a relative one is taken from the working directory. */
export const uriOf = (path: string): string => URI.file(resolve(path)).toString();

/**
 * The files of this machine. FileErrors are phrases that follow a file's name: "does not exist", "is a folder, not a
 * file". `version` of a stat is the time of the last change, the size and the identity of the file.
 * @param options.folders URIs of the open folders
 */
export function createNodeWorkspace({ folders }: { readonly folders: readonly string[] }): Workspace {
	const documents = new Map<string, { readonly version: string; readonly document: TextDocument }>();
	return {
		folders,
		async open(uri) {
			const { bytes, version } = await load(uri);
			const known = documents.get(uri);
			if (known?.version === version) return known.document;
			const document = TextDocument.create(uri, 'plaintext', (known?.document.version ?? 0) + 1, textOf(uri, bytes));
			documents.set(uri, { version, document });
			return document;
		},
		read: readBytes,
		async form(uri) {
			const { encoding } = decode(await readBytes(uri).catch(() => new Uint8Array()));
			const readOnly = await access(pathOf(uri), constants.W_OK).then(
				() => false,
				() => true,
			);
			return { encoding, readOnly };
		},
		stat: (uri) => inspect(uri).catch(() => undefined),
		list,
		async glob(base, pattern) {
			const { folder, rest } = splitPattern(base, pattern, uriOf(homedir()));
			// A name may have wildcards in it, or backslashes, and mean a file all the same.
			for (const plain of [uriOf(locate(pathOf(base), pattern)), ...(rest ? [] : [folder])]) {
				const kind = (await inspect(plain).catch(() => undefined))?.kind;
				if (kind === 'directory') return find(pathOf(plain), anySource);
				if (kind) return [await asListed({ list }, base, plain)];
			}
			return rest ? find(pathOf(folder), rest) : [];
		},
	};
}

/** Why a file cannot be read, as a phrase that follows its name; undefined where it can. Nothing is read. */
export async function whyUnreadable(uri: string): Promise<string | undefined> {
	try {
		await fileVersion(uri);
		await access(pathOf(uri), constants.R_OK);
		return undefined;
	} catch (error) {
		return fileError(uri, error).message;
	}
}

/** What was to be done with a file. */
type Verb = 'read' | 'written';

/** What a system call on a file failed with, in words. */
export function fileError(uri: string, error: unknown, verb: Verb = 'read'): FileError {
	return error instanceof FileError ? error : new FileError(uri, phrase(error, verb));
}

/** The bytes of a file; throws FileError. */
export async function readBytes(uri: string): Promise<Uint8Array> {
	return (await load(uri)).bytes;
}

/** The same to be read part by part; throws FileError. */
export async function openBytes(uri: string): Promise<StoredBytes> {
	try {
		await fileVersion(uri);
		return openStored(pathOf(uri), atOnce);
	} catch (error) {
		throw fileError(uri, error);
	}
}

/** Looks before it reads, and does not wait if there is a pipe by then: opening one would take for ever. */
const atOnce = constants.O_RDONLY | constants.O_NONBLOCK;

async function load(uri: string): Promise<{ bytes: Uint8Array; version: string }> {
	try {
		const version = await fileVersion(uri);
		return { bytes: await readFile(pathOf(uri), { flag: atOnce }), version };
	} catch (error) {
		throw fileError(uri, error);
	}
}

async function fileVersion(uri: string): Promise<string> {
	const { kind, version } = await inspect(uri);
	if (kind === 'directory') throw new FileError(uri, l10n.t('is a folder, not a file'));
	if (kind === 'other') throw new FileError(uri, l10n.t('is not a regular file (a pipe, socket or device)'));
	return version;
}

async function inspect(uri: string): Promise<FileStat> {
	const stats = await stat(pathOf(uri));
	const kind = stats.isFile() ? 'file' : stats.isDirectory() ? 'directory' : 'other';
	return { kind, version: `${stats.mtimeMs}:${stats.size}:${stats.ino}`, size: stats.size };
}

function textOf(uri: string, bytes: Uint8Array): string {
	const { text, encoding } = decode(bytes);
	if (encoding === 'binary') throw new FileError(uri, l10n.t('is not a text file'));
	return text;
}

/** The path that a plain pattern names; `~/` is the home folder. */
function locate(base: string, pattern: string): string {
	return pattern.startsWith('~/') ? resolve(homedir(), pattern.slice(2)) : resolve(base, pattern);
}

/** Files below a folder, as URIs; none where it cannot be read. */
async function find(folder: string, pattern: string): Promise<readonly string[]> {
	const options = { cwd: folder, absolute: true, expandDirectories: false, ignore: ignored };
	const paths = await expand(pattern, options).catch(() => []);
	return [...new Set(paths.map(uriOf))].sort();
}

function phrase(error: unknown, verb: Verb): string {
	const { code, message } = error as NodeJS.ErrnoException;
	switch (code) {
		case 'ENOENT':
		case 'ENOTDIR':
			return l10n.t('does not exist');
		case 'ELOOP':
			return l10n.t('is a symbolic link that leads back to itself');
		case 'ENAMETOOLONG':
			return l10n.t('does not exist (the name is too long)');
		case 'ERR_FS_FILE_TOO_LARGE':
			return l10n.t('is too large to be read (over 2 GB); split it into several files');
		default: {
			const reason = reasonOf(code) ?? code ?? message;
			return verb === 'read' ? l10n.t('cannot be read ({0})', reason) : l10n.t('cannot be written ({0})', reason);
		}
	}
}

function reasonOf(code: string | undefined): string | undefined {
	switch (code) {
		case 'EEXIST':
			return l10n.t('another program is writing it just now; try again');
		case 'EBUSY':
			return l10n.t('another program has it open; close it there and try again');
		case 'EACCES':
		case 'EPERM':
			// Windows says the same of both.
			return process.platform === 'win32'
				? l10n.t('permission denied, or another program has it open')
				: l10n.t('permission denied');
		case 'EROFS':
			return l10n.t('the file system is read-only');
		case 'ENOSPC':
			return l10n.t('the disk is full');
		case 'EDQUOT':
			return l10n.t('your quota of disk space is used up');
		case 'EFBIG':
			return l10n.t('it would be larger than a file may be here');
		case 'EIO':
			return l10n.t('the disk reports an error');
		default:
			return undefined;
	}
}
