import type { Position } from 'vscode-languageserver-types';
import type { Corpus, Hit } from '../corpus/types.ts';
import type { CancellationToken } from '../util/cancellation.ts';
import { candidates } from './completion.ts';
import { placeAt } from './place.ts';
import type { DocumentScope } from './scope.ts';

/** What someone looks for, to cite it at a place of a document. */
export interface PaperSearch {
	/** As typed; where it is blank, what stands half typed at the place is the query, else the sentence. */
	readonly query: string;
	/** At most this many papers. */
	readonly limit: number;
	/** Only what the bibliography of the document does not have, and the corpus has. */
	readonly onlyBeyond?: boolean;
}

/** Papers to cite at a place, best first; what a citation there has already is left out. */
export async function findPapers(
	view: DocumentScope,
	corpus: Corpus,
	position: Position,
	{ query, limit, onlyBeyond = false }: PaperSearch,
	token: CancellationToken,
): Promise<readonly Hit[]> {
	const offset = view.document.offsetAt(position);
	const place = placeAt(view, position);
	const typed = place?.item?.key ?? '';
	const [known] = typed ? await corpus.papers([typed], view.scope, token) : [];
	const question = {
		query: query.trim() || (known ? '' : typed),
		limit,
		scope: onlyBeyond ? view.beyond : view.scope,
		beyond: onlyBeyond ? [] : view.beyond,
		context: view.contextAt(offset),
		citing: view.citingSentences(offset),
		exclude: (place?.citation.items ?? []).map(({ key }) => key).filter(Boolean),
		used: [...new Set(view.semantics.citations.flatMap(({ items }) => items.map(({ key }) => key)))].filter(Boolean),
	};
	const hits = await candidates(corpus, question, token);
	if (!onlyBeyond || hits.length === 0 || token.isCancellationRequested) return hits;
	const keys = hits.map(({ key }) => key);
	const own = await corpus.papers(keys, view.scope, token);
	return hits.filter((_, index) => !own[index]).map((hit) => ({ ...hit, inScope: false }));
}
