import { isStopWord } from '../../src/core/search/stop-words.ts';
import { fold } from '../../src/core/text/fold.ts';
import { hash, words } from '../../src/core/text/tokens.ts';

/** What keys are made of. */
export interface KeyParts {
	readonly key: string;
	readonly title: string;
	/** Each `Family, Given` or `Given Family`. */
	readonly authors: readonly string[];
	readonly year: number;
}

/** A key of another style, and the keys of all papers that it may as well mean. */
export interface StyledKey {
	readonly key: string;
	readonly gold: ReadonlySet<string>;
}

interface Parts {
	readonly family: string;
	/** First letters of all families, as DBLP has them. */
	readonly initials: string;
	readonly year: string;
	readonly word: string;
	readonly second: string;
}

/** Styles in which managers and sites write keys; the first ones name no word of the title. */
const styles: readonly ((parts: Parts) => string)[] = [
	({ family, year }) => family + year,
	({ family, year }) => family + year.slice(2),
	({ family, year }) => `${capital(family)}:${year}`,
	({ family, year }) => `${year}${family}`,
	({ family, year, word }) => family + year.slice(2) + word,
	({ family, year, word }) => `${family}_${word}_${year}`,
	({ family, year, word }) => `${word}_${family}_${year}`,
	({ family, year, word }) => `${family}-etal-${year}-${word}`,
	({ family, year, word, second }) => capital(family) + capital(word) + capital(second) + year,
	({ family, year, word }) => `${family}${year}${word}v2`,
	({ family, year, word }) => `${year}_${family}_${word}`,
	({ family, initials, year }) => `DBLP:conf/x/${capital(family)}${initials.slice(1)}${year.slice(2)}`,
];
const withoutWord = 4;

/** For each paper a key in another style, which style by its own key. */
export function styledKeys(papers: readonly KeyParts[]): StyledKey[] {
	const same = new Map<string, Set<string>>();
	const all = papers.flatMap((paper) => {
		const families = paper.authors.map(familyOf);
		const [word, second = ''] = words(paper.title).filter((one) => !isStopWord(one));
		const [family] = families;
		if (!family || !word || !paper.year) return [];
		const who = `${family} ${paper.year}`;
		same.set(who, (same.get(who) ?? new Set()).add(paper.key));
		const initials = families.map((one) => one.slice(0, 1).toUpperCase()).join('');
		return [{ paper, who, parts: { family, initials, year: `${paper.year}`, word, second } }];
	});
	return all.flatMap(({ paper, who, parts }) => {
		const style = hash(paper.key) % styles.length;
		const key = styles[style]!(parts);
		if (key === paper.key) return [];
		const vague = style < withoutWord || style === styles.length - 1;
		return [{ key, gold: vague ? same.get(who)! : new Set([paper.key]) }];
	});
}

function familyOf(name: string): string {
	const family = name.includes(',') ? name.split(',')[0]! : (name.split(' ').at(-1) ?? '');
	return fold(family).replace(/[^\p{L}]+/gu, '');
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
