import * as vscode from 'vscode';
import { toWorkspaceEdit } from '../convert.ts';
import { withBibliographies } from '../selector.ts';
import type { Surroundings } from '../surroundings.ts';
import { answer } from './answer.ts';

const kind = vscode.CodeActionKind.SourceFixAll.append('relatedWork');

/** All safe repairs of a file as one source action, which `editor.codeActionsOnSave` can run. */
export function registerFixAll({ service, log }: Surroundings): vscode.Disposable {
	const provider: vscode.CodeActionProvider = {
		provideCodeActions: ({ uri }, _range, { only }, token) =>
			answer(log, 'Fix all', token, async () => {
				if (!only?.contains(kind)) return [];
				const edits = await service.fixAll(uri.toString(), token);
				if (edits.length === 0) return [];
				const action = new vscode.CodeAction(vscode.l10n.t('Fix all safe problems of citations'), kind);
				action.edit = toWorkspaceEdit(edits);
				return [action];
			}),
	};
	return vscode.languages.registerCodeActionsProvider(withBibliographies, provider, {
		providedCodeActionKinds: [kind],
	});
}
