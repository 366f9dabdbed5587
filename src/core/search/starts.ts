import { createLibrary, type Library } from './library.ts';
import { readExactly } from './match.ts';
import { type Matches, matchAll } from './postings.ts';
import type { Word } from './query.ts';
import type { Segment } from './segment.ts';
import { top } from './top.ts';

// What starts with one or two letters is a large part of any library, and the same part every time.
const starts = new WeakMap<Segment, Map<string, Matches>>();
const mostStarts = 200;

/** The best of each segment for a word of one or two letters that was typed alone. */
export function startingWith({ segments, bases }: Library, word: Word): Matches {
	const lists = segments.map((segment) => startsIn(segment, word));
	const size = lists.reduce((sum, { items }) => sum + items.length, 0);
	const [items, scores] = [new Uint32Array(size), new Float32Array(size)];
	let at = 0;
	for (const [i, list] of lists.entries()) {
		items.set(
			list.items.map((doc) => bases[i]! + doc),
			at,
		);
		scores.set(list.scores, at);
		at += list.items.length;
	}
	return { items, scores };
}

function startsIn(segment: Segment, word: Word): Matches {
	let known = starts.get(segment);
	if (!known) starts.set(segment, (known = new Map()));
	let list = known.get(word.text);
	if (!list) {
		const own = createLibrary([segment]);
		const best = top(mostStarts);
		best.addAll(matchAll(own, [readExactly(own, word)]));
		const kept = best.items();
		list = {
			items: Uint32Array.from(kept, ({ item }) => item),
			scores: Float32Array.from(kept, ({ score }) => score),
		};
		known.set(word.text, list);
	}
	return list;
}
