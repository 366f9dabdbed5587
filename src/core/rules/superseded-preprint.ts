import * as l10n from '@vscode/l10n';
import type { Alternative } from '../corpus/types.ts';
import { label } from '../render/label.ts';
import { changeKey, changeTo, itemAt } from './edits.ts';
import { keysOfProject } from './known.ts';
import type { DocumentRule, DocumentView } from './types.ts';

/** What was published of the preprint that a key stands for: of the bibliography rather than of the corpus. */
function publishedOf({ alternatives }: DocumentView, key: string): Alternative | undefined {
	const own = alternatives.get(key);
	if (own?.published !== false) return undefined;
	const published = own.others.filter((other) => other.published);
	return published.find(({ inScope }) => inScope) ?? published[0];
}

const preprint =
	'@misc{he2015, title = {Deep Residual Learning for Image Recognition}, author = {He, Kaiming and Zhang, Xiangyu}, year = 2015, eprint = {1512.03385}, archiveprefix = {arXiv}}\n';
const printed =
	'@inproceedings{he2016, title = {Deep Residual Learning for Image Recognition}, author = {He, Kaiming and Zhang, Xiangyu}, year = 2016, booktitle = {CVPR}}\n';
const document = (key: string) =>
	`\\documentclass{article}\n\\begin{document}Networks got deeper \\cite{${key}}.\\bibliography{refs}\\end{document}\n`;

export const supersededPreprint: DocumentRule = {
	id: 'superseded-preprint',
	scope: 'document',
	severity: 'information',
	summary: 'A preprint is cited although it was published since, as the bibliography or the corpus knows.',
	rationale: 'Readers and reviewers look for the version that was reviewed, and many venues ask for it.',
	remedy:
		'Cite what was published. Where the preprint is meant, because the text speaks of what only it has, turn this off in that place.',
	examples: [
		{
			files: { 'main.tex': document('he2015'), 'refs.bib': preprint + printed },
			problems: 1,
			fixed: document('he2016'),
		},
		{ files: { 'main.tex': document('he2015'), 'refs.bib': preprint }, problems: 0 },
	],
	*check(view) {
		if (view.alternatives.size === 0) return;
		const cited = new Set(keysOfProject(view));
		const told = new Set<string>();
		for (const citation of view.semantics.citations) {
			if (!citation.closed || citation.silent) continue;
			for (const { key, span } of citation.items) {
				const published = told.has(key) ? undefined : publishedOf(view, key);
				// Where both are cited, that is another rule's.
				if (!published || (published.inScope && cited.has(published.key))) continue;
				told.add(key);
				const where = published.paper['container-title'];
				const what = label(published.paper);
				const message = where
					? l10n.t(
							'“{0}” is a preprint that was published in {1} since: {2}. Cite {3}.',
							key,
							where,
							what,
							published.key,
						)
					: l10n.t('“{0}” is a preprint that was published since: {1}. Cite {2}.', key, what, published.key);
				yield { span, message, data: { key, published: published.key } };
			}
		}
	},
	async fixes(problem, view) {
		const found = itemAt(view, problem);
		const published = found && publishedOf(view, found.item.key);
		if (!published) return [];
		if (published.inScope) return changeKey(view, found.item, published.key);
		return [await changeTo(view, found.item.span, { ...published, score: 1 })];
	},
};
