import type { Position } from 'vscode-languageserver-types';
import { type Citation, type CiteItem, citationsAt } from '../model/citation.ts';
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
	const places = citationsAt(semantics.citations, offset).map((citation) => {
		const item = citation.items.find(({ slot }) => touches(slot, offset));
		return { offset, citation, item };
	});
	return places.find(({ item }) => item) ?? places[0];
}
