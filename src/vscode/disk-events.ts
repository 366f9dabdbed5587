import * as vscode from 'vscode';
import { Utils } from 'vscode-uri';
import { type Disposable, disposeAll } from '../core/util/event.ts';
import { folderOf } from '../core/util/paths.ts';
import { escapeGlob } from '../core/util/uri-pattern.ts';

/** Watches files on disk. */
export interface DiskEvents extends Disposable {
	/** Asks for events on a file outside the open folders; those inside come anyway. */
	watch(uri: string): Disposable;
}

/** @param changed called with what changed, came or went, once for all that the editor tells us in one turn */
export function createDiskEvents(changed: (uris: readonly string[]) => void): DiskEvents {
	const pending = new Set<string>();
	let timer: ReturnType<typeof setTimeout> | undefined;
	const flush = () => {
		timer = undefined;
		const uris = [...pending];
		pending.clear();
		changed(uris);
	};
	const report = (uri: vscode.Uri) => {
		pending.add(uri.toString());
		timer ??= setTimeout(flush);
	};
	const listen = (pattern: vscode.GlobPattern): Disposable => {
		const watcher = vscode.workspace.createFileSystemWatcher(pattern);
		return disposeAll([watcher, watcher.onDidChange(report), watcher.onDidCreate(report), watcher.onDidDelete(report)]);
	};
	const folders = listen('**/*');
	return {
		watch(uri) {
			const file = vscode.Uri.parse(uri);
			// What was never saved is on no disk.
			if (file.scheme === 'untitled' || vscode.workspace.getWorkspaceFolder(file)) return { dispose() {} };
			return listen(new vscode.RelativePattern(vscode.Uri.parse(folderOf(uri)), escapeGlob(Utils.basename(file))));
		},
		dispose() {
			clearTimeout(timer);
			folders.dispose();
		},
	};
}
