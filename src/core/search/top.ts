export interface Scored {
	readonly item: number;
	readonly score: number;
}

/** Items, each with its score at the same place. */
interface ScoredItems {
	readonly items: Uint32Array;
	readonly scores: Float32Array;
}

/** Keeps the best `limit` of what it is given: a heap whose root is the worst kept. */
export interface Top {
	add(item: number, score: number): void;
	/** The same for many, but those in `without`. */
	addAll(scored: ScoredItems, without?: { has(item: number): boolean }): void;
	/** Best first; of equals the lower item. */
	items(): Scored[];
	/** The score of the worst one; minus infinity while there is room. */
	least(): number;
}

export function top(limit: number): Top {
	const kept: Scored[] = [];
	const worse = (a: Scored, b: Scored) => a.score < b.score || (a.score === b.score && a.item > b.item);
	function sink(at: number): void {
		for (;;) {
			let least = at;
			for (const child of [2 * at + 1, 2 * at + 2]) {
				if (child < kept.length && worse(kept[child]!, kept[least]!)) least = child;
			}
			if (least === at) return;
			[kept[at], kept[least]] = [kept[least]!, kept[at]!];
			at = least;
		}
	}
	function rise(at: number): void {
		for (let parent = (at - 1) >> 1; at > 0 && worse(kept[at]!, kept[parent]!); parent = (at - 1) >> 1) {
			[kept[at], kept[parent]] = [kept[parent]!, kept[at]!];
			at = parent;
		}
	}
	function add(item: number, score: number): void {
		if (kept.length < limit) {
			kept.push({ item, score });
			rise(kept.length - 1);
		} else if (limit > 0 && (score > kept[0]!.score || (score === kept[0]!.score && item < kept[0]!.item))) {
			kept[0] = { item, score };
			sink(0);
		}
	}
	return {
		add,
		addAll({ items, scores }, without) {
			for (let i = 0; i < items.length; i++) {
				const full = kept.length >= limit;
				// Most of many are worse than what is there: nothing else need be known of them.
				if (full && (limit === 0 || scores[i]! < kept[0]!.score)) continue;
				if (!without?.has(items[i]!)) add(items[i]!, scores[i]!);
			}
		},
		least: () => (kept.length < limit ? Number.NEGATIVE_INFINITY : (kept[0]?.score ?? Number.POSITIVE_INFINITY)),
		items: () => [...kept].sort((a, b) => b.score - a.score || a.item - b.item),
	};
}
