import * as l10n from '@vscode/l10n';
import type { EntryRule } from './types.ts';

const bib = '@misc{a, title = {One}}\n@misc{b, title = {Two}}\n';
const document = (body: string) =>
	`\\documentclass{article}\n\\begin{document}${body}\\bibliography{refs}\\end{document}\n`;

export const unusedEntry: EntryRule = {
	id: 'unused-entry',
	scope: 'entry',
	of: 'unused',
	severity: 'information',
	offByDefault: true,
	summary: 'An entry of a bibliography that no document cites.',
	rationale: 'It prints nowhere. In the bibliography of one paper it is mostly left over from an earlier draft.',
	remedy:
		'Remove it, or cite it. It is reported only where all that could cite it is known: in a bibliography inside the open folder that documents there declare, all parts of which could be read, and none of which cites everything by `\\nocite{*}`. A corpus, and a bibliography that lies elsewhere, are for others, too.',
	examples: [
		{ files: { 'refs.bib': bib, 'main.tex': document('\\cite{a}') }, problems: 1, fixed: '@misc{a, title = {One}}\n' },
		{ files: { 'refs.bib': bib, 'main.tex': document('\\cite{a}\\nocite{*}') }, problems: 0 },
	],
	*check({ paper, at }) {
		yield {
			message: l10n.t('No document here cites “{0}”. Remove the entry, or cite it.', paper.id),
			data: { entry: at.range },
		};
	},
	fixes({ file, range, data }) {
		const { start, end } = (data?.entry as typeof range | undefined) ?? range;
		// With the line that it ends on, so that no blank line is left behind.
		const whole = { start: { ...start, character: 0 }, end: { line: end.line + 1, character: 0 } };
		return [{ title: l10n.t('Remove this entry'), safe: false, edits: [{ file, range: whole, newText: '' }] }];
	},
};
