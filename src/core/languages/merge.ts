import type { Span } from '../model/span.ts';

/** Spans in order, those that overlap or touch made one. */
export function mergeSpans(spans: readonly Span[]): readonly Span[] {
	const merged: { start: number; end: number }[] = [];
	for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
		const last = merged.at(-1);
		if (last && start <= last.end) last.end = Math.max(last.end, end);
		else if (end > start) merged.push({ start, end });
	}
	return merged;
}
