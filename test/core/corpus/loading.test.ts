import assert from 'node:assert/strict';
import { createCorpus } from '../../../src/core/corpus/engine.ts';
import type { Corpus } from '../../../src/core/corpus/types.ts';
import { FileError, silent } from '../../../src/core/ports.ts';
import { cancellation, never } from '../../../src/core/util/cancellation.ts';
import { type MemoryStore, memoryStore, storedIn } from '../../support/memory-store.ts';

const file = 'file:///papers.jsonl';

/** So many papers as JSON Lines: enough of them are worth keeping. */
function papers(count: number, word = 'Research'): Uint8Array {
	const line = (_: unknown, i: number) =>
		JSON.stringify({ id: `key${i}`, title: `${word} Number ${i}`, year: 2000, abstract: `On ${word}. `.repeat(20) });
	return new TextEncoder().encode(Array.from({ length: count }, line).join('\n'));
}

const many = papers(1600);

/** A disk with one file, and how often it was read. */
function diskOf(
	bytes: Uint8Array,
	store: MemoryStore,
	more: { signature?: string | undefined; program?: string } = {},
) {
	const disk = {
		bytes: bytes as Uint8Array | undefined,
		signature: 'signature' in more ? more.signature : 'same',
		reads: 0,
		/** Called when the file is opened to be read in parts. */
		opened: () => {},
		/** The file is shorter by now than when it was opened. */
		cut: false,
		program: more.program ?? 'this program',
		cache: store,
		files: {
			async read() {
				disk.reads++;
				if (!disk.bytes) throw new FileError(file, 'does not exist');
				return disk.bytes;
			},
			async open() {
				const bytes = await disk.files.read();
				disk.opened();
				const { read, ...rest } = storedIn(bytes);
				return {
					...rest,
					read(start: number, end: number) {
						if (disk.cut) throw new Error('the file is too short');
						return read(start, end);
					},
				};
			},
			signature: async () => disk.signature,
		},
	};
	return disk;
}

function corpusOn(disk: ReturnType<typeof diskOf>): Corpus {
	return createCorpus({ breathe: () => new Promise((resolve) => setImmediate(resolve)), log: silent, disk });
}

const titleOf = async (corpus: Corpus, key: string) => (await corpus.papers([key], 'everything', never))[0]?.title;

/** The name of what is kept of the file, besides the note on its signature. */
const keptName = (store: MemoryStore) => [...store.files.keys()].find((name) => !name.endsWith('note'))!;

/** Changes one byte of what is kept. */
function damage(store: MemoryStore, at: (length: number) => number): void {
	const bytes = store.files.get(keptName(store))!;
	bytes[at(bytes.length)]! ^= 1;
}

describe('sources that the corpus reads by itself', () => {
	it('are not even read at the second start, and give the same', async () => {
		const store = memoryStore();
		const first = corpusOn(diskOf(many, store));
		const report = await first.load({ file }, never);
		const disk = diskOf(many, store);
		const second = corpusOn(disk);
		assert.deepEqual(await second.load({ file }, never), report);
		assert.equal(disk.reads, 0);
		assert.deepEqual(await second.all('everything', never), await first.all('everything', never));
		const question = { query: 'research 17', scope: 'everything', limit: 20 } as const;
		assert.deepEqual(await second.complete(question, never), await first.complete(question, never));
	});

	it('are read, but not taken apart again, where only their content says that they are the same', async () => {
		const store = memoryStore();
		await corpusOn(diskOf(many, store)).load({ file }, never);
		const name = keptName(store);
		const before = store.files.get(name);
		for (const signature of ['touched', undefined]) {
			const disk = diskOf(many, store, { signature });
			const corpus = corpusOn(disk);
			await corpus.load({ file }, never);
			assert.equal(disk.reads, 1);
			assert.equal(await titleOf(corpus, 'key7'), 'Research Number 7');
		}
		assert.equal(store.files.get(name), before);
	});

	it('are taken anew when they change, when another program reads them, and when nothing kept is to count', async () => {
		const store = memoryStore();
		await corpusOn(diskOf(many, store)).load({ file }, never);
		const changed = corpusOn(diskOf(papers(1600, 'Other'), store, { signature: 'later' }));
		await changed.load({ file }, never);
		assert.equal(await titleOf(changed, 'key7'), 'Other Number 7');
		assert.equal(store.files.size, 2, 'what the file gave before is not kept any longer');
		const other = diskOf(many, store, { program: 'another program' });
		await corpusOn(other).load({ file }, never);
		assert.equal(other.reads, 1);
		const before = store.files.get(keptName(store));
		const fresh = diskOf(many, store, { program: 'another program' });
		await corpusOn(fresh).load({ file, fresh: true }, never);
		assert.equal(fresh.reads, 1);
		assert.notEqual(store.files.get(keptName(store)), before);
	});

	it('are read again when what was kept is damaged, and nobody notices', async () => {
		for (const at of [(length: number) => length - 2000, (length: number) => length - 3]) {
			const store = memoryStore();
			await corpusOn(diskOf(many, store)).load({ file }, never);
			damage(store, at);
			const disk = diskOf(many, store);
			const corpus = corpusOn(disk);
			assert.equal((await corpus.load({ file }, never))?.papers, 1600);
			assert.equal(disk.reads, 1);
			assert.equal(await titleOf(corpus, 'key7'), 'Research Number 7');
		}
	});

	it('are read again when a paper turns out to be damaged, before anybody gets an answer', async () => {
		const store = memoryStore();
		await corpusOn(diskOf(many, store)).load({ file }, never);
		damage(store, () => 30);
		const disk = diskOf(many, store);
		const corpus = corpusOn(disk);
		await corpus.load({ file }, never);
		assert.equal(disk.reads, 0);
		assert.equal(await titleOf(corpus, 'key1'), 'Research Number 1');
		assert.equal(disk.reads, 0, 'the other papers are whole');
		assert.equal(await titleOf(corpus, 'key0'), 'Research Number 0');
		assert.equal(disk.reads, 1);
		assert.equal((await corpus.all('everything', never)).length, 1600);
	});

	it('are gone when a paper is damaged and there is nothing to read it from', async () => {
		const store = memoryStore();
		await corpusOn(diskOf(many, store)).load({ file }, never);
		damage(store, () => 30);
		const disk = diskOf(many, store);
		const corpus = corpusOn(disk);
		await corpus.load({ file }, never);
		disk.bytes = undefined;
		assert.equal(await titleOf(corpus, 'key0'), undefined);
		assert.equal(await corpus.count('everything'), 0);
	});

	it('are held in memory where there is no room', async () => {
		for (const room of [0, 100_000, 1_000_000]) {
			const store = memoryStore({ room });
			const corpus = corpusOn(diskOf(many, store));
			assert.equal((await corpus.load({ file }, never))?.papers, 1600);
			assert.equal(await titleOf(corpus, 'key1599'), 'Research Number 1599');
		}
	});

	it('are not kept when they are small, nor when somebody hands over what an editor holds', async () => {
		const store = memoryStore();
		const corpus = corpusOn(diskOf(papers(10, 'Small'), store));
		await corpus.load({ file }, never);
		await corpus.load({ file: 'file:///edited.jsonl', bytes: many }, never);
		assert.equal(await corpus.count('everything'), 1610);
		assert.equal(store.files.size, 0);
	});

	it('say how far they are, and end at once when they are cancelled', async () => {
		const store = memoryStore();
		const disk = diskOf(papers(10_000), store);
		const corpus = corpusOn(disk);
		const { token, cancel } = cancellation();
		corpus.onDidProgress((how) => {
			assert.equal(how.file, file);
			assert.ok(how.papers > 0 && how.papers < 10_000);
			cancel();
		});
		assert.equal(await corpus.load({ file }, token), undefined);
		assert.ok(token.isCancellationRequested, 'progress was told');
		assert.equal(await corpus.count('everything'), 0);
		assert.equal(store.files.size, 0);
	});

	it('are read once more, in one piece, where they changed while they were read in parts', async () => {
		for (const cut of [false, true]) {
			const store = memoryStore();
			const disk = diskOf(many, store);
			disk.opened = () => {
				disk.bytes = papers(1600, 'Other');
				disk.signature = 'later';
				disk.cut = cut;
			};
			const corpus = corpusOn(disk);
			assert.equal((await corpus.load({ file }, never))?.papers, 1600);
			assert.equal(disk.reads, 2);
			assert.equal(await titleOf(corpus, 'key7'), 'Other Number 7');
			const next = corpusOn(diskOf(many, store, { signature: 'before' }));
			await next.load({ file }, never);
			assert.equal(await titleOf(next, 'key7'), 'Research Number 7', 'what was kept is what it is named by');
		}
	});

	it('are refused where they have too many papers, and what they gave before stays', async () => {
		const disk = diskOf(many, memoryStore());
		const corpus = createCorpus({ breathe: () => Promise.resolve(), log: silent, disk, mostPapers: 3000 });
		await corpus.load({ file }, never);
		disk.bytes = papers(3001);
		await assert.rejects(
			corpus.load({ file, fresh: true }, never),
			(error) => error instanceof FileError && /more than 3,000 papers/.test(error.message),
		);
		assert.equal(await corpus.count('everything'), 1600);
		disk.bytes = papers(3000);
		assert.equal((await corpus.load({ file, fresh: true }, never))?.papers, 3000);
	});

	it('cannot be read where there is no disk, and say so', async () => {
		const corpus = createCorpus({ breathe: () => Promise.resolve(), log: silent });
		await assert.rejects(corpus.load({ file }, never), FileError);
	});
});
