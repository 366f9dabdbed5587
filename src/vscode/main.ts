import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { createWorkerCorpus } from '../host/node/corpus.ts';
import { createTexFinder } from '../host/node/tex-finder.ts';
import { type Running, start } from './start.ts';

/** Runs the product where extensions run in Node: on the desktop and at the far end of a remote window. */
export function run(context: vscode.ExtensionContext): Running {
	const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'corpus-worker.js').fsPath;
	const storage = vscode.Uri.joinPath(context.globalStorageUri, 'papers');
	const cache = storage.scheme === 'file' ? storage.fsPath : undefined;
	return start(context, {
		machine: { home: vscode.Uri.file(homedir()) },
		corpus: (log) => createWorkerCorpus({ script, log, cache, translations: vscode.l10n.bundle }),
		tex: (log, { asksTex }) =>
			createTexFinder({ log, allowed: () => vscode.workspace.isTrusted, asksProgram: asksTex }),
	});
}
