import type { Level } from './model/problem.ts';

/** What a user can set, resolved: from `relatedwork.json`, the editor's settings, or the command line. */
export interface Config {
	/** Files, folders and globs that belong to the corpus, each with the folder that it is relative to. */
	readonly corpus: readonly { readonly base: string; readonly pattern: string }[];
	/** More cite commands, without backslash. */
	readonly citeCommands: readonly string[];
	/** Levels by rule id, where they differ from the rule's own. */
	readonly rules: Readonly<Record<string, Level>>;
}

export const defaultConfig: Config = Object.freeze({ corpus: [], citeCommands: [], rules: {} });
