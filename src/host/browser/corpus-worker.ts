import { BrowserMessageReader, BrowserMessageWriter, createMessageConnection } from 'vscode-jsonrpc/browser';
import { createCorpus } from '../../core/corpus/engine.ts';
import { speak } from '../../core/translations.ts';
import { loggerOver, serveCorpus } from '../corpus-rpc.ts';
import { breathe } from './breathe.ts';
import type { FirstMessage } from './corpus.ts';

// The web worker that holds the papers, so that reading and searching them never holds up typing.
//
// Nothing is kept for the next start. What a browser lets an extension store is copied as a whole through three threads
// before the first byte can be read, and goes when the browser wants the room.

self.addEventListener(
	'message',
	({ data }: MessageEvent<FirstMessage>) => {
		speak(data.translations);
		const connection = createMessageConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
		serveCorpus(connection, createCorpus({ breathe, log: loggerOver(connection) }), breathe);
		connection.listen();
	},
	{ once: true },
);
