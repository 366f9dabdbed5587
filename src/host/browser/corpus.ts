import { BrowserMessageReader, BrowserMessageWriter, createMessageConnection } from 'vscode-jsonrpc/browser';
import type { Logger } from '../../core/ports.ts';
import type { Translations } from '../../core/translations.ts';
import { createThreadCorpus, type ThreadCorpus } from '../thread-corpus.ts';

/** What the worker is told before anything else. */
export interface FirstMessage {
	/** The language that it speaks; English without. */
	readonly translations: Translations | undefined;
}

/**
 * A corpus in a web worker. It has no files of its own: every source comes with its bytes.
 *
 * @param init.script address of the bundled worker
 * @param init.translations the language of what it says; English without
 */
export function createWebWorkerCorpus({
	script,
	log,
	translations,
}: {
	readonly script: string;
	readonly log: Logger;
	readonly translations?: Translations | undefined;
}): ThreadCorpus {
	return createThreadCorpus({
		log,
		start(died) {
			const worker = new Worker(script);
			const failed = (event: ErrorEvent) => {
				// It is told of here, not as an error of whoever started the worker.
				event.preventDefault();
				worker.terminate();
				died(event.message || 'its script could not be run');
			};
			// A worker outlives its errors, in whatever state.
			worker.addEventListener('error', failed, { once: true });
			const message: FirstMessage = { translations };
			worker.postMessage(message);
			const connection = createMessageConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));
			return { connection, end: () => worker.terminate() };
		},
	});
}
