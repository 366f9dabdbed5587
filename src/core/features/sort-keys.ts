import type { Corpus } from '../corpus/types.ts';
import type { Citation } from '../model/citation.ts';
import { yearOf } from '../model/paper.ts';
import type { FileEdit } from '../model/problem.ts';
import type { CancellationToken } from '../util/cancellation.ts';
import { rangeOf } from './bibliography-text.ts';
import { type CiteBody, partsOf } from './cite-parts.ts';
import type { DocumentScope } from './scope.ts';

/** What the keys of a citation are sorted by: their letters, with numbers in them by value, or the year of the paper. */
export type SortBy = 'key' | 'year';

/**
 * The edits that put the keys of citations in order, each list for itself. In brackets, pages go with their key; where a
 * note or a comment stands that speaks of one key by its place, all stays as it is.
 */
export async function sortKeys(
	view: DocumentScope,
	corpus: Corpus,
	citations: readonly Citation[],
	by: SortBy,
	token: CancellationToken,
): Promise<readonly FileEdit[]> {
	const text = view.document.getText();
	const lists = citations.flatMap((citation) => {
		const parts = citation.items.length > 1 && !citation.inDefinition ? partsOf(text, citation) : undefined;
		return parts?.isPlain ? [parts.bodies] : [];
	});
	const years = by === 'year' ? await yearsOf(view, corpus, lists.flat(), token) : undefined;
	const yearOfKey = ({ key }: CiteBody) => years?.get(key) ?? Number.POSITIVE_INFINITY;
	const collator = new Intl.Collator('en', { numeric: true });
	// Of papers of one year, and of those that nobody knows the year of, the order stays.
	const compare = (one: CiteBody, other: CiteBody) =>
		years ? Math.sign(yearOfKey(one) - yearOfKey(other)) || 0 : collator.compare(one.key, other.key);
	return lists.flatMap((bodies) => {
		const sorted = bodies.toSorted(compare);
		return bodies.flatMap(({ span, text: before }, index): FileEdit[] => {
			const newText = sorted[index]!.text;
			return newText === before ? [] : [{ file: view.document.uri, range: rangeOf(view.document, span), newText }];
		});
	});
}

async function yearsOf(
	{ scope }: DocumentScope,
	corpus: Corpus,
	bodies: readonly CiteBody[],
	token: CancellationToken,
): Promise<ReadonlyMap<string, number>> {
	const keys = [...new Set(bodies.map(({ key }) => key))];
	const papers = await corpus.papers(keys, scope, token);
	return new Map(
		papers.flatMap((paper, index) => {
			const year = paper && yearOf(paper);
			return year === undefined ? [] : [[keys[index]!, year] as const];
		}),
	);
}
