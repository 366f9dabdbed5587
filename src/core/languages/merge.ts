import type { Span } from '../model/span.ts';

/** Spans in order, those that overlap or touch made one. */
export function mergeSpans(spans: readonly Span[]): readonly Span[] {
	const merged: Span[] = [];
	for (const span of [...spans].sort((a, b) => a.start - b.start)) {
		const last = merged.at(-1);
		if (!last || span.start > last.end) {
			if (span.end > span.start) merged.push(span);
		} else if (span.end > last.end) merged[merged.length - 1] = { start: last.start, end: span.end };
	}
	return merged;
}
