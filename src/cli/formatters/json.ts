import type { Formatter } from './types.ts';

/** For programs. Positions are zero-based lines and UTF-16 characters, as in LSP. */
export const json: Formatter = {
	id: 'json',
	showsFixes: true,
	format(report, { show }) {
		const problems = report.problems.map(({ file, range, rule, severity, message, data, fixes, fingerprint }) => ({
			file: show(file),
			range,
			rule,
			severity,
			message,
			data: data ?? {},
			fixes: fixes.map(({ title, safe, edits }) => ({
				title,
				safe,
				edits: edits.map((edit) => ({ file: show(edit.file), range: edit.range, newText: edit.newText })),
			})),
			fingerprint,
		}));
		return `${JSON.stringify({ files: report.files, problems, summary: report.summary }, null, '\t')}\n`;
	},
};
