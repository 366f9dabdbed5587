import { groupByDirection } from './clusters.ts';
import { likeness, type Points } from './projection.ts';
import type { Random } from './random.ts';

/** The points most like each point: of point `i` those at `i * each` up to `(i + 1) * each`, nearest first; -1 is none. */
export interface Neighbors {
	readonly each: number;
	readonly of: Int32Array;
	/** One less their cosine. */
	readonly distance: Float32Array;
}

/** So many neighbours keep what belongs together on the map, and let topics be apart; fewer where there are few points. */
const neighborsFor = (count: number) => Math.max(4, Math.min(12, Math.round(Math.sqrt(count) / 1.5)));
/** What is as far apart as this has nothing in common. */
const unlike = 0.95;
/** Neighbours are looked for among so many groups: those around the point. */
const probed = 5;
/** Groups need not be good ones. */
const rounds = 6;
/** Of so few points, all are compared. */
const few = 1500;
const slice = 20;

/**
 * The neighbours of each point, of many points nearly always the nearest ones: they are looked for in the groups around
 * (inverted lists, as of Jégou, Douze & Schmid 2011, doi:10.1109/TPAMI.2010.57). Yields after small steps.
 */
export function* neighborsOf(points: Points, random: Random): Generator<void, Neighbors> {
	const { count } = points;
	const each = neighborsFor(count);
	const groups = count <= few ? 1 : Math.round(Math.sqrt(count) / 2);
	const groupOf = groups === 1 ? new Uint16Array(count) : yield* groupByDirection(points, groups, rounds, random);
	const members: number[][] = Array.from({ length: groups }, () => []);
	for (let i = 0; i < count; i++) members[groupOf[i]!]!.push(i);
	const near = nearGroups(points, members);
	const found: Neighbors = {
		each,
		of: new Int32Array(count * each).fill(-1),
		distance: new Float32Array(count * each).fill(unlike),
	};
	for (let i = 0; i < count; i++) {
		const last = (i + 1) * each - 1;
		for (const group of near[groupOf[i]!]!) {
			for (const other of members[group]!) {
				const apart = 1 - likeness(points, i, points, other);
				if (apart < found.distance[last]! && other !== i) insert(found, i, other, apart);
			}
		}
		if (i % slice === 0) yield;
	}
	return found;
}

/** For each group, those whose middles are nearest, itself first. */
function nearGroups({ dimensions: d, values }: Points, members: readonly (readonly number[])[]): number[][] {
	const centers = members.map((group) => {
		const center = new Float64Array(d);
		for (const i of group) for (let k = 0; k < d; k++) center[k]! += values[i * d + k]!;
		const length = Math.hypot(...center) || 1;
		return center.map((value) => value / length);
	});
	return centers.map((center) => {
		const close = centers.map((other, group) => ({
			group,
			near: other.reduce((sum, v, k) => sum + v * center[k]!, 0),
		}));
		return close
			.sort((a, b) => b.near - a.near || a.group - b.group)
			.slice(0, probed)
			.map(({ group }) => group);
	});
}

function insert({ each, of, distance }: Neighbors, i: number, other: number, apart: number): void {
	const first = i * each;
	let at = first + each - 1;
	for (; at > first && distance[at - 1]! > apart; at--) {
		distance[at] = distance[at - 1]!;
		of[at] = of[at - 1]!;
	}
	distance[at] = apart;
	of[at] = other;
}
