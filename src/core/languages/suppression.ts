import type { Suppression } from './types.ts';

/**
 * The comment that turns rules off. `relwork-ignore` speaks for its own line and the next one, `relwork-ignore-file` for
 * the whole file; ids of rules follow, parted by blanks or commas, none for all. A reason may follow after a colon:
 * `% relwork-ignore unknown-key: added by the publisher`.
 */
const DIRECTIVE = /^[\s%]*relwork-ignore(-file)?(?![\w-])([^:\n]*)/;

/** The suppression that a comment is; `start` and `end` are the whole comment, `words` what it says. */
export function readSuppression(words: string, start: number, end: number): Suppression | undefined {
	const match = DIRECTIVE.exec(words);
	if (!match) return undefined;
	const rules = match[2]!.split(/[\s,]+/).filter((id) => /^[a-z][a-z0-9-]*$/.test(id));
	return { rules, reach: match[1] ? 'file' : 'line', span: { start, end } };
}
