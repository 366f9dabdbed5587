import type { ConfigSource, CorpusPattern } from '../config.ts';
import { findConfigFile } from '../config-file.ts';
import type { Sources } from '../corpus/sources.ts';
import type { Workspace } from '../ports.ts';

/** What the configuration names as the corpus, for a front end that changes it. */
export interface CorpusFiles {
	/** The nearest `relatedwork.json` in the folder of a file or above. */
	configurationOf(uri: string): Promise<string | undefined>;
	/** The patterns of all open folders that stand for a file. */
	patternsOf(file: string): Promise<readonly CorpusPattern[]>;
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
	async function patternsOf(file: string): Promise<readonly CorpusPattern[]> {
		const found = new Map<string, CorpusPattern>();
		for (const folder of workspace.folders) {
			for (const one of (await config.forFile(`${folder}/-`)).corpus) {
				if ((await sources.expand([one])).includes(file)) found.set(`${one.base}\n${one.pattern}`, one);
			}
		}
		return [...found.values()];
	}
	return {
		configurationOf: (uri) => findConfigFile(workspace, uri),
		patternsOf,
		reloadSource: (file) => sources.reload(true, [file]),
		async releaseSource(file) {
			if ((await patternsOf(file)).length === 0) await sources.forget(file);
		},
	};
}
