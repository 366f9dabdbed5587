import * as vscode from 'vscode';
import { source as product } from './convert.ts';
import { answer } from './providers/answer.ts';
import type { Surroundings } from './surroundings.ts';

/** Reads the corpus that the configuration names; while that takes long, the window says so. Never rejects. */
export async function loadCorpus({ service, log }: Surroundings): Promise<void> {
	const options = { location: vscode.ProgressLocation.Window, title: `${product}: reading papers` };
	await vscode.window.withProgress(options, (_, token) =>
		answer(log, 'Loading', token, () => service.loadCorpus(token)),
	);
}

/** The thread that holds the papers died again after it was restarted: nothing works until the window is reloaded. */
export async function sayBroken(log: vscode.LogOutputChannel): Promise<void> {
	const [again, show] = ['Reload Window', 'Show Log'];
	const message = `${product} stopped: the thread that holds the papers ended twice. Reload the window to start it again; the log says what happened.`;
	const chosen = await vscode.window.showErrorMessage(message, again, show);
	if (chosen === again) await vscode.commands.executeCommand('workbench.action.reloadWindow');
	if (chosen === show) log.show();
}
