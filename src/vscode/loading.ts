import * as vscode from 'vscode';
import { disposeAll } from '../core/util/event.ts';
import { baseName } from '../core/util/paths.ts';
import { createLatest } from './latest.ts';
import { answer } from './providers/answer.ts';
import type { Surroundings } from './surroundings.ts';
import { papersInWords } from './wording.ts';

const reading = () => vscode.l10n.t('Related Work: reading papers');

/** Reads the corpus that the configuration names; while that takes long, the window says so. Never rejects. */
export async function loadCorpus({ service, log }: Surroundings): Promise<void> {
	const options = { location: vscode.ProgressLocation.Window, title: reading() };
	await vscode.window.withProgress(options, (_, token) =>
		answer(log, 'Loading', token, () => service.loadCorpus(token)),
	);
}

/** Milliseconds of reading before a window asks for attention. */
const long = 2000;

/** Shows a long load, with the way to end it. The papers that were there before answer meanwhile, and after it. */
export function offerToStop({ service, log }: Surroundings): vscode.Disposable {
	let waiting: ReturnType<typeof setTimeout> | undefined;
	let end = () => {};
	let shown = false;

	const show = () =>
		vscode.window.withProgress(
			{ location: vscode.ProgressLocation.Notification, title: reading(), cancellable: true },
			(progress, token) =>
				new Promise<void>((resolve) => {
					// The load may have ended just before.
					if (waiting === undefined) return resolve();
					shown = true;
					const counting = service.onDidProgress(({ file, papers }) =>
						progress.report({ message: `${baseName(file)}: ${papersInWords(papers)}` }),
					);
					end = () => {
						counting.dispose();
						shown = false;
						resolve();
					};
					token.onCancellationRequested(() => {
						service.stopLoading();
						end();
					});
				}),
		);

	const look = createLatest(0, async (_, token) => {
		const status = await answer(log, 'Status', token, () => service.status());
		if (!status) return;
		if (status.loading.length > 0) waiting ??= setTimeout(show, long);
		else {
			clearTimeout(waiting);
			waiting = undefined;
			if (shown) end();
		}
	});
	return disposeAll([
		look,
		service.onDidChangeSources(() => look.run('all')),
		{ dispose: () => clearTimeout(waiting) },
	]);
}

/** The thread that holds the papers died again after it was restarted: nothing works until the window is reloaded. */
export async function sayBroken(log: vscode.LogOutputChannel): Promise<void> {
	const [again, show] = [vscode.l10n.t('Reload Window'), vscode.l10n.t('Show Log')];
	const message = vscode.l10n.t(
		'Related Work stopped: the thread that holds the papers ended twice. Reload the window to start it again; the log says what happened.',
	);
	const chosen = await vscode.window.showErrorMessage(message, again, show);
	if (chosen === again) await vscode.commands.executeCommand('workbench.action.reloadWindow');
	if (chosen === show) log.show();
}
