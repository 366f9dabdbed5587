import * as vscode from 'vscode';
import { never } from '../../core/util/cancellation.ts';
import { toWorkspaceEdit } from '../convert.ts';
import type { Command } from './command.ts';

export const addEntryCommand = 'relatedWork.addEntry';

/** Writes a paper into the bibliography of a document; run when a completion cites what only the corpus has. */
export const addEntry: Command = {
	id: addEntryCommand,
	async execute({ service }, uri, key) {
		const edits = await service.addEntry(String(uri), String(key), never);
		if (edits.length > 0) await vscode.workspace.applyEdit(toWorkspaceEdit(edits));
	},
};
