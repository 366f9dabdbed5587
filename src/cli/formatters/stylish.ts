import type { Fix, Severity } from '../../core/model/problem.ts';
import { columns, count, cut, painter, severityStyle } from '../text.ts';
import { excerpt } from './excerpt.ts';
import type { Formatter, Found, Summary } from './types.ts';

/** For people: problems by file, each with its best repair, and a line that sums up. Positions are one-based. */
export const stylish: Formatter = {
	id: 'stylish',
	showsFixes: true,
	format({ files, problems, summary }, { show, color, width }) {
		if (files === 0) return '';
		const paint = painter(color);
		const byFile = new Map<string, Found[]>();
		for (const problem of problems) byFile.set(problem.file, [...(byFile.get(problem.file) ?? []), problem]);

		const paragraphs = [...byFile].map(([file, found]) => {
			const rows = columns(found.map(({ range: { start }, severity }) => [place(start), severity, '']));
			const lines = found.map(({ severity, message, rule, fixes, line: source, range }, index) => {
				const [position = '', level = ''] = rows[index]!;
				const indent = ' '.repeat(position.length + level.length + 6);
				const head = `${paint('dim', position)}  ${paint(severityStyle[severity], level)}`;
				const line = `  ${head}  ${message.replace(/\s+/g, ' ')}  ${paint('dim', rule)}`;
				const [text, marks] = (source && excerpt(source, range, width && width - indent.length)) || [];
				const shown = text ? `${indent}${text}\n${indent}${paint(severityStyle[severity], marks!)}\n` : '';
				const fix = fixes[0] ? `${indent}${paint('dim', repair(fixes[0], width && width - indent.length))}\n` : '';
				return `${line}\n${shown}${fix}`;
			});
			return `${paint('underline', show(file))}\n${lines.join('')}`;
		});
		const worst = severities.find(([severity, name]) => summary[name] > 0 && severity !== 'hint')?.[0];
		const verdict = paint(worst ? ['bold', severityStyle[worst] as 'red'] : ['bold', 'green'], verdictOf(summary));
		return `${paragraphs.map((paragraph) => `${paragraph}\n`).join('')}${verdict}\n${contents(files, summary)}\n`;
	},
};

const severities: readonly (readonly [Severity, 'errors' | 'warnings' | 'information' | 'hints'])[] = [
	['error', 'errors'],
	['warning', 'warnings'],
	['information', 'information'],
	['hint', 'hints'],
];

function repair({ title, safe }: Fix, room: number | undefined): string {
	const hint = safe ? ' (--fix does it)' : '';
	return cut(`→ ${title}`, room && room - hint.length) + hint;
}

function place({ line, character }: { readonly line: number; readonly character: number }): string {
	return `${line + 1}:${character + 1}`;
}

function verdictOf(summary: Summary): string {
	const parts = severities
		.filter(([, name]) => summary[name] > 0)
		.map(([severity, name]) =>
			severity === 'information' ? `${summary[name]} for information` : count(summary[name], severity),
		);
	const known = summary.known ? `; ${count(summary.known, 'problem')} known by the baseline` : '';
	const found = (parts.length > 0 ? parts.join(', ') : known ? 'No new problems' : 'No problems') + known;
	return summary.fixed === undefined
		? found
		: `${count(summary.fixed, 'repair')} made. ${parts.length > 0 ? 'Left: ' : ''}${found}`;
}

function contents(files: number, summary: Summary): string {
	const empty = summary.emptyCitations > 0 ? ` (${summary.emptyCitations} empty)` : '';
	return `${count(files, 'file')}: ${count(summary.citations, 'citation')}${empty}, ${count(summary.keys, 'distinct key')}, ${count(summary.papers, 'paper')} known`;
}
