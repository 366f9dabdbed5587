import * as vscode from 'vscode';
import { never } from '../../core/util/cancellation.ts';
import { toWorkspaceEdit } from '../convert.ts';
import { counted } from '../wording.ts';
import type { Command } from './command.ts';

/** Applies every safe fix in the active editor. */
export const fixAll: Command = {
	id: 'relatedWork.fixAll',
	async execute({ service }) {
		const document = vscode.window.activeTextEditor?.document;
		if (!document) return;
		const edits = await service.fixAll(document.uri.toString(), never);
		if (edits.length > 0) await vscode.workspace.applyEdit(toWorkspaceEdit(edits));
		const done = edits.length > 0 ? `Made ${counted(edits.length, 'safe change')}.` : 'Nothing here has a safe fix.';
		vscode.window.setStatusBarMessage(done, 5000);
	},
};
