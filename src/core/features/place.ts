import type { Position } from 'vscode-languageserver-types';
import type { Citation, CiteItem } from '../model/citation.ts';
import { touches } from '../model/span.ts';
import type { ScannedDocument } from '../project/types.ts';

/** Where a cursor stands in a citation: in one of its items, or elsewhere in it (`item` undefined). */
export interface Place {
	readonly offset: number;
	readonly citation: Citation;
	readonly item: CiteItem | undefined;
}

/** Undefined where the position is in no citation. Of two citations that touch there, the one with an item wins. */
export function placeAt({ document, semantics }: ScannedDocument, position: Position): Place | undefined {
	const offset = document.offsetAt(position);
	const { citations } = semantics;
	let [low, high] = [0, citations.length];
	// The first citation that ends at the offset or later: all before it are out of reach.
	while (low < high) {
		const middle = (low + high) >> 1;
		if (citations[middle]!.span.end < offset) low = middle + 1;
		else high = middle;
	}
	let found: Place | undefined;
	for (const citation of citations.slice(low, low + 2)) {
		if (!touches(citation.span, offset)) continue;
		const item = touches(citation.list, offset) ? citation.items.find(({ slot }) => touches(slot, offset)) : undefined;
		if (item) return { offset, citation, item };
		found ??= { offset, citation, item };
	}
	return found;
}
