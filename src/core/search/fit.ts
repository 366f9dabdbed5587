import { rarityOf } from './context-score.ts';
import type { Library } from './library.ts';
import { paperOfItem } from './library.ts';
import { textTerms } from './texts.ts';

/** A word of a title tells as much as so many of an abstract. */
const titleWeight = 3;

/** Orders a few items by what their titles and abstracts have in common with a text, best first; words count by how rare they are. */
export function byFit(library: Library, text: string, items: readonly number[]): number[] {
	if (items.length < 2) return [...items];
	const terms = new Map([...new Set(textTerms(text))].map((term) => [term, rarityOf(library, term)]));
	const score = (part: string) => [...new Set(textTerms(part))].reduce((sum, term) => sum + (terms.get(term) ?? 0), 0);
	const scored = items.map((item) => {
		const { title, abstract = '' } = paperOfItem(library, item);
		return { item, score: titleWeight * score(title) + score(abstract) };
	});
	return scored.sort((a, b) => b.score - a.score).map(({ item }) => item);
}
