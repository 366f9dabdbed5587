import { parentPort } from 'node:worker_threads';
import { createMessageConnection, PortMessageReader, PortMessageWriter } from 'vscode-jsonrpc/node';
import { createCorpus } from '../../core/corpus/engine.ts';
import { serveCorpus } from '../corpus-rpc.ts';
import { breathe } from './breathe.ts';

// The thread that holds the papers, so that reading and searching them never holds up typing.

if (!parentPort) throw new Error('This script runs as a worker thread only.');
const log = { info: console.info, warn: console.warn, error: console.error };
const connection = createMessageConnection(new PortMessageReader(parentPort), new PortMessageWriter(parentPort));
serveCorpus(connection, createCorpus({ breathe, log }));
connection.listen();
