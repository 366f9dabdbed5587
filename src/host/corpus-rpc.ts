import type { CancellationToken, MessageConnection } from 'vscode-jsonrpc';
import type { Corpus, LoadProgress, Scope, SourceReport, SourceRequest } from '../core/corpus/types.ts';
import { type Breathe, FileError, type Logger } from '../core/ports.ts';

// The corpus port spoken over JSON-RPC: the same for a thread of Node and for a web worker. Every method takes one
// parameters object, so that a message stays readable in a trace; cancellation is the protocol's own.

const changed = 'corpus/changed';
const progress = 'corpus/progress';
const logged = 'corpus/log';

/** What became of a load: of errors only the message would get across. */
type Loading = { readonly report?: SourceReport | undefined } | { readonly unreadable: string };

/** Log levels, as `Logger` calls them. */
type LogLevel = keyof Logger;

/**
 * Answers the requests that arrive on a connection; call before `connection.listen()`.
 *
 * @param breathe Where a connection hands over each message as it comes: lets those that wait arrive before an answer is
 * begun, since one of them may cancel it.
 */
export function serveCorpus(connection: MessageConnection, corpus: Corpus, breathe?: Breathe): void {
	const answer = <P>(method: string, handler: (params: P, token: CancellationToken) => Promise<unknown>) =>
		connection.onRequest(`corpus/${method}`, async (params: P, token: CancellationToken) => {
			await breathe?.();
			return handler(params, token);
		});
	answer('load', async (source: SourceRequest, token): Promise<Loading> => {
		try {
			return { report: await corpus.load(source, token) };
		} catch (error) {
			if (error instanceof FileError) return { unreadable: error.message };
			throw error;
		}
	});
	answer('remove', ({ file }: { file: string }) => corpus.remove(file));
	answer('papers', ({ keys, scope }: { keys: string[]; scope: Scope }, token) => corpus.papers(keys, scope, token));
	answer('inOtherCase', ({ keys, scope }: { keys: string[]; scope: Scope }, token) =>
		corpus.inOtherCase(keys, scope, token),
	);
	answer('alternatives', corpus.alternatives);
	answer('entries', ({ file, keys }: { file: string; keys: string[] | 'all' }, token) =>
		corpus.entries(file, keys, token),
	);
	answer('all', ({ scope }: { scope: Scope }, token) => corpus.all(scope, token));
	answer('browse', corpus.browse);
	answer('venues', (_: object, token) => corpus.venues(token));
	answer('topics', corpus.topics);
	answer('count', ({ scope }: { scope: Scope }) => corpus.count(scope));
	answer('complete', corpus.complete);
	answer('suggest', corpus.suggest);
	answer('repair', corpus.repair);
	answer('named', corpus.named);
	corpus.onDidChange((files) => void connection.sendNotification(changed, { files }));
	corpus.onDidProgress((how) => void connection.sendNotification(progress, how));
}

/** A log that is kept at the other end of a connection. */
export function loggerOver(connection: MessageConnection): Logger {
	const say = (level: LogLevel) => (message: string) => void connection.sendNotification(logged, { level, message });
	return { info: say('info'), warn: say('warn'), error: say('error') };
}

/** The corpus at the other end of a connection, without what only its owner knows: who listens, and when it ends. */
export function connectCorpus(
	connection: MessageConnection,
	on: {
		readonly change: (files: readonly string[]) => void;
		readonly progress: (how: LoadProgress) => void;
		readonly log: Logger;
	},
): Omit<Corpus, 'onDidChange' | 'onDidProgress' | 'dispose'> {
	const ask = async <R>(method: string, params: object, token?: CancellationToken): Promise<R> =>
		token
			? connection.sendRequest(`corpus/${method}`, params, token)
			: connection.sendRequest(`corpus/${method}`, params);
	connection.onNotification(changed, ({ files }: { files: string[] }) => on.change(files));
	connection.onNotification(progress, on.progress);
	connection.onNotification(logged, ({ level, message }: { level: LogLevel; message: string }) =>
		on.log[level](message),
	);
	return {
		async load(source, token) {
			const loading = await ask<Loading>('load', source, token);
			if ('unreadable' in loading) throw new FileError(source.file, loading.unreadable);
			return loading.report;
		},
		remove: (file) => ask('remove', { file }),
		papers: (keys, scope, token) => ask('papers', { keys, scope }, token),
		inOtherCase: (keys, scope, token) => ask('inOtherCase', { keys, scope }, token),
		alternatives: (question, token) => ask('alternatives', question, token),
		entries: (file, keys, token) => ask('entries', { file, keys }, token),
		all: (scope, token) => ask('all', { scope }, token),
		browse: (question, token) => ask('browse', question, token),
		venues: (token) => ask('venues', {}, token),
		topics: (question, token) => ask('topics', question, token),
		count: (scope) => ask('count', { scope }),
		complete: (question, token) => ask('complete', question, token),
		suggest: (question, token) => ask('suggest', question, token),
		repair: (question, token) => ask('repair', question, token),
		named: (question, token) => ask('named', question, token),
	};
}
