import * as vscode from 'vscode';
import { disposeAll } from '../../core/util/event.ts';
import { fromRange, toInlayHint } from '../convert.ts';
import { selector } from '../selector.ts';
import type { Surroundings } from '../surroundings.ts';
import { answer } from './answer.ts';

/** Milliseconds that the editor takes to take in its first answer: of what changes before, it hears nothing. */
const takingIn = 500;

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
	let again: ReturnType<typeof setTimeout> | undefined;
	const tell = () => {
		changed.fire();
		clearTimeout(again);
		again = setTimeout(() => changed.fire(), takingIn);
	};
	return disposeAll([
		changed,
		{ dispose: () => clearTimeout(again) },
		service.onDidChangeSources(tell),
		settings.onDidChange(tell),
		vscode.languages.registerInlayHintsProvider(selector, provider),
	]);
}
