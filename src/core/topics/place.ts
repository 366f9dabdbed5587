import type { Library } from '../search/library.ts';
import { hash } from '../text/tokens.ts';
import { chosenItems, mappedPaper, mapWith, unplaced } from './mapped.ts';
import { type SparseMatrix, termMatrix } from './matrix.ts';
import type { MappedPaper, TopicMap } from './types.ts';

/** Where more than this share of the papers came or went, the map is another one. */
const mostChanged = 0.1;
/** What has less in common with a paper than this, as a cosine, says nothing of where it belongs. */
const leastLike = 0.05;
/** How far a new paper is put from the one that it is most like, so that it hides none. */
const aside = 0.008;
const slice = 200;

/**
 * The map of a library that has changed a little since the last one was laid out: every paper of a title that was there
 * stays where it is, new ones come to lie beside those that they are most like. Undefined where too much has changed for
 * that. Yields after small steps.
 *
 * @param laid The map as it was laid out, not one on which papers were placed: else they would creep away step by step.
 * @param distinct One item per work, in order.
 */
export function* placeOnMap(
	library: Library,
	distinct: readonly number[],
	laid: TopicMap,
): Generator<void, { readonly map: TopicMap; readonly items: readonly number[] } | undefined> {
	const items = yield* chosenItems(library, distinct);
	const mayChange = Math.max(1, mostChanged * laid.papers.length);
	const papers: MappedPaper[] = [];
	for (const [row, item] of items.entries()) {
		if (row % slice === 0) yield;
		papers.push(mappedPaper(library, item, unplaced(row, items.length)));
	}
	const found = placesOn(laid, papers);
	const fresh = new Set([...found.keys()].filter((row) => !found[row]));
	for (const [row, place] of found.entries()) {
		if (place) papers[row] = { ...papers[row]!, x: place.x, y: place.y, topic: place.topic };
	}
	const gone = laid.papers.length - (papers.length - fresh.size);
	if (Math.max(gone, fresh.size) > mayChange) return undefined;
	if (fresh.size > 0) {
		const matrix = yield* termMatrix(library, items);
		for (const row of fresh) {
			const like = papers[mostLike(matrix, row, fresh) ?? -1];
			if (like) papers[row] = { ...papers[row]!, ...beside(like, papers[row]!.title) };
			yield;
		}
	}
	const { layout, topics } = laid;
	const words = topics.map((topic) => topic.words);
	return { map: mapWith(library, papers, words, { layout, total: distinct.length }), items };
}

/** Finds where papers lay: those of the same key and title first, then others of the same title. */
function placesOn({ papers: laid }: TopicMap, papers: readonly MappedPaper[]): readonly (MappedPaper | undefined)[] {
	const nameOf = ({ key, title }: MappedPaper) => `${key}\n${title}`;
	const named = new Map(laid.map((paper) => [nameOf(paper), paper]));
	const places = papers.map((paper) => named.get(nameOf(paper)));
	const taken = new Set(places);
	const left = new Map<string, MappedPaper[]>();
	for (const paper of laid) {
		if (taken.has(paper)) continue;
		const same = left.get(paper.title);
		if (same) same.push(paper);
		else left.set(paper.title, [paper]);
	}
	return places.map((place, row) => place ?? left.get(papers[row]!.title)?.shift());
}

/** The row that has most in common with one, of those that are not left out; undefined where none has enough. */
function mostLike(matrix: SparseMatrix, row: number, leftOut: ReadonlySet<number>): number | undefined {
	const { rows, columns, starts, columnOf, values } = matrix;
	const own = new Float32Array(columns);
	for (let at = starts[row]!; at < starts[row + 1]!; at++) own[columnOf[at]!] = values[at]!;
	let best: number | undefined;
	let most = leastLike;
	for (let other = 0; other < rows; other++) {
		if (leftOut.has(other)) continue;
		let likeness = 0;
		for (let at = starts[other]!; at < starts[other + 1]!; at++) likeness += own[columnOf[at]!]! * values[at]!;
		if (likeness > most) [most, best] = [likeness, other];
	}
	return best;
}

/** A place beside a paper for another one of that title. */
function beside({ x, y, topic }: MappedPaper, title: string): Pick<MappedPaper, 'x' | 'y' | 'topic'> {
	const angle = (hash(title) / 2 ** 32) * 2 * Math.PI;
	const inside = (value: number) => Math.max(0, Math.min(1, value));
	return { x: inside(x + aside * Math.cos(angle)), y: inside(y + aside * Math.sin(angle)), topic };
}
