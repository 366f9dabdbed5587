import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../../src/vscode/extension.ts';
import { until } from './until.ts';

/** The extension, activated. Fails where VS Code did not load it, e.g. because it asks for a newer version. */
export async function activated(): Promise<Api> {
	const extension = vscode.extensions.getExtension<Api>('related-work.related-work');
	assert.ok(extension, 'VS Code did not load the extension');
	return extension.activate();
}

/** URI of a file in the workspace. */
export function uriOf(name: string): vscode.Uri {
	const folder = vscode.workspace.workspaceFolders?.[0];
	assert.ok(folder, 'a folder is open');
	return vscode.Uri.joinPath(folder.uri, name);
}

/** Shows a file of the workspace in an editor. */
export async function show(name: string): Promise<vscode.TextEditor> {
	return vscode.window.showTextDocument(uriOf(name));
}

/** Gives the active editor the text that is on disk. */
export async function revert(): Promise<void> {
	await vscode.commands.executeCommand('workbench.action.files.revert');
}

/** Position of the end of the first occurrence of `text`. */
export function endOf(document: vscode.TextDocument, text: string): vscode.Position {
	const at = document.getText().indexOf(text);
	assert.ok(at >= 0, `"${text}" stands in ${document.fileName}`);
	return document.positionAt(at + text.length);
}

/** Labels of what completion offers there, in the order of the list. */
export async function completions(
	document: vscode.TextDocument,
	position: vscode.Position,
): Promise<readonly string[]> {
	const list = await vscode.commands.executeCommand<vscode.CompletionList>(
		'vscode.executeCompletionItemProvider',
		document.uri,
		position,
	);
	const sorted = list.items.toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
	return sorted.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

/** Our diagnostic with this rule in a file, once there is one. */
export function diagnostic(uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> {
	return until(vscode.languages.onDidChangeDiagnostics, () =>
		vscode.languages.getDiagnostics(uri).find(({ source, code }) => source === 'Related Work' && code === rule),
	);
}
