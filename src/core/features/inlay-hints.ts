import { type InlayHint, InlayHintKind, type Range } from 'vscode-languageserver-types';
import type { Corpus } from '../corpus/types.ts';
import { normaliseDoi, parseArxiv } from '../model/ids.ts';
import { authorsAndYear, titleOf } from '../render/label.ts';
import type { CancellationToken } from '../util/cancellation.ts';
import type { DocumentScope } from './scope.ts';

/** Behind which keys a hint stands. */
export type HintedKeys = 'opaque' | 'all';

/** Longest hint, in characters. */
const hintLength = 40;

/** Words of keys that say nothing of a paper. */
const fillers = /arxiv|doi|corr|abs|dblp|journals|conf|pmid|pmc|isbn|wos|scopus|ref|cite|bib|key|paper|entry|item|no/gi;

/** Does a key tell neither authors nor topic: a number, an id of a service, a hash? */
export function isOpaque(key: string): boolean {
	if (parseArxiv(key) || normaliseDoi(key)) return true;
	// As Semantic Scholar and Zotero make them.
	if (/^[0-9a-f]{12,}$/i.test(key) || (/^[A-Z0-9]{8}$/.test(key) && /\d/.test(key))) return true;
	return !/\p{L}{3}/u.test(key.slice(0, 200).replace(fillers, ' '));
}

/** Authors and year behind the keys of a part of a document. */
export async function inlayHints(
	view: DocumentScope,
	corpus: Corpus,
	{ start, end }: Range,
	keys: HintedKeys,
	token: CancellationToken,
): Promise<readonly InlayHint[]> {
	const { document, semantics, scope } = view;
	const [from, to] = [document.offsetAt(start), document.offsetAt(end)];
	const items = semantics.citations
		.flatMap(({ items }) => items)
		.filter(({ key, span }) => key !== '' && span.start >= from && span.end <= to && (keys === 'all' || isOpaque(key)));
	if (items.length === 0) return [];
	const papers = await corpus.papers(
		items.map(({ key }) => key),
		scope,
		token,
	);
	return items.flatMap(({ span }, index): InlayHint[] => {
		const paper = papers[index];
		const label = paper ? authorsAndYear(paper) || titleOf(paper) : '';
		if (!paper || !label) return [];
		const cut = label.length > hintLength ? `${label.slice(0, hintLength - 1)}…` : label;
		return [
			{
				position: document.positionAt(span.end),
				label: cut,
				kind: InlayHintKind.Type,
				paddingLeft: true,
				tooltip: titleOf(paper),
			},
		];
	});
}
