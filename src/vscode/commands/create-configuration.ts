import * as vscode from 'vscode';
import { newConfigText } from '../../core/config-edit.ts';
import { configFileName } from '../../core/config-file.ts';
import type { Command } from './command.ts';

/** Opens the `relatedwork.json` of a folder; makes one with the corpus of the settings where there is none. */
export const createConfiguration: Command = {
	id: 'relatedWork.createConfiguration',
	async execute({ settings }) {
		const folder = await chooseFolder();
		if (!folder) return;
		const file = vscode.Uri.joinPath(folder, configFileName);
		const edit = new vscode.WorkspaceEdit();
		const { corpus } = settings.forFile(vscode.Uri.joinPath(folder, '-').toString());
		const text = newConfigText(corpus.map(({ pattern }) => pattern));
		edit.createFile(file, { ignoreIfExists: true, contents: new TextEncoder().encode(text) });
		await vscode.workspace.applyEdit(edit);
		await vscode.window.showTextDocument(file);
	},
};

async function chooseFolder(): Promise<vscode.Uri | undefined> {
	const folders = vscode.workspace.workspaceFolders ?? [];
	if (folders.length < 2) return folders[0]?.uri;
	return (await vscode.window.showWorkspaceFolderPick())?.uri;
}
