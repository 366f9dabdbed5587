import { yearOf } from '../model/paper.ts';
import { authorsLabel, titleOf } from '../render/label.ts';
import { type Library, outlineOfItem, segmentOf, titleOfItem } from '../search/library.ts';
import { hash } from '../text/tokens.ts';
import type { MappedPaper, Topic, TopicMap } from './types.ts';

/** More papers than these neither fit a screen nor the time that somebody waits. */
const mostPapers = 20_000;
const slice = 500;

/**
 * The items that are on the map: of too many, small sources whole, as a bibliography is, and an even choice of the others,
 * by chance that is the same for the same titles, so that one paper more or less changes no other. Yields after small steps.
 *
 * @param distinct One item per work, in order.
 */
export function* chosenItems(library: Library, distinct: readonly number[]): Generator<void, readonly number[]> {
	if (distinct.length <= mostPapers) return distinct;
	const sources: number[][] = library.segments.map(() => []);
	for (const item of distinct) sources[segmentOf(library, item)]!.push(item);
	sources.sort((one, other) => one.length - other.length);
	const chosen: number[] = [];
	for (const [i, own] of sources.entries()) {
		const share = Math.floor((mostPapers - chosen.length) / (sources.length - i));
		for (const item of own.length <= share ? own : yield* drawn(library, own, share)) chosen.push(item);
	}
	return chosen.sort((one, other) => one - other);
}

function* drawn(library: Library, items: readonly number[], count: number): Generator<void, readonly number[]> {
	const lots: { readonly item: number; readonly lot: number }[] = [];
	for (const item of items) if (lots.push({ item, lot: hash(titleOfItem(library, item)) }) % slice === 0) yield;
	lots.sort((one, other) => one.lot - other.lot || one.item - other.item);
	return lots.slice(0, count).map(({ item }) => item);
}

/** Where what belongs nowhere lies, one beside the other: in a row below. */
export function unplaced(number: number, of: number): Pick<MappedPaper, 'x' | 'y' | 'topic'> {
	return { x: (number + 1) / (of + 1), y: 0.99, topic: -1 };
}

/** What the map says of an item that lies somewhere. */
export function mappedPaper(
	library: Library,
	item: number,
	{ x, y, topic }: Pick<MappedPaper, 'x' | 'y' | 'topic'>,
): MappedPaper {
	const paper = outlineOfItem(library, item);
	return {
		key: paper.id,
		source: segmentOf(library, item),
		title: titleOf(paper),
		authors: authorsLabel(paper),
		year: yearOf(paper) ?? 0,
		x: rounded(x),
		y: rounded(y),
		topic,
	};
}

/** A map of papers whose topics have these words. */
export function mapWith(
	library: Library,
	papers: readonly MappedPaper[],
	words: readonly (readonly string[])[],
	{ layout, total }: Pick<TopicMap, 'layout' | 'total'>,
): TopicMap {
	const sources = library.segments.map(({ file }) => file);
	return { sources, papers, topics: words.map((own, topic) => topicAt(topic, own, papers)), layout, total };
}

function topicAt(topic: number, words: readonly string[], papers: readonly MappedPaper[]): Topic {
	const own = papers.filter((paper) => paper.topic === topic);
	const middle = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
	return {
		words: own.length > 0 ? words : [],
		papers: own.length,
		x: middle(own.map(({ x }) => x)),
		y: middle(own.map(({ y }) => y)),
	};
}

function rounded(value: number): number {
	return Math.round(value * 10_000) / 10_000;
}
