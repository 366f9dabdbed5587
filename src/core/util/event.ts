/** Something to give back: a listener, a watcher, a worker. */
export interface Disposable {
	dispose(): void;
}

/** Subscribes a listener; dispose of the result to stop. */
export type Event<T> = (listener: (value: T) => void) => Disposable;

/** The owner's side of an event. */
export interface Emitter<T> extends Disposable {
	readonly event: Event<T>;
	fire(value: T): void;
}

/** Makes an event. Listeners are called in the order they came; one that is added or removed while firing waits. */
export function createEmitter<T>(): Emitter<T> {
	const listeners = new Set<(value: T) => void>();
	return {
		event(listener) {
			// A wrapper, so that one function subscribed twice is two subscriptions.
			const own = (value: T) => listener(value);
			listeners.add(own);
			return { dispose: () => void listeners.delete(own) };
		},
		fire(value) {
			for (const listener of [...listeners]) listener(value);
		},
		dispose: () => listeners.clear(),
	};
}

/** One disposable for many; disposes in reverse order. */
export function disposeAll(items: readonly Disposable[]): Disposable {
	return {
		dispose() {
			for (const item of [...items].reverse()) item.dispose();
		},
	};
}
