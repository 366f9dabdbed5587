import type { CancellationToken } from 'vscode';
import type { Logger } from '../../core/ports.ts';
import { createEmitter, type Disposable, type Event } from '../../core/util/event.ts';
import { createLatest } from '../latest.ts';
import { answer } from '../providers/answer.ts';

/** What a view shows: kept up to date while the view can be seen, and left alone while it cannot. */
export interface Live<T> extends Disposable {
	/** Fires when there is something else to show than before. */
	readonly onDidChange: Event<void>;
	/** It may have changed. */
	touch(): void;
	/** The view came into sight. */
	seen(): void;
	/** The value, made now where it may have changed; undefined where it cannot be made. */
	value(): Promise<T | undefined>;
	/** What is shown just now. */
	readonly current: T | undefined;
}

/** Milliseconds that the editor takes to draw what it asked for: it loses what it is told before that is done. */
const drawing = 250;

/**
 * @param init.pause Milliseconds without a change before the value is made anew.
 * @param init.make Gives the value, or first something to show until it is there. Ends early when cancelled.
 */
export function createLive<T>(init: {
	readonly name: string;
	readonly log: Logger;
	readonly pause: number;
	isVisible(): boolean;
	make(token: CancellationToken): AsyncGenerator<T, void>;
}): Live<T> {
	const { name, log, pause, isVisible, make } = init;
	const changed = createEmitter<void>();
	let current: T | undefined;
	let shown: string | undefined;
	let state: 'stale' | 'making' | 'fresh' = 'stale';
	/** Whoever waits for something to show. */
	let waiting: (() => void)[] = [];
	/** When the value was given last. */
	let given = 0;
	let announcement: ReturnType<typeof setTimeout> | undefined;

	const release = () => {
		for (const resolve of waiting) resolve();
		waiting = [];
	};
	const announce = () => {
		clearTimeout(announcement);
		announcement = setTimeout(changed.fire, Math.max(0, given + drawing - Date.now()));
	};
	const show = (value: T) => {
		const content = JSON.stringify(value);
		const isOther = shown !== undefined && content !== shown;
		[current, shown] = [value, content];
		release();
		if (isOther) announce();
	};
	const work = async (_: string, token: CancellationToken) => {
		state = 'making';
		await answer(log, name, token, async () => {
			for await (const value of make(token)) {
				if (token.isCancellationRequested) return;
				show(value);
			}
		});
		if (token.isCancellationRequested) return;
		state = 'fresh';
		release();
	};
	const later = createLatest(pause, work);
	const now = createLatest(0, work);
	const start = () => {
		later.cancel('all');
		now.run('all');
	};
	return {
		onDidChange: changed.event,
		touch() {
			state = 'stale';
			now.cancel('all');
			// Who waits for the first value should not wait for the writer to rest.
			if (waiting.length > 0) start();
			else if (isVisible()) later.run('all');
		},
		seen() {
			if (state === 'stale') start();
		},
		async value() {
			if (state !== 'fresh' && (current === undefined || (state === 'stale' && !isVisible()))) {
				await new Promise<void>((resolve) => {
					waiting.push(resolve);
					if (state === 'stale') start();
				});
			}
			given = Date.now();
			return current;
		},
		get current() {
			return current;
		},
		dispose() {
			later.dispose();
			now.dispose();
			release();
			clearTimeout(announcement);
			changed.dispose();
		},
	};
}
