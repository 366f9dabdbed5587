import * as vscode from 'vscode';
import { sourceEndings } from '../../core/importers/index.ts';
import { inDigits } from '../../core/translations.ts';
import { never } from '../../core/util/cancellation.ts';
import { baseName } from '../../core/util/paths.ts';
import { addToCorpus } from '../corpus-setting.ts';
import { findFiles } from '../find-files.ts';
import { answer } from '../providers/answer.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Command } from './command.ts';
import { showSourcesCommand } from './show-sources.ts';

export const addPapersCommand = 'relatedWork.addPapers';

/** Asks for files or a folder of papers, and makes them part of the corpus. */
export const addPapers: Command = {
	id: addPapersCommand,
	async execute(surroundings) {
		const uris = await ask(surroundings);
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

/** What can be chosen: a file of the open folders, or where to look for others. */
interface Choice extends vscode.QuickPickItem {
	readonly uri?: vscode.Uri;
	readonly look?: 'files' | 'folder';
}

async function ask(surroundings: Surroundings): Promise<readonly vscode.Uri[] | undefined> {
	// Not every system has a dialog for both.
	const elsewhere: readonly Choice[] = [
		{ label: `$(file) ${vscode.l10n.t('Files…')}`, look: 'files' },
		{ label: `$(folder) ${vscode.l10n.t('A folder, with all papers in it…')}`, look: 'folder' },
	];
	const chosen = await choose(
		elsewhere,
		answer(surroundings.log, 'Add papers', never, () => newFiles(surroundings)),
	);
	if (chosen?.uri) return [chosen.uri];
	if (!chosen?.look) return undefined;
	const isFolder = chosen.look === 'folder';
	const extensions = [...new Set(sourceEndings.map((ending) => ending.slice(ending.lastIndexOf('.') + 1)))];
	return vscode.window.showOpenDialog({
		title: vscode.l10n.t('Add papers'),
		openLabel: vscode.l10n.t('Add'),
		canSelectFiles: !isFolder,
		canSelectFolders: isFolder,
		canSelectMany: true,
		...(!isFolder && { filters: { [vscode.l10n.t('Papers')]: extensions } }),
	});
}

/** Files that hold papers, by their endings; what is called `.txt` or `.json` is something else in most folders. */
const files = '**/*.{bib,ris,enw,nbib,jsonl}';
const mostFiles = 100;

/** The files of papers in the open folders that are read for nothing so far. */
async function newFiles({ service, log }: Surroundings): Promise<readonly Choice[]> {
	const folders = vscode.workspace.workspaceFolders ?? [];
	const [{ sources }, ...found] = await Promise.all([
		service.status(),
		...folders.map(({ uri }) => findFiles(uri, files, log)),
	]);
	const known = new Set(sources.map(({ file }) => file));
	const fresh = found.flat().filter((file) => !known.has(file));
	return fresh.slice(0, mostFiles).map((file) => {
		const uri = vscode.Uri.parse(file);
		const [name, path] = [baseName(file), vscode.workspace.asRelativePath(uri)];
		return { label: `$(book) ${name}`, description: path.slice(0, -name.length), uri };
	});
}

/** A list that can be used at once, and gets more rows below when those are found: none moves under the mouse. */
function choose(rows: readonly Choice[], found: Promise<readonly Choice[] | undefined>): Promise<Choice | undefined> {
	const list = vscode.window.createQuickPick<Choice>();
	list.title = vscode.l10n.t('Add papers');
	list.items = rows;
	list.matchOnDescription = true;
	list.busy = true;
	void found.then((more = []) => {
		const parted: Choice = { label: vscode.l10n.t('In this folder'), kind: vscode.QuickPickItemKind.Separator };
		if (more.length > 0) list.items = [...rows, parted, ...more];
		list.busy = false;
	});
	return new Promise((resolve) => {
		list.onDidAccept(() => {
			resolve(list.activeItems[0]);
			list.hide();
		});
		list.onDidHide(() => {
			resolve(undefined);
			list.dispose();
		});
		list.show();
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
