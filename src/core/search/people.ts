import type { Paper } from '../model/paper.ts';
import { fold } from '../text/fold.ts';
import { words } from '../text/tokens.ts';
import { field } from './fields.ts';
import { byFit } from './fit.ts';
import { type Library, paperOfItem, yearOfItem } from './library.ts';
import { equalRange } from './strings.ts';

/** Authors by whom a text names a work: `Smith et al. (2019)`, `Müller and Jones`. */
export interface NamedPeople {
	/** Where in the text, a year behind it included. */
	readonly start: number;
	readonly end: number;
	/** Their family names, as written, without particles. */
	readonly families: readonly string[];
	/** There are more authors than are named. */
	readonly others: boolean;
	readonly year: number | undefined;
	/**
	 * Papers that they wrote, in that year where one is given, else in one near it; those that have most in common with the
	 * text first. None for a name alone of which there are many.
	 */
	readonly items: readonly number[];
}

const particle =
	"(?:(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|ten|ter|zu|zur|af|bin|ibn|el|al|O['’]|d['’]) ?)*";
const name = `${particle}\\p{Lu}[\\p{L}\\p{M}]*(?:['’-]\\p{L}[\\p{L}\\p{M}]+)*`;
const initials = '(?:\\p{Lu}\\.[ -]?)*';
const people = new RegExp(
	`(?<![\\p{L}\\p{N}-])${initials}(${name})(?:(,? et\\.? al\\b\\.?|,? (?:and|&) (?:(?:his|her|their) )?(?:colleagues|collaborators|co-?workers|others|co-?authors)\\b)|((?:, ${initials}${name}){0,4}),? (?:and|&) ${initials}(${name}))?(?:['’]s?(?![\\p{L}]))?(?:,? ?[([]?((?:19|20)\\d\\d)[a-z]?(?!\\d)[)\\]]?)?`,
	'gu',
);

/** More papers than these of a name alone say that it is anybody's. */
const MOST = 5;
/** So many papers of the same people are compared with the text. */
const COMPARED = 60;
/** Preprint and print are so many years apart. */
const APART = 2;
/** No text is read further than this: a sentence is meant. */
const longestText = 4000;

/**
 * Whom a text names as authors: capitalised words with “et al.”, “and colleagues”, a second name or a year. Whether they
 * are people at all, `items` tells, which is empty for those that no paper of the library is by.
 */
export function namedPeople(library: Library, text: string): NamedPeople[] {
	const found: NamedPeople[] = [];
	for (const match of text.slice(0, longestText).matchAll(people)) {
		const [all, first, more, between, last, year] = match;
		// A name alone may be anything, unless a citation follows at once.
		const alone = !more && !last && !year;
		if (alone && !/^[\s~]?[\ue000-\uf8ff]/u.test(text.slice(match.index + all.length, match.index + all.length + 2)))
			continue;
		const named = [first!, ...(between ?? '').split(',').filter((one) => one.trim()), ...(last ? [last] : [])];
		const families = named.map((one) => bare(one.trim()));
		const wanted = year ? Number(year) : undefined;
		const single = !more && !last;
		const find = (who: readonly string[]) => papersOf(library, who, wanted, single);
		let items = find(families);
		if (items.length === 0 && families.length > 2) {
			// “in Parsing, Smith and Jones”
			const fewer = find(families.slice(1));
			if (fewer.length > 0) {
				items = fewer;
				families.shift();
			}
		}
		found.push({
			start: match.index,
			end: match.index + all.length,
			families,
			others: more !== undefined,
			year: wanted,
			items: ordered(library, text, items, more !== undefined),
		});
	}
	return found;
}

/** A family name without its particles and initials. */
function bare(written: string): string {
	return written
		.replace(/^(?:\p{Lu}\.[ -]?)+/u, '')
		.replace(/^(?:\p{Ll}+ )+/u, '')
		.trim();
}

/** Where “et al.” is said, papers of more than two come first. */
function ordered(library: Library, text: string, items: readonly number[], others: boolean): number[] {
	const best = byFit(library, text, items);
	const many = (item: number) => (paperOfItem(library, item).author?.length ?? 0) > 2;
	return others ? [...best.filter(many), ...best.filter((item) => !many(item))] : best;
}

/** @param single one name stands there alone: it may be no person, and its papers must be few and of the very year */
function papersOf(library: Library, families: readonly string[], year: number | undefined, single: boolean): number[] {
	const found: number[] = [];
	library.segments.forEach(({ names: { terms, starts, docs, marks } }, i) => {
		let common: Set<number> | undefined;
		for (const family of families) {
			// Of one author alone, the first; of several, each may stand anywhere.
			const wanted = families.length === 1 ? field.firstAuthor : field.firstAuthor | field.author;
			const own = new Set<number>();
			const { low, high } = equalRange(terms, lastWord(family));
			for (let at = starts[low]!; at < starts[high]!; at++) if (marks[at]! & wanted) own.add(docs[at]!);
			common = common ? new Set([...common].filter((doc) => own.has(doc))) : own;
		}
		for (const doc of common ?? []) found.push(library.bases[i]! + doc);
	});
	const within = (years: number) =>
		year === undefined ? found : found.filter((item) => Math.abs(yearOfItem(library, item) - year) <= years);
	const exact = within(0);
	const right = exact.length > 0 || single ? exact : within(APART);
	if (right.length > (single ? MOST : COMPARED)) return [];
	return right.filter((item) => isBy(paperOfItem(library, item), families));
}

/** Are these family names of authors, not words of what an institution is called? */
function isBy({ author, editor }: Paper, families: readonly string[]): boolean {
	const known = new Set(
		[...(author ?? editor ?? [])].map((name) => (name.family ? lastWord(name.family) : fold(name.literal ?? ''))),
	);
	return families.every((family) => known.has(lastWord(family)) || known.has(fold(family)));
}

function lastWord(name: string): string {
	return words(name).at(-1) ?? fold(name);
}
