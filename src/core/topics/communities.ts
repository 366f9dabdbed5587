import type { Graph } from './graph.ts';

/** Points with their ties, those of point `i` at `starts[i]` up to `starts[i + 1]`. */
interface Ties {
	readonly starts: Uint32Array;
	readonly to: Uint32Array;
	readonly weights: Float64Array;
	/** Of each point: twice what holds it together inside, which grows as points are joined. */
	readonly inside: Float64Array;
}

/** Greater parts into more and smaller groups (Reichardt & Bornholdt 2006, doi:10.1103/PhysRevE.74.016110). */
const resolution = 1.2;
const slice = 500;

/**
 * Parts points into groups that are tied more closely inside than chance would have it: Louvain's method (Blondel et al.
 * 2008, doi:10.1088/1742-5468/2008/10/P10008), points in their order. Gives the group of each, the largest group first.
 * Yields after small steps.
 */
export function* communitiesOf(graph: Graph): Generator<void, Uint32Array> {
	let ties = tiesOf(graph);
	const groupOf = Uint32Array.from({ length: graph.count }, (_, i) => i);
	for (;;) {
		const moved = yield* move(ties);
		const groups = numbered(moved);
		for (let i = 0; i < groupOf.length; i++) groupOf[i] = groups.of[groupOf[i]!]!;
		if (groups.count === moved.length) return bySize(groupOf, groups.count);
		ties = joined(ties, groups.of, groups.count);
		yield;
	}
}

function tiesOf({ count, from, to, weights }: Graph): Ties {
	const both = from.length * 2;
	const ends = (edge: number) => (edge < from.length ? from[edge]! : to[edge - from.length]!);
	const others = (edge: number) => (edge < from.length ? to[edge]! : from[edge - from.length]!);
	const starts = new Uint32Array(count + 1);
	for (let edge = 0; edge < both; edge++) starts[ends(edge) + 1]!++;
	for (let i = 0; i < count; i++) starts[i + 1]! += starts[i]!;
	const next = starts.slice();
	const tied = { starts, to: new Uint32Array(both), weights: new Float64Array(both), inside: new Float64Array(count) };
	for (let edge = 0; edge < both; edge++) {
		const at = next[ends(edge)]!++;
		tied.to[at] = others(edge);
		tied.weights[at] = weights[edge % from.length]!;
	}
	return tied;
}

/** Moves each point to the neighbour's group that gains most, until none gains. */
function* move({ starts, to, weights, inside }: Ties): Generator<void, Uint32Array> {
	const count = inside.length;
	const degree = inside.slice();
	for (let i = 0; i < count; i++) for (let at = starts[i]!; at < starts[i + 1]!; at++) degree[i]! += weights[at]!;
	const whole = degree.reduce((sum, one) => sum + one, 0) || 1;
	const groupOf = Uint32Array.from({ length: count }, (_, i) => i);
	const total = degree.slice();
	const links = new Float64Array(count);
	for (let improved = true; improved; ) {
		improved = false;
		for (let i = 0; i < count; i++) {
			if (i % slice === 0) yield;
			const own = groupOf[i]!;
			const near: number[] = [own];
			for (let at = starts[i]!; at < starts[i + 1]!; at++) {
				const group = groupOf[to[at]!]!;
				if (links[group] === 0 && group !== own) near.push(group);
				links[group]! += weights[at]!;
			}
			total[own]! -= degree[i]!;
			let best = own;
			// What is as good by rounding alone is no gain, or points would move for ever.
			let gain = links[own]! - (resolution * total[own]! * degree[i]!) / whole + 1e-9;
			for (const group of near) {
				const other = links[group]! - (resolution * total[group]! * degree[i]!) / whole;
				if (other > gain) [gain, best] = [other, group];
			}
			for (const group of near) links[group] = 0;
			total[best]! += degree[i]!;
			if (best === own) continue;
			groupOf[i] = best;
			improved = true;
		}
	}
	return groupOf;
}

/** Names as numbers without gaps, in the order in which they come. */
function numbered(names: Uint32Array): { readonly of: Uint32Array; readonly count: number } {
	const numbers = new Map<number, number>();
	const of = names.map((name) => {
		if (!numbers.has(name)) numbers.set(name, numbers.size);
		return numbers.get(name)!;
	});
	return { of, count: numbers.size };
}

/** Groups as points. */
function joined({ starts, to, weights, inside }: Ties, groupOf: Uint32Array, count: number): Ties {
	const sums: Map<number, number>[] = Array.from({ length: count }, () => new Map());
	const within = new Float64Array(count);
	for (let i = 0; i < groupOf.length; i++) {
		const own = groupOf[i]!;
		within[own]! += inside[i]!;
		for (let at = starts[i]!; at < starts[i + 1]!; at++) {
			const other = groupOf[to[at]!]!;
			if (other === own) within[own]! += weights[at]!;
			else sums[own]!.set(other, (sums[own]!.get(other) ?? 0) + weights[at]!);
		}
	}
	const offsets = new Uint32Array(count + 1);
	for (const [i, own] of sums.entries()) offsets[i + 1] = offsets[i]! + own.size;
	return {
		starts: offsets,
		to: Uint32Array.from(sums.flatMap((own) => [...own.keys()])),
		weights: Float64Array.from(sums.flatMap((own) => [...own.values()])),
		inside: within,
	};
}

function bySize(groupOf: Uint32Array, count: number): Uint32Array {
	const sizes = new Uint32Array(count);
	for (const group of groupOf) sizes[group]!++;
	const order = [...sizes.keys()].sort((a, b) => sizes[b]! - sizes[a]! || a - b);
	const rank = new Uint32Array(count);
	for (const [at, group] of order.entries()) rank[group] = at;
	return groupOf.map((group) => rank[group]!);
}
