import { parseArxiv } from '../model/ids.ts';
import { familyOf, type Paper, yearOf } from '../model/paper.ts';
import { editDistance } from '../text/edit-distance.ts';
import { fold } from '../text/fold.ts';
import { splitNumbers, words } from '../text/tokens.ts';
import { resembling } from './fuzzy.ts';
import { type Library, paperOfItem } from './library.ts';
import { matchSome, readExactly, readNearly } from './match.ts';
import { near } from './near.ts';
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

/** How many papers are compared with the key in full. */
const compared = 120;
/** Up to so many keys, every one is compared fuzzily. */
const smallLibrary = 400;
/** Less alike than this is not worth an offer. */
const leastLikeness = 0.55;
const longestKey = 120;

/** The papers that an unknown key may mean, best first: another spelling, style, year or version of their own keys. */
export function meantBy(library: Library, unknown: string): Meant[] {
	const key = fold(unknown.trim()).slice(0, longestKey);
	if (key === '') return [];
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
			why: exact ? 'has this key' : 'the key differs only in upper and lower case or accents',
		});
	}
	for (const meant of otherVersions(library, unknown)) offer(meant);
	for (const item of candidates(library, key)) {
		const meant = compare(key, paperOfItem(library, item), item);
		if (meant.likelihood >= leastLikeness) offer(meant);
	}
	if (library.size <= smallLibrary) {
		for (const { item, likeness } of fuzzily(library, key)) {
			offer({ item, likelihood: leastLikeness * likeness, why: 'the key resembles it' });
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
		const version = other.version === undefined ? 'without a version' : `in version ${other.version}`;
		found.push({
			item,
			likelihood: other.version === wanted.version ? 0.995 : 0.99,
			why: `the same arXiv paper, ${version}`,
		});
	}
	return found;
}

/** Papers worth comparing: keys a few letters away, and those that have the key's words as author, year and title. */
function candidates(library: Library, key: string): number[] {
	const edits = key.length < 5 ? 1 : key.length < 9 ? 2 : 3;
	const items = new Set<number>();
	library.segments.forEach(({ foldedKeys, foldedOrder, keyDocs }, i) => {
		const close = near(foldedKeys, key, edits, false).sort((a, b) => a.edits - b.edits);
		for (const { low, high } of close.slice(0, compared)) {
			for (let at = low; at < high; at++) items.add(library.bases[i]! + keyDocs[foldedOrder[at]!]!);
		}
	});
	const parts = new Set(partsOf(key).filter((part) => part.length > 1));
	const readings = [...parts].map((text) =>
		/\d/.test(text)
			? readExactly(library, { text, prefix: false })
			: readNearly(library, { text, prefix: false }, false),
	);
	const { items: some, scores } = matchSome(library, readings);
	const best = top(compared);
	some.forEach((item, i) => {
		best.add(item, scores[i]!);
	});
	for (const { item } of best.items()) items.add(item);
	return [...items];
}

// `zhu-etal-2021-online`, `onlinev2`: what a style or a version adds says nothing of the paper.
const decoration = new Set(['etal', 'et', 'al', 'and']);

function partsOf(key: string): string[] {
	return words(key.replace(/v\d{1,2}$/, '').replace(/_/g, ' '))
		.flatMap(splitNumbers)
		.filter((part) => !decoration.has(part));
}

/** A key without style: its words, then its numbers. */
function canonical(key: string): string {
	const parts = partsOf(key);
	const isNumber = (part: string) => /^\d/.test(part);
	return parts.filter((part) => !isNumber(part)).join('') + parts.filter(isNumber).join('');
}

/** Compares an unknown key with a paper's keys, and with the keys that other styles would give it. */
function compare(key: string, paper: Paper, item: number): Meant {
	let best: Meant = { item, likelihood: 0, why: '' };
	const offer = (likelihood: number, why: string) => {
		if (likelihood > best.likelihood) best = { item, likelihood, why };
	};
	const bare = canonical(key);
	for (const own of [paper.id, ...(paper.aliases ?? [])]) {
		const folded = fold(own);
		const edits = editDistance(key, folded, 6);
		offer(
			0.98 * likeness(key, folded),
			edits === 1 ? `the key differs in one letter` : `the key differs in ${edits} letters`,
		);
		const plain = canonical(own);
		if (plain.length > 3)
			offer(
				0.97 * likeness(bare, plain),
				plain === bare ? 'the same key in another style' : 'a similar key in another style',
			);
	}
	const family = fold(familyOf(paper.author?.[0] ?? paper.editor?.[0] ?? {})).replace(/[^\p{L}\p{N}]+/gu, '');
	if (family === '') return best;
	const year = `${yearOf(paper) ?? ''}`;
	const telling = words(paper.title)
		.filter((word, i) => i === 0 || !isStopWord(word))
		.slice(0, 6);
	for (const end of new Set([year, year.slice(2)])) {
		offer(0.9 * likeness(bare, family + end), 'its author and year');
		for (const [i, word] of telling.entries())
			offer((0.95 - 0.01 * i) * likeness(bare, family + word + end), 'its author, year and title');
	}
	offer(0.92 * likeness(bare, family + telling.slice(0, 2).join('') + year), 'its author, year and title');
	return best;
}

function likeness(a: string, b: string): number {
	const longer = Math.max(a.length, b.length);
	if (longer === 0) return 0;
	return 1 - editDistance(a, b, Math.ceil(longer * 0.45)) / longer;
}

function* fuzzily(library: Library, key: string) {
	for (const [i, { keys, keyDocs }] of library.segments.entries()) {
		const all = Array.from({ length: sizeOf(keys) }, (_, at) => stringAt(keys, at));
		for (const { index, likeness } of resembling(key, all, 10))
			yield { item: library.bases[i]! + keyDocs[index]!, likeness };
	}
}
