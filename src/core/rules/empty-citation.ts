import * as l10n from '@vscode/l10n';
import { citationAt, fillSlot, removeCitation } from './edits.ts';
import type { DocumentRule } from './types.ts';

export const emptyCitation: DocumentRule = {
	id: 'empty-citation',
	scope: 'document',
	severity: 'error',
	summary: 'A cite command without a key.',
	rationale:
		'It prints as “[?]” or as nothing, and LaTeX itself says nothing about it. Text that a language model wrote often comes with such holes.',
	remedy: 'Fill in the paper that the sentence speaks of, or remove the command.',
	examples: [
		{
			files: { 'draft.md': 'Attention alone is enough \\cite{}.\n' },
			problems: 1,
		},
		{
			files: {
				'draft.md':
					'---\nbibliography: refs.bib\n---\nDeep Residual Learning for Image Recognition \\cite{} made depth cheap.\n',
				'refs.bib':
					'@inproceedings{he2016deep, title = {Deep Residual Learning for Image Recognition}, author = {He, Kaiming}, year = 2016}\n',
			},
			problems: 1,
			fixed:
				'---\nbibliography: refs.bib\n---\nDeep Residual Learning for Image Recognition \\cite{he2016deep} made depth cheap.\n',
		},
		{ files: { 'draft.md': 'Code such as `\\cite{}` is left alone.\n' }, problems: 0 },
	],
	*check({ semantics }) {
		for (const { closed, items, span, command } of semantics.citations) {
			if (!closed || items.some(({ key }) => key)) continue;
			yield {
				span,
				message:
					command === '@'
						? l10n.t('This citation names no paper. Fill in a key, or remove it.')
						: l10n.t('This {0} names no paper. Fill in a key, or remove it.', `\\${command}`),
			};
		}
	},
	async fixes(problem, view, token) {
		const citation = citationAt(view, problem);
		const item = citation?.items[0];
		if (!citation || !item) return [];
		return [...(await fillSlot(view, citation, item, token)), removeCitation(view, citation)];
	},
};
