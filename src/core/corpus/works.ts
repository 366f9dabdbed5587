import type { Paper } from '../model/paper.ts';
import { docsOf, hashesOf } from '../search/hash-table.ts';
import { type Library, outlineOfItem, paperOfItem, segmentOf } from '../search/library.ts';
import { contentOf, contradict, identities, merge, reasons, type Signature, signatureOf, whySame } from './identity.ts';

/** An entry as it is compared. */
interface Entry {
	readonly item: number;
	readonly names: readonly string[];
	readonly signature: Signature;
	readonly content: string;
}

/** Two entries that are of one work, and how surely: less is surer. */
interface Link {
	readonly a: Entry;
	readonly b: Entry;
	readonly doubt: number;
}

/** Entries that may be of one work. So many share no id and no title but a meaningless one. */
const MOST_ENTRIES = 60;

/** An entry of a work. */
export interface Member {
	readonly item: number;
	/** Did it appear anywhere but in a repository of preprints? Undefined where its source doesn't say. */
	readonly published: boolean | undefined;
}

export function isPreprint({ published }: Member): boolean {
	return published === false;
}

const known = new WeakMap<Library, Map<number, readonly Member[]>>();

/**
 * The entries of the work that an item is of, itself among them, in order of the sources. What A and B have in common
 * and B and C have makes all three one work, unless two of them contradict each other: then the surer link holds. An
 * entry that could as well be of one as of another work is a work by itself.
 */
export function workOf(library: Library, item: number): readonly Member[] {
	let works = known.get(library);
	if (!works) known.set(library, (works = new Map()));
	const found = works.get(item);
	if (found) return found;
	for (const work of divide(connected(library, item))) {
		const members = work.map((entry) => ({ item: entry.item, published: entry.signature.published }));
		members.sort((a, b) => a.item - b.item);
		for (const member of members) works.set(member.item, members);
	}
	return works.get(item)!;
}

/** The other entries that share an id or the title with an item, of one work with it or not; at most some. */
export function akinTo(library: Library, item: number): readonly number[] {
	const found = new Set<number>();
	for (const value of hashesOf(identities(outlineOfItem(library, item)))) {
		for (const [i, segment] of library.segments.entries()) {
			for (const doc of docsOf(segment.identities, value)) {
				if (library.bases[i]! + doc !== item) found.add(library.bases[i]! + doc);
				if (found.size >= MOST_ENTRIES) return [...found];
			}
		}
	}
	return [...found];
}

/** All entries that links lead to, whatever the way. */
function connected(library: Library, item: number): Entry[] {
	const entries = new Map<number, Entry>();
	const add = (at: number) => {
		const paper = outlineOfItem(library, at);
		const names = identities(paper);
		entries.set(at, { item: at, names, signature: signatureOf(paper), content: contentOf(paper) });
	};
	add(item);
	// Grows while it is walked.
	for (const entry of entries.values()) {
		for (const value of hashesOf(entry.names)) {
			for (const [i, segment] of library.segments.entries()) {
				for (const doc of docsOf(segment.identities, value)) {
					if (entries.size >= MOST_ENTRIES) return [...entries.values()];
					if (!entries.has(library.bases[i]! + doc)) add(library.bases[i]! + doc);
				}
			}
		}
	}
	return [...entries.values()];
}

/** Entries as works: joined from the surest link on, in an order that follows from what they say. */
function divide(entries: readonly Entry[]): readonly (readonly Entry[])[] {
	const joined = new Map(entries.map((entry) => [entry, [entry]]));
	const fits = (a: readonly Entry[], b: readonly Entry[]) =>
		!a.some(({ signature }) => b.some((other) => contradict(signature, other.signature)));
	for (const { a, b, doubt } of linksOf(entries)) {
		const [one, other] = [joined.get(a)!, joined.get(b)!];
		if (one === other || !fits(one, other)) continue;
		if (doubt >= doubtful && (isTorn(a, one, entries, joined, fits) || isTorn(b, other, entries, joined, fits)))
			continue;
		one.push(...other);
		for (const entry of other) joined.set(entry, one);
	}
	return [...new Set(joined.values())];
}

/** From here on a link is only a title in common, which several works may have. */
const doubtful = 10 * reasons.indexOf('yearless');

function linksOf(entries: readonly Entry[]): Link[] {
	const sorted = [...entries].sort((a, b) =>
		a.content < b.content ? -1 : a.content > b.content ? 1 : a.item - b.item,
	);
	const links: Link[] = [];
	for (const [i, a] of sorted.entries()) {
		for (const b of sorted.slice(i + 1)) {
			const why = whySame(a.signature, b.signature);
			if (!why) continue;
			const apart = Math.abs((a.signature.year ?? 0) - (b.signature.year ?? 0));
			links.push({ a, b, doubt: 10 * reasons.indexOf(why) + (why === 'version' ? apart : 0) });
		}
	}
	// Stable: in the order of content where the doubt is the same.
	return links.sort((a, b) => a.doubt - b.doubt);
}

/** Could an entry that has no work yet be of two that exclude each other? */
function isTorn(
	entry: Entry,
	own: readonly Entry[],
	entries: readonly Entry[],
	joined: ReadonlyMap<Entry, readonly Entry[]>,
	fits: (a: readonly Entry[], b: readonly Entry[]) => boolean,
): boolean {
	if (own.length > 1) return false;
	const candidates = new Set<readonly Entry[]>();
	for (const other of entries) {
		if (other !== entry && whySame(entry.signature, other.signature)) candidates.add(joined.get(other)!);
	}
	const works = [...candidates];
	return works.some((a, i) => works.slice(i + 1).some((b) => !fits(a, b)));
}

/**
 * The entries of other sources that are the same work as this one, in order of the sources. Entries of one source stay
 * apart, though they be of one work: each has its own key, and each may be cited.
 */
function others(library: Library, item: number): readonly Member[] {
	if (library.segments.length < 2) return [];
	const segment = segmentOf(library, item);
	return workOf(library, item).filter((other) => segmentOf(library, other.item) !== segment);
}

/**
 * Which of a paper's entries in different sources is best by a rank, of which less is better; of equals, the one that
 * was published rather than a preprint, then the first.
 */
export function bestEntry(library: Library, item: number, rank: (item: number) => number): number {
	const same = others(library, item);
	if (same.length === 0) return item;
	const own = workOf(library, item).filter((one) => one.item === item);
	const order = (a: Member, b: Member) =>
		rank(a.item) - rank(b.item) || Number(isPreprint(a)) - Number(isPreprint(b)) || a.item - b.item;
	return [...own, ...same].sort(order)[0]!.item;
}

/**
 * A paper with what other sources know of it; its own key stays, and so does what it says itself. Gaps are filled from
 * what was published before they are from preprints.
 */
export function merged(library: Library, item: number): Paper {
	const same = [...others(library, item)].sort((a, b) => Number(isPreprint(a)) - Number(isPreprint(b)));
	return same.map((other) => paperOfItem(library, other.item)).reduce(merge, paperOfItem(library, item));
}
