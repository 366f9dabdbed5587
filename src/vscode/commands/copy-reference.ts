import * as vscode from 'vscode';
import { type ReferenceStyle, reference, referenceStyles } from '../../core/render/reference/index.ts';
import { disposeAll } from '../../core/util/event.ts';
import { withoutIcons } from '../plain-text.ts';
import type { Command } from './command.ts';
import { paperAt } from './paper-place.ts';

export const copyReferenceId = 'relatedWork.copyReference';

/** Where the memory of the workspace has the style that was used last. */
const memoryKey = 'copyReference.style';

interface Row extends vscode.QuickPickItem {
	readonly style: ReferenceStyle;
}

const asMarkdown: vscode.QuickInputButton = {
	iconPath: new vscode.ThemeIcon('markdown'),
	tooltip: vscode.l10n.t('Copy as Markdown'),
};

/** Puts a paper on the clipboard as a reference list has it, in the style that is chosen; each is shown as it reads. */
export const copyReference: Command = {
	id: copyReferenceId,
	async execute(surroundings, place) {
		const found = await paperAt(surroundings, place);
		if (!found) return;
		const { paper } = found;
		const last = surroundings.memory.get<string>(memoryKey);
		const styles = [...referenceStyles].sort((a, b) => Number(b.id === last) - Number(a.id === last));
		const rows = styles.map((style): Row => {
			const detail = withoutIcons(reference(paper, style, 'text'));
			return { label: style.name, detail, buttons: [asMarkdown], style };
		});
		const chosen = await choose(rows);
		if (!chosen) return;
		const { style, form } = chosen;
		await vscode.env.clipboard.writeText(reference(paper, style, form));
		await surroundings.memory.update(memoryKey, style.id);
		vscode.window.setStatusBarMessage(vscode.l10n.t('Copied the reference in the style {0}.', style.name), 5000);
	},
};

function choose(
	rows: readonly Row[],
): Promise<{ readonly style: ReferenceStyle; readonly form: 'text' | 'markdown' } | undefined> {
	const picker = vscode.window.createQuickPick<Row>();
	picker.title = vscode.l10n.t('Copy the formatted reference');
	picker.placeholder = vscode.l10n.t('Style; the button copies it as Markdown');
	picker.items = rows;
	return new Promise((resolve) => {
		const subscriptions = [
			picker,
			picker.onDidTriggerItemButton(({ item: { style } }) => {
				resolve({ style, form: 'markdown' });
				picker.hide();
			}),
			picker.onDidAccept(() => {
				const [row] = picker.activeItems;
				if (row) resolve({ style: row.style, form: 'text' });
				picker.hide();
			}),
			picker.onDidHide(() => {
				disposeAll(subscriptions).dispose();
				resolve(undefined);
			}),
		];
		picker.show();
	});
}
