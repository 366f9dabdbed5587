import type { Paper } from '../model/paper.ts';
import { outlineOf, paperOf, type Segment } from './segment.ts';
import { stringAt } from './strings.ts';

/** Several segments searched as one. An item is a paper's number in all of them: its segment's base plus its document. */
export interface Library {
	readonly segments: readonly Segment[];
	/** First item of each segment. */
	readonly bases: readonly number[];
	/** How many papers. */
	readonly size: number;
	/** Terms per title and per abstract, over the papers that have one. */
	readonly averageTitle: number;
	readonly averageAbstract: number;
}

export function createLibrary(segments: readonly Segment[]): Library {
	const bases: number[] = [];
	let size = 0;
	let titles = 0;
	let abstracts = 0;
	let withAbstract = 0;
	for (const segment of segments) {
		bases.push(size);
		size += segment.size;
		titles += segment.titleTotal;
		abstracts += segment.abstractTotal;
		withAbstract += segment.abstracts;
	}
	return {
		segments,
		bases,
		size,
		averageTitle: titles / Math.max(1, size),
		averageAbstract: abstracts / Math.max(1, withAbstract),
	};
}

/** Which segment an item is of, by number. */
export function segmentOf(library: Library, item: number): number {
	let low = 0;
	let high = library.bases.length;
	while (high - low > 1) {
		const middle = (low + high) >>> 1;
		if (library.bases[middle]! <= item) low = middle;
		else high = middle;
	}
	// Empty segments share their base with the next one, which the search above ends on.
	return low;
}

/** The number that an item of one library has in another; -1 where its segment is not there. */
export function itemInOther(library: Library, item: number, other: Library): number {
	const at = segmentOf(library, item);
	const there = other.segments.indexOf(library.segments[at]!);
	return there < 0 ? -1 : other.bases[there]! + item - library.bases[at]!;
}

export function paperOfItem(library: Library, item: number): Paper {
	const at = segmentOf(library, item);
	return paperOf(library.segments[at]!, item - library.bases[at]!);
}

/** The same without its abstract. */
export function outlineOfItem(library: Library, item: number): Paper {
	const at = segmentOf(library, item);
	return outlineOf(library.segments[at]!, item - library.bases[at]!);
}

/** Its title. */
export function titleOfItem(library: Library, item: number): string {
	const at = segmentOf(library, item);
	return stringAt(library.segments[at]!.titles, item - library.bases[at]!);
}

export function yearOfItem(library: Library, item: number): number {
	const at = segmentOf(library, item);
	return library.segments[at]!.years[item - library.bases[at]!]!;
}

/** The journal, series or publisher that it appeared in. */
export function venueOfItem(library: Library, item: number): string | undefined {
	const at = segmentOf(library, item);
	const { venues, venueOf } = library.segments[at]!;
	const venue = venueOf[item - library.bases[at]!]!;
	return venue === 0 ? undefined : stringAt(venues, venue - 1);
}
