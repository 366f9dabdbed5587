import { duplicateEntry } from '../../../src/core/rules/duplicate-entry.ts';
import { checkRule } from '../../support/rule-tester.ts';

const one = '@misc{a, title = {One}, year = 2001}\n';

describe('duplicate-entry', () => {
	it('marks the later entries, whole, and says where the first one stands', () =>
		checkRule(duplicateEntry, {
			files: { 'refs.bib': `${one}\n@book{b, title = {B}}\n@misc{a, title = {Another}}\n` },
			problems: 1,
			marks: ['@misc{a, title = {Another}}'],
			messages: [/“a”/],
			fixes: [],
		}));

	it('removes what is the same but for its layout, and leaves everything else', () =>
		checkRule(duplicateEntry, {
			files: { 'refs.bib': `${one}@misc{a,\n  title = "One",\n  year  = {2001}\n}\n@book{b, title = {B}}\n` },
			problems: 1,
			fixed: `${one}@book{b, title = {B}}\n`,
		}));

	it('sees three of a kind as two too many', () =>
		checkRule(duplicateEntry, { files: { 'refs.bib': one + one + one }, problems: 2, fixed: one }));

	it('has nothing against the same key in another file', () =>
		checkRule(duplicateEntry, { files: { 'refs.bib': one, 'more.bib': one }, corpus: ['*.bib'], problems: 0 }));
});
