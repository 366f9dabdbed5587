import * as vscode from 'vscode';
import { mergeCommand } from '../commands/merge.ts';
import { fromPosition } from '../convert.ts';
import type { Surroundings } from '../surroundings.ts';
import { answer } from './answer.ts';

const kind = vscode.CodeActionKind.RefactorRewrite;
const bibliographies = [{ language: 'bibtex' }, { pattern: '**/*.bib' }];

/** Offers to make one of two entries of the same work. */
export function registerMerge({ service, log }: Surroundings): vscode.Disposable {
	const provider: vscode.CodeActionProvider = {
		provideCodeActions: ({ uri }, { start }, { only }, token) =>
			answer(log, 'Merge', token, async () => {
				if (only && !only.intersects(kind)) return [];
				const twins = await service.twins(uri.toString(), fromPosition(start), token);
				return twins.map(({ key }) => {
					const title = vscode.l10n.t(
						'Merge “{0}” into this entry of the same work, and cite this one everywhere',
						key,
					);
					const action = new vscode.CodeAction(title, kind);
					action.command = { command: mergeCommand, title, arguments: [uri.toString(), fromPosition(start), key] };
					return action;
				});
			}),
	};
	return vscode.languages.registerCodeActionsProvider(bibliographies, provider, { providedCodeActionKinds: [kind] });
}
