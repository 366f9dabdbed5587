import { eachWord } from '../text/tokens.ts';
import type { SectionBuilder } from './section.ts';
import type { WordTable } from './word-table.ts';

/**
 * Adds the terms of a text's words to a section, each with a mark, and tells how many there were. The same words come
 * again and again: what each one stands for is worked out once.
 *
 * @param words May be shared between indexers of the same texts.
 */
export function wordIndexer(
	section: SectionBuilder,
	words: WordTable,
	termsOf: (word: string) => readonly string[],
): (text: string, doc: number, mark: number) => number {
	const known: (readonly number[] | undefined)[] = [];
	return (text, doc, mark) => {
		let count = 0;
		eachWord(text, (start, end) => {
			const word = words.numberOf(text, start, end);
			// Other indexers met words that this one has not: no holes, which would make the list slow.
			while (known.length <= word) known.push(undefined);
			let terms = known[word];
			if (!terms) known[word] = terms = termsOf(text.slice(start, end)).map((term) => section.idOf(term));
			for (let i = 0; i < terms.length; i++) section.add(terms[i]!, doc, mark);
			count += terms.length;
		});
		return count;
	};
}
