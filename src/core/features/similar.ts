import type { Corpus, Hit, SuggestQuestion } from '../corpus/types.ts';
import type { Paper } from '../model/paper.ts';
import type { CancellationToken } from '../util/cancellation.ts';

/** Characters of an abstract that tell what a paper is about. */
const abstractLength = 1500;

/** Papers that say what another one says, best first, without that one itself. */
export async function similarTo(
	corpus: Corpus,
	paper: Paper,
	question: Pick<SuggestQuestion, 'scope' | 'beyond' | 'limit'>,
	token: CancellationToken,
): Promise<readonly Hit[]> {
	const text = `${paper.title}. ${(paper.abstract ?? '').slice(0, abstractLength)}`;
	// The same work may have another key elsewhere.
	const own = new Set([paper.id, ...(paper.aliases ?? [])]);
	const asked = { ...question, context: { text }, exclude: [...own] };
	const hits = await corpus.suggest(asked, token);
	return hits.filter((hit) => !own.has(hit.key) && hit.paper.title !== paper.title);
}
