import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createCorpus } from '../../../src/core/corpus/engine.ts';
import type { Corpus } from '../../../src/core/corpus/types.ts';
import { silent } from '../../../src/core/ports.ts';
import { never } from '../../../src/core/util/cancellation.ts';

interface Row {
	readonly id?: string;
	readonly title: string;
	readonly authors: readonly string[];
	readonly year: number;
	/** Tells works apart that would have the same key. */
	readonly doi: string;
}

const encoder = new TextEncoder();
const fileOf = (source: number) => `file:///list${source}.jsonl`;
const bytesOf = (rows: readonly Row[]) => encoder.encode(rows.map((row) => JSON.stringify(row)).join('\n'));

async function corpusOf(sources: ReadonlyMap<number, readonly Row[]>): Promise<Corpus> {
	const corpus = createCorpus({ breathe: () => Promise.resolve(), log: silent });
	for (const [source, rows] of sources) await corpus.load({ file: fileOf(source), bytes: bytesOf(rows) }, never);
	return corpus;
}

/** The keys of each source, by the DOI of the paper. */
async function keysOf(sources: ReadonlyMap<number, readonly Row[]>): Promise<Map<string, string>> {
	const keys = new Map<string, string>();
	const corpus = await corpusOf(sources);
	for (const source of sources.keys()) {
		for (const paper of await corpus.all([fileOf(source)], never)) keys.set(`${source} ${paper.DOI}`, paper.id);
	}
	return keys;
}

// Few titles and names, so that there are clashes enough; a DOI is of one work.
const row: fc.Arbitrary<Row> = fc
	.record({
		title: fc.constantFrom('Deep Learning for Text', 'Deep learning for texts', 'Deep Learning for Text Again'),
		author: fc.constantFrom('Lee, K.', 'Lee, A.'),
		number: fc.integer({ min: 1, max: 6 }),
		id: fc.option(fc.constantFrom('leeDeepLearningText2020', 'leedeeplearningtext2020a', 'other'), {
			nil: undefined,
			freq: 4,
		}),
	})
	.map(({ title, author, number, id }) => ({
		...(id !== undefined && { id }),
		title: `${title}`,
		authors: [author],
		year: 2020,
		doi: `10.1000/${number}.${title.length}${author[5]}`,
	}));
const rows = fc.uniqueArray(row, { maxLength: 5, selector: ({ doi }) => doi });
const sources = fc.array(rows, { minLength: 1, maxLength: 4 });
const numbered = (all: readonly (readonly Row[])[]) => new Map(all.map((one, i) => [i, one] as const));

describe('made keys', function () {
	this.timeout(20_000);

	it('are the same in whatever order sources are read', async () => {
		await fc.assert(
			fc.asyncProperty(
				sources.chain((all) =>
					fc.tuple(fc.constant(all), fc.shuffledSubarray([...all.keys()], { minLength: all.length })),
				),
				async ([all, order]) => {
					const keys = await keysOf(numbered(all));
					const others = await keysOf(new Map(order.map((source) => [source, all[source]!])));
					assert.deepEqual(new Map([...others].sort()), new Map([...keys].sort()));
				},
			),
			{ numRuns: 60 },
		);
	});

	it('stay when papers without keys are added at the end of the only file', async () => {
		await fc.assert(
			fc.asyncProperty(rows, rows, async (before, more) => {
				const known = new Set(before.map(({ doi }) => doi));
				const added = more.filter(({ doi, id }) => id === undefined && !known.has(doi));
				const keys = await keysOf(numbered([before]));
				const after = await keysOf(numbered([[...before, ...added]]));
				for (const [paper, key] of keys) assert.equal(after.get(paper), key);
			}),
		);
	});

	it('are those of one work only, and never change one that is given', async () => {
		await fc.assert(
			fc.asyncProperty(sources, async (all) => {
				const works = new Map<string, { readonly doi: string; readonly given: boolean }>();
				for (const [paper, key] of await keysOf(numbered(all))) {
					const [source, doi] = paper.split(' ') as [string, string];
					const { id } = all[Number(source)]!.find((one) => one.doi === doi)!;
					if (id !== undefined) assert.equal(key, id);
					const other = works.get(key.toLowerCase());
					// Two sources may give one key to different works; a made one is never theirs.
					if (other && (id === undefined || !other.given)) assert.equal(doi, other.doi);
					works.set(key.toLowerCase(), { doi, given: id !== undefined || other?.given === true });
				}
			}),
			{ numRuns: 60 },
		);
	});

	it('keep letters apart in one file, in its order, and find each paper by its key', async () => {
		const one = (number: number): Row => ({
			title: 'Deep Learning',
			authors: ['Lee, K.'],
			year: 2020,
			doi: `10.1000/${number}`,
		});
		const other: Row = { title: 'Deep Learning!', authors: ['Lee, Z.'], year: 2020, doi: '10.1000/9' };
		const corpus = await corpusOf(numbered([[one(1), one(2), one(3)], [other]]));
		const keys = (await corpus.all([fileOf(0)], never)).map(({ id }) => id);
		assert.equal(new Set(keys.map((key) => key.replace(/[a-z]$/, ''))).size, 1);
		assert.equal(new Set(keys).size, 3);
		for (const source of [0, 1]) {
			for (const paper of await corpus.all([fileOf(source)], never)) {
				const [found] = await corpus.papers([paper.id], 'everything', never);
				assert.equal(found?.DOI, paper.DOI);
				const [hit] = await corpus.complete({ query: paper.id, scope: 'everything', limit: 3 }, never);
				assert.equal(hit?.paper.DOI, paper.DOI);
			}
		}
	});

	it('are made anew by another formula', async () => {
		const rows: Row[] = [{ title: 'Deep Learning', authors: ['Lee, K.'], year: 2020, doi: '10.1000/1' }];
		const corpus = await corpusOf(numbered([rows]));
		await corpus.load({ file: fileOf(0), bytes: bytesOf(rows), keyFormula: 'auth + shortyear' }, never);
		assert.deepEqual(
			(await corpus.all('everything', never)).map(({ id }) => id),
			['Lee20'],
		);
	});
});
