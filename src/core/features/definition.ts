import type { Location, Position } from 'vscode-languageserver-types';
import type { Corpus } from '../corpus/types.ts';
import type { CancellationToken } from '../util/cancellation.ts';
import { placeAt } from './place.ts';
import type { DocumentScope } from './scope.ts';

/** From a key to every entry that it stands for: in the sources, or in the documents themselves. */
export async function definition(
	view: DocumentScope,
	corpus: Corpus,
	position: Position,
	token: CancellationToken,
): Promise<readonly Location[]> {
	const key = placeAt(view, position)?.item?.key;
	if (!key) return [];
	const [paper] = await corpus.papers([key], view.scope, token);
	const entries = (paper?.provenance ?? []).map(({ file, range, keyRange }) => ({
		uri: file,
		range: keyRange ?? range,
	}));
	const local = [...view.project.documents].flatMap(([uri, { document, semantics }]) =>
		semantics.localKeys
			.filter((defined) => defined.key === key)
			.map(({ span }) => ({
				uri,
				range: { start: document.positionAt(span.start), end: document.positionAt(span.end) },
			})),
	);
	return [...entries, ...local];
}
