import * as vscode from 'vscode';
import type { CiteRequest } from '../core/features/cite.ts';
import type { CitationService } from '../core/features/types.ts';
import { never } from '../core/util/cancellation.ts';
import { addEntryCommand } from './commands/add-entry.ts';
import { addPapersCommand } from './commands/add-papers.ts';
import { fromPosition, toWorkspaceEdit } from './convert.ts';

/** Cites papers at a place of an editor, and puts the cursor behind them; what the bibliography lacks is added to it. */
export async function citeAt(
	service: CitationService,
	editor: vscode.TextEditor,
	position: vscode.Position,
	request: CiteRequest,
): Promise<void> {
	const { document } = editor;
	const uri = document.uri.toString();
	const edits = await service.cite(uri, fromPosition(position), request, never);
	const last = edits.at(-1);
	if (last && (await vscode.workspace.applyEdit(toWorkspaceEdit(edits)))) {
		const { line, character } = last.range.start;
		const start = document.offsetAt(new vscode.Position(line, character));
		const cursor = document.positionAt(start + last.newText.length);
		editor.selection = new vscode.Selection(cursor, cursor);
	}
	await addEntries(uri, request.keys);
}

/** Writes what only the corpus has into the bibliography of a document; nothing is done for what stands there already. */
export async function addEntries(uri: string, keys: readonly string[]): Promise<void> {
	for (const key of keys) await vscode.commands.executeCommand(addEntryCommand, uri, key);
}

/** Says that there is nothing to choose from, with the way to change that. */
export function sayNoPapers(): void {
	const message = vscode.l10n.t(
		'There are no papers to cite yet: the document declares no bibliography that has any. Name files with papers.',
	);
	const add = vscode.l10n.t('Add Papers…');
	void vscode.window.showInformationMessage(message, add).then((chosen) => {
		if (chosen === add) void vscode.commands.executeCommand(addPapersCommand);
	});
}

export function sayNothingToCiteIn(): void {
	const message = vscode.l10n.t('There is nothing to cite in: open a LaTeX, Markdown, Typst or Org document.');
	void vscode.window.showInformationMessage(message);
}
