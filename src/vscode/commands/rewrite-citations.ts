import * as vscode from 'vscode';
import type { Range } from 'vscode-languageserver-types';
import type { SortBy } from '../../core/features/sort-keys.ts';
import type { FileEdit } from '../../core/model/problem.ts';
import { inDigits } from '../../core/translations.ts';
import { never } from '../../core/util/cancellation.ts';
import { fromRange, toWorkspaceEdit } from '../convert.ts';
import type { Command } from './command.ts';

/** Sorts the keys of each citation: of the selection, or of the whole document without one. */
export const sortKeys = sorting('relatedWork.sortKeys', 'key');
/** The same by the years of the papers. */
export const sortKeysByYear = sorting('relatedWork.sortKeysByYear', 'year');

function sorting(id: string, by: SortBy): Command {
	const nothing = vscode.l10n.t('There is nothing to sort: the keys of each citation stand in order.');
	return {
		id,
		execute: ({ service }) => rewrite((uri, range) => service.sortKeys(uri, by, range, never), nothing),
	};
}

/** Makes one of citations that stand beside each other: in the selection, or in the whole document without one. */
export const mergeCitations: Command = {
	id: 'relatedWork.mergeCitations',
	execute: ({ service }) =>
		rewrite(
			(uri, range) => service.mergeCitations(uri, range, never),
			vscode.l10n.t('No citations stand side by side that could be one without a change of meaning.'),
		),
};

async function rewrite(
	find: (uri: string, range: Range | undefined) => Promise<readonly FileEdit[]>,
	nothing: string,
): Promise<void> {
	const editor = vscode.window.activeTextEditor;
	if (!editor) return;
	const range = editor.selection.isEmpty ? undefined : fromRange(editor.selection);
	const edits = await find(editor.document.uri.toString(), range);
	if (edits.length > 0) await vscode.workspace.applyEdit(toWorkspaceEdit(edits));
	const done =
		edits.length === 1 ? vscode.l10n.t('Made 1 change.') : vscode.l10n.t('Made {0} changes.', inDigits(edits.length));
	vscode.window.setStatusBarMessage(edits.length > 0 ? done : nothing, 5000);
}
