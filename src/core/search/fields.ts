import { familyOf, type Paper, yearOf } from '../model/paper.ts';
import { rawWords, variants, words } from '../text/tokens.ts';
import type { SectionBuilder } from './section.ts';
import { wordIndexer } from './word-indexer.ts';
import type { WordTable } from './word-table.ts';

/** Marks of the names section: which fields of a paper a term stands in. */
export const field = {
	key: 1,
	firstAuthor: 2,
	author: 4,
	given: 8,
	title: 16,
	venue: 32,
	year: 64,
	/** Keywords, DOI, arXiv and other ids. */
	other: 128,
	/** First letters of the title's or the venue's words. */
	initials: 256,
} as const;

/** How much a word counts for being found in a field. */
const weights: Readonly<Record<keyof typeof field, number>> = {
	key: 1.2,
	firstAuthor: 2.2,
	author: 1.5,
	given: 0.5,
	title: 1.6,
	venue: 0.4,
	year: 1.4,
	other: 0.5,
	initials: 0.7,
};

/** The weight of each mark: its best field, and a little for each of the others. */
export const markWeights: Float32Array = Float32Array.from({ length: 512 }, (_, mark) => {
	let best = 0;
	let sum = 0;
	for (const [name, bit] of Object.entries(field)) {
		if ((mark & bit) === 0) continue;
		const weight = weights[name as keyof typeof field];
		best = Math.max(best, weight);
		sum += weight;
	}
	return best + 0.1 * (sum - best);
});

/** Adds every term by which a paper may be typed to a section, with its field. */
export function nameIndexer(section: SectionBuilder, table: WordTable): (paper: Paper, doc: number) => void {
	const addWords = wordIndexer(section, table, variants);
	const addTerm = (term: string, doc: number, mark: number) => section.add(section.idOf(term), doc, mark);
	/** For what only one paper has, and need not be remembered. */
	const addRare = (text: string, doc: number, mark: number) => {
		for (const raw of rawWords(text)) for (const term of variants(raw)) addTerm(term, doc, mark);
	};
	const addInitials = (all: readonly string[], doc: number) => {
		if (all.length >= 3 && all.length <= 12) addTerm(all.map((word) => word[0]).join(''), doc, field.initials);
	};

	return (paper, doc) => {
		for (const key of [paper.id, ...(paper.aliases ?? [])]) addRare(key.replace(/_/g, ' '), doc, field.key);
		const people = paper.author?.length ? paper.author : (paper.editor ?? []);
		people.forEach((name, index) => {
			addWords(familyOf(name), doc, index === 0 ? field.firstAuthor : field.author);
			if (name.given) addWords(name.given, doc, field.given);
		});
		addWords(paper.title, doc, field.title);
		addInitials(words(paper.title), doc);
		for (const venue of [paper['container-title'], paper['collection-title']]) {
			if (!venue) continue;
			addWords(venue, doc, field.venue);
			addInitials(
				words(venue).filter((word) => !connective.has(word) && !number.test(word)),
				doc,
			);
		}
		if (paper.publisher) addWords(paper.publisher, doc, field.venue);
		const year = yearOf(paper);
		if (year !== undefined) {
			addTerm(`${year}`, doc, field.year);
			// `vas17`
			if (year >= 1900 && year < 2100) addTerm(`${year}`.slice(2), doc, field.year);
		}
		if (paper.keyword) addWords(paper.keyword, doc, field.other);
		for (const id of [paper.arxiv, paper.acl, paper.DOI]) if (id) addRare(id, doc, field.other);
	};
}

const number = /^\d+$/;
const connective = new Set(['of', 'the', 'on', 'in', 'and', 'for', 'a', 'an', 'to', 'proceedings', 'annual']);
