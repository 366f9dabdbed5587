import { label } from '../render/label.ts';
import { baseName } from '../util/paths.ts';
import { changeTo, insertKey, itemAt, removeItem } from './edits.ts';
import { isKnown } from './known.ts';
import type { DocumentRule, DocumentView } from './types.ts';

/** A repair from this likelihood on is offered although the key itself may be right. */
const likely = 0.5;

/** More reasons than this say no more. */
const reasonLimit = 3;

/** Where the key was looked for, in words. */
function places({ project, language }: DocumentView): string {
	const names = project.bibliographies.map(baseName);
	if (!project.declares) return 'no paper of the corpus has it';
	if (names.length === 0)
		return `no bibliography of this ${language.id === 'latex' ? 'project' : 'document'} was found`;
	return names.length <= 3 ? `it is not in ${names.join(' or ')}` : `none of the ${names.length} bibliographies has it`;
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
				const what = `Unknown citation key “${key}”: ${places(view)}.`;
				if (open.length === 0) yield { span, message: what, data: { key } };
				else {
					const reasons = open.slice(0, reasonLimit).join('; ') + (open.length > reasonLimit ? '; and more' : '');
					const message = `${what} It may stand where nothing could be read: ${reasons}.`;
					yield { span, message, data: { key }, severity: 'hint' };
				}
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
			hit.key === key ? insertKey(view, span, hit, `Use ${label(hit.paper)}`) : changeTo(view, span, hit),
		);
		const removal = closed ? [removeItem(view, found.citation, found.index, { safe: false })] : [];
		return [...(await Promise.all(changes)), ...removal];
	},
};
