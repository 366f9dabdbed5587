import * as vscode from 'vscode';
import type { Disposable } from '../core/util/event.ts';

/** Runs work by key, each time only the latest. */
export interface Latest extends Disposable {
	/** Starts the work of `key` when `delay` milliseconds passed without another request; ends the one before. */
	run(key: string): void;
	/** Ends the work of `key`, waiting or running. */
	cancel(key: string): void;
}

/**
 * @param delay milliseconds
 * @param work must not reject
 */
export function createLatest(
	delay: number,
	work: (key: string, token: vscode.CancellationToken) => Promise<void>,
): Latest {
	const running = new Map<string, () => void>();
	const cancel = (key: string) => {
		running.get(key)?.();
		running.delete(key);
	};
	return {
		run(key) {
			cancel(key);
			const source = new vscode.CancellationTokenSource();
			const stop = () => {
				clearTimeout(timer);
				source.cancel();
				source.dispose();
			};
			const timer = setTimeout(async () => {
				await work(key, source.token);
				if (running.get(key) === stop) cancel(key);
			}, delay);
			running.set(key, stop);
		},
		cancel,
		dispose: () => [...running.keys()].forEach(cancel),
	};
}
