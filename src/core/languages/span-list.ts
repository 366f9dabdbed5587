import type { Span } from '../model/span.ts';

/** Spans as a scan finds them, held as numbers until all are known: many of them lie in others that end later. */
export interface SpanList {
	/** Adds a span, which may lie in the last one or take in some before it, but not lie in front of the last. */
	add(start: number, end: number): void;
	/** All of them in order, those that overlap or touch made one. */
	toArray(): readonly Span[];
}

export function createSpanList(): SpanList {
	/** Start and end of each by turns. */
	const edges: number[] = [];
	return {
		add(start, end) {
			if (end <= start) return;
			let from = start;
			let to = end;
			while (edges.length > 0 && edges[edges.length - 1]! >= from) {
				to = Math.max(to, edges.pop()!);
				from = Math.min(from, edges.pop()!);
			}
			edges.push(from, to);
		},
		toArray: () =>
			Array.from({ length: edges.length / 2 }, (_, i) => ({ start: edges[2 * i]!, end: edges[2 * i + 1]! })),
	};
}
