import * as vscode from 'vscode';
import { inDigits } from '../../core/translations.ts';
import { never } from '../../core/util/cancellation.ts';
import { toWorkspaceEdit } from '../convert.ts';
import type { Command } from './command.ts';

/** Applies every safe fix in the active editor. */
export const fixAll: Command = {
	id: 'relatedWork.fixAll',
	async execute({ service }) {
		const document = vscode.window.activeTextEditor?.document;
		if (!document) return;
		const edits = await service.fixAll(document.uri.toString(), never);
		if (edits.length > 0) await vscode.workspace.applyEdit(toWorkspaceEdit(edits));
		vscode.window.setStatusBarMessage(said(edits.length), 5000);
	},
};

function said(changes: number): string {
	if (changes === 0) return vscode.l10n.t('Nothing here has a safe fix.');
	return changes === 1
		? vscode.l10n.t('Made 1 safe change.')
		: vscode.l10n.t('Made {0} safe changes.', inDigits(changes));
}
