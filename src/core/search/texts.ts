import type { Paper } from '../model/paper.ts';
import { rawWords, variants } from '../text/tokens.ts';
import type { SectionBuilder } from './section.ts';
import { stem } from './stem.ts';
import { isStopWord } from './stop-words.ts';

/** Marks of the texts section: how often a term stands in the title (high bits) and in the abstract, up to 15 each. */
export function titleCount(mark: number): number {
	return mark >> 4;
}
export function abstractCount(mark: number): number {
	return mark & 15;
}
export function addCounts(a: number, b: number): number {
	return (Math.min(15, titleCount(a) + titleCount(b)) << 4) | Math.min(15, abstractCount(a) + abstractCount(b));
}
const inTitle = 1 << 4;
const inAbstract = 1;

/** How many terms that count a paper's title and abstract have. */
export interface TextLengths {
	readonly title: number;
	readonly abstract: number;
}

/** The terms of a text for the context search: stemmed, without words that say nothing. */
export function textTerms(text: string): string[] {
	return rawWords(text).flatMap(termsOfWord);
}

function termsOfWord(raw: string): string[] {
	return variants(raw)
		.filter((word) => !isStopWord(word))
		.map(stem);
}

/** Adds the titles, keywords and abstracts of papers to a section; gives the lengths of each. */
export function textIndexer(section: SectionBuilder): (paper: Paper, doc: number) => TextLengths {
	// Raw words come again and again: what each one stands for is worked out once.
	const known = new Map<string, readonly number[]>();
	const add = (text: string, doc: number, mark: number) => {
		let length = 0;
		for (const raw of rawWords(text)) {
			let terms = known.get(raw);
			if (!terms) known.set(raw, (terms = termsOfWord(raw).map(section.idOf)));
			for (const term of terms) section.add(term, doc, mark);
			length += terms.length;
		}
		return length;
	};
	return (paper, doc) => ({
		title: add(paper.title, doc, inTitle),
		abstract: add(paper.abstract ?? '', doc, inAbstract) + add(paper.keyword ?? '', doc, inAbstract),
	});
}
