import { Worker } from 'node:worker_threads';
import { createMessageConnection, PortMessageReader, PortMessageWriter } from 'vscode-jsonrpc/node';
import type { Corpus, LoadProgress } from '../../core/corpus/types.ts';
import type { Logger } from '../../core/ports.ts';
import { createEmitter, type Event } from '../../core/util/event.ts';
import { connectCorpus } from '../corpus-rpc.ts';

export interface WorkerCorpus extends Corpus {
	/**
	 * Fires when the thread died. `restarted`: a new, empty one has taken its place and wants its sources again; it is
	 * restarted once only, as what kills it twice would kill it for ever.
	 */
	readonly onDidCrash: Event<{ readonly restarted: boolean; readonly reason: string }>;
}

/** What the thread is told when it starts. */
export interface CorpusWorkerData {
	/** Path of the folder where it may keep what it read. */
	readonly cache: string | undefined;
}

/**
 * A corpus in a thread of its own, which reads files by itself.
 *
 * @param init.script path of the bundled worker
 * @param init.cache path of a folder where what was read is kept for the next start; nothing is kept without it
 */
export function createWorkerCorpus(init: {
	readonly script: string;
	readonly log: Logger;
	readonly cache?: string | undefined;
}): WorkerCorpus {
	const changed = createEmitter<readonly string[]>();
	const progressed = createEmitter<LoadProgress>();
	const crashed = createEmitter<{ restarted: boolean; reason: string }>();
	let restarts = 0;
	let disposed = false;
	let current = start();

	function start() {
		const worker = new Worker(init.script, {
			stdout: true,
			stderr: true,
			workerData: { cache: init.cache } satisfies CorpusWorkerData,
		});
		for (const stream of [worker.stdout, worker.stderr]) stream.on('data', (text) => init.log.info(`${text}`.trim()));
		const connection = createMessageConnection(new PortMessageReader(worker), new PortMessageWriter(worker));
		const port = connectCorpus(connection, { change: changed.fire, progress: progressed.fire });
		let reason = '';
		worker.on('error', (error) => {
			reason = error.message;
		});
		worker.on('exit', (code) => {
			connection.dispose();
			if (disposed) return;
			const restarted = restarts++ === 0;
			if (restarted) current = start();
			reason ||= `the thread ended with code ${code}`;
			init.log.error(`The corpus thread died: ${reason}`);
			crashed.fire({ restarted, reason });
		});
		connection.listen();
		return { worker, connection, port };
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
			void current.worker.terminate();
			changed.dispose();
			progressed.dispose();
			crashed.dispose();
		},
	};
}
