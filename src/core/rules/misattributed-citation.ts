import type { Mention } from '../corpus/types.ts';
import type { Paper } from '../model/paper.ts';
import { label } from '../render/label.ts';
import { insertKey, itemAt } from './edits.ts';
import { citedBy, spanOf } from './groups.ts';
import { goesBy, type Naming, namings } from './naming.ts';
import type { DocumentRule, DocumentView } from './types.ts';

/** A group of more keys than these may stand for more than the name in front of it. */
const mostKeys = 3;

/** Names with citations of a document of which no paper goes by that name. */
function* misattributed(view: DocumentView): Generator<Naming & { readonly cited: readonly Paper[] }> {
	const found: (Naming & { readonly cited: readonly Paper[] })[] = [];
	for (const statement of view.statements) {
		for (const naming of namings(statement)) {
			const cited = citedBy(view, naming.group);
			if (!cited || cited.length > mostKeys || cited.some((paper) => goesBy(paper, naming.mention))) continue;
			found.push({ ...naming, cited });
		}
	}
	// Who always cites another paper for a name means it.
	const pair = ({ mention, cited }: (typeof found)[number]) => [mention.name, ...cited.map(({ id }) => id)].join('\n');
	const often = new Map<string, number>();
	for (const one of found) often.set(pair(one), (often.get(pair(one)) ?? 0) + 1);
	for (const one of found) if (often.get(pair(one)) === 1) yield one;
}

function messageOf(mention: Mention, cited: readonly Paper[]): string {
	const [hit] = mention.hits;
	const what = cited.map((paper) => `“${paper.title}”`).join(' and ');
	return `The sentence names “${mention.name}”, but this cites ${what}. If it means ${label(hit!.paper)}, cite ${hit!.key}.`;
}

export const misattributedCitation: DocumentRule = {
	id: 'misattributed-citation',
	scope: 'document',
	severity: 'warning',
	summary: 'A sentence that names one work and cites another.',
	rationale:
		'The key exists, so nothing else complains, and the reader is sent to the wrong paper. Text that a language model wrote often has such citations.',
	remedy: 'Cite the paper that the sentence names, or name the one that is cited.',
	examples: [
		{
			files: {
				'draft.md':
					'---\nbibliography: refs.bib\n---\nDeep Residual Learning for Image Recognition \\cite{sandler2018} made depth cheap.\n',
				'refs.bib':
					'@misc{he2016deep, title = {Deep Residual Learning for Image Recognition}, author = {He, Kaiming}}\n@misc{sandler2018, title = {MobileNetV2: Inverted Residuals and Linear Bottlenecks}, author = {Sandler, Mark}}\n',
			},
			problems: 1,
			fixed:
				'---\nbibliography: refs.bib\n---\nDeep Residual Learning for Image Recognition \\cite{he2016deep} made depth cheap.\n',
		},
		{
			files: {
				'draft.md':
					'---\nbibliography: refs.bib\n---\nUnlike MobileNetV2, residual networks \\cite{he2016deep} are deep.\n',
				'refs.bib':
					'@misc{he2016deep, title = {Deep Residual Learning for Image Recognition}, author = {He, Kaiming}}\n@misc{sandler2018, title = {MobileNetV2: Inverted Residuals and Linear Bottlenecks}, author = {Sandler, Mark}}\n',
			},
			problems: 0,
		},
	],
	*check(view) {
		for (const { mention, group, cited } of misattributed(view)) {
			yield {
				span: spanOf(group),
				message: messageOf(mention, cited),
				data: { keys: mention.hits.map(({ key }) => key) },
			};
		}
	},
	async fixes(problem, view) {
		const found = itemAt(view, problem);
		const meant = [...misattributed(view)].find(({ group }) => found && group.citations.includes(found.citation));
		if (!found || !meant) return [];
		return Promise.all(
			meant.mention.hits.map((hit) =>
				insertKey(view, spanOf(meant.group), hit, `Change to ${hit.key}: ${label(hit.paper)}`),
			),
		);
	},
};
