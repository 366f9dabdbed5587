import type { Graph } from './graph.ts';
import type { Random } from './random.ts';

// UMAP (McInnes, Healy & Melville 2018, arXiv:1802.03426): neighbours attract each other, points drawn at random repel.

// How near two points belong is 1 / (1 + d²), the curve of section 3.2 with a = b = 1, which is Student's t as in t-SNE.

/** For each pull, so many points repel each of the two. */
const repelling = 3;
const strongest = 4;
/** Side of the square in which points start. */
const start = 20;
const rounds = (count: number) => (count < 3000 ? 400 : 200);
const slice = 2000;

/**
 * Places points in the plane so that neighbours lie together. Yields after small steps.
 *
 * @param initial x and y of each point, in any unit.
 * @returns x and y of each point.
 */
export function* layOut(graph: Graph, initial: Float32Array, random: Random): Generator<void, Float64Array> {
	const { count, from, to, weights } = graph;
	const widest = initial.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
	// A little chance keeps apart what starts in one place.
	const at = Float64Array.from(initial, (value) => ((value / widest) * start) / 2 + (random() - 0.5) / 100);
	const total = rounds(count);
	const strength = weights.reduce((most, one) => Math.max(most, one), 0);
	const due = Float64Array.from(weights, (weight) => strength / weight);
	let steps = 0;
	for (let round = 0; round < total; round++) {
		const rate = 1 - round / total;
		for (let edge = 0; edge < from.length; edge++) {
			if (due[edge]! > round + 1) continue;
			due[edge]! += strength / weights[edge]!;
			const [i, j] = [from[edge]!, to[edge]!];
			attract(at, i, j, rate);
			for (let k = 0; k < repelling; k++) {
				repel(at, i, Math.floor(random() * count), rate);
				repel(at, j, Math.floor(random() * count), rate);
			}
			if (++steps % slice === 0) yield;
		}
	}
	return at;
}

function limited(value: number): number {
	return Math.max(-strongest, Math.min(strongest, value));
}

function attract(at: Float64Array, i: number, j: number, rate: number): void {
	const x = at[2 * i]! - at[2 * j]!;
	const y = at[2 * i + 1]! - at[2 * j + 1]!;
	const square = x * x + y * y;
	const pull = -2 / (1 + square);
	const [dx, dy] = [limited(pull * x) * rate, limited(pull * y) * rate];
	at[2 * i]! += dx;
	at[2 * i + 1]! += dy;
	at[2 * j]! -= dx;
	at[2 * j + 1]! -= dy;
}

function repel(at: Float64Array, i: number, j: number, rate: number): void {
	if (i === j) return;
	const x = at[2 * i]! - at[2 * j]!;
	const y = at[2 * i + 1]! - at[2 * j + 1]!;
	const square = x * x + y * y;
	const push = 2 / ((0.001 + square) * (1 + square));
	at[2 * i]! += limited(push * x) * rate;
	at[2 * i + 1]! += limited(push * y) * rate;
}
