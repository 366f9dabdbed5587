import * as vscode from 'vscode';
import { disposeAll } from '../../core/util/event.ts';
import { fromRange, toInlayHint } from '../convert.ts';
import { selector } from '../selector.ts';
import type { Surroundings } from '../surroundings.ts';
import { answer } from './answer.ts';

/** Authors and year behind citation keys. */
export function registerInlayHints({ service, settings, log }: Surroundings): vscode.Disposable {
	const changed = new vscode.EventEmitter<void>();
	const provider: vscode.InlayHintsProvider = {
		onDidChangeInlayHints: changed.event,
		provideInlayHints: (document, range, token) =>
			answer(log, 'Inlay hints', token, async () => {
				const keys = settings.hintedKeys(document);
				if (!keys) return [];
				return (await service.inlayHints(document.uri.toString(), fromRange(range), keys, token)).map(toInlayHint);
			}),
	};
	return disposeAll([
		changed,
		service.onDidChangeSources(() => changed.fire()),
		settings.onDidChange(() => changed.fire()),
		vscode.languages.registerInlayHintsProvider(selector, provider),
	]);
}
