// How quick search is in the thread that holds the papers, beside fuse.js over the same ones: `npm run bench -- main`,
// sizes may follow: `250 10000 100000 1000000`.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Fuse from 'fuse.js';
import type { Corpus } from '../../src/core/corpus/types.ts';
import { silent } from '../../src/core/ports.ts';
import { never } from '../../src/core/util/cancellation.ts';
import { createWorkerCorpus } from '../../src/host/node/corpus.ts';
import { uriOf } from '../../src/host/node/workspace.ts';
import { buildCorpusThread } from '../support/corpus-thread.ts';
import { writePapers } from '../support/many-papers.ts';
import { readQueries, requireSharedData } from '../support/shared-data.ts';
import type { SharedPaper } from '../support/shared-papers.ts';
import { quantile, table } from '../support/table.ts';

type Ask = (query: string) => unknown;

const limit = 50;
const scope = 'everything';
/** A linear search of more papers is not worth the wait. */
const mostLinear = 100_000;
const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(0);
const milliseconds = (value: number) => value.toFixed(value < 10 ? 2 : 0);

/** What is asked while someone types a query. */
function beginnings(query: string): string[] {
	return Array.from({ length: query.length }, (_, i) => query.slice(0, i + 1));
}

/**
 * Milliseconds of the processor for each question, both threads and what goes between them counted: where nothing else
 * runs, it is what one waits. The better of some rounds through all of them, as other work disturbs single ones; by the
 * second round, what was remembered of the first one's answers is forgotten.
 */
async function time(queries: readonly string[], ask: Ask, rounds = 2): Promise<number[]> {
	const times = queries.map(() => Number.POSITIVE_INFINITY);
	for (let round = 0; round < rounds; round++) {
		for (const [i, query] of queries.entries()) {
			const start = process.cpuUsage();
			await ask(query);
			const { user, system } = process.cpuUsage(start);
			times[i] = Math.min(times[i]!, (user + system) / 1000);
		}
	}
	return times;
}

const shown = (times: readonly number[], ...shares: readonly number[]) =>
	shares.map((share) => milliseconds(quantile(times, share)));

/** Opens a corpus, and tells how long it took until it answered. */
async function open(script: string, cache: string, source: string): Promise<{ corpus: Corpus; ready: number }> {
	const began = performance.now();
	const corpus = createWorkerCorpus({ script, log: silent, cache });
	await corpus.load({ file: uriOf(source) }, never);
	await corpus.complete({ query: 'a', scope, limit }, never);
	return { corpus, ready: performance.now() - began };
}

async function settle(): Promise<number> {
	// What is garbage goes when the thread has time.
	await new Promise((resolve) => setTimeout(resolve, 5000));
	globalThis.gc?.();
	return process.memoryUsage().rss;
}

function linear(source: string): Ask {
	const rows = readFileSync(source, 'utf8')
		.split('\n')
		.filter(Boolean)
		.map((line) => JSON.parse(line) as SharedPaper);
	const fuse = new Fuse(rows, { keys: ['title', 'authors', 'year', 'key'], ignoreLocation: true });
	return (query) => fuse.search(query, { limit });
}

async function main(): Promise<void> {
	requireSharedData();
	const asked = process.argv.slice(2).map(Number).filter(Boolean);
	const queries = readQueries();
	const typed = [...queries.typed, ...queries.typos].filter((_, i) => i % 15 === 0).map(({ q }) => q);
	const sentences = queries.contexts.slice(0, 60).map(({ q }) => q);
	const keys = queries.unknownKeys.filter((_, i) => i % 8 === 0).map(({ q }) => q);
	const folder = mkdtempSync(path.join(tmpdir(), 'relwork-bench-'));
	const script = buildCorpusThread(folder);
	const loading: string[][] = [];
	const typing: string[][] = [];
	for (const size of asked.length > 0 ? asked : [250, 10_000, 100_000]) {
		const source = path.join(folder, `${size}.jsonl`);
		await writePapers(source, size);
		const before = await settle();
		const start = process.cpuUsage();
		const first = await open(script, folder, source);
		const { user, system } = process.cpuUsage(start);
		first.corpus.dispose();
		await settle();
		const { corpus, ready } = await open(script, folder, source);

		const complete = (query: string) => corpus.complete({ query, scope, limit }, never);
		const repair = (key: string) => corpus.repair({ key, scope, limit: 10 }, never);
		const suggest = (text: string) => corpus.suggest({ context: { text }, scope, limit: 10 }, never);
		const keystrokes = await time(typed.flatMap(beginnings), complete);
		const repairs = await time(keys, repair);
		const fits = await time(sentences, suggest);
		loading.push([
			`${size}`,
			((user + system) / 1e6).toFixed(1),
			(first.ready / 1000).toFixed(1),
			milliseconds(ready),
			megabytes((await settle()) - before),
			megabytes(statSync(source).size),
		]);
		// A linear search takes seconds each time: a few whole queries tell enough.
		const few = typed.slice(0, size > 50_000 ? 3 : 20);
		const ours = quantile(await time(few, complete), 0.5);
		corpus.dispose();
		const theirs = size > mostLinear ? undefined : quantile(await time(few, linear(source), 1), 0.5);
		typing.push([
			`${size}`,
			...shown(keystrokes, 0.5, 0.95, 0.99),
			milliseconds(ours),
			theirs === undefined ? '' : milliseconds(theirs),
			theirs === undefined ? '' : `×${(theirs / ours).toFixed(0)}`,
			...shown(fits, 0.5, 0.95),
			...shown(repairs, 0.5, 0.95),
		]);
	}
	rmSync(folder, { recursive: true });
	console.log(
		`${table(['papers', 'first start, s of CPU', 's', 'second start, ms', 'process, MB more', 'file, MB'], loading)}\n`,
	);
	const head = ['papers', 'keystroke p50, ms of CPU', 'p95', 'p99', 'whole query p50', 'fuse.js p50', 'ratio'];
	console.log(table([...head, 'sentence p50', 'p95', 'wrong key p50', 'p95'], typing));
}

void main();
