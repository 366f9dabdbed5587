import * as l10n from '@vscode/l10n';
import type { SourceRule } from './types.ts';

export const duplicateEntry: SourceRule = {
	id: 'duplicate-entry',
	scope: 'source',
	severity: 'warning',
	summary: 'Two entries of one bibliography with the same key.',
	rationale: 'BibTeX stops with an error and biber takes the first one, so the other paper can never be cited.',
	remedy: 'Remove one of them, or give it a key of its own.',
	examples: [
		{
			files: { 'refs.bib': '@misc{a, title = {One}}\n@misc{a, title = {Another}}\n' },
			problems: 1,
		},
		{
			files: { 'refs.bib': '@misc{a, title = {One}}\n@misc{a, title = {One}}\n' },
			problems: 1,
			fixed: '@misc{a, title = {One}}\n',
		},
		{
			files: {
				'refs.bib':
					'@misc{a, title = {Attention Is All You Need}, doi = {10.1/x}}\n@misc{a, title = {Attention is all you need}, year = 2017, doi = {10.1/x}}\n',
			},
			problems: 1,
			fixed: '@misc{a, title = {Attention Is All You Need}, doi = {10.1/x}, year = 2017}\n',
		},
		{ files: { 'refs.bib': '@misc{a, title = {One}}\n@misc{b, title = {Two}}\n' }, problems: 0 },
		{
			files: {
				'refs.bib': '@misc{a, title = {One}}\n% relwork-ignore duplicate-entry\n@misc{a, title = {Another}}\n',
			},
			problems: 0,
		},
	],
	*check({ file, duplicates }) {
		for (const { key, ranges, identical } of duplicates) {
			const first = ranges[0];
			if (!first) continue;
			for (const [index, range] of ranges.entries()) {
				if (index === 0) continue;
				const same = identical[index] === true;
				yield {
					range,
					message: same
						? l10n.t('The entry “{0}” stands in this file twice, word for word. Remove one.', key)
						: l10n.t(
								'Another entry has the key “{0}”, and only the first one can be cited. Give this one a key of its own, or remove it.',
								key,
							),
					data: { key, identical: same },
					related: [{ file, range: first, message: l10n.t('The first entry “{0}”', key) }],
				};
			}
		}
	},
	async fixes(problem, entries) {
		const { start, end } = problem.range;
		if (problem.data?.identical === true) {
			// With the line that it ends on, so that no blank line is left behind.
			const range = { start, end: { line: end.line + 1, character: 0 } };
			return [
				{ title: l10n.t('Remove the repeated entry'), safe: true, edits: [{ file: problem.file, range, newText: '' }] },
			];
		}
		const first = problem.related?.[0]?.range.start;
		const edits = first ? await entries.mergeRepeated(problem.file, first, start) : [];
		return edits.length > 0 ? [{ title: l10n.t('Merge the two entries of this work'), safe: false, edits }] : [];
	},
};
