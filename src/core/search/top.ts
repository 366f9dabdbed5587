/** Keeps the best `limit` of what it is given: a heap whose root is the worst kept. */
export interface Top {
	/** A score at or below this cannot enter any more. */
	readonly floor: number;
	add(item: number, score: number): void;
	/** Best first; of equals the lower item. */
	items(): { readonly item: number; readonly score: number }[];
}

export function top(limit: number): Top {
	const kept: { item: number; score: number }[] = [];
	const worse = (a: { item: number; score: number }, b: { item: number; score: number }) =>
		a.score < b.score || (a.score === b.score && a.item > b.item);
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
	return {
		get floor() {
			return kept.length < limit ? Number.NEGATIVE_INFINITY : kept[0]!.score;
		},
		add(item, score) {
			const entry = { item, score };
			if (limit <= 0) return;
			if (kept.length < limit) {
				kept.push(entry);
				for (let at = kept.length - 1; at > 0 && worse(kept[at]!, kept[(at - 1) >> 1]!); at = (at - 1) >> 1) {
					[kept[at], kept[(at - 1) >> 1]] = [kept[(at - 1) >> 1]!, kept[at]!];
				}
			} else if (worse(kept[0]!, entry)) {
				kept[0] = entry;
				sink(0);
			}
		},
		items: () => [...kept].sort((a, b) => b.score - a.score || a.item - b.item),
	};
}
