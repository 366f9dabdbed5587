import * as vscode from 'vscode';
import { Utils } from 'vscode-uri';
import type { CorpusPattern } from '../core/config.ts';
import { withCorpus, withoutCorpus } from '../core/config-edit.ts';
import { never } from '../core/util/cancellation.ts';
import { folderOf } from '../core/util/paths.ts';
import { patternFor } from '../core/util/uri-pattern.ts';
import { applyEdits } from './apply.ts';
import type { Surroundings } from './surroundings.ts';

// Where the corpus is configured: in the nearest relatedwork.json, else in the settings.

/** Makes files and folders part of the corpus, and reads them. */
export async function addToCorpus({ service, settings }: Surroundings, uris: readonly vscode.Uri[]): Promise<void> {
	const folder = folderFor(uris);
	const file = folder && (await service.configurationOf(nearTo(folder).toString()));
	if (file) {
		const base = folderOf(file);
		const patterns = uris.map((uri) => patternFor(base, uri.toString()));
		await changeText(file, (text) => withCorpus(text, patterns));
	} else
		await settings.changeCorpus(folder, { add: uris.map((uri) => patternFor(folder?.toString(), uri.toString())) });
	await service.loadCorpus(never);
}

/** Takes patterns out of wherever they are configured. */
export async function removeFromCorpus(
	{ service, settings }: Surroundings,
	patterns: readonly CorpusPattern[],
): Promise<void> {
	for (const { base, pattern } of patterns) {
		const folder = vscode.Uri.parse(base);
		const file = Utils.joinPath(folder, 'relatedwork.json').toString();
		if ((await service.configurationOf(`${base}/-`)) === file)
			await changeText(file, (text) => withoutCorpus(text, pattern));
		await settings.changeCorpus(folder, { remove: [pattern] });
	}
}

/** The open folder that a change is meant for: that of the first file, else that of the active editor. */
function folderFor([first]: readonly vscode.Uri[]): vscode.Uri | undefined {
	const active = vscode.window.activeTextEditor?.document.uri;
	const of = (uri: vscode.Uri | undefined) => uri && vscode.workspace.getWorkspaceFolder(uri)?.uri;
	return of(first) ?? of(active) ?? vscode.workspace.workspaceFolders?.[0]?.uri;
}

/** A place in a folder from which configuration files are looked for: the active document, where it is in there. */
function nearTo(folder: vscode.Uri): vscode.Uri {
	const active = vscode.window.activeTextEditor?.document.uri;
	const isInside = active && vscode.workspace.getWorkspaceFolder(active)?.uri.toString() === folder.toString();
	return isInside ? vscode.Uri.parse(folderOf(active.toString())) : folder;
}

async function changeText(file: string, change: (text: string) => string): Promise<void> {
	await applyEdits(async () => {
		const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(file));
		const text = document.getText();
		const newText = change(text);
		if (newText === text) return [];
		const { line, character } = document.positionAt(text.length);
		return [{ file, range: { start: { line: 0, character: 0 }, end: { line, character } }, newText }];
	});
}
