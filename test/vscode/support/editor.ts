import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CitationService } from '../../../src/core/features/types.ts';
import type { Api } from '../../../src/vscode/front-door.ts';
import { until } from './until.ts';

// The editor as the tests of the suite use it: files of the workspace by path, places by the text around them.

/** The service of the running extension, with the corpus of the workspace read. */
export async function service(): Promise<CitationService> {
	const extension = vscode.extensions.getExtension<Api>('related-work.related-work');
	assert.ok(extension, 'The extension is not installed.');
	const { service, ready } = await (await extension.activate()).running;
	await ready;
	return service;
}

/** A file of the workspace: `thesis/main.tex` is in the folder `thesis`. */
export function uriOf(path: string): vscode.Uri {
	const [name, ...rest] = path.split('/');
	const folder = vscode.workspace.workspaceFolders?.find((one) => one.name === name);
	assert.ok(folder, `The folder ${name} is not open.`);
	return vscode.Uri.joinPath(folder.uri, ...rest);
}

/** Writes a file to disk, behind the editor's back. */
export async function write(path: string, text: string): Promise<vscode.Uri> {
	const uri = uriOf(path);
	await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
	return uri;
}

/** Writes a document and opens it in an editor; with the place where `|` stood, if there was one. */
export async function open(path: string, text?: string) {
	const cursor = text?.indexOf('|') ?? -1;
	const uri = text === undefined ? uriOf(path) : await write(path, text.replace('|', ''));
	const document = await vscode.workspace.openTextDocument(uri);
	// A text that another test opened lives on for minutes.
	if (text !== undefined) assert.equal(document.getText(), text.replace('|', ''), `${path} is open already.`);
	const editor = await vscode.window.showTextDocument(document);
	const position = document.positionAt(Math.max(cursor, 0));
	return { document, editor, position, uri };
}

/** Throws away what is unsaved, and closes every editor. */
export async function closeAll(): Promise<void> {
	for (const document of vscode.workspace.textDocuments) {
		if (!document.isDirty || document.isClosed) continue;
		await vscode.window.showTextDocument(document);
		await vscode.commands.executeCommand('workbench.action.files.revert');
	}
	await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Where `text` begins; `offset` characters further. */
export function at(document: vscode.TextDocument, text: string, offset = 0): vscode.Position {
	const index = document.getText().indexOf(text);
	assert.ok(index >= 0, `The document does not hold ${text}.`);
	return document.positionAt(index + offset);
}

/** Our rows of the completion list, best first. */
export async function complete(
	uri: vscode.Uri,
	position: vscode.Position,
	resolve = 0,
): Promise<vscode.CompletionItem[]> {
	const command = 'vscode.executeCompletionItemProvider';
	const list = await vscode.commands.executeCommand<vscode.CompletionList>(command, uri, position, undefined, resolve);
	const ours = list.items.filter(({ kind }) => kind === vscode.CompletionItemKind.Reference);
	return ours.sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
}

export const keyOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);

/** Our problems of a file. */
export function problems(uri: vscode.Uri): vscode.Diagnostic[] {
	return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Related Work');
}

/** Our problems of a file, as soon as they are what `wanted` waits for. */
export function problemsWhen(
	uri: vscode.Uri,
	wanted: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<vscode.Diagnostic[]> {
	return until(vscode.languages.onDidChangeDiagnostics, () => {
		const found = problems(uri);
		return wanted(found) ? found : undefined;
	});
}
