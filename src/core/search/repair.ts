import * as l10n from '@vscode/l10n';
import { parseArxiv } from '../model/ids.ts';
import { familyOf, type Paper, yearOf } from '../model/paper.ts';
import { distanceFrom } from '../text/distance-from.ts';
import { fold } from '../text/fold.ts';
import { leastEdits, lettersIn } from '../text/letters.ts';
import { splitNumbers, words } from '../text/tokens.ts';
import { arxivOfDblpKey, papersOfDblpKey } from './dblp-keys.ts';
import { resembling } from './fuzzy.ts';
import { type Library, outlineOfItem, paperOfItem } from './library.ts';
import { readExactly, readNearly } from './match.ts';
import { nearKeys } from './near-keys.ts';
import { matchSome } from './postings.ts';
import { docsOfFoldedKey } from './segment.ts';
import { isStopWord } from './stop-words.ts';
import { prefixRange, sizeOf, stringAt } from './strings.ts';
import { top } from './top.ts';

/** A paper that may have been meant by a key: how surely, from 0 to 1, and why. */
export interface Meant {
	readonly item: number;
	readonly likelihood: number;
	readonly why: string;
}

/** How many papers that have words of the key are compared with it in full. */
const mostCompared = 120;
/** So many of them in any case; others only if the words say so much of what they say of the best one. */
const alwaysCompared = 40;
const leastOfBest = 0.7;
/** How many keys that are a few letters away are. */
const mostNear = 40;
/** Who is less like the key than so many others is not offered. */
const most = 25;
/** Up to so many keys, every one is compared fuzzily. */
const smallLibrary = 400;
/** Less alike than this is not worth an offer. */
const leastLikeness = 0.55;
/** One digit of an arXiv id. */
const leastNumberLikeness = 0.88;
const longestKey = 120;

/** The papers that an unknown key may mean, best first: another spelling, style, year or version of their own keys. */
export function meantBy(library: Library, unknown: string): Meant[] {
	const written = unknown.trim().slice(0, longestKey);
	const key = fold(written);
	if (key === '') return [];
	const parted = fold(written.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1-'));
	const found = new Map<number, Meant>();
	const offer = (meant: Meant) => {
		const known = found.get(meant.item);
		if (!known || known.likelihood < meant.likelihood) found.set(meant.item, meant);
	};
	for (const item of library.segments.flatMap((segment, i) =>
		docsOfFoldedKey(segment, key).map((doc) => library.bases[i]! + doc),
	)) {
		const same = paperOfItem(library, item);
		const exact = same.id === unknown || same.aliases?.includes(unknown);
		offer({
			item,
			likelihood: 1,
			why: exact ? l10n.t('has this key') : l10n.t('the key differs only in upper and lower case or accents'),
		});
	}
	for (const meant of otherVersions(library, arxivOfDblpKey(written) ?? written)) offer(meant);
	for (const item of papersOfDblpKey(library, written))
		offer({ item, likelihood: 0.95, why: l10n.t('its authors and year') });
	// The number of another arXiv paper says nothing of this one, however near it is.
	const number = parseArxiv(unknown) !== undefined;
	const unknownKey = readingOf(key, parted);
	const best = top(most);
	for (const item of candidates(library, key, parted)) {
		const least = Math.max(number ? leastNumberLikeness : leastLikeness, best.least());
		const meant = compare(unknownKey, rivalAt(library, item), item, least);
		if (meant.likelihood < least) continue;
		best.add(item, meant.likelihood);
		offer(meant);
	}
	if (library.size <= smallLibrary && !number) {
		for (const { item, likeness } of fuzzily(library, key)) {
			offer({ item, likelihood: leastLikeness * likeness, why: l10n.t('the key resembles it') });
		}
	}
	return [...found.values()].sort((a, b) => b.likelihood - a.likelihood || a.item - b.item);
}

/** The same arXiv paper under another version, or with none. */
function otherVersions(library: Library, unknown: string): Meant[] {
	const wanted = parseArxiv(unknown);
	if (!wanted) return [];
	const found: Meant[] = [];
	const prefix = fold(wanted.id);
	const number = wanted.id.replace(/^.*\//, '').split('.').at(-1)!;
	const items = new Set<number>();
	library.segments.forEach(({ foldedKeys, foldedOrder, keyDocs }, i) => {
		const { low, high } = prefixRange(foldedKeys, prefix);
		for (let at = low; at < high; at++) items.add(library.bases[i]! + keyDocs[foldedOrder[at]!]!);
	});
	const byField = readExactly(library, { text: number, prefix: false });
	for (const { base, section, low, high } of byField.expansions) {
		for (let at = section.starts[low]!; at < section.starts[high]!; at++) items.add(base + section.docs[at]!);
	}
	for (const item of items) {
		const paper = paperOfItem(library, item);
		const ids = [paper.arxiv, paper.id, ...(paper.aliases ?? [])].map((text) => text && parseArxiv(text));
		const other = ids.find((id) => id && id.id === wanted.id);
		if (!other) continue;
		found.push({
			item,
			likelihood: other.version === wanted.version ? 0.995 : 0.99,
			why:
				other.version === undefined
					? l10n.t('the same arXiv paper, without a version')
					: l10n.t('the same arXiv paper, in version {0}', other.version),
		});
	}
	return found;
}

/** Papers worth comparing: keys a few letters away, and those that have the key's words as author, year and title. */
function candidates(library: Library, key: string, parted: string): number[] {
	const edits = key.length < 5 ? 1 : key.length < 9 ? 2 : 3;
	const items = new Set<number>();
	library.segments.forEach(({ foldedKeys, foldedOrder, keyDocs }, i) => {
		const close = nearKeys(foldedKeys, key, edits).sort((a, b) => a.edits - b.edits);
		for (const { low, high } of close.slice(0, mostNear)) {
			for (let at = low; at < high; at++) items.add(library.bases[i]! + keyDocs[foldedOrder[at]!]!);
		}
	});
	const parts = new Set([...partsOf(key), ...partsOf(parted)].filter((part) => part.length > 1));
	const readings = [...parts].map((text) => {
		const exact = readExactly(library, { text, prefix: false });
		return exact.postings > 0 || /\d/.test(text) ? exact : readNearly(library, exact.word, false);
	});
	const best = top(mostCompared);
	best.addAll(matchSome(library, readings, mostCompared));
	const ranked = best.items();
	const enough = leastOfBest * (ranked[0]?.score ?? 0);
	for (const [rank, { item, score }] of ranked.entries()) {
		if (rank >= alwaysCompared && score < enough) break;
		items.add(item);
	}
	return [...items];
}

// `zhu-etal-2021-online`, `onlinev2`: what a style or a version adds says nothing of the paper.
const decoration = new Set(['etal', 'et', 'al', 'and']);

const twoYears = /^(?:19|20)\d\d(?:19|20)\d\d$/;

function partsOf(key: string): string[] {
	return words(key.replace(/v\d{1,2}$/, '').replace(/_/g, ' '))
		.flatMap(splitNumbers)
		.flatMap((part) => (twoYears.test(part) ? [part.slice(0, 4), part.slice(4)] : part))
		.filter((part) => !decoration.has(part));
}

/** A key without style: its words, then its numbers. */
function canonical(parts: readonly string[]): string {
	const isNumber = (part: string) => /^\d/.test(part);
	return parts.filter((part) => !isNumber(part)).join('') + parts.filter(isNumber).join('');
}

/** The parts of a key in an order of their own: `attention_vaswani_2017` is `vaswani2017attention`. */
function sortedParts(parts: readonly string[]): string {
	return [...parts].sort().join(' ');
}

/** A text that others are compared with. */
interface Compared {
	readonly text: string;
	readonly letters: number;
	readonly distance: (other: string, limit: number) => number;
}

const compared = (text: string): Compared => ({ text, letters: lettersIn(text), distance: distanceFrom(text) });

/** An unknown key in the ways in which it is compared. */
interface UnknownKey {
	readonly whole: Compared;
	readonly bare: Compared;
	readonly parts: Compared;
	readonly year: number | undefined;
}

/** @param parted The key with hyphens where capitals part it: `VaswaniAttention2017`. */
function readingOf(key: string, parted: string): UnknownKey {
	const typed = /(?:19|20)\d\d/.exec(key)?.[0];
	return {
		whole: compared(key),
		bare: compared(canonical(partsOf(key))),
		parts: compared(sortedParts(partsOf(parted))),
		year: typed === undefined ? undefined : Number(typed),
	};
}

/** What of a paper is compared with an unknown key. */
interface Rival {
	/** Its keys, folded; each without style, and its parts in order. */
	readonly keys: readonly { readonly folded: string; readonly plain: string; readonly parts: string }[];
	readonly families: ReadonlySet<string>;
	/** The first words of its title that keys are made of. */
	readonly telling: readonly string[];
	readonly year: number | undefined;
}

function rivalOf(paper: Paper): Rival {
	return {
		keys: [paper.id, ...(paper.aliases ?? [])].map((key) => {
			const folded = fold(key);
			const parts = partsOf(folded);
			return { folded, plain: canonical(parts), parts: sortedParts(parts) };
		}),
		families: familiesOf(paper),
		telling: words(paper.title)
			.filter((word, i) => i === 0 || !isStopWord(word))
			.slice(0, 6),
		year: yearOf(paper),
	};
}

// The unknown keys of one document have many rivals in common.
const rivals = new WeakMap<Library, Map<number, Rival>>();
const mostRivals = 5000;

function rivalAt(library: Library, item: number): Rival {
	let known = rivals.get(library);
	if (!known) rivals.set(library, (known = new Map()));
	let rival = known.get(item);
	if (!rival) {
		rival = rivalOf(outlineOfItem(library, item));
		if (known.size >= mostRivals) known.clear();
		known.set(item, rival);
	}
	return rival;
}

/**
 * Compares an unknown key with a paper's keys, and with the keys that other styles would give it.
 *
 * @param least A likelihood below it is of no interest, and may come out as 0.
 */
function compare({ whole, bare, parts, year: typed }: UnknownKey, rival: Rival, item: number, least: number): Meant {
	// Of two that differ in the year alone, the nearer year is meant.
	const apart = typed === undefined ? 0 : 0.002 * Math.min(10, Math.abs(typed - (rival.year ?? 0)));
	let best: Meant = { item, likelihood: 0, why: '' };
	const offer = (weight: number, a: Compared, text: string, why: (edits: number) => string) => {
		const longer = Math.max(a.text.length, text.length);
		// So many edits leave it worth an offer, and better than the best one yet.
		const limit = Math.floor(longer * (1 - (Math.max(leastLikeness, least, best.likelihood) + apart) / weight));
		if (limit < 0 || longer === 0 || Math.abs(a.text.length - text.length) > limit) return;
		if (leastEdits(a.letters, lettersIn(text)) > limit) return;
		const edits = a.distance(text, limit);
		if (edits > limit) return;
		const likelihood = weight * (1 - edits / longer) - apart;
		if (likelihood > best.likelihood) best = { item, likelihood, why: why(edits) };
	};
	for (const own of rival.keys) {
		offer(0.98, whole, own.folded, otherLetters);
		if (own.plain.length > 3) offer(0.97, bare, own.plain, otherStyle);
		offer(0.93, parts, own.parts, () => l10n.t('the same parts in another order'));
	}
	const { families, telling } = rival;
	const year = `${rival.year ?? ''}`;
	for (const family of families) {
		for (const end of new Set([year, year.slice(2)])) {
			offer(0.9, bare, family + end, () => l10n.t('its author and year'));
			for (const [i, word] of telling.entries()) {
				offer(0.95 - 0.01 * i, bare, family + word + end, () => l10n.t('its author, year and title'));
				if (parts.text === [family, word, end].sort().join(' '))
					offer(0.93, parts, parts.text, () => l10n.t('its author, year and title'));
			}
		}
		for (const count of [2, 3]) {
			offer(0.92, bare, family + telling.slice(0, count).join('') + year, () => l10n.t('its author, year and title'));
		}
	}
	return best;
}

function otherLetters(edits: number): string {
	return edits === 1 ? l10n.t('the key differs in one letter') : l10n.t('the key differs in {0} letters', edits);
}

function otherStyle(edits: number): string {
	return edits === 0 ? l10n.t('the same key in another style') : l10n.t('a similar key in another style');
}

/** How keys begin: the first author's family name, all of it or its last word. */
function familiesOf({ author, editor }: Paper): ReadonlySet<string> {
	const name = words(familyOf(author?.[0] ?? editor?.[0] ?? {}));
	return new Set(name.length > 0 ? [name.join(''), name.at(-1)!] : []);
}

function* fuzzily(library: Library, key: string) {
	for (const [i, { keys, keyDocs }] of library.segments.entries()) {
		const all = Array.from({ length: sizeOf(keys) }, (_, at) => stringAt(keys, at));
		for (const { index, likeness } of resembling(key, all, 10))
			yield { item: library.bases[i]! + keyDocs[index]!, likeness };
	}
}
