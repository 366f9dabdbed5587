import { type Quadtree, quadtree } from 'd3-quadtree';
import type { ShownMap } from '../messages.ts';

/** Finds papers by where they are, in coordinates of the map. */
export interface Nearby {
	/** The paper nearest to a point; one that is lit wins over one that is not. Undefined where none is within `radius`. */
	at(x: number, y: number, radius: number): number | undefined;
	/** The next paper in a direction: near, and not far off to the side. */
	towards(place: number, dx: number, dy: number): number | undefined;
}

/** Papers of a map by where they are. */
export type PaperTree = Quadtree<number>;

export function treeOf({ papers }: ShownMap, places: Iterable<number> = papers.keys()): PaperTree {
	return quadtree(
		[...places],
		(place) => papers[place]!.x,
		(place) => papers[place]!.y,
	);
}

export function createNearby({ papers }: ShownMap, all: PaperTree, lit: PaperTree): Nearby {
	return {
		at: (x, y, radius) => lit.find(x, y, radius) ?? all.find(x, y, radius),
		towards(place, dx, dy) {
			const from = papers[place]!;
			let best: number | undefined;
			let least = Number.POSITIVE_INFINITY;
			for (const [other, { x, y }] of papers.entries()) {
				const along = (x - from.x) * dx + (y - from.y) * dy;
				if (other === place || along <= 0) continue;
				const aside = Math.abs((x - from.x) * dy - (y - from.y) * dx);
				const far = along + 2 * aside;
				if (aside <= along && far < least) [least, best] = [far, other];
			}
			return best;
		},
	};
}
