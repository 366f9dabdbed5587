import * as vscode from 'vscode';
import { changeCiteCommandId } from '../commands/change-cite-command.ts';
import { fromRange, toWorkspaceEdit } from '../convert.ts';
import { selector } from '../selector.ts';
import type { Surroundings } from '../surroundings.ts';
import { answer } from './answer.ts';

const kind = vscode.CodeActionKind.RefactorRewrite;

/** Offers to write the citation under the cursor otherwise. */
export function registerRewrites({ service, log }: Surroundings): vscode.Disposable {
	const provider: vscode.CodeActionProvider = {
		provideCodeActions: ({ uri }, range, { only, triggerKind }, token) =>
			answer(log, 'Rewrite', token, async () => {
				// Wherever the cursor rests the editor asks for repairs; these are for those who look for them.
				const isAsked = triggerKind === vscode.CodeActionTriggerKind.Invoke;
				if (only ? !only.intersects(kind) : !isAsked) return [];
				const place = fromRange(range);
				const actions = (await service.rewrites(uri.toString(), place, token)).map(({ title, edits }) => {
					const action = new vscode.CodeAction(title, kind);
					action.edit = toWorkspaceEdit(edits);
					return action;
				});
				if ((await service.otherWays(uri.toString(), place.start, token))?.length) {
					const title = vscode.l10n.t('Change the cite command…');
					const action = new vscode.CodeAction(title, kind);
					action.command = { command: changeCiteCommandId, title };
					actions.push(action);
				}
				return actions;
			}),
	};
	return vscode.languages.registerCodeActionsProvider(selector, provider, { providedCodeActionKinds: [kind] });
}
