import * as vscode from 'vscode';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Disposable, disposeAll } from '../core/util/event.ts';

/** The texts that are open in the editor, saved or not. */
export interface OpenEditors extends Disposable {
	/** One value per version, so that what was computed for it stays good; undefined where nothing is open. */
	get(uri: string): TextDocument | undefined;
}

/** @param changed called at once for a text that changed, or whose unsaved changes were thrown away */
export function createOpenEditors(changed: (uri: string) => void): OpenEditors {
	const editors = new Map<string, vscode.TextDocument>();
	const snapshots = new WeakMap<vscode.TextDocument, TextDocument>();
	/** Texts that differ from what is on disk, as far as we saw. */
	const edited = new Set<string>();

	const opened = (document: vscode.TextDocument) => {
		const uri = document.uri.toString();
		editors.set(uri, document);
		// Restored with unsaved changes: nobody has seen this text yet.
		if (document.isDirty) touch(uri);
	};
	const touch = (uri: string) => {
		edited.add(uri);
		changed(uri);
	};
	const subscriptions = [
		vscode.workspace.onDidOpenTextDocument(opened),
		vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
			if (contentChanges.length > 0) touch(document.uri.toString());
		}),
		vscode.workspace.onDidSaveTextDocument(({ uri }) => void edited.delete(uri.toString())),
		vscode.workspace.onDidCloseTextDocument(({ uri }) => {
			editors.delete(uri.toString());
			if (edited.delete(uri.toString())) changed(uri.toString());
		}),
	];
	vscode.workspace.textDocuments.forEach(opened);

	return {
		get(uri) {
			const document = editors.get(uri);
			if (!document) return undefined;
			const known = snapshots.get(document);
			if (known?.version === document.version) return known;
			const made = TextDocument.create(uri, document.languageId, document.version, document.getText());
			snapshots.set(document, made);
			return made;
		},
		dispose: () => disposeAll(subscriptions).dispose(),
	};
}
