import * as vscode from 'vscode';
import { fromPosition, toRange, toWorkspaceEdit } from '../convert.ts';
import { withBibliographies } from '../selector.ts';
import type { Surroundings } from '../surroundings.ts';
import { answer } from './answer.ts';

/** Renames citation keys. What the editor is told by an error it shows at the cursor. */
export function registerRename({ service, log }: Surroundings): vscode.Disposable {
	return vscode.languages.registerRenameProvider(withBibliographies, {
		async prepareRename({ uri }, position, token) {
			const found = await answer(log, 'Rename', token, () =>
				service.keyAt(uri.toString(), fromPosition(position), token),
			);
			if (!found) throw new Error(vscode.l10n.t('There is no citation key here that could be renamed.'));
			return { range: toRange(found.range), placeholder: found.key };
		},
		async provideRenameEdits({ uri }, position, newName, token) {
			const changed = await answer(log, 'Rename', token, () =>
				service.rename(uri.toString(), fromPosition(position), newName, token),
			);
			if (changed?.kind === 'refused') throw new Error(changed.why);
			return changed && toWorkspaceEdit(changed.edits);
		},
	});
}
