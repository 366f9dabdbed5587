import * as vscode from 'vscode';
import { never } from '../../core/util/cancellation.ts';
import { baseName } from '../../core/util/paths.ts';
import { applyEdits } from '../apply.ts';
import type { Command } from './command.ts';

export const addEntryCommand = 'relatedWork.addEntry';

/** Where in the memory of the workspace the bibliographies stand that were chosen. */
const memoryKey = 'addEntry.into';

/** Writes a paper into the bibliography of a document; run when a completion cites what only the corpus has. */
export const addEntry: Command = {
	id: addEntryCommand,
	async execute({ service, memory }, uri, key) {
		const add = (into?: string) => service.addEntry(`${uri}`, `${key}`, never, into);
		const first = await add();
		if (first.kind === 'refused') void vscode.window.showWarningMessage(first.why);
		const into = first.kind === 'choice' ? await chosen(memory, first.files, `${key}`) : undefined;
		if (first.kind !== 'edits' && !into) return;
		let file = '';
		const isWritten = await applyEdits(async () => {
			const added = await add(into);
			if (added.kind !== 'edits') return [];
			file = added.file;
			return added.edits;
		});
		if (isWritten)
			vscode.window.setStatusBarMessage(vscode.l10n.t('Added {0} to {1}.', `${key}`, baseName(file)), 5000);
	},
};

/** The file that the user once chose among these, or now does. */
async function chosen(memory: vscode.Memento, files: readonly string[], key: string): Promise<string | undefined> {
	const before = memory.get<readonly string[]>(memoryKey, []);
	const known = files.find((file) => before.includes(file));
	if (known) return known;
	const rows = files.map((file) => ({
		label: baseName(file),
		description: vscode.workspace.asRelativePath(vscode.Uri.parse(file)),
		file,
	}));
	const title = vscode.l10n.t('Add “{0}” to which bibliography?', key);
	const placeHolder = vscode.l10n.t('The choice is remembered in this workspace');
	const row = await vscode.window.showQuickPick(rows, { title, placeHolder });
	if (row) await memory.update(memoryKey, [...before, row.file]);
	return row?.file;
}
