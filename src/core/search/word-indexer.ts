import { wordScan } from '../text/word-scan.ts';
import { enlarged } from './number-list.ts';
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
	// By word: 0 where it is not known yet, its only term plus one, or less than 0 for the place of its list of terms.
	let known = new Int32Array(1 << 12);
	const lists: (readonly number[])[] = [[]];
	const look = (word: string): number => {
		const terms = termsOf(word).map((term) => section.idOf(term));
		return terms.length === 1 ? terms[0]! + 1 : terms.length === 0 ? -1 : -lists.push(terms);
	};
	const scan = wordScan();
	return (text, doc, mark) => {
		const end = 2 * scan.read(text, true);
		const { units, bounds } = scan;
		let count = 0;
		for (let i = 0; i < end; i += 2) {
			const word = words.numberOf(units, bounds[i]!, bounds[i + 1]!);
			if (word >= known.length) known = enlarged(known, new Int32Array(words.size * 2));
			let found = known[word]!;
			if (found === 0) known[word] = found = look(text.slice(bounds[i], bounds[i + 1]));
			if (found > 0) {
				section.add(found - 1, doc, mark);
				count++;
			} else {
				const terms = lists[-found - 1]!;
				for (let k = 0; k < terms.length; k++) section.add(terms[k]!, doc, mark);
				count += terms.length;
			}
		}
		return count;
	};
}
