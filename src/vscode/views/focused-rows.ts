import * as vscode from 'vscode';

const toggle = 'list.toggleSelection';

/**
 * The rows that a key pressed in a view is for: those that are selected if the focused one is among them, else the
 * focused one. The editor tells only which are selected, so that it is asked to turn the focused one over and back.
 */
export async function focusedRows<T>(view: vscode.TreeView<T>): Promise<readonly T[]> {
	const before = view.selection;
	await vscode.commands.executeCommand(toggle);
	const after = view.selection;
	await vscode.commands.executeCommand(toggle);
	const added = after.filter((row) => !before.includes(row));
	return added.length > 0 ? added : before;
}
