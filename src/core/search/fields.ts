import { familyOf, type Paper, yearOf } from '../model/paper.ts';
import { rawWords, variants, words } from '../text/tokens.ts';

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

export type Emit = (term: string, mark: number) => void;

/** Gives every term by which a paper may be typed, with its field. A term may come more than once. */
export function nameTerms(paper: Paper, emit: Emit): void {
	for (const key of [paper.id, ...(paper.aliases ?? [])]) textTerms(key.replace(/_/g, ' '), field.key, emit);
	const people = paper.author?.length ? paper.author : (paper.editor ?? []);
	people.forEach((name, index) => {
		textTerms(familyOf(name), index === 0 ? field.firstAuthor : field.author, emit);
		if (name.given) textTerms(name.given, field.given, emit);
	});
	textTerms(paper.title, field.title, emit);
	initials(words(paper.title), emit);
	for (const venue of [paper['container-title'], paper['collection-title']]) {
		if (!venue) continue;
		textTerms(venue, field.venue, emit);
		initials(
			words(venue).filter((word) => !connective.has(word) && !number.test(word)),
			emit,
		);
	}
	if (paper.publisher) textTerms(paper.publisher, field.venue, emit);
	const year = yearOf(paper);
	if (year !== undefined) {
		emit(`${year}`, field.year);
		// `vas17`
		if (year >= 1900 && year < 2100) emit(`${year}`.slice(2), field.year);
	}
	for (const text of [paper.keyword, paper.arxiv, paper.acl, paper.DOI]) if (text) textTerms(text, field.other, emit);
}

const number = /^\d+$/;
const connective = new Set(['of', 'the', 'on', 'in', 'and', 'for', 'a', 'an', 'to', 'proceedings', 'annual']);

function initials(all: readonly string[], emit: Emit): void {
	if (all.length >= 3 && all.length <= 12) emit(all.map((word) => word[0]).join(''), field.initials);
}

function textTerms(text: string, mark: number, emit: Emit): void {
	for (const raw of rawWords(text)) for (const term of variants(raw)) emit(term, mark);
}
