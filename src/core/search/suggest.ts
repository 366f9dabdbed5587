import type { CitingSentence } from '../corpus/types.ts';
import type { Context } from '../model/citation.ts';
import { rawWords, variants } from '../text/tokens.ts';
import { authorCues } from './author-cues.ts';
import { scoreTexts } from './context-score.ts';
import { field } from './fields.ts';
import { type Library, yearOfItem } from './library.ts';
import { rarity } from './match.ts';
import { type Named, namedWorks } from './named.ts';
import { stem } from './stem.ts';
import { isStopWord } from './stop-words.ts';
import { equalRange } from './strings.ts';
import { textTerms } from './texts.ts';

export const tune = {
	before: 0.4,
	after: 0,
	section: 0.2,
	title: 0.3,
	abstract: 0.2,
	name: 2,
	author: 6,
	citing: 2,
	lead: 0,
	large: 1000,
};

/** How well each paper fits a context. */
export interface ContextScores {
	/** Papers that score anything, in no order. */
	readonly items: readonly number[];
	readonly scores: Float32Array;
	/** Works that the sentence names, the one meant first. */
	readonly named: readonly Named[];
}

/** Scores all papers for a context: its words, names of works and authors, and what citing sentences say of a paper. */
export function scoreContext(
	library: Library,
	context: Context,
	citing: readonly CitingSentence[],
	itemsOfKey: (key: string) => readonly number[],
): ContextScores {
	const terms = contextTerms(context, library.size >= tune.large);
	const { items, scores } = scoreTexts(library, terms);
	const touched = [...items];
	const add = (item: number, score: number) => {
		if (scores[item] === 0) touched.push(item);
		scores[item]! += score;
	};
	addAuthors(library, context, add);
	addCiting(citing, terms, itemsOfKey, add);
	return { items: touched, scores, named: inOrder(namedWorks(library, context.text), context) };
}

/** The stemmed terms of a context with their weights. */
export function contextTerms(context: Context, large: boolean): Map<string, number> {
	const terms = new Map<string, number>();
	const add = (text: string | undefined, weight: number) => {
		if (text === undefined || weight === 0) return;
		for (const term of new Set(textTerms(text))) terms.set(term, Math.max(terms.get(term) ?? 0, weight));
	};
	add(context.text, 1);
	add(context.lead, 1 + tune.lead);
	add(context.before, tune.before);
	add(context.after, tune.after);
	add(context.section, tune.section);
	if (large) {
		add(context.title, tune.title);
		add(context.abstract, tune.abstract);
	}
	// Acronyms and names of systems say more than other words.
	for (const raw of rawWords(context.text)) {
		if (!/\p{Ll}\p{Lu}|\p{Lu}{2}|\p{L}\d/u.test(raw)) continue;
		for (const word of variants(raw)) if (word.length > 1 && !isStopWord(word)) terms.set(stem(word), tune.name);
	}
	return terms;
}

function addAuthors(library: Library, context: Context, add: (item: number, score: number) => void): void {
	for (const cue of authorCues(context.text)) {
		const ranges = library.segments.map(({ names }) => equalRange(names.terms, cue.family));
		library.segments.forEach(({ names: { starts, docs, marks } }, i) => {
			const { low, high } = ranges[i]!;
			const gain = (tune.author * cue.weight * rarity(library.size, starts[high]! - starts[low]!)) / 6;
			for (let at = starts[low]!; at < starts[high]!; at++) {
				const mark = marks[at]!;
				if ((mark & (field.firstAuthor | field.author)) === 0) continue;
				const item = library.bases[i]! + docs[at]!;
				const share = mark & field.firstAuthor ? 1 : 0.3;
				const year = cue.year === undefined ? 1 : cue.year === yearOfItem(library, item) ? 1.6 : 0.5;
				add(item, gain * share * year);
			}
		});
	}
}

/** Papers that were cited before in sentences like this one: the user's own words about them. */
function addCiting(
	citing: readonly CitingSentence[],
	terms: ReadonlyMap<string, number>,
	itemsOfKey: (key: string) => readonly number[],
	add: (item: number, score: number) => void,
): void {
	if (citing.length === 0) return;
	const having = new Map<string, number>();
	const saying = new Map<string, Map<string, number>>();
	for (const { text, keys } of citing) {
		const said = new Set(textTerms(text));
		for (const term of said) having.set(term, (having.get(term) ?? 0) + 1);
		for (const key of new Set(keys)) {
			let counts = saying.get(key);
			if (!counts) saying.set(key, (counts = new Map()));
			for (const term of said) if (terms.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
		}
	}
	for (const [key, counts] of saying) {
		let score = 0;
		for (const [term, often] of counts) {
			score += (terms.get(term)! * rarity(citing.length, having.get(term)!) * often) / (often + 1);
		}
		if (score > 0) for (const item of itemsOfKey(key)) add(item, tune.citing * score);
	}
}

/** Of several works that a sentence names, the one right before the citation is meant, then those before, then after. */
function inOrder(named: readonly Named[], context: Context): Named[] {
	const at = context.lead === undefined ? undefined : context.text.indexOf(context.lead) + context.lead.length;
	if (at === undefined || named.length < 2) return [...named].sort((a, b) => Number(b.whole) - Number(a.whole));
	const distance = (one: Named) => (one.end <= at ? at - one.end : one.start - at + context.text.length);
	return [...named].sort((a, b) => distance(a) - distance(b));
}
