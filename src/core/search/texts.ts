import type { Paper } from '../model/paper.ts';
import { rawWords, variants } from '../text/tokens.ts';
import type { SectionBuilder } from './section.ts';
import { stem } from './stem.ts';
import { isStopWord } from './stop-words.ts';
import { wordIndexer } from './word-indexer.ts';
import type { WordTable } from './word-table.ts';

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
export function textIndexer(section: SectionBuilder, words: WordTable): (paper: Paper, doc: number) => TextLengths {
	const add = wordIndexer(section, words, termsOfWord);
	return ({ title, abstract = '', keyword = '' }, doc) => ({
		title: add(title, doc, inTitle),
		abstract: add(abstract, doc, inAbstract) + add(keyword, doc, inAbstract),
	});
}
