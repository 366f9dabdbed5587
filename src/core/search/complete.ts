import { words } from '../text/tokens.ts';
import { createLibrary, type Library, paperOfItem } from './library.ts';
import { type Matches, matchAll, matchSome, readExactly, readNearly } from './match.ts';
import { parseQuery, type Query, type Word } from './query.ts';
import type { Segment } from './segment.ts';
import { prefixRange } from './strings.ts';
import { top } from './top.ts';

/** How a paper answers a typed query; a higher tier always stands above a lower one. */
export const tier = { exactKey: 5, keyPrefix: 4, words: 3, typos: 2, some: 1 } as const;
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
/** Of how many candidates, at least, titles are compared word by word with the query. */
const looked = 50;

/** The papers that a typed query may mean, best first, at most `limit`. */
export function complete(library: Library, text: string, limit: number, prior: Prior): Ranked[] {
	const query = parseQuery(text);
	const found = new Map<number, Ranked>();
	if (query.key !== '') addKeys(library, query.key, limit, prior, found);
	const [first] = query.words;
	if (first === undefined) return ordered(found, limit);
	const short = query.words.length === 1 && first.prefix && first.text.length <= 2;
	if (short && found.size >= limit) return ordered(found, limit);

	const add = (matches: Matches, at: Tier) => {
		const candidates = top(Math.max(limit, looked));
		for (const item of matches.items) if (!found.has(item)) candidates.add(item, matches.scores[item]!);
		for (const { item, score } of candidates.items()) {
			found.set(item, { item, tier: at, score: score * (1 + closeness(library, item, query) + 0.3 * prior(item)) });
		}
	};
	if (short) {
		add(startingWith(library, first), tier.words);
		return ordered(found, limit);
	}
	add(
		matchAll(
			library,
			query.words.map((word) => readExactly(library, word)),
		),
		tier.words,
	);
	if (found.size < few && query.joined)
		add(
			matchAll(
				library,
				query.joined.map((word) => readExactly(library, word)),
			),
			tier.words,
		);
	if (found.size < few) {
		const near = query.words.map((word) => readNearly(library, word, false));
		let matches = matchAll(library, near);
		if (found.size === 0 && matches.items.length === 0) {
			const anyFirst = query.words.map((word) => readNearly(library, word, true));
			matches = matchAll(library, anyFirst);
		}
		add(matches, tier.typos);
		if (found.size === 0 || (query.words.length > 1 && found.size < few)) {
			const lax = found.size === 0 ? query.words.map((word) => readNearly(library, word, true)) : near;
			add(matchSome(library, lax), tier.some);
		}
	}
	return ordered(found, limit);
}

function ordered(found: ReadonlyMap<number, Ranked>, limit: number): Ranked[] {
	return [...found.values()].sort((a, b) => b.tier - a.tier || b.score - a.score || a.item - b.item).slice(0, limit);
}

function addKeys(library: Library, key: string, limit: number, prior: Prior, found: Map<number, Ranked>): void {
	const candidates = top(limit);
	library.segments.forEach(({ foldedKeys, foldedOrder, keyDocs }, i) => {
		const { low, high } = prefixRange(foldedKeys, key);
		for (let at = low; at < high; at++) {
			const item = library.bases[i]! + keyDocs[foldedOrder[at]!]!;
			if (foldedKeys.offsets[at + 1]! - foldedKeys.offsets[at]! === key.length) {
				found.set(item, { item, tier: tier.exactKey, score: prior(item) });
			} else candidates.add(item, prior(item));
		}
	});
	for (const { item, score } of candidates.items()) {
		if (!found.has(item)) found.set(item, { item, tier: tier.keyPrefix, score });
	}
}

/** How well the words of the query stand together in the title: in order, next to each other, at its beginning. */
function closeness(library: Library, item: number, query: Query): number {
	const title = words(paperOfItem(library, item).title);
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

// What starts with one or two letters is a large part of any library, and the same part every time.
const starts = new WeakMap<
	Segment,
	Map<string, { readonly docs: readonly number[]; readonly scores: readonly number[] }>
>();
const mostStarts = 200;

function startingWith(library: Library, word: Word): Matches {
	const scores = new Float32Array(library.size);
	const items: number[] = [];
	library.segments.forEach((segment, i) => {
		let known = starts.get(segment);
		if (!known) starts.set(segment, (known = new Map()));
		let list = known.get(word.text);
		if (!list) {
			const own = createLibrary([segment]);
			const all = matchAll(own, [readExactly(own, word)]);
			const best = top(mostStarts);
			for (const doc of all.items) best.add(doc, all.scores[doc]!);
			const kept = best.items();
			list = { docs: kept.map((one) => one.item), scores: kept.map((one) => one.score) };
			known.set(word.text, list);
		}
		list.docs.forEach((doc, k) => {
			const item = library.bases[i]! + doc;
			items.push(item);
			scores[item] = list.scores[k]!;
		});
	});
	return { items, scores };
}
