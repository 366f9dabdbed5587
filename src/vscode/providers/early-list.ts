import * as vscode from 'vscode';
import { disposeAll } from '../../core/util/event.ts';
import { fromPosition } from '../convert.ts';
import type { Surroundings } from '../surroundings.ts';
import { answer } from './answer.ts';

/** Opens the list of papers for a citation that was typed before there was anybody to ask, right after the start. */
export function offerEarlyList({ service, settings, log }: Surroundings): vscode.Disposable {
	const source = new vscode.CancellationTokenSource();
	const editor = vscode.window.activeTextEditor;
	if (editor?.document.isDirty && settings.isEnabled('completion', editor.document)) void offer(editor);

	async function offer({ document, selection: { active } }: vscode.TextEditor): Promise<void> {
		const { version } = document;
		const items = await answer(log, 'Completion', source.token, () =>
			service.complete(document.uri.toString(), fromPosition(active), source.token),
		);
		const now = vscode.window.activeTextEditor;
		const isSame = now?.document === document && document.version === version && now.selection.active.isEqual(active);
		if (items?.length && isSame) await vscode.commands.executeCommand('editor.action.triggerSuggest');
	}

	return disposeAll([{ dispose: () => source.cancel() }, source]);
}
