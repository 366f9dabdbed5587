import * as vscode from 'vscode';
import { never } from '../../core/util/cancellation.ts';
import { fromPosition, toWorkspaceEdit } from '../convert.ts';
import { withoutIcons } from '../plain-text.ts';
import { usedInWords } from '../wording.ts';
import type { Command } from './command.ts';

export const changeCiteCommandId = 'relatedWork.changeCiteCommand';

/** Writes the citation at the cursor in another way that its document has; each is shown as it would stand and read. */
export const changeCiteCommand: Command = {
	id: changeCiteCommandId,
	async execute({ service }) {
		const editor = vscode.window.activeTextEditor;
		if (!editor) return;
		const { document, selection } = editor;
		const uri = document.uri.toString();
		const ways = await service.otherWays(uri, fromPosition(selection.active), never);
		if (!ways || ways.length === 0) {
			const message = ways
				? vscode.l10n.t('There is no other way to write this citation without losing a part of it.')
				: vscode.l10n.t('There is no citation at the cursor: put it into one first.');
			void vscode.window.showInformationMessage(message);
			return;
		}
		const { version } = document;
		const rows = ways.map((way) => ({
			label: withoutIcons(way.written),
			description: withoutIcons(way.reads),
			...(way.count > 0 && { detail: usedInWords(way.count) }),
			way,
		}));
		const row = await vscode.window.showQuickPick(rows, {
			title: vscode.l10n.t('Change the cite command'),
			placeHolder: vscode.l10n.t('How it would stand in the text, and how it would read'),
			matchOnDescription: true,
		});
		if (row && document.version === version) await vscode.workspace.applyEdit(toWorkspaceEdit(row.way.edits));
	},
};
