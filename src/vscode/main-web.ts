import * as vscode from 'vscode';
import { noTex } from '../core/ports.ts';
import { createWebWorkerCorpus } from '../host/browser/corpus.ts';
import { type Running, start } from './start.ts';

/** Runs the product where extensions run in a browser, as on vscode.dev. */
export function run(context: vscode.ExtensionContext): Running {
	const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'web', 'corpus-worker.js').toString(true);
	return start(context, {
		corpus: (log) => createWebWorkerCorpus({ script, log, translations: vscode.l10n.bundle }),
		tex: () => noTex,
	});
}
