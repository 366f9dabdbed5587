import assert from 'node:assert/strict';
import { MessageChannel } from 'node:worker_threads';
import {
	CancellationTokenSource,
	createMessageConnection,
	PortMessageReader,
	PortMessageWriter,
} from 'vscode-jsonrpc/node';
import type { Corpus } from '../../src/core/corpus/types.ts';
import { never } from '../../src/core/util/cancellation.ts';
import { connectCorpus, serveCorpus } from '../../src/host/corpus-rpc.ts';

/** A corpus at the far end of a channel that answers no question but notes which ones it got cancelled. */
function channel() {
	const { port1, port2 } = new MessageChannel();
	const asked: string[] = [];
	const corpus = {
		onDidChange: () => ({ dispose() {} }),
		onDidProgress: () => ({ dispose() {} }),
		async complete({ query }, token) {
			asked.push(token.isCancellationRequested ? `${query} (cancelled)` : query);
			return [];
		},
	} as Pick<Corpus, 'complete' | 'onDidChange' | 'onDidProgress'> as Corpus;
	const near = createMessageConnection(new PortMessageReader(port1), new PortMessageWriter(port1));
	const far = createMessageConnection(new PortMessageReader(port2), new PortMessageWriter(port2));
	serveCorpus(far, corpus);
	const port = connectCorpus(near, { change: () => {}, progress: () => {} });
	near.listen();
	far.listen();
	return {
		asked,
		port,
		dispose() {
			near.dispose();
			far.dispose();
			port1.close();
		},
	};
}

describe('corpus over JSON-RPC', () => {
	it('lets a cancellation overtake the questions that wait', async () => {
		const { asked, port, dispose } = channel();
		const question = { scope: 'everything', limit: 10 } as const;
		const tokens = ['v', 'va', 'vas'].map((query) => {
			const source = new CancellationTokenSource();
			return { source, answer: port.complete({ ...question, query }, source.token) };
		});
		// As an editor does: what was asked for is stale when the next letter is typed.
		for (const { source } of tokens) source.cancel();
		const last = port.complete({ ...question, query: 'vasw' }, never);
		await Promise.allSettled([...tokens.map(({ answer }) => answer), last]);
		assert.deepEqual(asked, ['v (cancelled)', 'va (cancelled)', 'vas (cancelled)', 'vasw']);
		dispose();
	});
});
