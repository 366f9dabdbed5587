import * as vscode from 'vscode';
import { sourceEndings } from '../../core/importers/index.ts';
import { inDigits } from '../../core/translations.ts';
import { addToCorpus } from '../corpus-setting.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Command } from './command.ts';
import { showSourcesCommand } from './show-sources.ts';

export const addPapersCommand = 'relatedWork.addPapers';

/** Asks for files or a folder of papers, and makes them part of the corpus. */
export const addPapers: Command = {
	id: addPapersCommand,
	async execute(surroundings) {
		const uris = await ask();
		if (uris && uris.length > 0) await add(surroundings, uris);
	},
};

/** Makes part of the corpus what is selected in the explorer. */
export const useAsCorpus: Command = {
	id: 'relatedWork.useAsCorpus',
	async execute(surroundings, clicked, selected) {
		const uris = (Array.isArray(selected) && selected.length > 0 ? selected : [clicked]).filter(
			(uri) => uri instanceof vscode.Uri,
		);
		if (uris.length > 0) await add(surroundings, uris);
	},
};

async function ask(): Promise<readonly vscode.Uri[] | undefined> {
	const files = { label: `$(file) ${vscode.l10n.t('Files…')}`, isFolder: false };
	const folder = { label: `$(folder) ${vscode.l10n.t('A folder, with all papers in it…')}`, isFolder: true };
	// Not every system has a dialog for both.
	const kind = await vscode.window.showQuickPick([files, folder], { title: vscode.l10n.t('Add papers') });
	if (!kind) return undefined;
	const extensions = [...new Set(sourceEndings.map((ending) => ending.slice(ending.lastIndexOf('.') + 1)))];
	return vscode.window.showOpenDialog({
		title: vscode.l10n.t('Add papers'),
		openLabel: vscode.l10n.t('Add'),
		canSelectFiles: !kind.isFolder,
		canSelectFolders: kind.isFolder,
		canSelectMany: true,
		...(!kind.isFolder && { filters: { [vscode.l10n.t('Papers')]: extensions } }),
	});
}

async function add(surroundings: Surroundings, uris: readonly vscode.Uri[]): Promise<void> {
	const options = {
		location: vscode.ProgressLocation.Window,
		title: vscode.l10n.t('Reading papers'),
	};
	await vscode.window.withProgress(options, () => addToCorpus(surroundings, uris));
	const { sources } = await surroundings.service.status();
	const added = sources.filter(({ file }) =>
		uris.some((uri) => file === uri.toString() || file.startsWith(`${uri.toString()}/`)),
	);
	const papers = added.reduce((sum, report) => sum + report.papers, 0);
	const wrong = added.reduce((sum, { problems, duplicates }) => sum + problems.length + duplicates.length, 0);
	const said = [filesRead(added.length), papersRead(papers), problemsFound(wrong)].filter(Boolean).join(' ');
	const show = vscode.l10n.t('Show Sources');
	void vscode.window.showInformationMessage(said, show).then((chosen) => {
		if (chosen === show) void vscode.commands.executeCommand(showSourcesCommand);
	});
}

/** A single file is known to whoever named it. */
function filesRead(count: number): string {
	return count === 1 ? '' : vscode.l10n.t('{0} files were read.', inDigits(count));
}

function papersRead(count: number): string {
	return count === 1
		? vscode.l10n.t('1 paper can be cited now.')
		: vscode.l10n.t('{0} papers can be cited now.', inDigits(count));
}

function problemsFound(count: number): string {
	if (count === 0) return '';
	return count === 1
		? vscode.l10n.t('The Problems view lists 1 problem.')
		: vscode.l10n.t('The Problems view lists {0} problems.', inDigits(count));
}
