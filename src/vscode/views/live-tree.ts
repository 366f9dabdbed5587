import * as vscode from 'vscode';
import { createEmitter, type Disposable, disposeAll } from '../../core/util/event.ts';
import { createLive, type Live } from './live.ts';

/** A list in the side bar of what is live: drawn again when that changes, made anew when it comes into sight. */
export interface LiveTree<T, Row> extends Disposable {
	readonly live: Live<T>;
	readonly view: vscode.TreeView<Row>;
	readonly provider: vscode.TreeDataProvider<Row>;
}

/**
 * @param id As in `package.json`.
 * @param init As for `createLive`.
 * @param rowsOf Gives the rows; the view itself is there when the first of them is asked for.
 */
export function createLiveTree<T, Row>(
	id: string,
	init: Omit<Parameters<typeof createLive<T>>[0], 'isVisible'>,
	rowsOf: (
		live: Live<T>,
		view: () => vscode.TreeView<Row>,
	) => Omit<vscode.TreeDataProvider<Row>, 'onDidChangeTreeData'>,
	options: Omit<vscode.TreeViewOptions<Row>, 'treeDataProvider'>,
): LiveTree<T, Row> {
	const redraw = createEmitter<void>();
	const live: Live<T> = createLive<T>({ ...init, isVisible: () => view.visible });
	const provider: vscode.TreeDataProvider<Row> = { ...rowsOf(live, () => view), onDidChangeTreeData: redraw.event };
	const view: vscode.TreeView<Row> = vscode.window.createTreeView(id, { ...options, treeDataProvider: provider });
	const parts = disposeAll([
		redraw,
		live,
		view,
		live.onDidChange(redraw.fire),
		view.onDidChangeVisibility(({ visible }) => visible && live.seen()),
	]);
	return { live, view, provider, dispose: parts.dispose };
}
