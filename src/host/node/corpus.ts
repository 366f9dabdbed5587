import { Worker } from 'node:worker_threads';
import { createMessageConnection, PortMessageReader, PortMessageWriter } from 'vscode-jsonrpc/node';
import type { Logger } from '../../core/ports.ts';
import type { Translations } from '../../core/translations.ts';
import { createThreadCorpus, type ThreadCorpus } from '../thread-corpus.ts';

/** What the thread is told when it starts. */
export interface CorpusWorkerData {
	/** Path of the folder where it may keep what it read. */
	readonly cache: string | undefined;
	/** The language that it speaks; English without. */
	readonly translations: Translations | undefined;
}

/**
 * A corpus in a thread of Node, which reads files by itself.
 *
 * @param init.script path of the bundled worker
 * @param init.cache path of a folder where what was read is kept for the next start; nothing is kept without it
 * @param init.translations the language of what it says; English without
 */
export function createWorkerCorpus(init: {
	readonly script: string;
	readonly log: Logger;
	readonly cache?: string | undefined;
	readonly translations?: Translations | undefined;
}): ThreadCorpus {
	const { script, log, cache, translations } = init;
	return createThreadCorpus({
		log,
		start(died) {
			const workerData: CorpusWorkerData = { cache, translations };
			const worker = new Worker(script, { stdout: true, stderr: true, workerData });
			for (const stream of [worker.stdout, worker.stderr]) stream.on('data', (text) => log.info(`${text}`.trim()));
			let reason = '';
			worker.on('error', (error) => {
				reason = error.message;
			});
			worker.on('exit', (code) => died(reason || `the thread ended with code ${code}`));
			const connection = createMessageConnection(new PortMessageReader(worker), new PortMessageWriter(worker));
			return { connection, end: () => void worker.terminate() };
		},
	});
}
