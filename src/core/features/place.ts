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

/** How far in front of a blank line the citation is looked for that it would be a part of, in characters. */
const lookBack = 500;

/**
 * The same for what is to be typed there. A blank line ends a paragraph and any citation before it, but not while the
 * cursor stands on it: with the key that comes, it is a line of a list of keys.
 */
export function placeToComplete(view: ScannedDocument, position: Position): Place | undefined {
	const { document, language, options } = view;
	const offset = document.offsetAt(position);
	const text = document.getText();
	const [before, after] = [text.slice(Math.max(0, offset - lookBack), offset), text.slice(offset, offset + lookBack)];
	if (!/[{[,;]\s*\n[ \t]*$/.test(before) || !/^[ \t]*\r?\n/.test(after)) return placeAt(view, position);
	const typed = 'x,';
	const semantics = language.scan(text.slice(0, offset) + typed + text.slice(offset), options);
	const place = placeAt({ ...view, semantics }, position);
	if (place?.item?.key !== 'x') return placeAt(view, position);
	const next = place.citation.items[place.citation.items.indexOf(place.item) + 1];
	const at = next?.key ? next.span.start - typed.length : offset;
	const span = { start: at, end: at + (next?.key.length ?? 0) };
	return { ...place, item: { key: next?.key ?? '', span, slot: { start: offset, end: span.end } } };
}
