import type { Span } from '../model/span.ts';
import { hasMark } from './marks.ts';

/**
 * Takes spans out of a text.
 *
 * @param cut In order of their starts; one in which a mark stands is kept.
 * @param instead What stands in the place of a part.
 */
export function cutOut(text: string, cut: readonly Span[], instead: (part: string) => string): string {
	const pieces: string[] = [];
	let at = 0;
	for (const { start, end } of cut) {
		const part = text.slice(start, end);
		if (start < at || hasMark(part)) continue;
		pieces.push(text.slice(at, start), instead(part));
		at = end;
	}
	pieces.push(text.slice(at));
	return pieces.join('');
}

/** Paragraphs on one line each, parted by `\n\n`; the empty ones are left out. */
export function asParagraphs(text: string): string {
	return text
		.split(/\n[ \t\r]*\n/)
		.map((part) => part.replace(/\s+/g, ' ').trim())
		.filter(Boolean)
		.join('\n\n');
}
