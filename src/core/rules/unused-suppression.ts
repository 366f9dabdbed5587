import * as l10n from '@vscode/l10n';
import type { Fix, Problem } from '../model/problem.ts';
import type { ScannedDocument } from '../project/types.ts';
import { nearest } from '../text/nearest.ts';
import type { SuppressionRule, SuppressionView } from './types.ts';

/** The ids, of those that a comment names, that turn nothing off, each with the reason. */
function* useless({
	rules: named,
	used,
	judged,
	known,
	isWhole,
}: SuppressionView): Generator<{ readonly id: string; readonly why: string }> {
	for (const id of named) {
		if (!known.includes(id)) {
			const near = nearest(id, known);
			const why = near
				? l10n.t('There is no rule “{0}”; did you mean “{1}”?', id, near)
				: l10n.t('There is no rule “{0}”.', id);
			yield { id, why };
		} else if (judged.has(id) && !used.has(id)) yield { id, why: l10n.t('“{0}” has nothing to report here.', id) };
	}
	if (named.length === 0 && used.size === 0 && isWhole)
		yield { id: '', why: l10n.t('No rule has anything to report here.') };
}

function removal(problem: Problem, { document, language }: ScannedDocument): Fix {
	const { start, end } = problem.range;
	const line = document.getText({ start: { ...start, character: 0 }, end: { line: start.line + 1, character: 0 } });
	const before = line.slice(0, start.character);
	const alone = before.trim() === '' && line.slice(end.character).trim() === '' && start.line === end.line;
	const edit = (range: Problem['range'], newText: string) => ({ file: problem.file, range, newText });
	const title = l10n.t('Remove the comment');
	if (alone) {
		const whole = { start: { ...start, character: 0 }, end: { line: start.line + 1, character: 0 } };
		// A comment between blocks of Markdown parts them.
		return { title, safe: language.id !== 'markdown', edits: [edit(whole, '')] };
	}
	// In TeX a comment also takes away its line end.
	const joins = language.id === 'latex' && !/\s$/.test(before);
	return { title, safe: true, edits: [edit(problem.range, joins ? '%' : '')] };
}

const document = (comment: string) => `---\nbibliography: refs.bib\n---\n${comment}See [@a].\n`;
const bib = '@misc{a, title = {One}}\n';

export const unusedSuppression: SuppressionRule = {
	id: 'unused-suppression',
	scope: 'suppression',
	severity: 'information',
	summary: 'A comment that turns off a rule that does not exist, or that has nothing to report there.',
	rationale: 'It hides what goes wrong there later.',
	remedy: 'Remove the comment, or correct the id. Nothing is said of rules that could not see all that they need.',
	examples: [
		{
			files: { 'draft.md': document('<!-- relwork-ignore unknown-key --> '), 'refs.bib': bib },
			problems: 1,
			fixed: document(' '),
		},
		{
			files: {
				'draft.md': '---\nbibliography: refs.bib\n---\nSee [@b]. <!-- relwork-ignore unknown-key -->\n',
				'refs.bib': bib,
			},
			problems: 0,
		},
	],
	*check(view) {
		const found = [...useless(view)];
		if (found.length === 0) return;
		const isWhole = found.length === Math.max(1, view.rules.length);
		const remedy = isWhole ? l10n.t('Remove the comment, or correct it.') : l10n.t('Remove the id, or correct it.');
		yield {
			range: view.range,
			message: `${l10n.t('This comment turns nothing off: {0}', found.map(({ why }) => why).join(' '))} ${remedy}`,
			data: { ids: found.map(({ id }) => id), isWhole },
		};
	},
	fixes(problem, scanned) {
		if (problem.data?.isWhole !== true) return [];
		if (scanned) return [removal(problem, scanned)];
		// In a source it has a line of its own.
		return [
			{
				title: l10n.t('Remove the comment'),
				safe: true,
				edits: [{ file: problem.file, range: problem.range, newText: '' }],
			},
		];
	},
};
