import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { type Config, type ConfigSource, type CorpusPattern, defaultConfig } from '../core/config.ts';
import { findConfigFile } from '../core/config-file.ts';
import { createConfigSource } from '../core/config-source.ts';
import { createCorpus } from '../core/corpus/engine.ts';
import type { Corpus } from '../core/corpus/types.ts';
import type { CitationService } from '../core/features/types.ts';
import { type Disk, silent, type WatchingWorkspace, type Workspace } from '../core/ports.ts';
import { createCitationService } from '../core/service.ts';
import { never } from '../core/util/cancellation.ts';
import { createEmitter } from '../core/util/event.ts';
import { breathe } from '../host/node/breathe.ts';
import { createCacheStore } from '../host/node/cache-store.ts';
import { sourceFiles } from '../host/node/source-files.ts';
import { createTexFinder } from '../host/node/tex-finder.ts';
import { createNodeWorkspace, pathOf, uriOf } from '../host/node/workspace.ts';
import { UsageError } from './exit.ts';
import { readIgnored } from './ignore.ts';
import { hasWildcard, readable, whyNothing } from './inputs.ts';
import type { Io } from './io.ts';
import { createProgress, type Progress, reporting } from './progress.ts';

/** What every command works with: the service over the files of this machine. */
export interface Session {
	readonly workspace: Workspace;
	readonly corpus: Corpus;
	readonly service: CitationService;
	readonly progress: Progress;
	/** The URI of a path as the user wrote it. */
	uri(path: string): string;
	/** A file as results name it: from the working directory, or by its whole path where it lies elsewhere. */
	show(uri: string): string;
	/** Tells of input that cannot be used, in one line; the exit code will say so, too. All else goes on. */
	refuse(what: string): void;
	/** Was anything refused? */
	readonly refused: boolean;
	/** Does `.relworkignore` leave a file out? */
	isIgnored(uri: string): boolean;
	configOf(uri: string): Promise<Config>;
	/** Makes files part of the corpus. */
	addSources(uris: readonly string[]): void;
	/** Reads the corpus: what `--corpus` and `relatedwork.json` name. */
	loadCorpus(): Promise<void>;
	/** Must be told which files the command itself has changed. */
	changed(uris: readonly string[]): void;
}

/** Where the papers of a command come from. */
export interface CorpusOptions {
	/** Files, folders and globs, from the working directory. */
	readonly corpus?: readonly string[] | undefined;
	/** Folder, from the working directory, where what large sources gave is kept; nothing is without it. */
	readonly cache?: string | undefined;
}

export interface SessionOptions extends CorpusOptions {
	/** Where `relatedwork.json` is looked for, upwards; the working directory without it. */
	readonly path?: string | undefined;
	/** Leave out the corpus that `relatedwork.json` names. */
	readonly onlyThisCorpus?: boolean;
	/** Levels that win over those of `relatedwork.json`. */
	readonly rules?: Config['rules'] | undefined;
}

export async function openSession(io: Io, options: SessionOptions): Promise<Session> {
	const uri = (path: string) => uriOf(resolve(io.cwd, path));
	const start = uri(options.path ?? '.');
	const configFile = await findConfigFile(createNodeWorkspace({ folders: [] }), start);
	const root = uriOf(configFile ? dirname(pathOf(configFile)) : folderAround(pathOf(start), io.cwd));

	const changes = createEmitter<readonly string[]>();
	// Nobody but the command itself is expected to change files while it runs.
	const watching = { onDidChange: changes.event, watch: () => ({ dispose() {} }) };
	const node = createNodeWorkspace({ folders: [root] });
	const disk = options.cache === undefined ? undefined : diskWith(resolve(io.cwd, options.cache));
	const isOnDisk = (file: string) => disk !== undefined && file.startsWith('file:');
	const workspace: WatchingWorkspace = { ...node, ...watching, isOnDisk };
	const progress = createProgress(io);
	const corpus = reporting(createCorpus({ breathe, log: silent, ...(disk && { disk }) }), progress);

	const own: CorpusPattern[] = [];
	const files = createConfigSource(workspace, { forFile: () => defaultConfig });
	const config: ConfigSource = {
		...files,
		async forFile(file) {
			const project = await files.forFile(file);
			const wider = options.onlyThisCorpus ? [] : project.corpus;
			return { ...project, corpus: [...own, ...wider], rules: { ...project.rules, ...options.rules } };
		},
	};
	const service = createCitationService({
		workspace,
		corpus,
		config,
		log: silent,
		tex: createTexFinder({ log: silent }),
	});

	let refused = false;
	const session: Session = {
		workspace,
		corpus,
		service,
		progress,
		uri,
		show: (file) => shown(pathOf(file), io.cwd),
		refuse(what) {
			refused = true;
			progress.clear();
			io.tell(`relwork: ${what}\n`);
		},
		get refused() {
			return refused;
		},
		isIgnored: await readIgnored(root),
		configOf: config.forFile,
		addSources: (uris) => void own.push(...uris.map((file) => ({ base: root, pattern: pathOf(file) }))),
		async loadCorpus() {
			const { corpus: patterns } = await config.forFile(`${root}/-`);
			for (const { base, pattern } of patterns) {
				// A glob may match nothing yet; a file that is named should be there.
				if (hasWildcard(pattern) || (await workspace.glob(base, pattern)).length > 0) continue;
				session.refuse(`${await whyNothing(base, pattern)}; ${session.show(configFile ?? root)} names it`);
			}
			await service.loadCorpus(never);
			progress.clear();
		},
		changed: changes.fire,
	};
	for (const pattern of options.corpus ?? []) session.addSources(await readable(session, pattern));
	return session;
}

/** The disk, with a folder to keep things in. This program, bundled into one file, is known by its content. */
function diskWith(folder: string): Disk | undefined {
	const cache = createCacheStore(folder);
	const [, script = ''] = process.argv;
	try {
		return { files: sourceFiles, cache, program: cache.digest([readFileSync(script)]) };
	} catch {
		return undefined;
	}
}

/** Without a configuration file, the project is where the user stands, or else the folder of the file. */
function folderAround(path: string, cwd: string): string {
	return isWithin(path, cwd) ? cwd : dirname(path);
}

function isWithin(path: string, folder: string): boolean {
	const way = relative(folder, path);
	return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way));
}

function shown(path: string, cwd: string): string {
	return (isWithin(path, cwd) ? relative(cwd, path) || '.' : path).replaceAll(sep, '/');
}

/** A session for questions to a corpus alone: the one that is named, or else that of the project around. */
export async function openCorpus(io: Io, { corpus, cache }: CorpusOptions): Promise<Session> {
	const session = await openSession(io, { corpus, cache, onlyThisCorpus: corpus !== undefined });
	await session.loadCorpus();
	if ((await session.service.status()).sources.length > 0 || session.refused) return session;
	throw new UsageError('there is no corpus to search: name one with --corpus, or in a relatedwork.json');
}
