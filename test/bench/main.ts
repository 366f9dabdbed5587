// How quick search is, beside fuse.js over the same papers: `npm run bench [-- 250 10000 100000]`.
import Fuse from 'fuse.js';
import { createCorpus } from '../../src/core/corpus/engine.ts';
import type { Corpus } from '../../src/core/corpus/types.ts';
import { silent } from '../../src/core/ports.ts';
import { never } from '../../src/core/util/cancellation.ts';
import { readPapers, readQueries, requireSharedData } from '../support/shared-data.ts';
import { quantile, table } from '../support/table.ts';

interface Row {
	readonly key: string;
	readonly title: string;
	readonly authors: readonly string[];
	readonly year: number;
}

const file = 'file:///papers.jsonl';
const encoder = new TextEncoder();
const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(0);
const milliseconds = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(0));

/** Times each query: the better of two runs, as other work disturbs single ones. */
async function time(queries: readonly string[], ask: (query: string) => unknown): Promise<number[]> {
	const times: number[] = [];
	for (const query of queries) {
		let best = Number.POSITIVE_INFINITY;
		for (let run = 0; run < 2; run++) {
			const start = performance.now();
			await ask(query);
			best = Math.min(best, performance.now() - start);
		}
		times.push(best);
	}
	return times;
}

/** What is asked while someone types a query. */
function beginnings(query: string): string[] {
	return Array.from({ length: query.length }, (_, i) => query.slice(0, i + 1));
}

/** Loads a corpus, and measures the processor's seconds, how long the longest wait of a question was, and memory. */
async function load(text: string): Promise<{ corpus: Corpus; seconds: number; longest: number; memory: number }> {
	let last = performance.now();
	let longest = 0;
	const breathe = () =>
		new Promise<void>((resolve) => {
			setImmediate(() => {
				longest = Math.max(longest, performance.now() - last);
				last = performance.now();
				resolve();
			});
		});
	globalThis.gc?.();
	const before = process.memoryUsage();
	const corpus = createCorpus({ breathe, log: silent });
	const bytes = encoder.encode(text);
	last = performance.now();
	const start = process.cpuUsage();
	await corpus.load({ file, bytes }, never);
	const { user, system } = process.cpuUsage(start);
	const seconds = (user + system) / 1e6;
	globalThis.gc?.();
	const after = process.memoryUsage();
	const memory = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers - bytes.length;
	return { corpus, seconds, longest, memory };
}

async function main(): Promise<void> {
	requireSharedData();
	const asked = process.argv.slice(2).map(Number).filter(Boolean);
	const queries = readQueries();
	const typed = [...queries.typed, ...queries.typos].filter((_, i) => i % 15 === 0).map(({ q }) => q);
	const loading: string[][] = [];
	const typing: string[][] = [];
	for (const [size, lines] of await readPapers(asked.length > 0 ? asked : [250, 10_000, 100_000])) {
		const { corpus, seconds, longest, memory } = await load(lines.join('\n'));
		const rss = process.memoryUsage().rss;
		loading.push([`${size}`, seconds.toFixed(2), milliseconds(longest), megabytes(memory), megabytes(rss)]);

		const limit = 50;
		const scope = 'everything';
		const complete = (query: string) => corpus.complete({ query, scope, limit }, never);
		const keystrokes = await time(typed.flatMap(beginnings), complete);
		// A linear search of so many papers takes seconds each time: a few whole queries tell enough.
		const few = typed.slice(0, size > 50_000 ? 3 : 20);
		const ours = await time(few, complete);
		const sentences = await time(
			queries.contexts.slice(0, 60).map(({ q }) => q),
			(text) => corpus.suggest({ context: { text }, scope, limit: 10 }, never),
		);
		const repairs = await time(
			queries.unknownKeys.slice(0, 60).map(({ q }) => q),
			(key) => corpus.repair({ key, scope, limit: 10 }, never),
		);
		corpus.dispose();

		const rows = lines.map((line) => JSON.parse(line) as Row);
		const fuse = new Fuse(rows, { keys: ['title', 'authors', 'year', 'key'], ignoreLocation: true });
		const theirs = await time(few, (query) => fuse.search(query, { limit }));
		const [mine, fuses] = [quantile(ours, 0.5), quantile(theirs, 0.5)];
		typing.push([
			`${size}`,
			milliseconds(quantile(keystrokes, 0.5)),
			milliseconds(quantile(keystrokes, 0.95)),
			milliseconds(mine),
			milliseconds(fuses),
			`×${(fuses / mine).toFixed(0)}`,
			milliseconds(quantile(sentences, 0.5)),
			milliseconds(quantile(repairs, 0.5)),
		]);
	}
	console.log(`${table(['papers', 'load, s of CPU', 'longest wait, ms', 'held, MB', 'process, MB'], loading)}\n`);
	console.log(
		table(
			[
				'papers',
				'keystroke p50, ms',
				'p95',
				'whole query p50',
				'fuse.js p50',
				'ratio',
				'sentence p50',
				'wrong key p50',
			],
			typing,
		),
	);
}

void main();
