import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { createMessageConnection, PortMessageReader, PortMessageWriter } from 'vscode-jsonrpc/node';
import { createCorpus } from '../../core/corpus/engine.ts';
import { speak } from '../../core/translations.ts';
import { loggerOver, serveCorpus } from '../corpus-rpc.ts';
import { breathe } from './breathe.ts';
import { createCacheStore } from './cache-store.ts';
import type { CorpusWorkerData } from './corpus.ts';
import { sourceFiles } from './source-files.ts';
import { createTidy } from './tidy.ts';

// The thread that holds the papers, so that reading and searching them never holds up typing.

if (!parentPort) throw new Error('This script runs as a worker thread only.');
const connection = createMessageConnection(new PortMessageReader(parentPort), new PortMessageWriter(parentPort));
const { cache, translations } = workerData as CorpusWorkerData;
speak(translations);
const disk = {
	files: sourceFiles,
	...(cache !== undefined && { cache: createCacheStore(cache) }),
	// Bundled, this one file is all the code that a source goes through; what could not be read is kept in words.
	program: createHash('sha256')
		.update(readFileSync(__filename))
		.update(JSON.stringify(translations ?? {}))
		.digest('hex'),
};
const corpus = createCorpus({ breathe, log: loggerOver(connection), disk });
corpus.onDidChange(createTidy());
serveCorpus(connection, corpus);
connection.listen();
