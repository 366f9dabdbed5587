import type { Neighbors } from './neighbors.ts';

/** Points that belong together, each pair once, and how strongly: from 0 to 1. */
export interface Graph {
	/** How many points. */
	readonly count: number;
	readonly from: readonly number[];
	readonly to: readonly number[];
	readonly weights: readonly number[];
}

/** What holds less is no tie. */
const weakest = 0.005;
const slice = 200;

/** How strongly neighbours belong together (McInnes, Healy & Melville 2018, arXiv:1802.03426, section 3.1): each point sees them by its own scale, then both agree. */
export function* graphOf({ each, of, distance }: Neighbors): Generator<void, Graph> {
	const count = of.length / each;
	const directed = new Map<number, number>();
	for (let i = 0; i < count; i++) {
		const own = [...of.subarray(i * each, (i + 1) * each)].filter((other) => other >= 0);
		const apart = own.map((_, at) => distance[i * each + at]!);
		const memberships = membershipsOf(apart);
		for (const [at, other] of own.entries()) directed.set(i * count + other, memberships[at]!);
		if (i % slice === 0) yield;
	}
	const from: number[] = [];
	const to: number[] = [];
	const weights: number[] = [];
	let steps = 0;
	for (const [name, one] of directed) {
		if (++steps % (slice * each) === 0) yield;
		const [i, j] = [Math.floor(name / count), name % count];
		const other = directed.get(j * count + i);
		if (other !== undefined && j < i) continue;
		const weight = one + (other ?? 0) - one * (other ?? 0);
		if (weight < weakest) continue;
		from.push(i);
		to.push(j);
		weights.push(weight);
	}
	return { count, from, to, weights };
}

/** exp(-(d - nearest) / scale), with the scale for which they sum up to log2 of their number. */
function membershipsOf(apart: readonly number[]): readonly number[] {
	const nearest = apart[0] ?? 0;
	const wanted = Math.log2(apart.length + 1);
	let [low, high] = [0, 4];
	const at = (scale: number) => apart.map((one) => Math.exp(-(one - nearest) / scale));
	for (let i = 0; i < 40; i++) {
		const scale = (low + high) / 2;
		if (at(scale).reduce((sum, one) => sum + one, 0) > wanted) high = scale;
		else low = scale;
	}
	return at(Math.max(1e-4, (low + high) / 2));
}
