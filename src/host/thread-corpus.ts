import type { MessageConnection } from 'vscode-jsonrpc';
import type { Corpus, LoadProgress } from '../core/corpus/types.ts';
import type { Logger } from '../core/ports.ts';
import { createEmitter, type Event } from '../core/util/event.ts';
import { connectCorpus } from './corpus-rpc.ts';

/** A corpus that lives in another thread. */
export interface ThreadCorpus extends Corpus {
	/**
	 * Fires when the thread died. `restarted`: a new, empty one has taken its place and wants its sources again; it is
	 * restarted once only, as what kills it twice would kill it for ever.
	 */
	readonly onDidCrash: Event<{ readonly restarted: boolean; readonly reason: string }>;
}

/** A thread that answers as `serveCorpus` does. */
export interface Thread {
	/** Not listening yet. */
	readonly connection: MessageConnection;
	end(): void;
}

/**
 * The corpus of a thread, which is started again if it dies.
 *
 * @param init.start Starts the thread, and calls `died` once if it ends by itself.
 */
export function createThreadCorpus(init: {
	readonly start: (died: (reason: string) => void) => Thread;
	readonly log: Logger;
}): ThreadCorpus {
	const { log } = init;
	const changed = createEmitter<readonly string[]>();
	const progressed = createEmitter<LoadProgress>();
	const crashed = createEmitter<{ restarted: boolean; reason: string }>();
	let restarts = 0;
	let disposed = false;
	let current = start();

	function start() {
		const { connection, end } = init.start((reason) => {
			connection.dispose();
			if (disposed) return;
			const restarted = restarts++ === 0;
			if (restarted) current = start();
			log.error(`The corpus thread died: ${reason}`);
			crashed.fire({ restarted, reason });
		});
		const port = connectCorpus(connection, { change: changed.fire, progress: progressed.fire, log });
		connection.listen();
		return { connection, end, port };
	}

	return {
		onDidChange: changed.event,
		onDidProgress: progressed.event,
		onDidCrash: crashed.event,
		load: (source, token) => current.port.load(source, token),
		remove: (file) => current.port.remove(file),
		papers: (keys, scope, token) => current.port.papers(keys, scope, token),
		inOtherCase: (keys, scope, token) => current.port.inOtherCase(keys, scope, token),
		alternatives: (question, token) => current.port.alternatives(question, token),
		entries: (file, keys, token) => current.port.entries(file, keys, token),
		all: (scope, token) => current.port.all(scope, token),
		browse: (question, token) => current.port.browse(question, token),
		venues: (token) => current.port.venues(token),
		topics: (question, token) => current.port.topics(question, token),
		count: (scope) => current.port.count(scope),
		complete: (question, token) => current.port.complete(question, token),
		suggest: (question, token) => current.port.suggest(question, token),
		repair: (question, token) => current.port.repair(question, token),
		named: (question, token) => current.port.named(question, token),
		dispose() {
			disposed = true;
			current.connection.dispose();
			current.end();
			changed.dispose();
			progressed.dispose();
			crashed.dispose();
		},
	};
}
