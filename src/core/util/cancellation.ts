import type { Disposable } from './event.ts';

/** The shape that the editor, LSP and JSON-RPC libraries share. Last parameter of asynchronous calls. */
export interface CancellationToken {
	readonly isCancellationRequested: boolean;
	readonly onCancellationRequested: (listener: (value: unknown) => void) => Disposable;
}

/** A token that never cancels. */
export const never: CancellationToken = Object.freeze({
	isCancellationRequested: false,
	onCancellationRequested: () => ({ dispose() {} }),
});

/** A token, and what cancels it. */
export function cancellation(): { readonly token: CancellationToken; cancel(): void } {
	const listeners = new Set<(value: unknown) => void>();
	let cancelled = false;
	return {
		token: {
			get isCancellationRequested() {
				return cancelled;
			},
			onCancellationRequested(listener) {
				const own = (value: unknown) => listener(value);
				listeners.add(own);
				return { dispose: () => void listeners.delete(own) };
			},
		},
		cancel() {
			cancelled = true;
			for (const listener of [...listeners]) listener(undefined);
			listeners.clear();
		},
	};
}

/** Resolves when `token` is cancelled; never, if it isn't. */
export function whenCancelled(token: CancellationToken): Promise<void> {
	if (token.isCancellationRequested) return Promise.resolve();
	return new Promise((resolve) => token.onCancellationRequested(() => resolve()));
}
