import type { Position } from 'vscode-languageserver-types';
import type { Corpus, Hit } from '../corpus/types.ts';
import type { CancellationToken } from '../util/cancellation.ts';
import { placeAt } from './place.ts';
import type { DocumentScope } from './scope.ts';

/** Papers that fit a place of a document, best first; what a citation there has already is left out. */
export function suggest(
	view: DocumentScope,
	corpus: Corpus,
	position: Position,
	limit: number,
	token: CancellationToken,
): Promise<readonly Hit[]> {
	const { scope, beyond } = view;
	const offset = view.document.offsetAt(position);
	const exclude = (placeAt(view, position)?.citation.items ?? []).map(({ key }) => key).filter(Boolean);
	const citing = view.citingSentences(offset);
	return corpus.suggest({ context: view.contextAt(offset), citing, scope, beyond, exclude, limit }, token);
}
