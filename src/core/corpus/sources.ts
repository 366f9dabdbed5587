import type { CorpusPattern } from '../config.ts';
import { sourceEndings } from '../importers/index.ts';
import { FileError, isWatching, type Logger, type Workspace } from '../ports.ts';
import { type CancellationToken, never, whenCancelled } from '../util/cancellation.ts';
import { createEmitter, type Disposable, disposeAll, type Event } from '../util/event.ts';
import { baseName } from '../util/paths.ts';
import type { Corpus, SourceReport } from './types.ts';

/** Keeps the corpus in step with files: reads what is asked for, once, and again when it changes. */
export interface Sources extends Disposable {
	/** Fires when a report or `loading` changed. */
	readonly onDidChange: Event<void>;
	/** The files that patterns stand for, in order and without repetition. */
	expand(patterns: readonly CorpusPattern[]): Promise<readonly string[]>;
	/** Resolves when all these files are in the corpus (or told why not), or at once when cancelled. */
	ensure(files: readonly string[], token: CancellationToken): Promise<void>;
	/** Reads every source again. */
	reload(): Promise<void>;
	/** By file, for all that was read. */
	readonly reports: ReadonlyMap<string, SourceReport>;
	readonly loading: ReadonlySet<string>;
}

const origin = { line: 0, character: 0 };

/** The report on a file that could not be read at all. */
function unreadable(file: string, message: string): SourceReport {
	const problem = { severity: 'error', range: { start: origin, end: origin }, message } as const;
	return { file, format: undefined, papers: 0, problems: [problem], duplicates: [] };
}

export function createSources(init: { workspace: Workspace; corpus: Corpus; log: Logger }): Sources {
	const { workspace, corpus, log } = init;
	const changed = createEmitter<void>();
	const reports = new Map<string, SourceReport>();
	const loads = new Map<string, Promise<void>>();
	/** Files that changed while they were being read. */
	const again = new Set<string>();
	const expansions = new Map<string, Promise<readonly string[]>>();
	const watchers: Disposable[] = [];
	const watched = new Set<string>();

	const read = async (file: string): Promise<void> => {
		try {
			reports.set(file, await corpus.load({ file, bytes: await workspace.read(file) }, never));
		} catch (error) {
			await corpus.remove(file);
			const message = `${baseName(file)} ${error instanceof FileError ? error.message : `could not be read: ${error}`}.`;
			if (!(error instanceof FileError)) log.error(`${file}: ${error instanceof Error ? error.stack : error}`);
			reports.set(file, unreadable(file, message));
		}
	};

	const load = (file: string): Promise<void> => {
		const running = loads.get(file);
		if (running) return running;
		const started = (async () => {
			do {
				again.delete(file);
				await read(file);
			} while (again.has(file));
		})().finally(() => {
			loads.delete(file);
			changed.fire();
		});
		loads.set(file, started);
		if (isWatching(workspace) && !watched.has(file)) {
			watched.add(file);
			watchers.push(workspace.watch(file));
		}
		changed.fire();
		return started;
	};

	const reload = (file: string) => {
		if (loads.has(file)) again.add(file);
		else void load(file);
	};

	const isSource = (uri: string) => sourceEndings.some((end) => uri.endsWith(end));
	if (isWatching(workspace)) {
		watchers.push(
			workspace.onDidChange((uris) => {
				for (const uri of uris) if (reports.has(uri) || loads.has(uri)) reload(uri);
				const arrived = uris.some((uri) => isSource(uri) && !reports.has(uri) && !loads.has(uri));
				if (!arrived) return;
				expansions.clear();
				changed.fire();
			}),
		);
	}

	const expandOne = ({ base, pattern }: CorpusPattern) => {
		const name = `${base}\n${pattern}`;
		let files = expansions.get(name);
		if (!files) expansions.set(name, (files = workspace.glob(base, pattern)));
		return files;
	};

	return {
		onDidChange: changed.event,
		reports,
		get loading() {
			return new Set(loads.keys());
		},
		async expand(patterns) {
			return [...new Set((await Promise.all(patterns.map(expandOne))).flat())];
		},
		async ensure(files, token) {
			// A file that is read again still answers with what it gave before; one that gave nothing yet is waited for.
			const known = (file: string) => reports.get(file)?.format !== undefined;
			const missing = (file: string) => (loads.has(file) ? !known(file) : !reports.has(file));
			// One after the other: keys that are made for papers without any depend on what is there already, and must not
			// depend on which file happens to be read faster.
			const inOrder = async () => {
				for (const file of files) {
					if (token.isCancellationRequested) return;
					if (missing(file)) await (loads.get(file) ?? load(file));
				}
			};
			if (files.some(missing)) await Promise.race([inOrder(), whenCancelled(token)]);
		},
		async reload() {
			expansions.clear();
			const files = new Set([...reports.keys(), ...loads.keys()]);
			// The corpus may have lost what it had: whoever asks meanwhile waits.
			reports.clear();
			for (const file of files) reload(file);
			await Promise.all([...files].map((file) => loads.get(file)));
		},
		dispose: () => disposeAll([changed, ...watchers]).dispose(),
	};
}
