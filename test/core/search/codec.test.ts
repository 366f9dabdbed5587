import assert from 'node:assert/strict';
import fc from 'fast-check';
import { identities } from '../../../src/core/corpus/identity.ts';
import type { Paper } from '../../../src/core/model/paper.ts';
import { openSegment, writeSegment } from '../../../src/core/search/codec.ts';
import { bytesInMemory } from '../../../src/core/search/records.ts';
import { buildSegment, docOfKey, LostRecord, paperOf, type Segment } from '../../../src/core/search/segment.ts';
import { memoryStore, storedIn } from '../../support/memory-store.ts';

const stamp = 'a program';

function last<T>(work: Generator<void, T>): T {
	for (;;) {
		const step = work.next();
		if (step.done) return step.value;
	}
}

function written(papers: readonly Paper[]): { readonly bytes: Uint8Array; readonly segment: Segment } {
	const store = memoryStore();
	const writer = store.create();
	const memory = bytesInMemory();
	const append = (chunk: Uint8Array) => {
		memory.append(chunk);
		writer.append(chunk);
	};
	const storage = { append, bytes: memory.bytes };
	const segment = last(buildSegment('file:///a.bib', papers, identities, storage));
	last(writeSegment(segment, stamp, 'a report', writer));
	writer.keep('it');
	return { bytes: store.files.get('it')!, segment };
}

/** All of a segment but where its records lie. */
function dataOf({ records, ...rest }: Segment) {
	const { bytes, ...places } = records;
	return { ...rest, places };
}

// Any UTF-16 there is, halves of surrogate pairs among it.
const text = fc
	.array(fc.oneof(fc.constantFrom(...'abc {}é—学\u{1f600}\ud800\udc00\ufeff'), fc.string()))
	.map((all) => all.join(''));
const paper: fc.Arbitrary<Paper> = fc
	.record({ title: text, family: text, year: fc.integer({ min: -5, max: 70_000 }), abstract: text, alias: text })
	.map(({ title, family, year, abstract, alias }) => ({
		id: '',
		type: 'book',
		title,
		author: [{ family }],
		issued: { 'date-parts': [[year]] },
		aliases: [alias],
		...(abstract && { abstract }),
		provenance: [],
	}));
const corpora = fc.array(paper, { maxLength: 12 }).map((papers) => papers.map((one, i) => ({ ...one, id: `key${i}` })));

const three: readonly Paper[] = ['One', 'Two — zwei', 'Three'].map((title, i) => ({
	id: `k${i}`,
	type: 'book',
	title,
	abstract: `About ${title}.`,
	provenance: [],
}));

describe('segments as bytes', () => {
	it('come back as they were, whatever the papers', () => {
		fc.assert(
			fc.property(corpora, (papers) => {
				const { bytes, segment } = written(papers);
				const opened = openSegment(storedIn(bytes), stamp);
				assert.ok(opened);
				assert.equal(opened.about, 'a report');
				assert.deepEqual(dataOf(opened.segment), dataOf(segment));
				for (const { id } of papers) {
					const doc: number | undefined = docOfKey(opened.segment, id);
					assert.ok(doc !== undefined);
					assert.deepEqual(paperOf(opened.segment, doc), paperOf(segment, doc));
				}
			}),
			{ numRuns: 50 },
		);
	});

	it('are not taken from another program', () => {
		assert.equal(openSegment(storedIn(written(three).bytes), 'another program'), undefined);
	});

	it('are refused at any length but their own', () => {
		const { bytes } = written(three);
		for (let length = 0; length < bytes.length; length++) {
			assert.equal(openSegment(storedIn(bytes.slice(0, length)), stamp), undefined);
		}
		assert.equal(openSegment(storedIn(Uint8Array.from([...bytes, 0])), stamp), undefined);
	});

	it('are refused, or the damaged record is, when any byte changes', () => {
		const { bytes, segment } = written(three);
		for (let at = 0; at < bytes.length; at++) {
			for (const flip of [1, 0x80, 0xff]) {
				const damaged = bytes.slice();
				damaged[at]! ^= flip;
				const opened = openSegment(storedIn(damaged), stamp);
				if (!opened) continue;
				const lost = three.filter((_, doc) => {
					try {
						assert.deepEqual(paperOf(opened.segment, doc), paperOf(segment, doc));
						return false;
					} catch (error) {
						assert.ok(error instanceof LostRecord, `byte ${at} changed what is read`);
						return true;
					}
				});
				assert.equal(lost.length, 1, `a change of byte ${at} goes unnoticed`);
			}
		}
	});

	it('survive what is no segment at all', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => openSegment(storedIn(bytes), stamp) === undefined),
		);
	});

	it('lose a record that cannot be read any more, and nothing else', () => {
		const { bytes } = written(three);
		let gone = false;
		const stored = storedIn(bytes);
		const read = (start: number, end: number) => {
			if (gone) throw new Error('the disk is gone');
			return stored.read(start, end);
		};
		const { segment } = openSegment({ ...stored, read }, stamp)!;
		gone = true;
		assert.equal(docOfKey(segment, 'k1'), 1);
		assert.throws(() => paperOf(segment, 1), LostRecord);
	});
});
