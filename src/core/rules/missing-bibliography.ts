import * as l10n from '@vscode/l10n';
import type { DocumentRule } from './types.ts';

export const missingBibliography: DocumentRule = {
	id: 'missing-bibliography',
	scope: 'document',
	severity: 'error',
	summary: 'A declared bibliography that is not there.',
	rationale: 'None of its entries can be cited, and every key that only it has prints as “[?]”.',
	remedy: 'Correct the file name, or put the file where the document looks for it.',
	examples: [
		{
			files: {
				'main.tex': '\\documentclass{article}\\bibliography{refrences}\n',
				'references.bib': '@misc{a, title = {A}}\n',
			},
			problems: 1,
			fixed: '\\documentclass{article}\\bibliography{references}\n',
		},
		{
			files: { 'main.tex': '\\documentclass{article}\\bibliography{refs}\n', 'refs.bib': '@misc{a, title = {A}}\n' },
			problems: 0,
		},
	],
	*check({ document, project }) {
		for (const { reference, from } of project.missingBibliographies) {
			if (from !== document.uri) continue;
			yield {
				span: reference.span,
				message: project.withoutTex
					? l10n.t(
							'The bibliography “{0}” was not found in the open folder, and where else TeX finds it cannot be searched here. If TeX does not find it either, correct its name, or put the file in its place.',
							reference.path,
						)
					: l10n.t(
							'The bibliography “{0}” was not found. Correct its name, or put the file in its place.',
							reference.path,
						),
				data: { path: reference.path },
				...(project.withoutTex && { severity: 'information' }),
			};
		}
	},
	async fixes(problem, { document, project }) {
		const missing = project.missingBibliographies.find(
			({ from, reference }) => from === document.uri && document.offsetAt(problem.range.start) === reference.span.start,
		);
		return (missing?.candidates ?? []).slice(0, 3).map((candidate) => ({
			title: l10n.t('Change to {0}', candidate),
			safe: false,
			edits: [{ file: problem.file, range: problem.range, newText: candidate }],
		}));
	},
};
