import { type Library, segmentOf, venueOfItem, yearOfItem } from '../search/library.ts';
import { sizeOf, stringAt } from '../search/strings.ts';
import { rankTyped } from './answers.ts';
import type { Browsed, BrowseQuestion, Hit, Venue } from './types.ts';
import { isInScope, itemsOfKey, representative, type View, wholePaper } from './view.ts';

/** Of a typed query, so many papers are looked at. */
const mostRanked = 5000;
/** Venues beyond these are named too seldom to choose from. */
const mostVenues = 500;

/** Papers that pass a filter, one per work; what was typed orders them, else the sources. Yields after small steps. */
export function* answerBrowse(view: View, question: BrowseQuestion): Generator<void, Browsed> {
	const { library } = view;
	const { query, limit, years, venue, source, cited } = question;
	const segment = source === undefined ? -1 : library.segments.findIndex(({ file }) => file === source);
	const citing = new Set(cited?.keys.flatMap((key) => itemsOfKey(view, key, true)));
	const passes = (item: number) => {
		if (source !== undefined && segmentOf(library, item) !== segment) return false;
		const year = yearOfItem(library, item);
		if (years && (year < years.from || year > years.to)) return false;
		return venue === undefined || venueOfItem(library, item) === venue;
	};
	const seen = new Set<number>();
	const papers: Hit[] = [];
	// Words of a venue are found by the index; its papers one by one would take seconds in a large corpus.
	for (const item of ranked(view, query.trim() || (venue ?? ''))) {
		yield;
		if (!passes(item)) continue;
		const one = representative(view, item);
		if (seen.has(one)) continue;
		if (cited && (citing.has(item) || citing.has(one)) !== cited.wanted) continue;
		seen.add(one);
		if (papers.length === limit) return { papers, more: true };
		const paper = wholePaper(view, one);
		papers.push({ key: paper.id, score: 0, paper, inScope: isInScope(view, one) });
	}
	return { papers, more: false };
}

function* ranked(view: View, query: string): Generator<number> {
	if (query === '') for (let item = 0; item < view.library.size; item++) yield item;
	else for (const { item } of rankTyped(view, query, mostRanked, (one) => (isInScope(view, one) ? 1 : 0))) yield item;
}

/** Where papers appeared, most papers first. Yields after small steps. */
export function* answerVenues({ library }: { readonly library: Library }): Generator<void, readonly Venue[]> {
	const counts = new Map<string, number>();
	for (const { venues, venueOf } of library.segments) {
		const papers = new Uint32Array(sizeOf(venues) + 1);
		for (const venue of venueOf) papers[venue]!++;
		yield;
		for (let i = 0; i < sizeOf(venues); i++) {
			const name = stringAt(venues, i);
			counts.set(name, (counts.get(name) ?? 0) + papers[i + 1]!);
		}
		yield;
	}
	const venues = [...counts].map(([name, papers]) => ({ name, papers }));
	return venues.sort((a, b) => b.papers - a.papers || (a.name < b.name ? -1 : 1)).slice(0, mostVenues);
}
