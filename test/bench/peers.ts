// Search beside other libraries over the same papers, in one process: `npm run bench -- peers [1000 10000 100000]`.
import { Document } from 'flexsearch';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { never } from '../../src/core/util/cancellation.ts';
import { corpusOf, keysOf, tally } from '../quality/score.ts';
import { readPapers, readQueries, requireSharedData } from '../support/shared-data.ts';
import { quantile, table } from '../support/table.ts';

type Row = Readonly<Record<'key' | 'title' | 'authors' | 'year', string>>;

/** The best keys for a query. */
type Search = (query: string) => readonly string[] | Promise<readonly string[]>;

const fields = ['key', 'title', 'authors', 'year'] as const;
const limit = 10;
/** Nobody waits longer for one engine and one set of queries; it answers fewer of them then. */
const patience = 20_000;

function rowOf(line: string): Row {
	const { key, title, authors, year } = JSON.parse(line) as { [field: string]: unknown };
	return { key: `${key}`, title: `${title}`, authors: `${authors}`, year: `${year}` };
}

/** Letters and numbers apart, as all engines but ours need them: `smith2021`. */
function apart(query: string): string {
	return query.replace(/(\p{L})(\d)/gu, '$1 $2');
}

// Each as its manual advises for such records: all words and the beginning of the last; else any of them, with typos.
const engines: Readonly<Record<string, (lines: readonly string[]) => Search | Promise<Search>>> = {
	async ours(lines) {
		const corpus = await corpusOf({ 'file:///papers.jsonl': lines.join('\n') });
		return async (query) => keysOf(await corpus.complete({ query, scope: 'everything', limit }, never));
	},
	MiniSearch(lines) {
		const index = new MiniSearch<Row>({ fields: [...fields], idField: 'key' });
		index.addAll(lines.map(rowOf));
		return (query) => {
			const exact = index.search(apart(query), { prefix: true, combineWith: 'AND' });
			const found = exact.length > 0 ? exact : index.search(apart(query), { prefix: true, fuzzy: 0.25 });
			return found.slice(0, limit).map(({ id }) => `${id}`);
		};
	},
	FlexSearch(lines) {
		const index = new Document({
			document: { id: 'key', index: [...fields] },
			tokenize: 'forward',
			encoder: 'LatinBalance',
		});
		for (const line of lines) index.add(rowOf(line));
		return (query) =>
			index.search(apart(query), { limit, merge: true, suggest: true }).map(({ id }: { id: unknown }) => `${id}`);
	},
	'fuse.js'(lines) {
		const fuse = new Fuse(lines.map(rowOf), { keys: [...fields], ignoreLocation: true });
		return (query) => fuse.search(query, { limit }).map(({ item }) => item.key);
	},
};

async function measure(search: Search, queries: readonly { readonly q: string; readonly gold: string }[]) {
	const score = tally();
	const times: number[] = [];
	const begun = performance.now();
	for (const { q, gold } of queries) {
		if (performance.now() - begun > patience) break;
		const start = performance.now();
		const keys = await search(q);
		const first = performance.now();
		await search(q);
		// The better of two, as other work disturbs single ones.
		times.push(Math.min(first - start, performance.now() - first));
		score.add(keys, new Set([gold]));
	}
	return { score, times };
}

const milliseconds = (value: number) => value.toFixed(value < 10 ? 2 : 0);

async function main(): Promise<void> {
	requireSharedData();
	const asked = process.argv.slice(2).map(Number).filter(Boolean);
	const { typed, typos } = readQueries();
	const gold = new Set([...typed, ...typos].map((one) => one.gold));
	for (const [size, lines] of await readPapers(asked.length > 0 ? asked : [1000, 10_000, 100_000], gold)) {
		const rows: string[][] = [];
		let ours = 1;
		for (const [name, build] of Object.entries(engines)) {
			globalThis.gc?.();
			const before = process.memoryUsage();
			const start = process.cpuUsage();
			const search = await build(lines);
			const { user, system } = process.cpuUsage(start);
			globalThis.gc?.();
			const after = process.memoryUsage();
			const held = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
			const clean = await measure(search, typed);
			const misspelled = await measure(search, typos);
			const times = [...clean.times, ...misspelled.times];
			const middle = quantile(times, 0.5);
			if (name === 'ours') ours = middle;
			rows.push([
				name,
				((user + system) / 1e6).toFixed(1),
				(held / 2 ** 20).toFixed(0),
				...[clean, misspelled].flatMap(({ score }) => {
					const [count, ...shares] = score.cells();
					return [count!, shares.slice(0, 3).join(' / ')];
				}),
				milliseconds(middle),
				milliseconds(quantile(times, 0.95)),
				`×${(middle / ours).toFixed(1)}`,
			]);
		}
		const head = [
			'',
			'build, s of CPU',
			'held, MB',
			'typed',
			'hit@1/5/10',
			'typos',
			'hit@1/5/10',
			'p50, ms',
			'p95',
			'ratio',
		];
		console.log(`${size} papers\n\n${table(head, rows)}\n`);
	}
}

void main();
