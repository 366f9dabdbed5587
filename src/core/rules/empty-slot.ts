import * as l10n from '@vscode/l10n';
import { inOneList, itemAt, removeItem } from './edits.ts';
import type { DocumentRule } from './types.ts';

export const emptySlot: DocumentRule = {
	id: 'empty-slot',
	scope: 'document',
	severity: 'warning',
	summary: 'A stray comma in a list of citation keys.',
	rationale: 'BibTeX and biber warn about the empty key, and some styles print a “?” for it.',
	remedy: 'Remove the comma.',
	examples: [
		{
			files: { 'a.md': 'See \\cite{a,,b} and \\cite{c, }.\n' },
			problems: 2,
			fixed: 'See \\cite{a,b} and \\cite{c}.\n',
		},
		{ files: { 'a.md': 'See \\cite{a,b}.\n' }, problems: 0 },
	],
	*check({ semantics }) {
		for (const citation of semantics.citations) {
			// A citation without any key is another rule's; one that is not closed is still being typed.
			if (!citation.closed || !citation.items.some(({ key }) => key)) continue;
			for (const [index, { key, slot }] of citation.items.entries()) {
				if (key) continue;
				const before = citation.items[index - 1];
				const span = before ? { start: before.slot.end, end: slot.end } : { start: slot.start, end: slot.end + 1 };
				yield { span, message: l10n.t('A comma without a key. Remove it, or fill in the key that is missing.') };
			}
		}
	},
	async fixes(problem, view) {
		const found = itemAt(view, problem, ({ key }) => !key);
		if (!found || !inOneList(view, found.citation)) return [];
		return [removeItem(view, found.citation, found.index, { safe: true })];
	},
};
