import type { Citation } from '../model/citation.ts';
import type { Span } from '../model/span.ts';

/** One key of a citation with what belongs to it: in brackets its mark and its pages. */
export interface CiteBody {
	readonly key: string;
	/** Without the blanks around it. */
	readonly span: Span;
	readonly text: string;
	/** Words in front of the key: “see”. */
	readonly before: string;
	/** What stands behind the key: “, p. 3”. */
	readonly after: string;
}

/** A citation taken apart. */
export interface CiteParts {
	/** What stands in front of the first key. */
	readonly opening: string;
	readonly bodies: readonly CiteBody[];
	/** What stands behind the last one. */
	readonly closing: string;
	/** There are no words, pages or comments that would have to stay where they are: only keys may move. */
	readonly isPlain: boolean;
}

/** Commands with nothing but lists of keys, as they are left when the keys are taken out. */
const bareCommand = /^\\[a-z@]+\**(?:\[\s*\]|[\s{},])*$/i;
const bareRole = /^\{[a-z:]+\}`[\s,;]*`$/i;
const bareLink = /^(?:\[\[)?[a-z]+:[\s,;]*(?:\]\])?$/i;
const bareBrackets = /^\[(?:cite[^:;]*:)?[\s;]*\]$/;

/** Takes a citation apart; undefined for one with an empty slot, which is somebody's to fill first. */
export function partsOf(text: string, { form, span, items, closed }: Citation): CiteParts | undefined {
	const [first, last] = [items[0], items.at(-1)];
	if (!closed || !first || !last || items.some(({ key }) => key === '')) return undefined;
	const bodies = items.map(({ key, span: own, slot }) => bodyOf(text, key, own, form === 'narrative' ? own : slot));
	let rest = '';
	let from = span.start;
	for (const body of bodies) {
		rest += text.slice(from, body.span.start);
		from = body.span.end;
	}
	rest += text.slice(from, span.end);
	const isBare = [bareCommand, bareRole, bareLink, bareBrackets].some((bare) => bare.test(rest));
	const hasOnlyKeys = bodies.every(({ before, after }) => /^(?:-?@\{?|&)?$/.test(before) && /^\}?$/.test(after));
	const keepTheirNotes = form === 'bracketed' && bodies.every(({ before }) => /^-?@\{?$/.test(before));
	return {
		opening: text.slice(span.start, bodies[0]!.span.start),
		bodies,
		closing: text.slice(bodies.at(-1)!.span.end, span.end),
		isPlain: isBare && (hasOnlyKeys || keepTheirNotes),
	};
}

function bodyOf(text: string, key: string, own: Span, slot: Span): CiteBody {
	const whole = text.slice(slot.start, slot.end);
	const start = slot.start + whole.length - whole.trimStart().length;
	const end = Math.max(start, slot.start + whole.trimEnd().length);
	return {
		key,
		span: { start, end },
		text: text.slice(start, end),
		before: text.slice(start, own.start),
		after: text.slice(own.end, end),
	};
}
