import * as vscode from 'vscode';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { sourceEndings } from '../core/importers/index.ts';
import { FileError, type FileStat, type Logger, type WatchingWorkspace } from '../core/ports.ts';
import { asListed } from '../core/project/locate.ts';
import { createEmitter, type Disposable, disposeAll } from '../core/util/event.ts';
import { globOf } from '../core/util/paths.ts';
import { splitPattern } from '../core/util/uri-pattern.ts';
import { createDiskEvents } from './disk-events.ts';
import { findFiles } from './find-files.ts';
import { createOpenEditors } from './open-editors.ts';
import { mayRead } from './trust.ts';

/** What a folder stands for, where one is named as a source of papers. */
const anySource = globOf(sourceEndings);

/** The machine that extensions run on, where they see its disk: `file:` is what lies there. */
export interface Machine {
	/** What `~/` in a pattern means. */
	readonly home: vscode.Uri;
}

/**
 * The files as the editor sees them, on any of its file systems. The text of an open editor, saved or not, stands in
 * for what is on disk. FileErrors are phrases that follow a file's name: "does not exist".
 * @param machine Undefined in a browser, where `file:` is whatever folder the user let it see.
 */
export function createEditorWorkspace(log: Logger, machine?: Machine): WatchingWorkspace & Disposable {
	const changes = createEmitter<readonly string[]>();
	const editors = createOpenEditors((uri) => changes.fire([uri]));
	const disk = createDiskEvents(changes.fire);
	/** Files that could not be read for want of trust. */
	const refused = new Set<string>();
	const trusted = vscode.workspace.onDidGrantWorkspaceTrust(() => changes.fire([...refused]));
	let opened = 0;

	async function readFile(uri: string): Promise<Uint8Array> {
		const file = vscode.Uri.parse(uri);
		if (!mayRead(file)) {
			refused.add(uri);
			throw new FileError(uri, untrusted());
		}
		try {
			return await vscode.workspace.fs.readFile(file);
		} catch (error) {
			throw new FileError(uri, phrase(error));
		}
	}

	const locate = (base: string, pattern: string) => {
		const { folder, rest } = splitPattern(base, pattern, machine?.home.toString());
		return { folder: vscode.Uri.parse(folder), rest };
	};

	async function list(uri: string): Promise<readonly string[]> {
		const folder = vscode.Uri.parse(uri);
		if (!mayRead(folder)) return [];
		try {
			return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).sort();
		} catch {
			return [];
		}
	}

	return {
		get folders() {
			return (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString());
		},
		async open(uri) {
			const editor = editors.get(uri);
			if (editor) return editor;
			const bytes = await readFile(uri);
			try {
				const text = await vscode.workspace.decode(bytes, { uri: vscode.Uri.parse(uri) });
				return TextDocument.create(uri, 'plaintext', ++opened, text);
			} catch {
				throw new FileError(uri, vscode.l10n.t('is not a text file'));
			}
		},
		async read(uri) {
			const editor = editors.get(uri);
			return editor ? new TextEncoder().encode(editor.getText()) : readFile(uri);
		},
		isOnDisk(uri) {
			const file = vscode.Uri.parse(uri);
			return machine !== undefined && file.scheme === 'file' && !editors.get(uri) && mayRead(file);
		},
		async form(uri) {
			const file = vscode.Uri.parse(uri);
			const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
			const set = vscode.workspace.getConfiguration('files', file).get('encoding', 'utf8');
			return { encoding: open?.encoding ?? set, readOnly: await isReadOnly(file) };
		},
		async stat(uri) {
			const editor = editors.get(uri);
			return editor
				? { kind: 'file', version: `editor:${editor.version}`, size: editor.getText().length }
				: statOf(vscode.Uri.parse(uri));
		},
		list,
		async glob(base, pattern) {
			const { folder, rest } = locate(base, pattern);
			if (!mayRead(folder)) return [];
			if (rest) return findFiles(folder, rest, log);
			const kind = (await statOf(folder))?.kind;
			if (kind === 'directory') return findFiles(folder, anySource, log);
			return kind ? [await asListed({ list }, base, folder.toString())] : [];
		},
		outOfReach(base, pattern) {
			const { folder } = locate(base, pattern);
			if (!mayRead(folder)) return untrusted();
			if (machine) return undefined;
			if (/^~[/\\]/.test(pattern)) return vscode.l10n.t('is in a home folder, which cannot be read in a browser');
			const isBelow = folder.toString() === base || folder.toString().startsWith(`${base.replace(/\/$/, '')}/`);
			if (isBelow || folder.scheme === 'vscode-remote') return undefined;
			return vscode.l10n.t('is outside of the open folder, which is all that can be read in a browser');
		},
		watch: disk.watch,
		onDidChange: changes.event,
		dispose: () => disposeAll([changes, editors, disk, trusted]).dispose(),
	};
}

async function isReadOnly(uri: vscode.Uri): Promise<boolean> {
	if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return true;
	try {
		const { permissions = 0 } = await vscode.workspace.fs.stat(uri);
		return (permissions & vscode.FilePermission.Readonly) !== 0;
	} catch {
		return false;
	}
}

async function statOf(uri: vscode.Uri): Promise<FileStat | undefined> {
	try {
		const { type, mtime, size } = await vscode.workspace.fs.stat(uri);
		const is = (kind: vscode.FileType) => (type & kind) !== 0;
		const kind = is(vscode.FileType.File) ? 'file' : is(vscode.FileType.Directory) ? 'directory' : 'other';
		return { kind, version: `${mtime}:${size}`, size };
	} catch {
		return undefined;
	}
}

function untrusted(): string {
	return vscode.l10n.t('is outside of the open folder, and is read only after you trust this workspace');
}

function phrase(error: unknown): string {
	const { code, message } = error as vscode.FileSystemError;
	switch (code) {
		case 'FileNotFound':
			return vscode.l10n.t('does not exist');
		case 'FileIsADirectory':
			return vscode.l10n.t('is a folder, not a file');
		case 'NoPermissions':
			return vscode.l10n.t('cannot be read (permission denied)');
		case 'Unavailable':
			return vscode.l10n.t('cannot be read (its file system is not available)');
		default:
			return vscode.l10n.t('cannot be read ({0})', message);
	}
}
