import * as vscode from 'vscode';
import type { Fits } from '../../core/features/fits.ts';
import { type Disposable, disposeAll } from '../../core/util/event.ts';
import { fromPosition } from '../convert.ts';
import type { Surroundings } from '../surroundings.ts';
import { paperDrag } from './drag.ts';
import { focusedRows } from './focused-rows.ts';
import type { Followed } from './followed.ts';
import { createLiveTree } from './live-tree.ts';
import { type PaperRow, paperItem, paperTooltip, type ReasonRow, reasonItem } from './paper-rows.ts';
import { showPaperCommand } from './show-paper.ts';

/** Milliseconds for which the cursor rests. */
const pause = 250;

const mostRows = 15;

/** Longest part of the sentence that stands above the list, in characters. */
const mostSentence = 120;

export const fitsView = 'relatedWork.fits';

type Row = PaperRow | ReasonRow;

/** The papers that fit where the cursor is. */
export function createFitsView(
	{ service, log }: Surroundings,
	followed: Followed,
): Disposable & { readonly provider: vscode.TreeDataProvider<Row>; focused(): Promise<readonly Row[]> } {
	const tree = createLiveTree<Fits | undefined, Row>(
		fitsView,
		{
			name: 'Fits',
			log,
			pause,
			async *make(token) {
				const { document, position } = followed;
				yield document && (await service.fitsAt(document.uri.toString(), fromPosition(position), mostRows, token));
			},
		},
		(live, view) => ({
			async getChildren(row) {
				if (row) return row.kind === 'paper' && row.fit.why ? [{ kind: 'reason', of: row }] : [];
				const fits = await live.value();
				view().message = messageOf(fits);
				return fits?.papers.map((fit) => ({ kind: 'paper', fit, sentence: fits.sentence })) ?? [];
			},
			getTreeItem(row) {
				if (row.kind === 'reason') return reasonItem(row);
				const item = paperItem(row, showPaperCommand);
				if (row.fit.why) item.collapsibleState = vscode.TreeItemCollapsibleState.Expanded;
				return item;
			},
			getParent: (row) => (row.kind === 'reason' ? row.of : undefined),
			resolveTreeItem(item, row) {
				if (row.kind === 'paper') item.tooltip = paperTooltip(row);
				return item;
			},
		}),
		{ canSelectMany: true, dragAndDropController: paperDrag<Row>() },
	);
	const { live, view, provider } = tree;
	const parts = disposeAll([
		tree,
		followed.onDidChange(live.touch),
		followed.onDidMove(live.touch),
		service.onDidChange(live.touch),
	]);
	return { provider, focused: () => focusedRows(view), dispose: parts.dispose };
}

/** What the list is about; empty where the view has words of its own for that. */
function messageOf(fits: Fits | undefined): string {
	if (!fits) return '';
	const { sentence, section, papers } = fits;
	if (papers.length === 0 && !sentence) return vscode.l10n.t('Put the cursor into a sentence.');
	const short =
		sentence.length > mostSentence ? `${sentence.slice(0, mostSentence).replace(/\s+\S*$/, '')} …` : sentence;
	const bare = short.replace(/\.$/, '');
	if (papers.length > 0) return short ? vscode.l10n.t('“{0}”', short) : vscode.l10n.t('Section “{0}”', section ?? '');
	return short
		? vscode.l10n.t('No paper fits “{0}”.', bare)
		: vscode.l10n.t('No paper fits the section “{0}”.', section ?? '');
}
