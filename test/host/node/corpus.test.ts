import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { FileError, silent } from '../../../src/core/ports.ts';
import type { Translations } from '../../../src/core/translations.ts';
import { never } from '../../../src/core/util/cancellation.ts';
import { createWorkerCorpus } from '../../../src/host/node/corpus.ts';
import { uriOf } from '../../../src/host/node/workspace.ts';
import type { ThreadCorpus } from '../../../src/host/thread-corpus.ts';

/** Ends the thread when it is told to remove this. */
const deadly = 'file:///deadly';

describe('the thread that holds the papers', () => {
	let folder: string;
	let script: string;
	let open: ThreadCorpus[] = [];

	before(async () => {
		folder = mkdtempSync(join(tmpdir(), 'relwork-thread-'));
		script = join(folder, 'worker.js');
		await build({
			entryPoints: ['src/host/node/corpus-worker.ts'],
			outfile: join(folder, 'corpus-worker.js'),
			bundle: true,
			platform: 'node',
			format: 'cjs',
			mainFields: ['module', 'main'],
			logLevel: 'error',
		});
		writeFileSync(
			script,
			`require('./corpus-worker.js');
			require('node:worker_threads').parentPort.on('message', ({ method, params }) => {
				if (method === 'corpus/remove' && params.file === '${deadly}') process.exit(3);
			});`,
		);
	});
	after(() => rmSync(folder, { recursive: true, force: true }));
	afterEach(() => {
		for (const corpus of open) corpus.dispose();
		open = [];
	});

	function start(cache?: string, translations?: Translations): ThreadCorpus {
		const corpus = createWorkerCorpus({ script, log: silent, cache, translations });
		open.push(corpus);
		return corpus;
	}

	/** A file of so many papers that was written long ago. */
	function sourceOf(name: string, count: number): string {
		const line = (_: unknown, i: number) =>
			JSON.stringify({ id: `key${i}`, title: `Research Number ${i}`, abstract: 'On research. '.repeat(20) });
		const path = join(folder, name);
		writeFileSync(path, Array.from({ length: count }, line).join('\n'));
		utimesSync(path, new Date(2020, 0), new Date(2020, 0));
		return uriOf(path);
	}

	const die = (corpus: ThreadCorpus) =>
		new Promise<{ restarted: boolean; reason: string }>((resolve) => {
			const listening = corpus.onDidCrash((how) => {
				listening.dispose();
				resolve(how);
			});
			corpus.remove(deadly).catch(() => {});
		});

	it('reads files by itself, keeps what they gave, and takes it at the next start', async () => {
		const file = sourceOf('large.jsonl', 2500);
		const cache = join(folder, 'cache');
		const first = start(cache);
		const report = await first.load({ file }, never);
		assert.equal(report?.papers, 2500);
		const [kept] = readdirSync(cache).filter((name) => !name.endsWith('note'));
		assert.ok(kept);
		const second = start(cache);
		assert.deepEqual(await second.load({ file }, never), report);
		const question = { query: 'research 17', scope: 'everything', limit: 5 } as const;
		assert.deepEqual(await second.complete(question, never), await first.complete(question, never));
		assert.deepEqual(
			readdirSync(cache).filter((name) => !name.endsWith('note')),
			[kept],
		);
	});

	it('says of a file why it cannot be read', async () => {
		mkdirSync(join(folder, 'folder.bib'));
		const corpus = start();
		const load = (name: string) => corpus.load({ file: uriOf(join(folder, name)) }, never);
		await assert.rejects(load('gone.bib'), (error) => error instanceof FileError && error.message === 'does not exist');
		await assert.rejects(load('folder.bib'), FileError);
	});

	it('speaks the language that it is told, also of what another one was kept of', async () => {
		const path = join(folder, 'broken.jsonl');
		const paper = JSON.stringify({ title: 'On Research', abstract: 'On research. '.repeat(200) });
		writeFileSync(path, `{broken\n${`${paper}\n`.repeat(300)}`);
		utimesSync(path, new Date(2020, 0), new Date(2020, 0));
		const cache = join(folder, 'languages');
		const told = async (translations?: Translations) => {
			const report = await start(cache, translations).load({ file: uriOf(path) }, never);
			return report?.problems.map(({ message }) => message);
		};
		const english =
			'This is not valid JSON, so that line {0} was skipped. Each line must be one complete object in braces.';
		assert.deepEqual(await told(), [english.replace('{0}', '1')]);
		assert.ok(readdirSync(cache).length > 0);
		assert.deepEqual(await told({ [english]: 'Zeile {0} ist kein JSON.' }), ['Zeile 1 ist kein JSON.']);
	});

	it('is started again when it dies, and then has its papers from what was kept; but only once', async () => {
		const file = sourceOf('again.jsonl', 2500);
		const corpus = start(join(folder, 'again'));
		const running = corpus.load({ file }, never);
		await running;
		const first = await die(corpus);
		assert.equal(first.restarted, true);
		assert.match(first.reason, /code 3/);
		assert.equal(await corpus.count('everything'), 0);
		assert.equal((await corpus.load({ file }, never))?.papers, 2500);
		assert.equal(await corpus.count('everything'), 2500);
		assert.equal((await die(corpus)).restarted, false);
		await assert.rejects(corpus.count('everything'));
	});

	it('lets those who wait know when it dies', async () => {
		const corpus = start();
		const waiting = corpus.load({ file: sourceOf('waiting.jsonl', 5000) }, never);
		const rejected = assert.rejects(waiting);
		await die(corpus);
		await rejected;
	});
});
