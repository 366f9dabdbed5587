import * as l10n from '@vscode/l10n';
import { titleKey } from '../corpus/identity.ts';
import type { Hit } from '../corpus/types.ts';
import type { Paper } from '../model/paper.ts';
import { titleOf } from '../render/label.ts';
import { both, quoted } from '../text/phrases.ts';
import { wrote } from './author-year-mismatch.ts';
import { changeTo, ifMeant, itemAt } from './edits.ts';
import { citedBy, type Group, groupsOf, peopleInFront, spanOf } from './groups.ts';
import { goesBy, namings } from './naming.ts';
import type { DocumentRule, DocumentView } from './types.ts';
import { mayBeTitled, titleInFront } from './written-title.ts';

/** A group of more keys than these may stand for more than the name in front of it. */
const mostKeys = 3;

interface Misattribution {
	readonly name: string;
	/** Works of that name; none for a title that only the text knows. */
	readonly hits: readonly Hit[];
	readonly group: Group;
	readonly cited: readonly Paper[];
}

/** Names with citations of a document of which no paper goes by that name. */
function* misattributed(view: DocumentView): Generator<Misattribution> {
	const found: Misattribution[] = [];
	for (const statement of view.statements) {
		if (statement.citations.length === 0) continue;
		const named = new Map(namings(statement).map(({ group, mention }) => [group.start, mention]));
		for (const group of groupsOf(statement)) {
			const cited = citedBy(view, group);
			if (!cited || cited.length > mostKeys) continue;
			const mention = named.get(group.start);
			if (mention) {
				if (cited.some((paper) => goesBy(paper, mention))) continue;
				// “Minion, made by Thompson [1]”: theirs, whatever it is called.
				const people = peopleInFront(statement, group);
				if (people && people.start >= mention.end && cited.some((paper) => wrote(people, paper))) continue;
				// “the 3D-Slicer model maker plugin [1]”, where that is “ModelMaker”.
				const between = titleKey(statement.text.slice(mention.end, group.start));
				if (cited.some(({ title }) => title !== '' && between.includes(titleKey(title)))) continue;
				found.push({ name: mention.name, hits: mention.hits, group, cited });
				continue;
			}
			const title = titleInFront(view, group);
			if (title && !cited.some((paper) => mayBeTitled(paper, title)))
				found.push({ name: title, hits: [], group, cited });
		}
	}
	// Who always cites another paper for a name means it.
	const pair = ({ name, cited }: Misattribution) => [name, ...cited.map(({ id }) => id)].join('\n');
	const often = new Map<string, number>();
	for (const one of found) often.set(pair(one), (often.get(pair(one)) ?? 0) + 1);
	for (const one of found) if (often.get(pair(one)) === 1) yield one;
}

function messageOf({ name, hits, cited }: Misattribution): string {
	const [hit] = hits;
	const what = both(cited.map((paper) => quoted(titleOf(paper))));
	const remedy = hit ? ifMeant(hit) : l10n.t('Cite the paper of that title, or correct the title.');
	return `${l10n.t('The sentence names “{0}”, but this cites {1}.', name, what)} ${remedy}`;
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
		for (const found of misattributed(view)) {
			const keys = found.hits.map(({ key }) => key);
			yield { span: spanOf(found.group), message: messageOf(found), data: { keys } };
		}
	},
	async fixes(problem, view) {
		const item = itemAt(view, problem);
		const found = [...misattributed(view)].find(({ group }) => item && group.citations.includes(item.citation));
		if (!found) return [];
		return Promise.all(found.hits.map((hit) => changeTo(view, spanOf(found.group), hit)));
	},
};
