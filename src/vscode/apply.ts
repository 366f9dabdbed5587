import * as vscode from 'vscode';
import type { FileEdit } from '../core/model/problem.ts';
import { toWorkspaceEdit } from './convert.ts';

/** A file may change between the question and its answer; the editor then refuses, and the question is asked again. */
const attempts = 2;

/**
 * Makes changes that somebody asked for, and saves the files that had nothing unsaved: what else reads them, such as
 * TeX, sees the disk. A file that the editor cannot save it tells of by itself, and keeps what is unsaved.
 *
 * @param find The changes as the files now stand: asked again where one of them was not open yet, or changed meanwhile.
 * @returns False where nothing was changed, of which the user was told if there was something to change.
 */
export async function applyEdits(find: () => Promise<readonly FileEdit[]>): Promise<boolean> {
	for (let attempt = 0; attempt < attempts; attempt++) {
		const documents = await openAll(await find());
		// Edits of what is open carry its version.
		const edits = await find();
		if (edits.length === 0) return false;
		const clean = documents.filter(({ isDirty }) => !isDirty);
		if (!(await vscode.workspace.applyEdit(toWorkspaceEdit(edits)))) continue;
		for (const document of clean) await document.save();
		return true;
	}
	const message = vscode.l10n.t('The file was changed at the same time, and is left as it is. Try again.');
	void vscode.window.showWarningMessage(message);
	return false;
}

function openAll(edits: readonly FileEdit[]): Promise<vscode.TextDocument[]> {
	const files = [...new Set(edits.map(({ file }) => file))];
	return Promise.all(files.map((file) => vscode.workspace.openTextDocument(vscode.Uri.parse(file))));
}
