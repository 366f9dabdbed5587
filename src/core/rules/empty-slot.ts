import * as l10n from '@vscode/l10n';
import type { Citation } from '../model/citation.ts';
import type { Span } from '../model/span.ts';
import { fillSlot, inOneList, itemAt, partedByComma, removeItem } from './edits.ts';
import type { DocumentRule, DocumentView } from './types.ts';

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
	*check(view) {
		for (const citation of view.semantics.citations) {
			// A citation without any key is another rule's; one that is not closed is still being typed.
			if (!citation.closed || !citation.items.some(({ key }) => key)) continue;
			for (const [index, { key, slot }] of citation.items.entries()) {
				if (key) continue;
				if (isAlone(view, citation, index)) {
					const span = { start: slot.start - 1, end: slot.end + 1 };
					const message = l10n.t(
						'This part of {0} names no paper. Fill in a key, or remove it.',
						`\\${citation.command}`,
					);
					yield { span, message };
					continue;
				}
				const span = strayComma(view, citation, index);
				yield { span, message: l10n.t('A comma without a key. Remove it, or fill in the key that is missing.') };
			}
		}
	},
	async fixes(problem, view, token) {
		const found = itemAt(view, problem, ({ key }) => !key);
		if (!found) return [];
		const { citation, item, index } = found;
		if (isAlone(view, citation, index)) return fillSlot(view, citation, item, token);
		return inOneList(view, citation) ? [removeItem(view, citation, index, { safe: true })] : [];
	},
};

/** Does an item have braces of its own, as in biblatex's `\cites{a}{b}`? */
function isAlone(view: DocumentView, { items }: Citation, index: number): boolean {
	const [before, item, after] = [items[index - 1], items[index]!, items[index + 1]];
	if (before && partedByComma(view, before, item)) return false;
	return items.length > 1 && !(after && partedByComma(view, item, after));
}

/** The comma in front of an empty slot with its blanks, or behind it; where the slot spans lines, only the comma. */
function strayComma({ document }: DocumentView, { items }: Citation, index: number): Span {
	const { slot } = items[index]!;
	const before = items[index - 1];
	const behind = { start: slot.end, end: slot.end + 1 };
	if (!before) return { start: slot.start, end: behind.end };
	if (!document.getText().slice(slot.start, slot.end).includes('\n')) return { start: before.slot.end, end: slot.end };
	return items[index + 1] ? behind : { start: before.slot.end, end: before.slot.end + 1 };
}
