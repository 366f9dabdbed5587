import * as vscode from 'vscode';
import type { Hit } from '../../core/corpus/types.ts';
import { authorsAndYear, titleOf, venueOf } from '../../core/render/label.ts';
import { shown } from '../../core/text/shown.ts';
import { disposeAll } from '../../core/util/event.ts';
import { withoutIcons } from '../plain-text.ts';

/** A list of papers that is searched while somebody types. */
export interface PaperPicker {
	readonly title: string;
	/** What is typed from the start. */
	readonly query?: string;
	/** Best first. Called at every letter; the token of the call before is cancelled. Must not reject. */
	find(query: string, token: vscode.CancellationToken): Promise<readonly Hit[]>;
	/** Something to choose beside papers: what it is now, and what changes it. */
	readonly option?: { label(): string; change(): Promise<void> };
}

interface Row extends vscode.QuickPickItem {
	readonly hit: Hit;
}

/** The papers that the user marked, or the one row that was accepted; undefined where the list was closed. */
export function pickPapers(init: PaperPicker): Promise<readonly Hit[] | undefined> {
	const picker = vscode.window.createQuickPick<Row>();
	const button: vscode.QuickInputButton = {
		iconPath: new vscode.ThemeIcon('symbol-string'),
		tooltip: vscode.l10n.t('Choose how to cite'),
	};
	let asking = new vscode.CancellationTokenSource();
	let changing = false;

	// An empty list says nothing by itself.
	let said = '';
	const describe = () => {
		picker.title = [init.title, init.option?.label(), said].filter(Boolean).join(' · ');
	};
	/** What is marked stays on top, whatever is typed next. */
	const show = (marked: readonly Row[], hits: readonly Hit[]) => {
		const isMarked = new Set(marked.map(({ hit }) => hit.key));
		const isTyped = picker.value.trim() !== '';
		const rows = hits.filter(({ key }) => !isMarked.has(key)).map((hit) => rowOf(hit, isTyped));
		picker.items = [...marked, ...rows];
		picker.selectedItems = marked;
		picker.activeItems = rows.slice(0, 1);
		said = hits.length > 0 ? '' : vscode.l10n.t('no paper is like this');
		describe();
	};
	const search = async () => {
		asking.cancel();
		asking.dispose();
		asking = new vscode.CancellationTokenSource();
		const { token } = asking;
		picker.busy = true;
		const hits = await init.find(picker.value, token);
		if (token.isCancellationRequested) return;
		show(picker.selectedItems, hits);
		picker.busy = false;
	};

	picker.canSelectMany = true;
	picker.placeholder = vscode.l10n.t('Search all papers by key, authors, year, title or abstract');
	picker.value = init.query ?? '';
	if (init.option) picker.buttons = [button];
	// The rank is ours: the editor would put rows first whose keys have the letters that were typed.
	Object.assign(picker, { sortByLabel: false });
	describe();

	return new Promise((resolve) => {
		const subscriptions = [
			picker,
			picker.onDidChangeValue(search),
			picker.onDidTriggerButton(async () => {
				const [rows, marked] = [picker.items, picker.selectedItems];
				changing = true;
				await init.option?.change();
				changing = false;
				describe();
				// The list lost its rows when it was hidden.
				picker.items = [];
				picker.show();
				show(
					marked,
					rows.map(({ hit }) => hit),
				);
			}),
			picker.onDidAccept(() => {
				const chosen = picker.selectedItems.length > 0 ? picker.selectedItems : picker.activeItems.slice(0, 1);
				if (chosen.length === 0) return;
				resolve(chosen.map(({ hit }) => hit));
				picker.hide();
			}),
			picker.onDidHide(() => {
				if (changing) return;
				asking.cancel();
				asking.dispose();
				disposeAll(subscriptions).dispose();
				resolve(undefined);
			}),
		];
		picker.show();
		void search();
	});
}

function rowOf(hit: Hit, isTyped: boolean): Row {
	const { key, paper, inScope, why } = hit;
	const added = inScope ? '' : vscode.l10n.t('not in the bibliography yet');
	return {
		label: (inScope ? '' : '$(add) ') + withoutIcons(shown(key)),
		description: withoutIcons([authorsAndYear(paper), titleOf(paper)].filter(Boolean).join(' · ')),
		// Why it matches what was typed is plain to see; why it fits the sentence is not.
		detail: withoutIcons([added, isTyped ? '' : why, venueOf(paper)].filter(Boolean).join(' · ')),
		// What matches is found by the search, not by letters of the row.
		alwaysShow: true,
		hit,
	};
}
