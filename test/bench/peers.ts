// Search beside other libraries over the same papers: `npm run bench -- peers [1000 10000 100000]`.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { tally } from '../quality/score.ts';
import { type SearchIndex, searchEngines } from '../support/search-engines.ts';
import { readPapers, readQueries, requireSharedData } from '../support/shared-data.ts';
import { quantile, table } from '../support/table.ts';

/** Nobody waits longer for one engine and one set of queries; it answers fewer of them then. */
const patience = 15_000;

interface Cost {
	/** Seconds of CPU to build it. */
	readonly build: number;
	/** Bytes on the heap and in arrays once garbage is gone, and of the process, beyond those before. */
	readonly held: number;
	readonly process: number;
	/** Milliseconds to make it from what was saved. */
	readonly open?: number;
}

/** What an engine costs that is alone in its process. */
async function costOf(engine: string, file: string): Promise<Cost> {
	const settle = async () => {
		for (let i = 0; i < 3; i++) {
			globalThis.gc?.();
			await new Promise((resolve) => setTimeout(resolve, 300));
		}
		const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
		return { held: heapUsed + arrayBuffers, rss };
	};
	const before = await settle();
	const start = process.cpuUsage();
	const index = await searchEngines.get(engine)!(file);
	const { user, system } = process.cpuUsage(start);
	const after = await settle();
	await index.search('attention');
	let open: number | undefined;
	for (let run = 0; index.reopen && run < 3; run++) {
		// What is saved is made in the first run.
		if (run === 0) await index.reopen();
		const began = performance.now();
		await index.reopen();
		open = Math.min(open ?? Number.POSITIVE_INFINITY, performance.now() - began);
	}
	index.close?.();
	return {
		build: (user + system) / 1e6,
		held: after.held - before.held,
		process: after.rss - before.rss,
		...(open !== undefined && { open }),
	};
}

async function measure(
	ask: (query: string) => unknown,
	queries: readonly { readonly q: string; readonly gold: string }[],
) {
	const score = tally();
	const times: number[] = [];
	const begun = performance.now();
	for (const { q, gold } of queries) {
		if (performance.now() - begun > patience) break;
		// Of the processor: other work on it disturbs that less.
		const start = process.cpuUsage();
		const keys = (await ask(q)) as readonly string[];
		const { user, system } = process.cpuUsage(start);
		times.push((user + system) / 1000);
		score.add(keys, new Set([gold]));
	}
	return { score, times };
}

type Measured = Awaited<ReturnType<typeof measure>>;

async function quality(index: SearchIndex): Promise<readonly Measured[]> {
	const { typed, typos, unknownKeys } = readQueries();
	// Compiled code is what is measured.
	for (const { q } of [...typed, ...typos].slice(0, 20)) await index.search(q);
	return [
		await measure(index.search, typed),
		await measure(index.search, typos),
		await measure(index.repair ?? index.search, unknownKeys),
	];
}

const milliseconds = (value: number) => value.toFixed(value < 10 ? 2 : 0);
const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(0);

const apart = '--cost';

async function main(): Promise<void> {
	const [word, engine, source] = process.argv.slice(2);
	if (word === apart) {
		console.log(JSON.stringify(await costOf(engine!, source!)));
		return;
	}
	requireSharedData();
	const asked = process.argv.slice(2).map(Number).filter(Boolean);
	const { typed, typos, unknownKeys } = readQueries();
	const gold = new Set([...typed, ...typos, ...unknownKeys].map((one) => one.gold));
	const folder = mkdtempSync(path.join(tmpdir(), 'relwork-peers-'));
	for (const [size, lines] of await readPapers(asked.length > 0 ? asked : [1000, 10_000, 100_000], gold)) {
		const file = path.join(folder, `${size}.jsonl`);
		writeFileSync(file, lines.join('\n'));
		const rows: string[][] = [];
		let [ours, least] = [1, 1];
		for (const [name, build] of searchEngines) {
			const argv = ['--expose-gc', fileURLToPath(import.meta.url), apart, name, file];
			const cost = JSON.parse(execFileSync(process.execPath, argv, { encoding: 'utf8' })) as Cost;
			const index = await build(file);
			const found = await quality(index);
			index.close?.();
			globalThis.gc?.();
			const times = found.flatMap((one) => one.times);
			const middle = quantile(times, 0.5);
			if (name === 'ours') [ours, least] = [middle, cost.process];
			const wanted = [typed, typos, unknownKeys];
			rows.push([
				name,
				cost.build.toFixed(1),
				megabytes(cost.held),
				megabytes(cost.process),
				`×${(cost.process / least).toFixed(1)}`,
				cost.open === undefined ? '' : cost.open.toFixed(0),
				...found.map(({ score }, i) => {
					const [count, ...shares] = score.cells();
					return `${shares.slice(0, 3).join(' / ')}${count === `${wanted[i]!.length}` ? '' : ` (${count})`}`;
				}),
				milliseconds(middle),
				milliseconds(quantile(times, 0.95)),
				`×${(middle / ours).toFixed(middle < ours ? 2 : 1)}`,
			]);
		}
		const head = ['', 'build, s of CPU', 'held, MB', 'process, MB', 'ratio', 'open, ms'];
		const asked = ['typed hit@1/5/10', 'typos', 'did you mean', 'p50, ms of CPU', 'p95', 'ratio'];
		console.log(`${size} papers\n\n${table([...head, ...asked], rows)}\n`);
	}
	rmSync(folder, { recursive: true });
}

void main();
