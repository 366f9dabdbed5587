import type { Level } from '../model/problem.ts';
import { authorYearMismatch } from './author-year-mismatch.ts';
import { conflictingRecord } from './conflicting-record.ts';
import { duplicateEntry } from './duplicate-entry.ts';
import { duplicatePaper } from './duplicate-paper.ts';
import { emptyCitation } from './empty-citation.ts';
import { emptySlot } from './empty-slot.ts';
import { entrySyntax } from './entry-syntax.ts';
import { idYearMismatch } from './id-year-mismatch.ts';
import { impossibleId } from './impossible-id.ts';
import { incompleteEntry } from './incomplete-entry.ts';
import { misattributedCitation } from './misattributed-citation.ts';
import { missingBibliography } from './missing-bibliography.ts';
import { placeholderEntry } from './placeholder-entry.ts';
import { repeatedKey } from './repeated-key.ts';
import { supersededPreprint } from './superseded-preprint.ts';
import type { Rule } from './types.ts';
import { uncitedMention } from './uncited-mention.ts';
import { unknownKey } from './unknown-key.ts';
import { unusedEntry } from './unused-entry.ts';
import { unusedSuppression } from './unused-suppression.ts';
import { versionMismatch } from './version-mismatch.ts';
import { wrongCaseKey } from './wrong-case-key.ts';

/** All rules, sorted by id. A new rule is a file beside these and a line here. */
export const rules: readonly Rule[] = [
	authorYearMismatch,
	conflictingRecord,
	duplicateEntry,
	duplicatePaper,
	emptyCitation,
	emptySlot,
	entrySyntax,
	idYearMismatch,
	impossibleId,
	incompleteEntry,
	misattributedCitation,
	missingBibliography,
	placeholderEntry,
	repeatedKey,
	supersededPreprint,
	uncitedMention,
	unknownKey,
	unusedEntry,
	unusedSuppression,
	versionMismatch,
	wrongCaseKey,
];

/** The level of a rule where nobody set one. */
export function defaultLevel({ offByDefault, severity }: Rule): Level {
	return offByDefault ? 'off' : severity;
}

export function ruleById(id: string): Rule | undefined {
	return rules.find((rule) => rule.id === id);
}
