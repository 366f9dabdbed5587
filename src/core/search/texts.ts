import type { Paper } from '../model/paper.ts';
import { rawWords, variants } from '../text/tokens.ts';
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

// Raw words come again and again; a bounded memory of what they stem to saves most of the work.
const known = new Map<string, readonly string[]>();

/** The terms of a text for the context search: stemmed, without words that say nothing. */
export function textTerms(text: string): string[] {
	const terms: string[] = [];
	for (const raw of rawWords(text)) {
		let some = known.get(raw);
		if (!some) {
			some = variants(raw)
				.filter((word) => !isStopWord(word))
				.map(stem);
			if (known.size > 50_000) known.clear();
			known.set(raw, some);
		}
		for (const term of some) terms.push(term);
	}
	return terms;
}

/** Gives the terms of a paper's title, keywords and abstract. */
export function paperTexts(paper: Paper, emit: (term: string, mark: number) => void): TextLengths {
	const title = textTerms(paper.title);
	for (const term of title) emit(term, inTitle);
	const abstract = textTerms(`${paper.abstract ?? ''}\n${paper.keyword ?? ''}`);
	for (const term of abstract) emit(term, inAbstract);
	return { title: title.length, abstract: abstract.length };
}
