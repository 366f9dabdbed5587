import { authorYearMismatch } from './author-year-mismatch.ts';
import { duplicateEntry } from './duplicate-entry.ts';
import { emptyCitation } from './empty-citation.ts';
import { emptySlot } from './empty-slot.ts';
import { entrySyntax } from './entry-syntax.ts';
import { misattributedCitation } from './misattributed-citation.ts';
import { missingBibliography } from './missing-bibliography.ts';
import { repeatedKey } from './repeated-key.ts';
import type { Rule } from './types.ts';
import { uncitedMention } from './uncited-mention.ts';
import { unknownKey } from './unknown-key.ts';
import { wrongCaseKey } from './wrong-case-key.ts';

/** All rules, sorted by id. A new rule is a file beside these and a line here. */
export const rules: readonly Rule[] = [
	authorYearMismatch,
	duplicateEntry,
	emptyCitation,
	emptySlot,
	entrySyntax,
	misattributedCitation,
	missingBibliography,
	repeatedKey,
	uncitedMention,
	unknownKey,
	wrongCaseKey,
];

export function ruleById(id: string): Rule | undefined {
	return rules.find((rule) => rule.id === id);
}
