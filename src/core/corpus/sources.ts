import * as l10n from '@vscode/l10n';
import type { CorpusPattern } from '../config.ts';
import { sourceEndings } from '../importers/index.ts';
import { FileError, isWatching, type Logger, type Wait, type Workspace } from '../ports.ts';
import { type CancellationToken, cancellation, never, whenCancelled } from '../util/cancellation.ts';
import { createEmitter, type Disposable, disposeAll, type Event } from '../util/event.ts';
import { baseName } from '../util/paths.ts';
import type { Corpus, SourceReport } from './types.ts';

/** Keeps the corpus in step with files: reads what is asked for, once, and again when it changes. */
export interface Sources extends Disposable {
	/** Fires when a report, `loading` or `stopped` changed, or files arrived that a pattern may stand for. */
	readonly onDidChange: Event<void>;
	/** The files that patterns stand for, in order and without repetition. */
	expand(patterns: readonly CorpusPattern[]): Promise<readonly string[]>;
	/** Resolves when all these files are in the corpus (or told why not), or at once when cancelled. */
	ensure(files: readonly string[], token: CancellationToken): Promise<void>;
	/** Resolves when a file is not being read, so that what is known of it is what it says now; or when cancelled. */
	settled(file: string, token: CancellationToken): Promise<void>;
	/** Reads every source again, or these; with `fresh`, whatever was kept of it. */
	reload(fresh: boolean, only?: readonly string[]): Promise<void>;
	/** Gives up the papers of a file, until somebody needs it again. */
	forget(file: string): Promise<void>;
	/** Reads again the sources that have papers whose keys another formula makes now. */
	renewKeys(): Promise<void>;
	/** Ends all reading. What files gave before stays, and nobody waits for them until the next `reload`. */
	stop(): void;
	/** By file, for all that was read. */
	readonly reports: ReadonlyMap<string, SourceReport>;
	readonly loading: ReadonlySet<string>;
	/** Files that were not read to the end, as that was stopped. */
	readonly stopped: ReadonlySet<string>;
	/** Why a file gave no papers that it may have, as a phrase that follows its name; undefined where it was read. */
	whyUnread(file: string): string | undefined;
}

const origin = { line: 0, character: 0 };

/** The report on a file that could not be read at all. */
function unreadable(file: string, message: string): SourceReport {
	const problem = { severity: 'error', range: { start: origin, end: origin }, message } as const;
	return { file, format: undefined, papers: 0, problems: [problem], duplicates: [] };
}

/** Milliseconds in which a file on disk must not change before it is taken for whole. */
const calm = 200;
/** Milliseconds after which a file that is gone, empty or still changing is taken as it is. */
const patience = 2000;

/** @param init.wait Where there is time to wait until a file that changes is written to the end; it is read at once without. */
export function createSources(init: {
	readonly workspace: Workspace;
	readonly corpus: Corpus;
	readonly log: Logger;
	readonly wait?: Wait | undefined;
	/** How keys are made for the papers of a file that have none. */
	readonly keyFormula?: (file: string) => Promise<string | undefined>;
}): Sources {
	const { workspace, corpus, log, wait, keyFormula: formulaOf = async () => undefined } = init;
	const changed = createEmitter<void>();
	const reports = new Map<string, SourceReport>();
	const loads = new Map<string, Promise<void>>();
	const stopped = new Set<string>();
	/** By file, as `whyUnread` gives it. */
	const unread = new Map<string, string>();
	let stopping = cancellation();
	/** Files that changed while they were being read. */
	const again = new Set<string>();
	/** Files of which nothing that was kept counts. */
	const distrusted = new Set<string>();
	/** The formula that each file was read with. */
	const formulas = new Map<string, string | undefined>();
	const expansions = new Map<string, Promise<readonly string[]>>();
	const watchers: Disposable[] = [];
	const watched = new Set<string>();

	/** Reading a file was stopped, or is not begun. */
	const leave = (file: string) => {
		stopped.add(file);
		if (!reports.has(file)) unread.set(file, l10n.t('was not read, as that was stopped'));
	};

	const read = async (file: string): Promise<void> => {
		const { token } = stopping;
		const fresh = distrusted.delete(file);
		try {
			const keyFormula = await formulaOf(file);
			formulas.set(file, keyFormula);
			const formula = keyFormula === undefined ? {} : { keyFormula };
			const bytes = workspace.isOnDisk?.(file) ? undefined : await workspace.read(file);
			const source = { file, ...(bytes && { bytes }), ...formula, ...(fresh && { fresh }) };
			const report = await corpus.load(source, token);
			if (report) {
				reports.set(file, report);
				stopped.delete(file);
				unread.delete(file);
			} else if (token.isCancellationRequested) leave(file);
		} catch (error) {
			await corpus.remove(file).catch(() => {});
			const why = error instanceof FileError ? error.message : l10n.t('could not be read: {0}', `${error}`);
			unread.set(file, why);
			// A pattern may not stand for it any more.
			expansions.clear();
			stopped.delete(file);
			const message = `${baseName(file)} ${why}.`;
			if (!(error instanceof FileError)) log.error(`${file}: ${error instanceof Error ? error.stack : error}`);
			reports.set(file, unreadable(file, message));
		}
	};

	/**
	 * Waits while a file on disk is being written: programs empty it and fill it again, or put another one in its place.
	 * Meanwhile what it gave before is the better answer.
	 */
	const written = async (file: string): Promise<void> => {
		const { token } = stopping;
		if (!wait || !workspace.isOnDisk?.(file)) return;
		let before: string | undefined;
		for (let waited = 0; waited < patience && !token.isCancellationRequested; waited += calm) {
			const stat = await workspace.stat(file);
			if (stat && stat.size > 0 && stat.version === before) return;
			before = stat?.version;
			await wait(calm);
		}
	};

	const load = (file: string, changing: boolean): Promise<void> => {
		const running = loads.get(file);
		if (running) return running;
		const started = (async () => {
			let changes = changing;
			do {
				if (changes) await written(file);
				again.delete(file);
				await read(file);
				changes = true;
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

	/** One after the other, so that the first is there early, and only one takes the memory that reading needs. */
	const readInOrder = async (
		files: readonly string[],
		missing: (file: string) => boolean,
		token: CancellationToken,
	): Promise<void> => {
		const stop = stopping.token;
		for (const file of files) {
			if (token.isCancellationRequested) return;
			if (!missing(file)) continue;
			if (!stop.isCancellationRequested) await (loads.get(file) ?? load(file, false));
			else {
				leave(file);
				changed.fire();
			}
		}
	};

	const reload = (file: string, changing: boolean) => {
		if (loads.has(file)) again.add(file);
		else void load(file, changing);
	};

	const isSource = (uri: string) => sourceEndings.some((end) => uri.toLowerCase().endsWith(end));
	if (isWatching(workspace)) {
		watchers.push(
			workspace.onDidChange((uris) => {
				for (const uri of uris) if (reports.has(uri) || loads.has(uri)) reload(uri, true);
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
			const missing = (file: string) => (loads.has(file) ? !known(file) : !reports.has(file) && !stopped.has(file));
			if (files.some(missing)) await Promise.race([readInOrder(files, missing, token), whenCancelled(token)]);
		},
		async settled(file, token) {
			while (loads.has(file) && !token.isCancellationRequested)
				await Promise.race([loads.get(file), whenCancelled(token)]);
		},
		async renewKeys() {
			for (const [file, formula] of [...formulas]) if ((await formulaOf(file)) !== formula) reload(file, false);
		},
		stopped,
		whyUnread: (file) => unread.get(file),
		stop() {
			again.clear();
			const { cancel } = stopping;
			stopping = cancellation();
			cancel();
		},
		async forget(file) {
			reports.delete(file);
			stopped.delete(file);
			unread.delete(file);
			formulas.delete(file);
			await corpus.remove(file);
			changed.fire();
		},
		async reload(fresh, only) {
			expansions.clear();
			const files = new Set(only ?? [...reports.keys(), ...loads.keys(), ...stopped]);
			// The corpus may have lost what it had: whoever asks meanwhile waits.
			for (const file of files) {
				reports.delete(file);
				stopped.delete(file);
			}
			for (const file of files) {
				if (fresh) distrusted.add(file);
				if (loads.has(file)) again.add(file);
			}
			await readInOrder([...files], (file) => loads.has(file) || !reports.has(file), never);
		},
		dispose: () => disposeAll([changed, ...watchers]).dispose(),
	};
}
