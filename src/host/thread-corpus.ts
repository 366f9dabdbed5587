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
 * The corpus of a thread, which is started when it is first asked something, and again if it dies.
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
	let current: ReturnType<typeof start> | undefined;

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

	const port = () => (current ??= start()).port;

	return {
		onDidChange: changed.event,
		onDidProgress: progressed.event,
		onDidCrash: crashed.event,
		load: (source, token) => port().load(source, token),
		remove: (file) => port().remove(file),
		papers: (keys, scope, token) => port().papers(keys, scope, token),
		inOtherCase: (keys, scope, token) => port().inOtherCase(keys, scope, token),
		alternatives: (question, token) => port().alternatives(question, token),
		entries: (file, keys, token) => port().entries(file, keys, token),
		all: (scope, token) => port().all(scope, token),
		browse: (question, token) => port().browse(question, token),
		venues: (token) => port().venues(token),
		topics: (question, token) => port().topics(question, token),
		count: (scope) => port().count(scope),
		complete: (question, token) => port().complete(question, token),
		suggest: (question, token) => port().suggest(question, token),
		repair: (question, token) => port().repair(question, token),
		named: (question, token) => port().named(question, token),
		dispose() {
			disposed = true;
			current?.connection.dispose();
			current?.end();
			changed.dispose();
			progressed.dispose();
			crashed.dispose();
		},
	};
}
