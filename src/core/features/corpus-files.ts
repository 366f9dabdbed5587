import * as l10n from '@vscode/l10n';
import type { ConfigSource, CorpusPattern } from '../config.ts';
import { findConfigFile } from '../config-file.ts';
import type { Sources } from '../corpus/sources.ts';
import type { Workspace } from '../ports.ts';

/** A pattern that gives no papers, and why, as a phrase that follows it: "names no file". */
export interface UnmatchedPattern extends CorpusPattern {
	readonly why: string;
}

/** What the configuration names as the corpus, for a front end that changes it. */
export interface CorpusFiles {
	/** The nearest `relatedwork.json` in the folder of a file or above. */
	configurationOf(uri: string): Promise<string | undefined>;
	/** The patterns of all open folders that stand for a file. */
	patternsOf(file: string): Promise<readonly CorpusPattern[]>;
	/** The patterns of all open folders that stand for no file. */
	unmatched(): Promise<readonly UnmatchedPattern[]>;
	/** Reads one source again, changed since or not. */
	reloadSource(file: string): Promise<void>;
	/** Gives up the papers of a file that nothing names any more; documents that cite from it read it again. */
	releaseSource(file: string): Promise<void>;
}

export function createCorpusFiles(init: {
	readonly workspace: Workspace;
	readonly config: ConfigSource;
	readonly sources: Sources;
}): CorpusFiles {
	const { workspace, config, sources } = init;
	/** The patterns of all open folders whose files pass a test. */
	async function patternsWhere(passes: (files: readonly string[]) => boolean): Promise<readonly CorpusPattern[]> {
		const found = new Map<string, CorpusPattern>();
		for (const folder of workspace.folders) {
			for (const one of (await config.forFile(`${folder}/-`)).corpus) {
				if (passes(await sources.expand([one]))) found.set(`${one.base}\n${one.pattern}`, one);
			}
		}
		return [...found.values()];
	}
	const patternsOf = (file: string) => patternsWhere((files) => files.includes(file));
	return {
		configurationOf: (uri) => findConfigFile(workspace, uri),
		patternsOf,
		async unmatched() {
			const patterns = await patternsWhere((files) => files.length === 0);
			return patterns.map(({ base, pattern }) => {
				const why = workspace.outOfReach?.(base, pattern) ?? l10n.t('names no file');
				return { base, pattern, why };
			});
		},
		reloadSource: (file) => sources.reload(true, [file]),
		async releaseSource(file) {
			if ((await patternsOf(file)).length === 0) await sources.forget(file);
		},
	};
}
