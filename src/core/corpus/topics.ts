import { itemInOther } from '../search/library.ts';
import { hash } from '../text/tokens.ts';
import { mapTopics } from '../topics/map.ts';
import { placeOnMap } from '../topics/place.ts';
import type { TopicMap } from '../topics/types.ts';
import type { TopicsAnswer, TopicsQuestion } from './types.ts';
import { distinctItems, itemsOfKey, representative, type View } from './view.ts';

interface Known {
	readonly map: TopicMap;
	readonly stamp: string;
	/** Which of the map's papers an item is. */
	readonly placeOf: ReadonlyMap<number, number>;
}

/** Gives the map of a view of everything, and the places of some keys of a scope on it. Yields after small steps. */
export type AnswerTopics = (view: View, scope: View, question: TopicsQuestion) => Generator<void, TopicsAnswer>;

/** The map of a corpus: laid out once, and again where many papers came or went; what else changes moves no other paper. */
export function createTopics(): AnswerTopics {
	const maps = new WeakMap<View, Known>();
	let laid: TopicMap | undefined;

	function* knownOf(view: View): Generator<void, Known> {
		const before = maps.get(view);
		if (before) return before;
		const distinct = yield* distinctItems(view);
		let found = laid && (yield* placeOnMap(view.library, distinct, laid));
		if (!found) {
			found = yield* mapTopics(view.library, distinct);
			laid = found.map;
		}
		const { map, items } = found;
		const placeOf = new Map(items.map((item, place) => [item, place]));
		const known = { map, stamp: `${hash(JSON.stringify(map))}`, placeOf };
		maps.set(view, known);
		return known;
	}

	return function* (view, scope, { keys, known: stamp }) {
		const known = yield* knownOf(view);
		const places = keys.map((key) => {
			const [own] = itemsOfKey(scope, key, false);
			const item = own === undefined ? -1 : itemInOther(scope.library, own, view.library);
			return item < 0 ? -1 : (known.placeOf.get(representative(view, item)) ?? -1);
		});
		return { stamp: known.stamp, ...(stamp !== known.stamp && { map: known.map }), places };
	};
}
