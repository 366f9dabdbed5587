import type { Paper } from '../model/paper.ts';
import { createLibrary, type Library, segmentOf } from '../search/library.ts';
import { docOfKey, isMade, type Segment } from '../search/segment.ts';
import { bestEntry, merged } from './works.ts';

/** What one scope sees of the corpus: its own sources first, then the others, searched as one library. */
export interface View {
	readonly library: Library;
	/** The sources in scope alone; the very same where there are no others. */
	readonly own: Library;
	/** So many of the library's segments are in scope: the first ones. */
	readonly inScope: number;
}

/** `own` in the order of the scope, `others` in the order they were loaded. */
export function createView(own: readonly Segment[], others: readonly Segment[]): View {
	const library = createLibrary([...own, ...others]);
	return { library, own: others.length === 0 ? library : createLibrary(own), inScope: own.length };
}

export function isInScope({ library, inScope }: View, item: number): boolean {
	return segmentOf(library, item) < inScope;
}

/** The papers in scope that have a key or alias, in order of the sources. */
export function itemsOfKey({ library, inScope }: View, key: string, everywhere: boolean): number[] {
	const items: number[] = [];
	const segments = everywhere ? library.segments.length : inScope;
	for (let i = 0; i < segments; i++) {
		const doc = docOfKey(library.segments[i]!, key);
		if (doc !== undefined) items.push(library.bases[i]! + doc);
	}
	return items;
}

// While someone types on, most answers are the same.
const read = new WeakMap<Library, Map<number, Paper>>();
const mostRead = 500;

/** The paper of an item, with what all other sources know of the same work. */
export function wholePaper({ library }: View, item: number): Paper {
	let known = read.get(library);
	if (!known || known.size >= mostRead) read.set(library, (known = new Map()));
	let paper = known.get(item);
	if (!paper) known.set(item, (paper = merged(library, item)));
	return paper;
}

/** The paper in scope that has a key or alias, whole. */
export function paperOfKey(view: View, key: string): Paper | undefined {
	const [item] = itemsOfKey(view, key, false);
	return item === undefined ? undefined : wholePaper(view, item);
}

/**
 * The one item that stands for all entries of the same work in different sources: one in scope, of those one whose key
 * was given and not made, of those one that was published rather than a preprint, of those the first.
 */
export function representative({ library, inScope }: View, item: number): number {
	return bestEntry(library, item, (one) => {
		const segment = segmentOf(library, one);
		return (segment < inScope ? 0 : 2) + (isMade(library.segments[segment]!, one - library.bases[segment]!) ? 1 : 0);
	});
}

const distinct = new WeakMap<View, readonly number[]>();

/** The items in scope, one per work, in order. Remembered, as it looks at every paper; yields after small steps. */
export function* distinctItems(view: View): Generator<void, readonly number[]> {
	const known = distinct.get(view);
	if (known) return known;
	const repeated = new Set<number>();
	for (const item of maybeRepeated(view.own)) {
		if (representative(view, item) !== item) repeated.add(item);
		yield;
	}
	const items: number[] = [];
	for (let item = 0; item < view.own.size; item++) if (!repeated.has(item)) items.push(item);
	distinct.set(view, items);
	return items;
}

/** The items that share a sign of identity with another source. */
function* maybeRepeated({ segments, bases }: Library): Generator<number> {
	const before = new Set<number>();
	const shared = new Set<number>();
	// The largest last, as all those before it are remembered.
	const bySize = [...segments].sort((a, b) => a.size - b.size);
	for (const segment of bySize) {
		for (const value of segment.identities.hashes) if (before.has(value)) shared.add(value);
		if (segment !== bySize.at(-1)) for (const value of segment.identities.hashes) before.add(value);
	}
	for (const [i, { identities }] of segments.entries()) {
		const found = new Set<number>();
		for (const [at, value] of identities.hashes.entries()) if (shared.has(value)) found.add(identities.docs[at]!);
		for (const doc of found) yield bases[i]! + doc;
	}
}
