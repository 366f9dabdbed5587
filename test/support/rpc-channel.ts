import type { MessageConnection } from 'vscode-jsonrpc';
import type { Corpus } from '../../src/core/corpus/types.ts';
import { type Breathe, silent } from '../../src/core/ports.ts';
import { cancellation, never } from '../../src/core/util/cancellation.ts';
import { connectCorpus, serveCorpus } from '../../src/host/corpus-rpc.ts';

/**
 * Asks as an editor does while somebody types, and cancels what is stale when the next letter is typed: the questions that
 * the far end of a channel got, in order, with what it knew of each.
 */
export async function askedWhileTyping(near: MessageConnection, far: MessageConnection, breathe?: Breathe) {
	const asked: string[] = [];
	const corpus = {
		onDidChange: () => ({ dispose() {} }),
		onDidProgress: () => ({ dispose() {} }),
		async complete({ query }, token) {
			asked.push(token.isCancellationRequested ? `${query} (cancelled)` : query);
			return [];
		},
	} as Pick<Corpus, 'complete' | 'onDidChange' | 'onDidProgress'> as Corpus;
	serveCorpus(far, corpus, breathe);
	const port = connectCorpus(near, { change: () => {}, progress: () => {}, log: silent });
	near.listen();
	far.listen();
	const question = { scope: 'everything', limit: 10 } as const;
	const stale = ['v', 'va', 'vas'].map((query) => {
		const { token, cancel } = cancellation();
		return { cancel, answer: port.complete({ ...question, query }, token) };
	});
	for (const { cancel } of stale) cancel();
	const last = port.complete({ ...question, query: 'vasw' }, never);
	await Promise.allSettled([...stale.map(({ answer }) => answer), last]);
	near.dispose();
	far.dispose();
	return asked;
}
