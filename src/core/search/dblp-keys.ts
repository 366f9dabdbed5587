import { familyOf, yearOf } from '../model/paper.ts';
import { fold } from '../text/fold.ts';
import { words } from '../text/tokens.ts';
import { type Library, paperOfItem } from './library.ts';
import { readExactly } from './match.ts';
import { matchAll } from './postings.ts';

// https://dblp.org/faq/How+can+I+cite+dblp+records: `conf/nips/VaswaniSPUJGKP17`, `journals/corr/abs-1706-03762`.
const authorsAndYear = /(?:^|[/:])(\p{Lu}\p{Ll}+)(\p{Lu}*)(\d\d)[a-z]?$/u;
const preprint = /(?:^|[/:])abs-(\d{4})-(\d{4,5})$/;

/** The arXiv id that a key of DBLP is made of, if it is. */
export function arxivOfDblpKey(key: string): string | undefined {
	const [, month, number] = preprint.exec(key) ?? [];
	return month && `${month}.${number}`;
}

/** The papers by the authors, and of the year, that a key of DBLP names. */
export function papersOfDblpKey(library: Library, key: string): number[] {
	const [, first, others, year] = authorsAndYear.exec(key) ?? [];
	if (first === undefined || year === undefined) return [];
	const family = fold(first);
	const readings = [family, year].map((text) => readExactly(library, { text, prefix: false }));
	const { items } = matchAll(library, readings);
	return [...items].filter((item) => {
		const paper = paperOfItem(library, item);
		const last = (paper.author ?? []).map((name) => words(familyOf(name)).at(-1) ?? '');
		const letters = last.slice(1).map((name) => name.charAt(0));
		return last[0] === family && letters.join('') === others!.toLowerCase() && `${yearOf(paper) ?? ''}`.endsWith(year);
	});
}
