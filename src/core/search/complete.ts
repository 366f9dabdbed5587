import { words } from '../text/tokens.ts';
import { type Library, titleOfItem } from './library.ts';
import { type Reading, readAnywhere, readExactly, readNearly } from './match.ts';
import { type Matches, matchAll, matchSome } from './postings.ts';
import { parseQuery, type Query, type Word } from './query.ts';
import { startingWith } from './starts.ts';
import { prefixRange } from './strings.ts';
import { top } from './top.ts';

/** How a paper answers a typed query; a higher tier always stands above a lower one. */
export const tier = {
	exactKey: 5,
	keyPrefix: 4,
	/** Every word, in key, names, title, venue or year. */
	words: 3,
	/** Every word, but in another spelling, or in the abstract. */
	near: 2,
	/** Some of the words. */
	some: 1,
} as const;
export type Tier = (typeof tier)[keyof typeof tier];

export interface Ranked {
	readonly item: number;
	readonly tier: Tier;
	readonly score: number;
}

/** What settles the order of equally good papers: 0 for nothing, up to about 1. */
export type Prior = (item: number) => number;

/** With fewer answers than this, misspellings are looked for, too. */
const few = 8;
/** Of how many candidates, the best ones, titles are compared word by word with the query. */
const looked = 40;

/** The papers that a typed query may mean, best first, at most `limit`. */
export function complete(library: Library, text: string, limit: number, prior: Prior): Ranked[] {
	const query = parseQuery(text);
	const found = new Map<number, Ranked>();
	if (query.key !== '') addKeys(library, query.key, limit, prior, found);
	const [first] = query.words;
	if (first === undefined) return ordered(found, limit);
	const short = query.words.length === 1 && first.prefix && first.text.length <= 2;
	if (short && found.size >= limit) return ordered(found, limit);

	const wanted = Math.max(limit, looked);
	const all = (readings: readonly Reading[]) => matchAll(library, readings, wanted + found.size);
	const add = (matches: Matches, at: Tier) => {
		const candidates = top(wanted);
		candidates.addAll(matches, found);
		for (const [rank, { item, score }] of candidates.items().entries()) {
			const close = rank < looked ? closeness(library, item, query) : 0;
			found.set(item, { item, tier: at, score: score * (1 + close + 0.3 * prior(item)) });
		}
	};
	if (short) {
		add(startingWith(library, first), tier.words);
		return ordered(found, limit);
	}
	const exact = query.words.map((word) => readExactly(library, word));
	add(all(exact), tier.words);
	if (found.size < few && query.joined) {
		const joined = query.joined.map((word) => readExactly(library, word));
		add(all(joined), tier.words);
	}
	if (found.size < few) {
		const nothing = found.size === 0;
		const anywhere = exact.map((one) => readAnywhere(library, one));
		add(all(anywhere), tier.near);
		addMisspelled(
			library,
			exact,
			nothing,
			() => found.size >= few,
			add,
			() => wanted + found.size,
		);
	}
	return ordered(found, limit);
}

/** Adds papers that have the words in another spelling, or only some of them. */
function addMisspelled(
	library: Library,
	exact: readonly Reading[],
	nothingElse: boolean,
	enough: () => boolean,
	add: (matches: Matches, at: Tier) => void,
	most: () => number,
): void {
	// One or two letters say nothing yet beside a word that is misspelled, and are in every paper.
	const telling = exact.filter(({ word }) => !word.prefix || word.text.length > 2);
	const some = telling.length > 0 ? telling : exact;
	// First only what no paper has is taken for misspelled, once or twice; then any word may be; then even its first letter.
	const unknown = (more: number) =>
		some.map((one) => (one.postings > 0 ? one : readNearly(library, one.word, false, more)));
	let readings = unknown(0);
	let found = matchAll(library, readings);
	if (found.items.length === 0 && nothingElse && some.length > 1) add(matchAll(library, unknown(1)), tier.near);
	if (found.items.length === 0) {
		readings = some.map(({ word }) => readNearly(library, word, false));
		found = matchAll(library, readings);
	}
	if (found.items.length === 0 && nothingElse) {
		readings = some.map((one, i) => (one.postings > 0 ? readings[i]! : readNearly(library, one.word, true)));
		found = matchAll(library, readings);
	}
	add(found, tier.near);
	if (!nothingElse && some.length < 2) return;
	add(matchSome(library, readings, most()), tier.some);
	if (enough()) return;
	const anywhere = readings.map((one) => readAnywhere(library, one));
	add(matchSome(library, anywhere, most()), tier.some);
}

function ordered(found: ReadonlyMap<number, Ranked>, limit: number): Ranked[] {
	return [...found.values()].sort((a, b) => b.tier - a.tier || b.score - a.score || a.item - b.item).slice(0, limit);
}

function addKeys(library: Library, key: string, limit: number, prior: Prior, found: Map<number, Ranked>): void {
	const candidates = top(limit);
	// One letter may begin the keys of a tenth of all papers.
	let least = candidates.least();
	for (const [i, { foldedKeys, foldedOrder, keyDocs }] of library.segments.entries()) {
		const { low, high } = prefixRange(foldedKeys, key);
		const { offsets } = foldedKeys;
		const base = library.bases[i]!;
		for (let at = low; at < high; at++) {
			const item = base + keyDocs[foldedOrder[at]!]!;
			const score = prior(item);
			if (offsets[at + 1]! - offsets[at]! === key.length) {
				found.set(item, { item, tier: tier.exactKey, score });
			} else if (score >= least) {
				candidates.add(item, score);
				least = candidates.least();
			}
		}
	}
	for (const { item, score } of candidates.items()) {
		if (!found.has(item)) found.set(item, { item, tier: tier.keyPrefix, score });
	}
}

/** How well the words of the query stand together in the title: in order, next to each other, at its beginning. */
function closeness(library: Library, item: number, query: Query): number {
	const title = words(titleOfItem(library, item));
	let together = 0;
	let last = -2;
	let matched = 0;
	for (const word of query.words) {
		const at = title.findIndex((one) => matches(one, word));
		if (at < 0) continue;
		matched++;
		if (at === last + 1) together += 1;
		else if (at > last && last >= 0) together += 0.4;
		if (at === 0) together += 0.3;
		last = at;
	}
	const share = matched / Math.max(4, title.length);
	return 0.1 * together + 0.15 * share;
}

function matches(word: string, typed: Word): boolean {
	return typed.prefix ? word.startsWith(typed.text) : word === typed.text;
}
