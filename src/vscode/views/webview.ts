import * as vscode from 'vscode';

/** Where the scripts and styles of pages are; all that pages may load. */
export function webviewFolder(extensionUri: vscode.Uri): vscode.Uri {
	return vscode.Uri.joinPath(extensionUri, 'dist', 'webviews');
}

/** What a page may do: run scripts, and load from the one folder. */
export function webviewOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
	return { enableScripts: true, enableForms: false, localResourceRoots: [webviewFolder(extensionUri)] };
}

/** The address of a file of the folder, for a page. */
export function addressIn(webview: vscode.Webview, extensionUri: vscode.Uri, name: string): string {
	return webview.asWebviewUri(vscode.Uri.joinPath(webviewFolder(extensionUri), name)).toString();
}

/** A word that nobody can foresee, by which a page knows its own script. */
export function nonce(): string {
	return base64(crypto.getRandomValues(new Uint8Array(18))).replace(/[+/]/g, '-');
}

/** Where a page is opened: beside the text, or where there are pages already. */
export function panelColumn(): vscode.ViewColumn {
	return vscode.window.activeTextEditor ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
}

/** The SHA-256 of a text in Base64. */
export async function hashOf(text: string): Promise<string> {
	return base64(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}

function base64(bytes: Uint8Array): string {
	return btoa(String.fromCharCode(...bytes));
}
