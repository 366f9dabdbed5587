import type { Span } from '../model/span.ts';

/** What a full stop does not end, lower case and without the stop. */
const abbreviations = new Set(
	`al approx assoc bzgl bzw ca cf ch chap chaps col cols corp dept dr ed eds eg e.g ehem eq eqn eqns eqs esp etw ex fa fig
	figs gen gov hon i.e ie inc incl ltd max min mr mrs ms mt no nos nr op p par pp prof proc pt ref refs reg repr resp sc sec
	secs sect seq sr st supp suppl tab tabs th thm univ v viz vol vols vs w.r.t wrt z.b d.h u.a s.o vgl evtl ggf inkl dt phd
	approx avg dist est fn jr lem prop def cor app`.split(/\s+/),
);
/** Abbreviations that often end a sentence; the next word tells. */
const maybeEnd = new Set(['al', 'etc', 'inc', 'corp', 'ltd', 'usw', 'a.m', 'p.m', 'jr', 'sr', 'u.s']);
/** Words with which sentences begin, and names seldom. */
const starters = new Set(
	`a additionally after all also although an and another as at because but by despite each finally first for from further
	furthermore he hence here however i if in indeed instead it its later many more moreover most nevertheless next no note
	one other our over recently second she similarly since so some such that the their then there therefore these they third
	this those though thus to under unlike using we what when where whereas which while with you`.split(/\s+/),
);

/** How much of the next sentence is looked at. */
const NEXT = 80;

const mark = '[\\ue000-\\uf8ff]';
/** A stop with closing quotes, brackets and marks behind it, then a blank; or a full-width stop. */
const stops = new RegExp(
	`[.!?…]+["'”’»)\\]]{0,3}((?:${mark}|[,;]${mark}){0,99})(\\s+)|[。！？][”’」』）]{0,3}${mark}{0,99}\\s*`,
	'g',
);
const WORD_BEFORE = /[\p{L}\p{M}\p{N}.&-]+$/u;
const START = /^["'“‘«([¿¡]{0,3}([\p{Lu}\p{Lt}\p{Lo}\p{N}$\ue000-\uf8ff@])/u;
const NEXT_WORD = /^["'“‘«([]{0,3}([\p{L}\p{M}'-]+)/u;

/**
 * The sentences of a paragraph of plain text, as spans without the blanks between them. Abbreviations, initials, decimals
 * and ellipses don't end one. A mark (a citation taken out) right behind a full stop belongs to the sentence before it; so
 * does one behind a blank that no lower-case word follows.
 */
export function sentencesOf(text: string): readonly Span[] {
	const spans: Span[] = [];
	let start = 0;
	stops.lastIndex = 0;
	for (let match = stops.exec(text); match; match = stops.exec(text)) {
		const blank = match[2]?.length ?? 0;
		let end = stops.lastIndex - blank;
		const wide = match[2] === undefined;
		if (wide) end = match.index + match[0].trimEnd().length;
		const next = text.slice(stops.lastIndex, stops.lastIndex + NEXT);
		if (next === '' || wide || endsSentence(text, match, next)) {
			const loose = looseMarks(text, stops.lastIndex);
			// Before a new sentence they close this one; before a lower-case word they are its subject.
			if (!wide && loose > 0 && (loose >= text.length || START.test(text.slice(loose, loose + NEXT)))) {
				end = trimEnd(text, loose);
				stops.lastIndex = loose;
			}
			if (end > start) spans.push({ start, end });
			start = skipSpace(text, Math.max(end, stops.lastIndex));
		}
	}
	const end = trimEnd(text, text.length);
	if (end > start) spans.push({ start, end });
	return spans;
}

/** Offset behind marks that stand loose at `at`, or 0 without any. */
function looseMarks(text: string, at: number): number {
	const marks = /(?:[\ue000-\uf8ff][ \t\n,;]*){1,1000}/y;
	marks.lastIndex = at;
	return marks.exec(text) ? marks.lastIndex : 0;
}

function endsSentence(text: string, match: RegExpExecArray, next: string): boolean {
	if (!START.test(next)) return false;
	const stop = match[0];
	if (stop[0] !== '.') return true;
	// What is quoted to its end is no abbreviation.
	if (stop.startsWith('..') || /^\.["”’»]/.test(stop)) return true;
	const word = WORD_BEFORE.exec(text.slice(Math.max(0, match.index - 40), match.index))?.[0] ?? '';
	const lower = word.toLowerCase();
	const following = NEXT_WORD.exec(next)?.[1]?.toLowerCase() ?? '';
	if (maybeEnd.has(lower)) return starters.has(following);
	if (abbreviations.has(lower)) return false;
	// An initial, as in “J. Smith”; but “vitamin C. The” ends.
	if (/^(?:\p{Lu}|\p{Lu}\.-?\p{Lu}|\p{Lu}-\p{Lu})$/u.test(word)) return starters.has(following) && following.length > 1;
	return true;
}

function skipSpace(text: string, from: number): number {
	let at = from;
	while (at < text.length && /\s/.test(text[at]!)) at++;
	return at;
}

function trimEnd(text: string, from: number): number {
	let at = from;
	while (at > 0 && /\s/.test(text[at - 1]!)) at--;
	return at;
}
