import type { Level, Problem } from './model/problem.ts';
import type { Event } from './util/event.ts';

/** Files of the corpus: a path, folder or glob, and the folder (a URI) that it is relative to. */
export interface CorpusPattern {
	readonly base: string;
	readonly pattern: string;
}

/** What a user can set, resolved: from `relatedwork.json`, the editor's settings, or the command line. */
export interface Config {
	readonly corpus: readonly CorpusPattern[];
	/** More cite commands, without backslash. */
	readonly citeCommands: readonly string[];
	/** Levels by rule id, where they differ from the rule's own. */
	readonly rules: Readonly<Record<string, Level>>;
	/** Options of rules by rule id and name, where somebody set them. */
	readonly ruleOptions?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
	/** How citation keys are made for papers that have none; the default formula without it. See `src/core/keys/`. */
	readonly citationKeyFormula?: string;
}

export const defaultConfig: Config = Object.freeze({ corpus: [], citeCommands: [], rules: {} });

/** Where the service gets its configuration: one per folder, as folders may differ. */
export interface ConfigSource {
	forFile(uri: string): Promise<Config>;
	readonly onDidChange: Event<void>;
	/** What is wrong with the configuration files that were read, as problems of those files. */
	problems(): readonly Problem[];
}
