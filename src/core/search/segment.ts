import { type Paper, yearOf } from '../model/paper.ts';
import { fold } from '../text/fold.ts';
import { nameIndexer } from './fields.ts';
import { type HashTable, hashesOf, hashTableBuilder } from './hash-table.ts';
import { numberList } from './number-list.ts';
import {
	bytesInMemory,
	type OpenRecord,
	openRecord,
	type RecordStorage,
	type Records,
	recordsBuilder,
} from './records.ts';
import { firstAtLeast, type Section, sectionBuilder } from './section.ts';
import { type Sieve, sieveOf } from './sieve.ts';
import {
	type Dictionary,
	dictionaryOf,
	equalRange,
	type Strings,
	sizeOf,
	stringAt,
	stringsBuilder,
} from './strings.ts';
import { addCounts, textIndexer } from './texts.ts';
import { titleHashes } from './titles.ts';
import { wordTable } from './word-table.ts';

/**
 * The papers of one source and everything to find them by. Immutable, and nothing but strings and typed arrays, so
 * that it can be kept as bytes. A document is a paper's number, in the order of the source.
 */
export interface Segment {
	readonly file: string;
	readonly size: number;
	readonly records: Records;
	/** Titles by document: read so often that they are not decoded from the records. */
	readonly titles: Strings;
	/** The journals, series and publishers that papers appeared in, each once; by document, which one plus one, or 0. */
	readonly venues: Strings;
	readonly venueOf: Uint32Array;
	/** All keys and aliases, as written. */
	readonly keys: Strings;
	/** The document of each key. */
	readonly keyDocs: Uint32Array;
	/** The keys, folded and sorted, and which of `keys` each one is. */
	readonly foldedKeys: Dictionary;
	readonly foldedOrder: Uint32Array;
	/** For typing: terms of keys, names, titles, venues, years. Marks: `field`. */
	readonly names: Section;
	/** For sentences: stemmed terms of titles and abstracts. Marks: counts. */
	readonly texts: Section;
	/** Terms per document in title and abstract. */
	readonly titleLengths: Uint8Array;
	readonly abstractLengths: Uint16Array;
	/** Sums of the two. */
	readonly titleTotal: number;
	readonly abstractTotal: number;
	/** How many documents have an abstract. */
	readonly abstracts: number;
	/** Years of issue; 0 where unknown. */
	readonly years: Uint16Array;
	/** Hashes of titles and of the short names in front of their colons. */
	readonly titleHashes: HashTable;
	/** Hashes of how these begin. */
	readonly titleStarts: Sieve;
	/** Hashes of what says that two papers are the same work. */
	readonly identities: HashTable;
	/** The documents whose key was made, ascending: their source gives none. */
	readonly made: Uint32Array;
	/** Keys that stand for those made first, by document; never kept as bytes. See {@link withKeys}. */
	readonly renamed?: ReadonlyMap<number, string>;
}

/**
 * Builds a segment of papers; an undefined one is a pause. A generator that yields after small steps, so that the caller
 * may pause or give up.
 *
 * @param storage Where the papers themselves are put.
 * @param keyFor Makes the key of a paper that has none.
 */
export function* buildSegment(
	file: string,
	papers: Iterable<Paper | undefined>,
	identities: (paper: Paper) => readonly string[],
	storage: RecordStorage = bytesInMemory(),
	keyFor: (paper: Paper) => string = ({ id }) => id,
): Generator<void, Segment> {
	const records = recordsBuilder(storage.append);
	const names = sectionBuilder((a, b) => a | b);
	const texts = sectionBuilder(addCounts);
	const words = wordTable();
	const indexNames = nameIndexer(names, words);
	const indexTexts = textIndexer(texts, words);
	const keys = keysBuilder();
	const titleLengths: number[] = [];
	const abstractLengths: number[] = [];
	const years: number[] = [];
	const titles = stringsBuilder();
	const venues = venuesBuilder();
	const hashes = hashTableBuilder();
	const starts = numberList();
	const works = hashTableBuilder();
	const made = numberList();
	for (const given of papers) {
		if (!given) {
			yield;
			continue;
		}
		const doc = records.size;
		const paper = given.id === '' ? { ...given, id: keyFor(given) } : given;
		if (paper !== given) made.add(doc);
		records.add(paper);
		for (const key of [paper.id, ...(paper.aliases ?? [])]) keys.add(key, doc);
		indexNames(paper, doc);
		const lengths = indexTexts(paper, doc);
		titleLengths.push(Math.min(255, lengths.title));
		abstractLengths.push(Math.min(65535, lengths.abstract));
		years.push(Math.min(65535, Math.max(0, yearOf(paper) ?? 0)));
		titles.add(paper.title);
		venues.add(venueOf(paper));
		const title = titleHashes(paper.title);
		for (const value of title.whole) hashes.add(value, doc);
		for (const value of title.begun) starts.add(value);
		for (const value of hashesOf(identities(paper))) works.add(value, doc);
		if (doc % 8 === 7) yield;
	}
	return {
		file,
		size: records.size,
		records: { ...records.build(), bytes: storage.bytes },
		...(yield* keys.build()),
		names: yield* names.build(),
		texts: yield* texts.build(),
		titleLengths: new Uint8Array(titleLengths),
		abstractLengths: new Uint16Array(abstractLengths),
		titleTotal: sum(titleLengths),
		abstractTotal: sum(abstractLengths),
		abstracts: abstractLengths.filter((length) => length > 0).length,
		years: new Uint16Array(years),
		titleHashes: yield* hashes.build(),
		titleStarts: sieveOf(starts),
		titles: titles.build(),
		...venues.build(),
		identities: yield* works.build(),
		made: made.pack(),
	};
}

type Keys = Pick<Segment, 'keys' | 'keyDocs' | 'foldedKeys' | 'foldedOrder'>;

function keysBuilder() {
	const keys = stringsBuilder();
	const docs = numberList();
	/** The keys, folded, as documents of which each has one term. */
	const places = sectionBuilder((mark) => mark);
	return {
		add(key: string, doc: number) {
			places.add(places.idOf(fold(key)), docs.length, 0);
			keys.add(key);
			docs.add(doc);
		},
		*build(): Generator<void, Keys> {
			const { terms, starts, docs: foldedOrder } = yield* places.build();
			const foldedKeys = stringsBuilder();
			for (let i = 0; i < sizeOf(terms); i++) {
				for (let at = starts[i]!; at < starts[i + 1]!; at++) foldedKeys.add(stringAt(terms, i));
				if (i % 10_000 === 0) yield;
			}
			return { keys: keys.build(), keyDocs: docs.pack(), foldedKeys: dictionaryOf(foldedKeys.build()), foldedOrder };
		},
	};
}

function venuesBuilder() {
	const names = stringsBuilder();
	const numbers = new Map<string, number>();
	const byDoc = numberList();
	return {
		add(name = '') {
			let number = name && numbers.get(name);
			if (number === undefined) {
				names.add(name);
				numbers.set(name, (number = numbers.size + 1));
			}
			byDoc.add(number || 0);
		},
		build: (): Pick<Segment, 'venues' | 'venueOf'> => ({ venues: names.build(), venueOf: byDoc.pack() }),
	};
}

function venueOf(paper: Paper): string | undefined {
	return paper['container-title'] ?? paper.publisher;
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, one) => total + one, 0);
}

/** The document that has exactly this key or alias. */
export function docOfKey(segment: Segment, key: string): number | undefined {
	const { low, high } = equalRange(segment.foldedKeys, fold(key));
	for (let i = low; i < high; i++) {
		const at = segment.foldedOrder[i]!;
		if (stringAt(segment.keys, at) === key) return segment.keyDocs[at]!;
	}
	return undefined;
}

/** The documents whose key or alias is this one, whatever its case and accents. */
export function docsOfFoldedKey(segment: Segment, key: string): number[] {
	const { low, high } = equalRange(segment.foldedKeys, fold(key));
	return Array.from({ length: high - low }, (_, i) => segment.keyDocs[segment.foldedOrder[low + i]!]!);
}

/** The keys and aliases, as written, that are this one in other letter case. */
export function keysInOtherCase(segment: Segment, key: string): string[] {
	const { low, high } = equalRange(segment.foldedKeys, fold(key));
	const lower = key.toLowerCase();
	return Array.from({ length: high - low }, (_, i) => stringAt(segment.keys, segment.foldedOrder[low + i]!)).filter(
		(other) => other !== key && other.toLowerCase() === lower,
	);
}

/** A paper of a segment can't be read any more: the source must be read again. */
export class LostRecord extends Error {
	override readonly name = 'LostRecord';
	readonly segment: Segment;
	constructor(segment: Segment, cause: unknown) {
		super(`A paper of ${segment.file} was lost: ${cause instanceof Error ? cause.message : cause}`);
		this.segment = segment;
	}
}

/** The paper of a document. Throws LostRecord. */
export function paperOf(segment: Segment, doc: number): Paper {
	const record = read(segment, () => openRecord(segment.records, doc));
	const outline = outlineIn(segment, doc, () => record);
	const abstract = read(segment, record.abstract);
	return abstract === undefined ? outline : { ...outline, abstract };
}

// What is cited is looked at again and again, for its works, for its rules, in every scope.
const outlines = new WeakMap<Segment, Map<number, Paper>>();
const mostOutlines = 5000;

/** The same without its abstract: enough to tell works apart, and sooner there. */
export function outlineOf(segment: Segment, doc: number): Paper {
	return outlineIn(segment, doc, () => openRecord(segment.records, doc));
}

function outlineIn(segment: Segment, doc: number, record: () => OpenRecord): Paper {
	let known = outlines.get(segment);
	if (!known || known.size >= mostOutlines) outlines.set(segment, (known = new Map()));
	let outline = known.get(doc);
	if (!outline) {
		outline = read(segment, () => record().outline());
		const id = segment.renamed?.get(doc);
		if (id !== undefined) outline = { ...outline, id };
		known.set(doc, outline);
	}
	return outline;
}

function read<T>(segment: Segment, from: () => T): T {
	try {
		return from();
	} catch (error) {
		throw new LostRecord(segment, error);
	}
}

/** Was the key of a document made? */
export function isMade({ made }: Segment, doc: number): boolean {
	return made[firstAtLeast(made, doc, 0, made.length)] === doc;
}

/** The key of a document whose key was made. */
export function madeKey({ keys, keyDocs }: Segment, doc: number): string {
	return stringAt(keys, firstAtLeast(keyDocs, doc, 0, keyDocs.length));
}

/** The same segment with other keys, by document, in place of some that were made. */
export function withKeys(segment: Segment, renamed: ReadonlyMap<number, string>): Segment {
	const builder = keysBuilder();
	for (const [at, doc] of segment.keyDocs.entries()) {
		const own = at === 0 || segment.keyDocs[at - 1] !== doc;
		builder.add((own && renamed.get(doc)) || stringAt(segment.keys, at), doc);
	}
	const work = builder.build();
	for (let step = work.next(); ; step = work.next()) if (step.done) return { ...segment, ...step.value, renamed };
}

/** The paper whose own key, no alias and none that was made, is this one. */
export function paperOfOwnKey(segment: Segment, key: string): Paper | undefined {
	for (const doc of docsOfFoldedKey(segment, key)) {
		if (isMade(segment, doc)) continue;
		const paper = paperOf(segment, doc);
		if (paper.id === key) return paper;
	}
	return undefined;
}
