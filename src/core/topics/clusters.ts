import { toLengthOne } from './matrix.ts';
import { likeness, type Points, pointAt } from './projection.ts';
import type { Random } from './random.ts';

const slice = 100;

/**
 * Parts points of length one into groups by direction: spherical k-means (Dhillon & Modha 2001,
 * doi:10.1023/A:1007612920971) from seeds far apart (k-means++: Arthur & Vassilvitskii 2007). Gives the group of each;
 * groups may stay empty. Yields after small steps.
 */
export function* groupByDirection(
	points: Points,
	groups: number,
	rounds: number,
	random: Random,
): Generator<void, Uint16Array> {
	const { count, dimensions: d } = points;
	const centers = yield* seeds(points, groups, random);
	const groupOf = new Uint16Array(count);
	for (let round = 0; round < rounds; round++) {
		let moved = 0;
		for (let i = 0; i < count; i++) {
			const group = nearest(centers, points, i);
			if (group !== groupOf[i]) moved++;
			groupOf[i] = group;
			if (i % slice === 0) yield;
		}
		centers.values.fill(0);
		for (let i = 0; i < count; i++) {
			for (let k = 0; k < d; k++) centers.values[groupOf[i]! * d + k]! += points.values[i * d + k]!;
		}
		for (let group = 0; group < groups; group++) toLengthOne(pointAt(centers, group));
		if (round > 0 && moved * 1000 < count) break;
	}
	return groupOf;
}

function* seeds(points: Points, groups: number, random: Random): Generator<void, Points> {
	const { count, dimensions: d } = points;
	const values = new Float32Array(groups * d);
	const distance = new Float64Array(count).fill(2);
	for (let group = 0; group < groups; group++) {
		let left = random() * distance.reduce((sum, one) => sum + one, 0);
		let chosen = 0;
		for (; chosen < count - 1; chosen++) if ((left -= distance[chosen]!) <= 0) break;
		values.set(pointAt(points, chosen), group * d);
		for (let i = 0; i < count; i++) {
			const apart = 1 - likeness(points, i, points, chosen);
			if (apart < distance[i]!) distance[i] = Math.max(0, apart) ** 2;
		}
		yield;
	}
	return { count: groups, dimensions: d, values };
}

function nearest(centers: Points, points: Points, index: number): number {
	let best = 0;
	let closest = Number.NEGATIVE_INFINITY;
	for (let group = 0; group < centers.count; group++) {
		const near = likeness(centers, group, points, index);
		if (near > closest) [closest, best] = [near, group];
	}
	return best;
}
