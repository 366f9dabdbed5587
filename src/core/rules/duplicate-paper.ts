import * as l10n from '@vscode/l10n';
import type { Alternative } from '../corpus/types.ts';
import { label } from '../render/label.ts';
import { changeKey, itemAt } from './edits.ts';
import { keysOfProject } from './known.ts';
import type { DocumentRule, DocumentView } from './types.ts';

/** How often the project cites each key. */
function counts(view: DocumentView): ReadonlyMap<string, number> {
	const found = new Map<string, number>();
	for (const key of keysOfProject(view)) found.set(key, (found.get(key) ?? 0) + 1);
	return found;
}

/**
 * Of the keys of one work that a project cites, the one to keep: what was published rather than a preprint, then the key
 * that is cited more often, then the first in order of the alphabet. Undefined where that is the key itself.
 */
function betterKey(view: DocumentView, key: string, cited: ReadonlyMap<string, number>): Alternative | undefined {
	const own = view.alternatives.get(key);
	if (!own) return undefined;
	const rank = (one: string, published: boolean | undefined) => (published ? 1e9 : 0) + (cited.get(one) ?? 0);
	const others = own.others.filter((other) => other.inScope && cited.has(other.key));
	const [best] = others.sort((a, b) => rank(b.key, b.published) - rank(a.key, a.published) || (a.key < b.key ? -1 : 1));
	if (!best) return undefined;
	const difference = rank(best.key, best.published) - rank(key, own.published);
	return difference > 0 || (difference === 0 && best.key < key) ? best : undefined;
}

const entry = (key: string, more: string) =>
	`@inproceedings{${key}, title = {Attention Is All You Need}, author = {Vaswani, Ashish and Shazeer, Noam}, year = 2017${more}}\n`;
const bib = entry('vaswani2017', ', booktitle = {NeurIPS}') + entry('attention', ', booktitle = {NIPS}');
const document = (citations: string) =>
	`\\documentclass{article}\n\\begin{document}${citations}\\bibliography{refs}\\end{document}\n`;

export const duplicatePaper: DocumentRule = {
	id: 'duplicate-paper',
	scope: 'document',
	severity: 'information',
	summary: 'One paper that a document cites by two keys.',
	rationale: 'The reference list has it twice, under two numbers, and readers take it for two papers.',
	remedy: 'Cite it by one key. Entries of the same paper of which only one is cited are left alone.',
	examples: [
		{
			files: {
				'main.tex': document('It began with \\cite{vaswani2017}, and \\cite{attention,vaswani2017} says more.'),
				'refs.bib': bib,
			},
			problems: 1,
			fixed: document('It began with \\cite{vaswani2017}, and \\cite{vaswani2017} says more.'),
		},
		{ files: { 'main.tex': document('It began with \\cite{vaswani2017}.'), 'refs.bib': bib }, problems: 0 },
	],
	*check(view) {
		if (view.alternatives.size === 0) return;
		const cited = counts(view);
		for (const citation of view.semantics.citations) {
			if (!citation.closed) continue;
			for (const { key, span } of citation.items) {
				const better = betterKey(view, key, cited);
				if (!better) continue;
				const message = l10n.t(
					'“{0}” and “{1}” are the same paper, {2}, and the reference list has it twice. Cite it as {1}.',
					key,
					better.key,
					label(better.paper),
				);
				yield { span, message, data: { key, better: better.key } };
			}
		}
	},
	async fixes(problem, view) {
		const found = itemAt(view, problem);
		const better = found && betterKey(view, found.item.key, counts(view));
		return better ? changeKey(view, found.item, better.key) : [];
	},
};
