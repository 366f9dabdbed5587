import type { Severity } from '../../core/model/problem.ts';
import type { Formatter } from './types.ts';

const command: Readonly<Record<Severity, string>> = {
	error: 'error',
	warning: 'warning',
	information: 'notice',
	hint: 'notice',
};

/**
 * Annotations of GitHub Actions. Lines and columns are one-based.
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export const github: Formatter = {
	id: 'github',
	showsFixes: false,
	format(report, { show }) {
		const lines = report.problems.map(({ file, range, rule, severity, message }) => {
			const { start, end } = range;
			const place = [
				`file=${property(show(file))}`,
				`line=${start.line + 1}`,
				`endLine=${end.line + 1}`,
				// Columns are understood within one line only.
				...(start.line === end.line ? [`col=${start.character + 1}`, `endColumn=${end.character + 1}`] : []),
				`title=${property(rule)}`,
			];
			return `::${command[severity]} ${place.join(',')}::${escaped(message)}\n`;
		});
		return lines.join('');
	},
};

function escaped(text: string): string {
	return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
	return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
