import type { Language, Semantics } from '../languages/types.ts';
import type { Citation } from '../model/citation.ts';
import type { Span } from '../model/span.ts';
import { markCount, markOf, marksIn, tidy, withoutMarks } from './marks.ts';
import { sentencesOf } from './sentences.ts';
import { firstBehind, overlapping, paragraphsOf } from './windows.ts';

/** A sentence of a document with the citations that stand in it. */
export interface Statement {
	/** Plain text, with a mark (`text/marks.ts`) for each citation: mark 0 for the first one, and so on. */
	readonly text: string;
	readonly citations: readonly Citation[];
	/** Where marks stand side by side in the text, in order. */
	readonly runs: readonly MarkRun[];
	/** The part of the document between empty lines in which it stands. */
	readonly window: Span;
	/** Which of the document's sections it is in; -1 in front of the first. */
	readonly section: number;
}

/** Marks with nothing but punctuation between them. */
export interface MarkRun extends Span {
	/** How many marks. */
	readonly count: number;
}

/** A sentence of a window; citations by their number among those of the window. */
interface Sentence {
	readonly text: string;
	/** The same without marks. */
	readonly words: string;
	readonly runs: readonly MarkRun[];
	readonly cited: readonly number[];
}

/** What was read of a part between empty lines. */
interface Window {
	/** All that the sentences follow from. */
	readonly name: string;
	readonly sentences: readonly Sentence[];
}

/** A paragraph without empty lines is cut at the end of a line after so many UTF-16 units. */
const LONGEST = 20_000;

/** All sentences of a document. */
export type StatementReader = (text: string, semantics: Semantics, language: Language) => readonly Statement[];

/**
 * Reads one document again and again as it changes: a window whose text is the same as the time before is not read
 * anew. Citations that stand in no sentence (`\nocite`, definitions) and headings are left out.
 */
export function createStatementReader(): StatementReader {
	let known = new Map<string, Window>();
	return (text, semantics, language) => {
		const used = new Map<string, Window>();
		const citations = semantics.citations.filter(({ silent, inDefinition }) => !silent && !inDefinition);
		const titles = new Set(semantics.sections.map(({ title }) => title));
		const found: Statement[] = [];
		for (const window of windowsOf(text)) {
			const around = overlapping(semantics.opaque, (span) => span, window).filter(
				({ start, end }) => start < window.start || end > window.end,
			);
			if (around.some(({ start, end }) => start <= window.start && end >= window.end)) continue;
			const from = firstBehind(citations, ({ span }) => span, window.start - 1);
			const inside = citations.slice(
				from,
				firstBehind(citations, ({ span }) => span, window.end - 1),
			);
			// What begins or ends outside hides a part of the window that its own text does not tell.
			const hidden = around.map(
				({ start, end }) =>
					`${Math.max(start, window.start) - window.start} ${Math.min(end, window.end) - window.start}`,
			);
			const name = [language.id, inside.length, ...hidden, text.slice(window.start, window.end)].join(' ');
			const own = known.get(name) ?? {
				name,
				sentences: sentencesIn(text, semantics, language, window, inside.slice(0, markCount)),
			};
			// Under the old name: of thousands of new ones, as long as the document, none is kept.
			used.set(own.name, own);
			const { sentences } = own;
			if (sentences.length === 0) continue;
			const section = firstBehind(semantics.sections, ({ span }) => span, window.end - 1) - 1;
			for (const { text: plain, words, runs, cited } of sentences) {
				if (titles.has(words)) continue;
				found.push({ text: plain, citations: cited.map((index) => inside[index]!), runs, window, section });
			}
		}
		known = used;
		return found;
	};
}

function sentencesIn(
	text: string,
	semantics: Semantics,
	language: Language,
	window: Span,
	inside: readonly Citation[],
): readonly Sentence[] {
	const places = new Map(inside.map(({ span }, index) => [span, index]));
	return paragraphsOf(text, semantics, language, window, places).flatMap((paragraph) =>
		sentencesOf(paragraph).map(({ start, end }) => {
			const sentence = paragraph.slice(start, end);
			const cited = marksIn(sentence);
			let next = 0;
			const words = tidy(withoutMarks(sentence));
			const numbered = sentence.replace(/[\ue000-\uf8ff]/g, () => markOf(next++));
			return { text: numbered, words, runs: runsOf(numbered), cited };
		}),
	);
}

const run = /[\ue000-\uf8ff](?:[\s,;]*[\ue000-\uf8ff])*/g;

function runsOf(text: string): readonly MarkRun[] {
	return Array.from(text.matchAll(run), ({ 0: marks, index }) => {
		return { start: index, end: index + marks.length, count: marksIn(marks).length };
	});
}

/** The parts of a text between empty lines. */
function* windowsOf(text: string): Generator<Span> {
	const empty = /\n[ \t\r]*\n\s*/g;
	let start = 0;
	while (start < text.length) {
		const match = empty.exec(text);
		const end = match?.index ?? text.length;
		while (end - start > LONGEST) {
			const line = text.indexOf('\n', start + LONGEST);
			if (line < 0 || line >= end) break;
			yield { start, end: line };
			start = line + 1;
		}
		if (end > start) yield { start, end };
		if (!match) return;
		start = empty.lastIndex;
	}
}
