import type { CitingSentence } from '../corpus/types.ts';
import type { Language, Semantics } from '../languages/types.ts';
import type { Citation, Context } from '../model/citation.ts';
import type { Span } from '../model/span.ts';
import { hasMark, markCount, markOf, marksIn, tidy, withoutMarks } from './marks.ts';
import { sentencesOf } from './sentences.ts';
import { firstBehind, MAX_NESTED, overlapping, paragraphAt, paragraphsOf } from './windows.ts';

/**
 * What surrounds an offset: its sentence, the ones beside it, the heading above. Only the paragraphs around it are read.
 * In a citation, the sentence is the citing one, and `lead` its part in front of that citation.
 */
export function contextAt(text: string, semantics: Semantics, language: Language, offset: number): Context {
	const at = Math.min(Math.max(offset, 0), text.length);
	const target = citationAt(semantics.citations, at);
	const window = paragraphAt(text, at);
	const place = target ? target.span : { start: at, end: at };
	const paragraphs = paragraphsOf(text, semantics, language, window, new Map([[place, 0]]));
	const index = paragraphs.findIndex(hasMark);
	const paragraph = paragraphs[index] ?? '';
	const sentences = sentencesOf(paragraph).map(({ start, end }) => paragraph.slice(start, end));
	const own = sentences.findIndex(hasMark);
	const sentence = sentences[own] ?? '';
	const before =
		sentences[own - 1] ?? lastSentence(paragraphs[index - 1]) ?? lastBefore(text, semantics, language, window);
	const after = sentences[own + 1];
	const section = semantics.sections.findLast(({ span }) => span.start <= at)?.title;
	return {
		text: tidy(withoutMarks(sentence)),
		lead: tidy(sentence.slice(0, sentence.indexOf(markOf(0)))),
		...(before && { before: tidy(withoutMarks(before)) }),
		...(after && { after: tidy(withoutMarks(after)) }),
		...(section && { section }),
		...(semantics.title && { title: semantics.title }),
		...(semantics.abstract && { abstract: semantics.abstract }),
	};
}

/** A sentence that cites, with what it cites. */
interface Citing {
	readonly sentence: CitingSentence;
	readonly cited: readonly Citation[];
}

// The same document is asked about at every place of it, and by every other document of its project.
const read = new WeakMap<Semantics, ReadonlyMap<number, readonly Citing[]>>();

/**
 * Every sentence that cites, with its keys, in order.
 *
 * @param except An offset whose citing sentence is left out: the one that is being written. The others say how far from
 * it they stand.
 */
export function citingSentences(
	text: string,
	semantics: Semantics,
	language: Language,
	except?: number,
): readonly CitingSentence[] {
	const found: CitingSentence[] = [];
	// So many of them stand in front of the one that is left out.
	let before: number | undefined;
	const left = except === undefined ? undefined : (citationAt(semantics.citations, except) ?? placeholder(except));
	const citations = semantics.citations.filter(
		(citation) => citation === left || (!citation.silent && citation.items.some(({ key }) => key)),
	);
	if (left && !citations.includes(left))
		citations.splice(
			firstBehind(citations, ({ span }) => span, except!),
			0,
			left,
		);
	const known = read.get(semantics);
	const whole = new Map<number, readonly Citing[]>();
	for (let next = 0; next < citations.length; ) {
		const start = next;
		const window = paragraphAt(text, citations[start]!.span.start);
		for (; next < citations.length && next - start < markCount; next++)
			if (citations[next]!.span.start >= window.end && next > start) break;
		const inside = citations.slice(start, next);
		const asked = left !== undefined && inside.includes(left);
		const lasting = !asked && inside.length < markCount;
		const citing = (lasting && known?.get(window.start)) || citingIn(text, semantics, language, window, inside);
		if (lasting) whole.set(window.start, citing);
		for (const { sentence, cited } of citing) {
			if (left && cited.includes(left)) before = found.length;
			else found.push(sentence);
		}
	}
	read.set(semantics, whole);
	if (before === undefined) return found;
	const place = before;
	return found.map((one, i) => ({ ...one, apart: i < place ? place - i : i + 1 - place }));
}

/** The sentences of a window that cite; at most {@link markCount} citations stand in it. */
function citingIn(
	text: string,
	semantics: Semantics,
	language: Language,
	window: Span,
	citations: readonly Citation[],
): readonly Citing[] {
	const places = new Map(citations.map(({ span }, index) => [span, index]));
	return paragraphsOf(text, semantics, language, window, places).flatMap((paragraph) =>
		sentencesOf(paragraph).flatMap(({ start, end }) => {
			const sentence = paragraph.slice(start, end);
			const cited = marksIn(sentence).map((index) => citations[index]!);
			if (cited.length === 0) return [];
			const keys = new Set(cited.flatMap(({ items }) => items.map(({ key }) => key).filter(Boolean)));
			return [{ sentence: { text: tidy(withoutMarks(sentence)), keys: [...keys] }, cited }];
		}),
	);
}

/** A citation of nothing, which marks a place. */
function placeholder(offset: number): Citation {
	const span = { start: offset, end: offset };
	return { form: 'command', command: '', span, list: span, items: [], closed: false, silent: true };
}

/** The innermost citation at an offset. */
function citationAt(citations: readonly Citation[], offset: number): Citation | undefined {
	const behind = firstBehind(citations, ({ span }) => span, offset);
	for (let index = behind - 1; index >= Math.max(0, behind - MAX_NESTED); index--) {
		const citation = citations[index]!;
		if (offset <= citation.span.end) return citation;
	}
	return undefined;
}

function lastSentence(paragraph: string | undefined): string | undefined {
	const span = paragraph ? sentencesOf(paragraph).at(-1) : undefined;
	return span && paragraph!.slice(span.start, span.end);
}

/** The last sentence in front of a paragraph, unless a heading stands between them. */
function lastBefore(text: string, semantics: Semantics, language: Language, window: Span): string | undefined {
	let at = window.start;
	while (at > 0 && /\s/.test(text[at - 1]!)) at--;
	if (at === 0) return undefined;
	const previous = paragraphAt(text, at - 1);
	const part = { start: previous.start, end: Math.min(previous.end, window.start) };
	if (overlapping(semantics.sections, ({ span }) => span, part).length > 0) return undefined;
	return lastSentence(paragraphsOf(text, semantics, language, part, new Map()).at(-1));
}
