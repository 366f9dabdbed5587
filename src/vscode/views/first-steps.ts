import * as vscode from 'vscode';
import type { Command } from '../commands/command.ts';

const sampleName = 'related-work-sample';

/** Copies the sample to where the user wants it, and opens it. */
export const openSample: Command = {
	id: 'relatedWork.openSample',
	async execute({ extensionUri, storage }) {
		const here = { label: vscode.l10n.t('In a temporary folder'), folder: async () => storage };
		const there = { label: vscode.l10n.t('In a folder that I choose…'), folder: chooseFolder };
		const title = vscode.l10n.t('Where to put the sample?');
		const chosen = await vscode.window.showQuickPick([here, there], { title });
		const folder = await chosen?.folder();
		if (!folder) return;
		const copy = await copySample(extensionUri, folder);
		const forceNewWindow = (vscode.workspace.workspaceFolders?.length ?? 0) > 0;
		await vscode.commands.executeCommand('vscode.openFolder', copy, { forceNewWindow });
	},
};

async function chooseFolder(): Promise<vscode.Uri | undefined> {
	const openLabel = vscode.l10n.t('Put the Sample Here');
	const [folder] =
		(await vscode.window.showOpenDialog({ canSelectFiles: false, canSelectFolders: true, openLabel })) ?? [];
	return folder;
}

/** A fresh copy of the sample in a folder; what is there already stays as it is. */
export async function copySample(extensionUri: vscode.Uri, folder: vscode.Uri): Promise<vscode.Uri> {
	const taken = new Set(
		await vscode.workspace.fs.readDirectory(folder).then(
			(entries) => entries.map(([name]) => name),
			() => [],
		),
	);
	let name = sampleName;
	for (let count = 2; taken.has(name); count++) name = `${sampleName}-${count}`;
	const copy = vscode.Uri.joinPath(folder, name);
	await vscode.workspace.fs.createDirectory(folder);
	await vscode.workspace.fs.copy(vscode.Uri.joinPath(extensionUri, 'samples', 'related-work'), copy);
	return copy;
}

/** Lets the user choose files of papers, which the settings then name as the corpus. */
export const addPapers: Command = {
	id: 'relatedWork.addPapers',
	async execute() {
		const chosen = await vscode.window.showOpenDialog({
			canSelectMany: true,
			title: vscode.l10n.t('Files with papers to cite from'),
			openLabel: vscode.l10n.t('Add Papers'),
			filters: {
				[vscode.l10n.t('Papers')]: [
					...['bib', 'jsonl', 'json', 'ris', 'yaml', 'yml', 'xml', 'enw', 'nbib', 'csv', 'tsv', 'txt', 'gz'],
				],
				[vscode.l10n.t('All files')]: ['*'],
			},
		});
		if (!chosen || chosen.length === 0) return;
		await addToCorpus(chosen);
	},
};

/** Names files in the setting of the workspace, or in the user's where no folder is open. */
export async function addToCorpus(files: readonly vscode.Uri[]): Promise<void> {
	const settings = vscode.workspace.getConfiguration('relatedWork');
	const { Workspace, Global } = vscode.ConfigurationTarget;
	const target = vscode.workspace.workspaceFolders ? Workspace : Global;
	const known = settings.inspect<readonly string[]>('corpus');
	const before = (target === Workspace ? known?.workspaceValue : known?.globalValue) ?? [];
	await settings.update('corpus', [...new Set([...before, ...files.map(patternOf)])], target);
}

/** A path as the setting has it: relative where there is one folder, in which it lies. */
function patternOf(file: vscode.Uri): string {
	const single = vscode.workspace.workspaceFolders?.length === 1;
	const path =
		single && vscode.workspace.getWorkspaceFolder(file) ? vscode.workspace.asRelativePath(file) : file.fsPath;
	return path.replaceAll('\\', '/');
}

export const firstSteps: readonly Command[] = [openSample, addPapers];
