import * as vscode from 'vscode';
import type { PaperFilter } from '../../core/features/browsing.ts';
import type { Fit } from '../../core/features/fits.ts';
import { type Disposable, disposeAll } from '../../core/util/event.ts';
import type { Command } from '../commands/command.ts';
import type { Surroundings } from '../surroundings.ts';
import { papersInWords } from '../wording.ts';
import { paperDrag } from './drag.ts';
import { focusedRows } from './focused-rows.ts';
import type { Followed } from './followed.ts';
import { createLiveTree } from './live-tree.ts';
import { chooseFilter, type Filters, filtersInWords, noFilters } from './paper-filters.ts';
import { type PaperRow, paperItem, paperTooltip } from './paper-rows.ts';
import { showPaperCommand } from './show-paper.ts';

/** Milliseconds without a change. */
const pause = 400;

/** Rows of the list; the last row shows as many again. */
const step = 200;

export const papersView = 'relatedWork.papers';
const moreCommand = 'relatedWork.papers.more';

interface MoreRow {
	readonly kind: 'more';
}

type Row = PaperRow | MoreRow;

interface Shown {
	readonly fits: readonly Fit[];
	readonly more: boolean;
	/** All papers, whatever the filter. */
	readonly total: number;
	readonly loading: boolean;
	readonly said: string;
}

/** All papers that were read: searched, filtered, dragged into the text. */
export function createPapersView(
	{ service, log }: Surroundings,
	followed: Followed,
): Disposable & {
	readonly provider: vscode.TreeDataProvider<Row>;
	readonly commands: readonly Command[];
	/** The rows that a key is for. */
	focused(): Promise<readonly Row[]>;
} {
	let filters: Filters = noFilters;
	let limit = step;

	const tree = createLiveTree<Shown, Row>(
		papersView,
		{
			name: 'Papers',
			log,
			pause,
			async *make(token) {
				const uri = followed.document?.uri.toString();
				const { papers, more } = await service.browse(uri, asked(filters, limit), token);
				const cited = new Set(uri && papers.length > 0 ? (await service.cites(uri, token))?.keys : []);
				const { papers: total, loading } = await service.status();
				const fits = papers.map((hit): Fit => (cited.has(hit.key) ? { ...hit, cited: 'elsewhere' } : hit));
				yield { fits, more, total, loading: loading.length > 0, said: filtersInWords(filters) };
			},
		},
		(live, view) => ({
			async getChildren(row) {
				if (row) return [];
				const shown = await live.value();
				if (!shown) return [];
				const { fits, more, total, said, loading } = shown;
				await say(shown);
				view().description = said || (total > 0 ? papersInWords(total) : '');
				view().message = loading ? vscode.l10n.t('Papers are being read …') : '';
				const rows = fits.map((fit): Row => ({ kind: 'paper', fit }));
				return more ? [...rows, { kind: 'more' }] : rows;
			},
			getTreeItem: (row) => (row.kind === 'paper' ? paperItem(row, showPaperCommand) : moreItem()),
			getParent: () => undefined,
			resolveTreeItem(item, row) {
				if (row.kind === 'paper') item.tooltip = paperTooltip(row);
				return item;
			},
		}),
		{ canSelectMany: true, dragAndDropController: paperDrag<Row>() },
	);
	const { live, view, provider } = tree;

	const set = (next: Filters) => {
		filters = next;
		limit = step;
		live.touch();
		live.seen();
	};
	const commands: readonly Command[] = [
		{
			id: 'relatedWork.papers.search',
			async execute() {
				await vscode.commands.executeCommand(`${papersView}.focus`);
				const query = await typed(filters.query, (value) => set({ ...filters, query: value }));
				if (query !== undefined) set({ ...filters, query });
			},
		},
		{
			id: 'relatedWork.papers.filter',
			async execute() {
				set((await chooseFilter(filters, service)) ?? filters);
			},
		},
		{ id: 'relatedWork.papers.clear', execute: async () => set(noFilters) },
		{
			id: moreCommand,
			async execute() {
				limit += step;
				live.touch();
				live.seen();
			},
		},
	];
	const parts = disposeAll([
		tree,
		followed.onDidChange(live.touch),
		service.onDidChangePapers(live.touch),
		vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
			if (document === followed.document && contentChanges.length > 0) live.touch();
		}),
	]);
	return { provider, commands, focused: () => focusedRows(view), dispose: parts.dispose };
}

/** Tells the editor which words stand in the view while it is empty. */
async function say({ fits, total, said, loading }: Shown): Promise<void> {
	const empty = fits.length > 0 || loading ? '' : total > 0 && said ? 'filtered' : 'none';
	await vscode.commands.executeCommand('setContext', 'relatedWork.papersEmpty', empty);
	await vscode.commands.executeCommand('setContext', 'relatedWork.papersFiltered', said !== '');
}

function asked({ query, years, venue, source, cited }: Filters, limit: number): PaperFilter {
	return {
		query,
		limit,
		...(years && { years }),
		...(venue !== undefined && { venue }),
		...(source !== undefined && { source }),
		...(cited !== undefined && { cited }),
	};
}

function moreItem(): vscode.TreeItem {
	const item = new vscode.TreeItem(vscode.l10n.t('Show {0} more', step));
	item.id = moreCommand;
	item.iconPath = new vscode.ThemeIcon('ellipsis');
	item.command = { command: moreCommand, title: item.label as string };
	return item;
}

/** A field in which one types; the list follows every letter. Undefined, and the list as before, where it is left. */
function typed(value: string, follow: (value: string) => void): Promise<string | undefined> {
	const input = vscode.window.createInputBox();
	input.title = vscode.l10n.t('Search papers');
	input.placeholder = vscode.l10n.t('Key, authors, year, words of the title');
	input.prompt = vscode.l10n.t('The list follows what you type.');
	input.value = value;
	return new Promise((resolve) => {
		let result: string | undefined;
		const subscriptions = [
			input,
			input.onDidChangeValue(follow),
			input.onDidAccept(() => {
				result = input.value;
				input.hide();
			}),
			input.onDidHide(() => {
				disposeAll(subscriptions).dispose();
				if (result === undefined) follow(value);
				resolve(result);
			}),
		];
		input.show();
	});
}
