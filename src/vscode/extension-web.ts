import * as vscode from 'vscode';
import { type Api, type Main, openLater } from './front-door.ts';

/** Entry point where extensions run in a browser. */
export function activate(context: vscode.ExtensionContext): Api {
	return openLater(context, async () => {
		const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'web', 'main.js').toString(true);
		const response = await fetch(script);
		if (!response.ok) throw new Error(`${script}: ${response.status} ${response.statusText}`);
		return evaluate(await response.text(), script);
	});
}

/** Runs a second file as the editor runs the first: its own `require` knows none but modules of the editor there. */
function evaluate(source: string, address: string): Main {
	const module: { exports: Partial<Main> } = { exports: {} };
	const main = new Function('module', 'exports', 'require', `${source}\n//# sourceURL=${address}`);
	main(module, module.exports, () => vscode);
	if (!module.exports.run) throw new Error(address);
	return { run: module.exports.run };
}
