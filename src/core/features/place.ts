import type { Position } from 'vscode-languageserver-types';
import { type Citation, type CiteItem, citationsAt } from '../model/citation.ts';
import { type Span, touches } from '../model/span.ts';
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

/** A slot that takes a key, and the key on another line of it, if there is one, that nothing parts from it yet. */
export interface Slot extends Place {
	readonly item: CiteItem;
	readonly neighbour?: CiteItem;
}

/**
 * The slot under the cursor, as it will be with what is typed there. An editor takes no completion that changes another
 * line than the cursor's: a key on another line stays.
 */
export function slotAt(view: ScannedDocument, position: Position): Slot | undefined {
	const place = placeAt(view, position);
	if (!place?.item || !place.citation.closed) return slotOnNewLine(view, position) ?? withItem(place);
	const { offset, item } = place;
	const { start, end } = item.span;
	const between = view.document.getText().slice(Math.min(end, offset), Math.max(start, offset));
	if ((start <= offset && offset <= end) || !between.includes('\n')) return withItem(place);
	return { ...place, item: blankAt(offset), ...(item.key && { neighbour: item }) };
}

const withItem = (place: Place | undefined) => (place?.item ? { ...place, item: place.item } : undefined);

function blankAt(offset: number): CiteItem {
	const span = { start: offset, end: offset };
	return { key: '', span, slot: span };
}

/** How far in front of a line the list is looked for that it would be a part of, in characters. */
const lookBack = 500;

/**
 * The slot that a new line of a list of keys will be. Until it has a key and a comma there is no citation: a blank line
 * ends its paragraph, and two keys without a comma are none.
 */
function slotOnNewLine(view: ScannedDocument, position: Position): Slot | undefined {
	const { document, language, options } = view;
	const text = document.getText();
	const offset = document.offsetAt(position);
	const line = text.lastIndexOf('\n', offset - 1) + 1;
	const lineEnd = text.indexOf('\n', offset);
	if (lineEnd < 0) return undefined;
	// What stands behind the cursor may have been typed while this was asked.
	const written = text.slice(line, lineEnd);
	const follows = /[{[,;]$/.test(text.slice(Math.max(0, line - lookBack), line).trimEnd());
	if (!follows || /[{}[\],;%\\]/.test(written)) return undefined;
	const key = written.trim();
	const start = key ? line + written.indexOf(key) : offset;
	const span = { start, end: start + key.length };
	const typed = 'x,';
	const semantics = language.scan(text.slice(0, start) + typed + text.slice(span.end), options);
	const place = placeAt({ ...view, semantics }, document.positionAt(start));
	if (place?.item?.key !== 'x' || place.item.span.start !== start) return undefined;
	const { items } = place.citation;
	const next = items[items.indexOf(place.item) + 1];
	const item = { key, span, slot: { start: Math.min(start, offset), end: Math.max(span.end, offset) } };
	if (!next?.key) return { ...place, offset, item };
	const shift = typed.length - key.length;
	const moved = ({ start, end }: Span) => ({ start: start - shift, end: end - shift });
	return { ...place, offset, item, neighbour: { ...next, span: moved(next.span), slot: moved(next.slot) } };
}
