import * as l10n from '@vscode/l10n';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position } from 'vscode-languageserver-types';
import type { Corpus } from '../corpus/types.ts';
import { touches } from '../model/span.ts';
import { card } from '../render/card.ts';
import type { CancellationToken } from '../util/cancellation.ts';
import { keyedEntries, rangeOf } from './bibliography-text.ts';
import type { Citers } from './citers.ts';
import { type CardHover, placeLink } from './hover.ts';

/** Places that are listed. */
const placeLimit = 8;

/** Over the key of an entry in a BibTeX file: the paper, and where it is cited. */
export async function entryHover(
	document: TextDocument,
	corpus: Corpus,
	position: Position,
	citers: Citers | undefined,
	token: CancellationToken,
): Promise<CardHover | undefined> {
	const offset = document.offsetAt(position);
	const entry = keyedEntries(document).find(({ keySpan }) => touches(keySpan, offset));
	if (!entry) return undefined;
	const [paper] = await corpus.papers([entry.key], [document.uri], token);
	if (!paper || token.isCancellationRequested) return undefined;
	const value = [card(paper), citers && `---\n\n${citedAt(citers, entry.key)}`].filter(Boolean).join('\n\n');
	const range = rangeOf(document, entry.keySpan);
	return { contents: { kind: 'markdown', value }, range, about: { key: entry.key } };
}

function citedAt(citers: Citers, key: string): string {
	const places = citers.get(key) ?? [];
	if (places.length === 0) return l10n.t('Not cited yet.');
	const links = [...new Set(places.map(({ uri, range }) => placeLink(uri, range.start.line)))];
	const listed = links.slice(0, placeLimit).join(', ');
	const more = links.length - placeLimit;
	if (more > 0) return l10n.t('Cited {0} times: {1} and {2} more.', places.length, listed, more);
	return places.length === 1
		? l10n.t('Cited once: {0}.', listed)
		: l10n.t('Cited {0} times: {1}.', places.length, listed);
}
