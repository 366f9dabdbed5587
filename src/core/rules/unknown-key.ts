import * as l10n from '@vscode/l10n';
import { label } from '../render/label.ts';
import { either } from '../text/phrases.ts';
import { baseName } from '../util/paths.ts';
import { changeTo, insertKey, itemAt, removeItem } from './edits.ts';
import { isKnown } from './known.ts';
import type { DocumentRule, DocumentView } from './types.ts';

/** A repair from this likelihood on is offered although the key itself may be right. */
const likely = 0.5;

/** More reasons than this say no more. */
const reasonLimit = 3;

/** That a key is unknown, and where it was looked for. */
function unknown({ project, language }: DocumentView, key: string): string {
	const names = project.bibliographies.map(baseName);
	if (!project.declares) return l10n.t('Unknown citation key “{0}”: no paper of the corpus has it.', key);
	if (names.length === 0) {
		return language.id === 'latex'
			? l10n.t('Unknown citation key “{0}”: no bibliography of this project was found.', key)
			: l10n.t('Unknown citation key “{0}”: no bibliography of this document was found.', key);
	}
	return names.length <= 3
		? l10n.t('Unknown citation key “{0}”: it is not in {1}.', key, either(names))
		: l10n.t('Unknown citation key “{0}”: none of the {1} bibliographies has it.', key, names.length);
}

/** Why it may be somewhere all the same. */
function doubt(open: readonly string[]): string {
	const reasons = open.slice(0, reasonLimit).join('; ');
	return open.length > reasonLimit
		? l10n.t('It may stand where nothing could be read: {0}; and more.', reasons)
		: l10n.t('It may stand where nothing could be read: {0}.', reasons);
}

export const unknownKey: DocumentRule = {
	id: 'unknown-key',
	scope: 'document',
	severity: 'error',
	summary: 'A citation key that no bibliography of the document has.',
	rationale:
		'It prints as “[?]”. The key may be mistyped, renamed since, another version of the same preprint, or invented.',
	remedy: 'Take the key that was meant, or add the paper to the bibliography.',
	examples: [
		{
			files: {
				'main.tex':
					'\\documentclass{article}\\bibliography{refs}\n\\begin{document}As shown \\cite{vaswani2107attention}.\\end{document}\n',
				'refs.bib': '@article{vaswani2017attention, title = {Attention Is All You Need}, year = 2017}\n',
			},
			problems: 1,
			fixed:
				'\\documentclass{article}\\bibliography{refs}\n\\begin{document}As shown \\cite{vaswani2017attention}.\\end{document}\n',
		},
		{
			files: {
				'main.tex':
					'\\documentclass{article}\\bibliography{refs}\n\\begin{document}% not here: \\cite{nobody}\n\\cite{a}\\end{document}\n',
				'refs.bib': '@misc{a, title = {A}}\n',
			},
			problems: 0,
		},
	],
	*check(view) {
		if (!view.judged) return;
		const { open } = view.project;
		for (const citation of view.semantics.citations) {
			if (!citation.closed) continue;
			for (const { key, span } of citation.items) {
				// A key in the wrong case is another rule's.
				if (!key || isKnown(view, key) || view.otherCases.has(key)) continue;
				if (citation.silent && key === '*') continue;
				const what = unknown(view, key);
				if (open.length === 0) yield { span, message: what, data: { key } };
				else yield { span, message: `${what} ${doubt(open)}`, data: { key }, severity: 'hint' };
			}
		}
	},
	async fixes(problem, view, token) {
		const found = itemAt(view, problem);
		if (!found) return [];
		const { key, span } = found.item;
		const context = view.contextAt(span.start);
		const question = { key, context, scope: view.scope, limit: 5, beyond: view.beyond };
		// Where not all could be read the key may well be right: only what is nearly the same is offered, and no removal.
		const closed = view.project.open.length === 0;
		const hits = (await view.corpus.repair(question, token)).filter(({ score }) => closed || score >= likely);
		const changes = hits.map((hit) =>
			hit.key === key ? insertKey(view, span, hit, l10n.t('Use {0}', label(hit.paper))) : changeTo(view, span, hit),
		);
		const removal = closed ? [removeItem(view, found.citation, found.index, { safe: false })] : [];
		return [...(await Promise.all(changes)), ...removal];
	},
};
