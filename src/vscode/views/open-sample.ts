import * as vscode from 'vscode';
import type { Command } from '../commands/command.ts';

const sampleName = 'related-work-sample';

/** Where the memory for all workspaces has the copy whose window is to come. */
const memoryKey = 'sample.toShow';

/** Its files, since an extension that came over the web cannot list its folders. */
export const sampleFiles = [
	'README.md',
	'draft.md',
	'extra.bib',
	'paper.tex',
	'reading-list.jsonl',
	'references.bib',
	'relatedwork.json',
	'sections/related.tex',
	'slides.tex',
	'trending.txt',
];

/** Copies the sample to where the user wants it, and opens it there. */
export const openSample: Command = {
	id: 'relatedWork.openSample',
	async execute({ extensionUri, storage, globalMemory }) {
		const here = { label: vscode.l10n.t('In a temporary folder'), folder: async () => storage };
		const there = { label: vscode.l10n.t('In a folder that I choose…'), folder: chooseFolder };
		const title = vscode.l10n.t('Where to put the sample?');
		// What a browser lets an extension store is no folder that can be opened.
		const isFolder = storage.scheme === 'file';
		const chosen = isFolder ? await vscode.window.showQuickPick([here, there], { title }) : there;
		const folder = await chosen?.folder();
		if (!folder) return;
		const copy = await copySample(extensionUri, folder);
		await globalMemory.update(memoryKey, copy.toString());
		const forceNewWindow = (vscode.workspace.workspaceFolders?.length ?? 0) > 0;
		await vscode.commands.executeCommand('vscode.openFolder', copy, { forceNewWindow });
	},
};

/** Shows the paper beside the tour of it, where this window was opened for a copy of the sample. */
export async function showSample(memory: vscode.Memento): Promise<void> {
	const [folder] = vscode.workspace.workspaceFolders ?? [];
	if (!folder || memory.get(memoryKey) !== folder.uri.toString()) return;
	await memory.update(memoryKey, undefined);
	await vscode.window.showTextDocument(vscode.Uri.joinPath(folder.uri, 'paper.tex'), { preview: false });
	await vscode.commands.executeCommand('markdown.showPreviewToSide', vscode.Uri.joinPath(folder.uri, 'README.md'));
}

async function chooseFolder(): Promise<vscode.Uri | undefined> {
	const openLabel = vscode.l10n.t('Put the Sample Here');
	const [folder] =
		(await vscode.window.showOpenDialog({ canSelectFiles: false, canSelectFolders: true, openLabel })) ?? [];
	return folder;
}

/** A fresh copy of the sample in a folder; what is there already stays as it is. */
export async function copySample(extensionUri: vscode.Uri, folder: vscode.Uri): Promise<vscode.Uri> {
	await vscode.workspace.fs.createDirectory(folder);
	const taken = new Set((await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name));
	let name = sampleName;
	for (let count = 2; taken.has(name); count++) name = `${sampleName}-${count}`;
	const copy = vscode.Uri.joinPath(folder, name);
	const original = vscode.Uri.joinPath(extensionUri, 'samples', 'related-work');
	for (const file of sampleFiles) {
		const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(original, file));
		await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(copy, file), bytes);
	}
	return copy;
}
