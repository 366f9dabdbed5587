import * as l10n from '@vscode/l10n';
import { titleKey } from '../corpus/identity.ts';
import type { Hit, Mention } from '../corpus/types.ts';
import type { Span } from '../model/span.ts';
import { isOutside } from '../project/outside.ts';
import { label } from '../render/label.ts';
import { words } from '../text/tokens.ts';
import { insertCitation } from './edits.ts';
import { isKnown } from './known.ts';
import { goesBy, namings } from './naming.ts';
import { chosen, wholeNumber } from './options.ts';
import type { DocumentRule, DocumentView, StatementView } from './types.ts';

interface Uncited {
	/** The name in the document. */
	readonly span: Span;
	readonly name: string;
	readonly hits: readonly Hit[];
}

/** Works that a section names first, and cites neither in that paragraph nor before it. */
function* uncited(view: DocumentView): Generator<Uncited> {
	if (!view.statements.some(({ works }) => works.length > 0)) return;
	const own = titleKey(view.semantics.title ?? '');
	const { sections } = view.semantics;
	const deepest = levelOfSections(view);
	const beginning = (at: number) => sections.findLastIndex(({ level }, index) => index <= at && level <= deepest);
	let section: number | undefined;
	let known = new Set<string>();
	for (const paragraph of paragraphs(view.statements)) {
		const here = beginning(paragraph[0]!.section);
		if (here !== section) known = new Set();
		section = here;
		const items = paragraph.flatMap(({ citations }) => citations).flatMap((citation) => citation.items);
		const cited = items.flatMap(({ key }) => view.papers.get(key) ?? []);
		// An empty citation, or one of an unknown key, may be the one that is missed.
		const inDoubt = items.some(({ key }) => key === '' || !isKnown(view, key));
		for (const paper of cited) known.add(titleKey(paper.title));
		for (const statement of paragraph) {
			if (statement.works.length === 0) continue;
			// A citation stands by it already; whether it is the right one, another rule says.
			const attached = new Set(namings(statement).map(({ mention }) => mention));
			for (const mention of statement.works) {
				const titles = mention.hits.map((hit) => titleKey(hit.paper.title));
				const before = titles.some((title) => known.has(title) || title === own);
				for (const title of titles) known.add(title);
				if (before || inDoubt || attached.has(mention) || cited.some((paper) => goesBy(paper, mention))) continue;
				const span = locate(view, statement, mention);
				if (span) yield { span, name: mention.name, hits: mention.hits };
			}
		}
	}
}

/** The outermost level of headings of which there is more than one: deeper ones begin nothing new for a reader. */
function levelOfSections({ semantics: { sections } }: DocumentView): number {
	const levels = sections.map(({ level }) => level).sort((a, b) => a - b);
	return levels.find((level, index) => levels[index + 1] === level) ?? levels[0] ?? 0;
}

/** Statements by the part of the text that they stand in. */
function* paragraphs(statements: readonly StatementView[]): Generator<StatementView[]> {
	let paragraph: StatementView[] = [];
	for (const statement of statements) {
		if (paragraph[0] && paragraph[0].window.start !== statement.window.start) {
			yield paragraph;
			paragraph = [];
		}
		paragraph.push(statement);
	}
	if (paragraph[0]) yield paragraph;
}

/** Where a name of a statement stands in the document; undefined where markup hides it. */
function locate(view: DocumentView, { window }: StatementView, { name }: Mention): Span | undefined {
	const text = view.document.getText().slice(window.start, window.end);
	const parts = name.match(/[\p{L}\p{N}]+/gu) ?? [];
	if (parts.length === 0) return undefined;
	const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${parts.join('[^\\p{L}\\p{N}]{1,12}')}(?![\\p{L}\\p{N}])`, 'gu');
	const [found] = text.matchAll(pattern);
	if (!found) return undefined;
	const start = window.start + found.index;
	return { start, end: start + found[0].length };
}

const bib =
	'@misc{devlin2019bert, title = {BERT: Pre-training of Deep Bidirectional Transformers}, author = {Devlin, Jacob}}\n';
const head = '---\nbibliography: refs.bib\n---\n';

const minimumWords = wholeNumber({
	name: 'minimumWords',
	description: 'Names of fewer words are not reported: 2 leaves out `BERT`, 5 all but whole titles.',
	default: 1,
	minimum: 1,
});

export const uncitedMention: DocumentRule = {
	id: 'uncited-mention',
	scope: 'document',
	severity: 'hint',
	summary: 'A work of the bibliography or corpus that a section names and does not cite.',
	rationale: 'Who reads of a work for the first time in a section looks for its reference there.',
	remedy: 'Cite it where it is first named.',
	options: [minimumWords],
	examples: [
		{
			files: { 'draft.md': `${head}We start from BERT and train it on.\n`, 'refs.bib': bib },
			problems: 1,
			fixed: `${head}We start from BERT [@devlin2019bert] and train it on.\n`,
		},
		{
			files: { 'draft.md': `${head}We start from BERT [@devlin2019bert]. BERT is large.\n`, 'refs.bib': bib },
			problems: 0,
		},
	],
	*check(view, given) {
		if (isOutside(view.document.uri)) return;
		const least = chosen(minimumWords, given);
		for (const { span, name, hits } of uncited(view)) {
			if (words(name).length < least) continue;
			const hit = hits[0]!;
			yield {
				span,
				message: l10n.t(
					'“{0}” is named here without a citation. If it is {1}, cite {2}.',
					name,
					label(hit.paper),
					hit.key,
				),
				data: { keys: hits.map(({ key }) => key) },
			};
		}
	},
	async fixes(problem, view) {
		const at = view.document.offsetAt(problem.range.start);
		const found = [...uncited(view)].find(({ span }) => span.start === at);
		if (!found) return [];
		return Promise.all(
			found.hits.map((hit) => insertCitation(view, found.span.end, hit, l10n.t('Cite {0}', label(hit.paper)))),
		);
	},
};
