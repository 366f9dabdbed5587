import { itemInOther } from '../search/library.ts';
import { hash } from '../text/tokens.ts';
import { mapTopics } from '../topics/map.ts';
import type { TopicMap } from '../topics/types.ts';
import type { TopicsAnswer, TopicsQuestion } from './types.ts';
import { distinctItems, itemsOfKey, representative, type View } from './view.ts';

interface Known {
	readonly map: TopicMap;
	readonly stamp: string;
	/** Which of the map's papers an item is. */
	readonly placeOf: ReadonlyMap<number, number>;
}

const maps = new WeakMap<View, Known>();

/**
 * The map of a view of everything, and the places of some keys on it. Yields after small steps.
 *
 * @param view Of everything.
 * @param scope What the keys are of.
 */
export function* answerTopics(
	view: View,
	scope: View,
	{ keys, known: stamp }: TopicsQuestion,
): Generator<void, TopicsAnswer> {
	let known = maps.get(view);
	if (!known) {
		const { map, items } = yield* mapTopics(view.library, yield* distinctItems(view));
		const placeOf = new Map(items.map((item, place) => [item, place]));
		maps.set(view, (known = { map, stamp: `${hash(JSON.stringify(map))}`, placeOf }));
	}
	const { map, placeOf } = known;
	const places = keys.map((key) => {
		const [own] = itemsOfKey(scope, key, false);
		const item = own === undefined ? -1 : itemInOther(scope.library, own, view.library);
		return item < 0 ? -1 : (placeOf.get(representative(view, item)) ?? -1);
	});
	return { stamp: known.stamp, ...(stamp !== known.stamp && { map }), places };
}
