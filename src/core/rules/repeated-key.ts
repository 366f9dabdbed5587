import * as l10n from '@vscode/l10n';
import { inOneList, itemAt, removeItem } from './edits.ts';
import type { DocumentRule } from './types.ts';

export const repeatedKey: DocumentRule = {
	id: 'repeated-key',
	scope: 'document',
	severity: 'warning',
	summary: 'The same key twice in one citation.',
	rationale: 'Many styles print the reference twice, as in “[3, 3]”.',
	remedy: 'Remove the repetition.',
	examples: [
		{ files: { 'a.md': 'See \\cite{a, b, a}.\n' }, problems: 1, fixed: 'See \\cite{a, b}.\n' },
		{ files: { 'a.md': 'See [@a, p. 3; @a, p. 9].\n' }, problems: 0 },
	],
	*check(view) {
		const { semantics, document } = view;
		for (const citation of semantics.citations) {
			if (!citation.closed || !inOneList(view, citation)) continue;
			// Pandoc items carry their own pages: the same key with other words around it is no repetition.
			const whole = document.getText();
			const saying = new Set<string>();
			for (const { key, span, slot } of citation.items) {
				if (!key) continue;
				const said = citation.form === 'command' ? key : whole.slice(slot.start, slot.end).trim();
				if (saying.has(said))
					yield { span, message: l10n.t('“{0}” stands in this citation already.', key), data: { key } };
				saying.add(said);
			}
		}
	},
	async fixes(problem, view) {
		const found = itemAt(view, problem);
		return found ? [removeItem(view, found.citation, found.index, { safe: true })] : [];
	},
};
