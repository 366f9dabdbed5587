import { type PlacedWord, placedWords, words } from '../text/tokens.ts';
import { docsOf, mayHave } from './hash-table.ts';
import { type Library, titleOfItem } from './library.ts';
import { mayHold } from './sieve.ts';
import { isStopWord } from './stop-words.ts';
import { equalRange } from './strings.ts';
import { textTerms } from './texts.ts';
import { extend, longestTitle, shortName, toldWords } from './titles.ts';

/** A work that a text names. */
export interface Named {
	/** Whose title or short name it is; several where editions or preprints share a title. */
	readonly items: readonly number[];
	/** Where in the text. */
	readonly start: number;
	readonly end: number;
	/** The whole title stands there, not only its short name. */
	readonly whole: boolean;
	/** The name as the text has it. */
	readonly name: string;
	/** How many works have it: titles that differ. */
	readonly works: number;
}

/** A text longer than this is cut: a sentence is meant. */
const longestText = 4000;

/**
 * The works whose titles, or short names in front of a title's colon, stand in a text, in order of the text. Of names
 * that overlap the longest counts. Short names and short titles must be written as the title has them.
 */
export function namedWorks(library: Library, text: string): Named[] {
	const shown = text.slice(0, longestText);
	const found = occurrences(library, shown, placedWords(shown));
	// `Proximal Policy Optimization (PPO) algorithms`: once more without what stands in parentheses.
	const bare = shown.replace(/\([^()]*\)/g, (inside) => ' '.repeat(inside.length));
	if (bare !== shown) found.push(...occurrences(library, bare, placedWords(bare)));
	found.sort((a, b) => b.end - b.start - (a.end - a.start));
	const kept: Named[] = [];
	for (const one of found) {
		if (!kept.some((other) => one.start < other.end && other.start < one.end)) kept.push(one);
	}
	return kept.sort((a, b) => a.start - b.start);
}

function occurrences(library: Library, text: string, all: readonly PlacedWord[]): Named[] {
	const found: Named[] = [];
	for (let first = 0; first < all.length; first++) {
		let value: number | undefined;
		for (let last = first; last < Math.min(all.length, first + longestTitle); last++) {
			value = extend(value, all[last]!.word);
			if (last - first < toldWords && !mayBegin(library, value)) break;
			const items: number[] = [];
			for (let i = 0; i < library.segments.length; i++) {
				const { titleHashes } = library.segments[i]!;
				if (!mayHave(titleHashes, value)) continue;
				for (const doc of docsOf(titleHashes, value)) items.push(library.bases[i]! + doc);
			}
			if (items.length === 0) continue;
			const { start } = all[first]!;
			const { end } = all[last]!;
			const one = named(
				library,
				items,
				text,
				start,
				end,
				all.slice(first, last + 1).map((placed) => placed.word),
			);
			if (one) found.push(one);
		}
	}
	return found;
}

/** May a title begin with the words of this hash? */
function mayBegin({ segments }: Library, value: number): boolean {
	for (const { titleStarts } of segments) if (mayHold(titleStarts, value)) return true;
	return false;
}

function named(
	library: Library,
	items: readonly number[],
	text: string,
	start: number,
	end: number,
	said: readonly string[],
): Named | undefined {
	const name = text.slice(start, end);
	const whole: number[] = [];
	const short: number[] = [];
	const works = new Set<string>();
	for (const item of items) {
		const title = titleOfItem(library, item);
		const full = words(title);
		if (equal(full, said)) {
			// “Congress”, a title of its own, is a word of many others.
			const isWord = said.length === 1 && !unusual.test(name) && !isRare(library, name);
			if (!isWord && telling(library, text, start, name, title, said)) whole.push(item);
		} else {
			const head = shortName(title);
			if (head === undefined || !equal(words(head), said) || !telling(library, text, start, name, head, said)) continue;
			short.push(item);
			works.add(full.join(' '));
		}
	}
	if (whole.length > 0) return { items: whole, start, end, whole: true, name, works: 1 };
	return short.length > 0 ? { items: short, start, end, whole: false, name, works: works.size } : undefined;
}

function equal(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((word, i) => word === b[i]);
}

/** Spellings that ordinary words don't have. */
const unusual = /\p{Ll}\p{Lu}|\p{Lu}{2}|\p{L}\d|\d\p{L}/u;

/**
 * Can this be nothing but a name? Five words never come together by chance; fewer must be written as the title writes
 * them, and be more than ordinary words at the beginning of a sentence.
 */
function telling(
	library: Library,
	text: string,
	start: number,
	name: string,
	written: string,
	said: readonly string[],
): boolean {
	if (said.length >= 5 || (said.length >= 3 && quoted(text, start))) return said.some((word) => !isStopWord(word));
	// `U.S.`
	if (/^\p{L}(?:\.\p{L})+$/u.test(name)) return false;
	const capitals = name.match(/(?<![\p{L}\p{N}])\p{Lu}/gu)?.length ?? 0;
	const before = text.slice(Math.max(0, start - 8), start);
	const begins = /(?:^|[.!?]\s+)["'“‘(]*$/.test(before);
	if (!sameSpelling(name, written)) {
		// `Tensorflow`, and `Long Short-Term Memory` of a title that has small letters; not `diffusion MRI` of “Diffusion MRI”.
		const isPhrase = said.length > 1 && /^\p{Ll}/u.test(name) && /^\p{Lu}\p{Ll}*\P{L}/u.test(written);
		const isUnusual = unusual.test(written) && !isPhrase;
		const alike = name.length >= 5 && (isUnusual || (said.length >= 3 && capitals >= said.length - 1));
		if (!(alike || begins) || !sameSpelling(name.toLowerCase(), written.toLowerCase())) return false;
	}
	if (unusual.test(name)) return true;
	if (capitals > (begins ? 1 : 0) || (quoted(text, start) && capitals > 0)) return true;
	if (said.length > 2 || name.length < 4) return false;
	const after = text.slice(start + name.length, start + name.length + 24);
	// `Sirius: …`, what a list says of it behind.
	if (begins && after.startsWith(':')) return true;
	if (begins && said.length === 1 && verb.test(after)) return true;
	// A word that hardly any paper has is no common one, `dask`; what it is about stands beside it.
	return (begins || !capitals) && /^["'”’]? ?(?:[\p{L} ]{0,20} )?[\ue000-\uf8ff]/u.test(after) && isRare(library, name);
}

/** A word in so many papers at most is rare. */
const RARE = 4;

function isRare(library: Library, word: string): boolean {
	return textTerms(word).some((term) => {
		const counts = library.segments.map(({ texts }) => {
			const { low, high } = equalRange(texts.terms, term);
			return texts.starts[high]! - texts.starts[low]!;
		});
		return counts.reduce((sum, one) => sum + one, 0) <= RARE;
	});
}

/** `Pythia provides …`, `Perceiver is …`: a single word at the beginning of a sentence that does something. */
const verb =
	/^,? (?:is|was|has|can|also|uses|provides|introduces|proposes|shows|presents|offers|extends|achieves|improves|combines|reduces|learns|builds|trains|allows|enables|applies) /;

function quoted(text: string, start: number): boolean {
	return start > 0 && '"“”„«‘’\'`'.includes(text[start - 1]!);
}

function sameSpelling(a: string, b: string): boolean {
	const plain = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
	return plain(a) === plain(b);
}
