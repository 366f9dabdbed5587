import * as vscode from 'vscode';

/** Until the user trusts the workspace, nothing outside of its folders is read. */
export function mayRead(uri: vscode.Uri): boolean {
	if (vscode.workspace.isTrusted) return true;
	return vscode.workspace.getWorkspaceFolder(uri) !== undefined && !uri.path.split('/').includes('..');
}
