import type { Context } from '../model/citation.ts';
import { textTerms } from './texts.ts';

// Measured on sentences whose citations are known, one half of the documents at a time.
/** How much a word counts wherever it stands in the sentence. */
const anywhere = 0.25;
/** A word right in front of the citation counts 1 more, one right behind it this much more. */
const behind = 0.5;
/** So many words further it is less by the factor e. */
const reach = 8;
/** Any word of a sentence of which nobody knows where it cites. */
const unplaced = 0.7;
/** The sentence before such a one, which tells as much as a good part of it. */
const unplacedBefore = 0.31;
const beside = { before: 0.2, after: 0.13, section: 0.25, title: 0.18, abstract: 0.12 };

/** The stemmed terms of a context with their weights: those near the citation say most of what is cited. */
export function contextTerms(context: Context, large: boolean): Map<string, number> {
	const terms = new Map<string, number>();
	const add = (term: string, weight: number) => terms.set(term, Math.max(terms.get(term) ?? 0, weight));
	const addAll = (text: string | undefined, weight: number) => {
		for (const term of textTerms(text ?? '')) add(term, weight);
	};
	const own = textTerms(context.text);
	const place = context.lead === undefined ? undefined : textTerms(context.lead).length;
	own.forEach((term, i) => {
		if (place === undefined) add(term, unplaced);
		else if (i < place) add(term, anywhere + Math.exp((i + 1 - place) / reach));
		else add(term, anywhere + behind * Math.exp((place - i) / reach));
	});
	addAll(context.before, place === undefined ? unplacedBefore : beside.before);
	addAll(context.after, beside.after);
	addAll(context.section, beside.section);
	// Among few papers, all of one subject, the subject tells nothing.
	if (large) {
		addAll(context.title, beside.title);
		addAll(context.abstract, beside.abstract);
	}
	return terms;
}
