import type { State } from './state.ts';
import type { Look } from './theme.ts';

/** How far and where the map is moved: a point `p` is drawn at `p * side * k + (x, y)`. */
export interface Shift {
	readonly k: number;
	readonly x: number;
	readonly y: number;
}

/** What is drawn, and how. */
export interface Scene {
	readonly state: State;
	/** For each topic of the map, which of the colours it has. */
	readonly hues: readonly number[];
	/** What the map fills at a scale of one, in CSS pixels. */
	readonly size: { readonly width: number; readonly height: number };
	/** Device pixels in a CSS pixel. */
	readonly ratio: number;
	readonly shift: Shift;
	readonly look: Look;
	readonly selected: number | undefined;
}

/** Room around the map, for dots and labels at its edge. */
const margin = 14;

/** Where a point of the map is drawn. */
export function positionOf(
	{ x, y }: { readonly x: number; readonly y: number },
	{ size: { width, height }, shift }: Pick<Scene, 'size' | 'shift'>,
): readonly [number, number] {
	return [
		(margin + x * (width - 2 * margin)) * shift.k + shift.x,
		(margin + y * (height - 2 * margin)) * shift.k + shift.y,
	];
}

export function isVisible([x, y]: readonly [number, number], { width, height }: Scene['size']): boolean {
	return x > -8 && y > -8 && x < width + 8 && y < height + 8;
}

/** Radius of a paper that is not cited. */
export function radiusFor(papers: number, k: number): number {
	const few = papers < 400 ? 3 : papers < 3000 ? 2.2 : 1.6;
	return few * Math.min(2.2, k ** 0.4);
}

/** Radius of a paper that is cited: always larger than of others, and smaller where many are. */
export function litRadius({ state, shift }: Scene, times: number): number {
	const least = state.citedAt.size < 150 ? 4.5 : 3.5;
	return Math.max(least, 1.6 * radiusFor(state.map?.papers.length ?? 0, shift.k)) + Math.min(3, Math.log2(times));
}

/** For each topic, one of so many colours: of those that its neighbours have, the one whose owner is farthest away. */
export function huesOf(topics: readonly { readonly x: number; readonly y: number }[], colors: number): number[] {
	const hues: number[] = [];
	for (const [topic, { x, y }] of topics.entries()) {
		const nearest = new Array<number>(colors).fill(Number.POSITIVE_INFINITY);
		for (let other = 0; other < topic; other++) {
			const apart = Math.hypot(topics[other]!.x - x, topics[other]!.y - y);
			nearest[hues[other]!] = Math.min(nearest[hues[other]!]!, apart);
		}
		hues.push(nearest.indexOf(Math.max(...nearest)));
	}
	return hues;
}
