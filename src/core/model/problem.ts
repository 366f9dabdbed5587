import type { Range } from 'vscode-languageserver-types';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A level as a user sets it: a severity, or `off`. */
export type Level = Severity | 'off';

/** A diagnostic: what a rule found, where, and what a fix needs to know. */
export interface Problem {
	/** URI of the file it stands in. */
	readonly file: string;
	readonly range: Range;
	/** Stable id of the rule. */
	readonly rule: string;
	readonly severity: Severity;
	/** What is wrong, why it matters where that isn't plain, and what to do. */
	readonly message: string;
	/** For the rule's own fixes; JSON. */
	readonly data?: Readonly<Record<string, unknown>>;
	/** Other places that take part, e.g. the first of two entries with one key. */
	readonly related?: readonly { readonly file: string; readonly range: Range; readonly message: string }[];
}

/** A change of one place in one file. */
export interface FileEdit {
	readonly file: string;
	readonly range: Range;
	readonly newText: string;
}

/** A repair. `safe`: the meaning cannot change; otherwise a person decides. */
export interface Fix {
	readonly title: string;
	readonly safe: boolean;
	readonly edits: readonly FileEdit[];
}
