import { type Library, titleOfItem } from '../search/library.ts';
import { hash } from '../text/tokens.ts';
import { communitiesOf } from './communities.ts';
import { graphOf } from './graph.ts';
import { labelTopics } from './labels.ts';
import { layOut } from './layout.ts';
import { chosenItems, mappedPaper, mapWith, unplaced } from './mapped.ts';
import { termMatrix } from './matrix.ts';
import { neighborsOf } from './neighbors.ts';
import { project, widest } from './projection.ts';
import { randomFrom } from './random.ts';
import type { MappedPaper, TopicMap } from './types.ts';

/** What papers are about is told in so many numbers; of few papers in fewer, as more would tell chance. */
const dimensionsFor = (papers: number) => Math.max(2, Math.min(32, Math.round(Math.sqrt(papers))));
const mostTopics = 40;
const fewestOfTopic = 3;
const slice = 200;

/**
 * The map of some items of a library, and which item each of its papers is. A generator that yields after small steps,
 * so that the caller may pause or give up.
 *
 * @param distinct One item per work, in order.
 */
export function* mapTopics(
	library: Library,
	distinct: readonly number[],
): Generator<void, { readonly map: TopicMap; readonly items: readonly number[] }> {
	const items = yield* chosenItems(library, distinct);
	const random = randomFrom(1);
	const matrix = yield* termMatrix(library, items);
	const points = yield* project(matrix, Math.min(dimensionsFor(items.length), matrix.columns), random);
	const told = items.map((_, row) => matrix.starts[row]! < matrix.starts[row + 1]!);
	const graph = yield* graphOf(yield* neighborsOf(points, random));
	const groups = yield* communitiesOf(graph);
	const count = topicsAmong(groups);
	const at = fitted(yield* layOut(graph, yield* widest(points, random), random), told);
	const titles = items.map((item) => titleOfItem(library, item));
	const topicOf = Array.from(groups, (group) => (group < count ? group : -1));
	const words = yield* labelTopics(titles, topicOf, count);
	const papers: MappedPaper[] = [];
	for (const [i, item] of items.entries()) {
		if (i % slice === 0) yield;
		papers.push(mappedPaper(library, item, { x: at[2 * i]!, y: at[2 * i + 1]!, topic: topicOf[i]! }));
	}
	const layout = `${hash(JSON.stringify(papers))}`;
	return { map: mapWith(library, papers, words, { layout, total: distinct.length }), items };
}

/** How many groups, of which the largest come first, are large enough to be called topics. */
function topicsAmong(groups: Uint32Array): number {
	const sizes: number[] = [];
	for (const group of groups) sizes[group] = (sizes[group] ?? 0) + 1;
	const fewest = Math.max(fewestOfTopic, groups.length / 400);
	return Math.min(mostTopics, sizes.filter((size) => size >= fewest).length);
}

/** How far points are spread by their order, from 0 (as they lie) to 1 (evenly): gaps on a small screen tell nothing. */
const evenness = 0.6;
/** This share of the points at each side may lie outside of what the map is scaled by, so that a few do not shrink it. */
const strays = 0.005;
/** Above and below are the row of papers without words, and room for what is written at the edge. */
const [low, high] = [0.02, 0.96];

/** Points in the square from 0 to 1; what has no words stands in a row below. */
function fitted(at: Float64Array, told: readonly boolean[]): Float64Array {
	const placed = new Float64Array(at.length);
	const rows = told.flatMap((one, i) => (one ? i : []));
	for (const axis of [0, 1]) {
		const ordered = [...rows].sort((i, j) => at[2 * i + axis]! - at[2 * j + axis]! || i - j);
		const cut = Math.floor(ordered.length * strays);
		const [from, to] = [ordered[cut], ordered.at(-1 - cut)].map((i) => at[2 * (i ?? 0) + axis] ?? 0);
		for (const [rank, i] of ordered.entries()) {
			const way = Math.max(0, Math.min(1, (at[2 * i + axis]! - from!) / (to! - from! || 1)));
			const share = (1 - evenness) * way + (evenness * (rank + 0.5)) / ordered.length;
			placed[2 * i + axis] = low + share * (high - low);
		}
	}
	const silent = told.flatMap((one, i) => (one ? [] : i));
	for (const [place, i] of silent.entries()) {
		const { x, y } = unplaced(place, silent.length);
		placed.set([x, y], 2 * i);
	}
	return placed;
}
