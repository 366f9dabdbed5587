import type { Language, Semantics } from '../languages/types.ts';
import type { Span } from '../model/span.ts';
import { markOf, withoutMarks } from './marks.ts';

// Windows are parts of a document between empty lines, in which citations become marks before the rest becomes plain text.

/** How far a paragraph is followed on either side, in UTF-16 units: a text without empty lines is still read in parts. */
const REACH = 6000;

/** Plain paragraphs of a part of the text, the given places replaced by marks. */
export function paragraphsOf(
	text: string,
	{ citations, opaque }: Semantics,
	language: Language,
	window: Span,
	places: ReadonlyMap<Span, number>,
): readonly string[] {
	const marked = [...places].sort(([a], [b]) => a.start - b.start);
	// What lies wholly inside, the language sees by itself.
	const hidden = overlapping(opaque, (span) => span, window).filter(
		(span) =>
			(span.start < window.start || span.end > window.end) &&
			!marked.some(([place]) => span.start < place.end && place.start < span.end),
	);
	const others = overlapping(citations, ({ span }) => span, window)
		.map(({ span }) => span)
		.filter((span) => !places.has(span));
	const cuts = [
		...marked.map(([span, index]) => ({ span, mark: markOf(index) })),
		...[...hidden, ...others].map((span) => ({ span, mark: '' })),
	].sort((a, b) => a.span.start - b.span.start || b.mark.length - a.mark.length);
	const pieces: string[] = [];
	let at = window.start;
	for (const { span, mark } of cuts) {
		if (span.start < at) {
			// A citation inside another's note: its mark must not get lost.
			pieces.push(mark);
		} else pieces.push(withoutMarks(text.slice(at, span.start)), mark);
		at = Math.max(at, Math.min(span.end, window.end));
	}
	pieces.push(withoutMarks(text.slice(at, window.end)));
	return language.plain(pieces.join('')).split('\n\n');
}

/** Index of the first of some things in order that starts behind an offset. */
export function firstBehind<T>(things: readonly T[], spanOf: (thing: T) => Span, offset: number): number {
	let low = 0;
	let high = things.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (spanOf(things[middle]!).start <= offset) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** A citation in a note starts after the one that it stands in: so many steps back find the outer one. */
export const MAX_NESTED = 4;

/** Of things in order, those that share text with a window. */
export function overlapping<T>(things: readonly T[], spanOf: (thing: T) => Span, window: Span): readonly T[] {
	const from = Math.max(0, firstBehind(things, spanOf, window.start) - MAX_NESTED);
	return things
		.slice(from, firstBehind(things, spanOf, window.end - 1))
		.filter((thing) => spanOf(thing).end > window.start);
}

/** The lines around an offset up to the next empty ones. */
export function paragraphAt(text: string, offset: number): Span {
	const least = Math.max(0, offset - REACH);
	const above = text.slice(least, offset);
	const below = text.slice(offset, offset + REACH);
	const empty = /\n[ \t\r]*(?=\n)/g;
	let start = least;
	for (let match = empty.exec(above); match; match = empty.exec(above)) start = least + match.index + match[0].length;
	const end = below.search(/\n[ \t\r]*\n/);
	return { start, end: end < 0 ? offset + below.length : offset + end + 1 };
}
