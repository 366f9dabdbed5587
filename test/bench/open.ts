// How soon papers are there at the first start and at the second: `npm run bench -- open [100000]`.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { silent } from '../../src/core/ports.ts';
import { never } from '../../src/core/util/cancellation.ts';
import { createWorkerCorpus } from '../../src/host/node/corpus.ts';
import { uriOf } from '../../src/host/node/workspace.ts';
import { buildCorpusThread } from '../support/corpus-thread.ts';
import { readPapers, requireSharedData } from '../support/shared-data.ts';
import { table } from '../support/table.ts';

const question = { query: 'vaswani att', scope: 'everything', limit: 50 } as const;
const mb = (bytes: number) => (bytes / 2 ** 20).toFixed(0);

interface Start {
	/** Milliseconds to the first answer of completion, and of suggestion after it. */
	readonly ready: number;
	readonly suggested: number;
	/** Seconds of CPU, of all threads. */
	readonly seconds: number;
	readonly hits: string;
	/** Bytes of the process: at most, and when all is done, beyond those that it began with. */
	readonly peak: number;
	readonly held: number;
}

/** One start of the thread that holds the papers, up to the first answers. */
async function start(script: string, cache: string, source: string): Promise<Start> {
	const baseline = process.memoryUsage().rss;
	const began = performance.now();
	const corpus = createWorkerCorpus({ script, log: silent, cache });
	await corpus.load({ file: uriOf(source) }, never);
	const hits = await corpus.complete(question, never);
	const ready = performance.now() - began;
	const { user, system } = process.cpuUsage();
	const asked = performance.now();
	await corpus.suggest({ scope: 'everything', limit: 10, context: { text: 'Attention needs no recurrence.' } }, never);
	const suggested = performance.now() - asked;
	// What is garbage goes when the thread has time.
	await new Promise((resolve) => setTimeout(resolve, 5000));
	const held = process.memoryUsage().rss - baseline;
	const peak = process.resourceUsage().maxRSS * 1024 - baseline;
	corpus.dispose();
	return { ready, suggested, seconds: (user + system) / 1e6, hits: JSON.stringify(hits), peak, held };
}

/** The same in a process of its own. */
function startApart(...args: readonly [script: string, cache: string, source: string]): Start {
	const output = execFileSync(process.execPath, [fileURLToPath(import.meta.url), apart, ...args], { encoding: 'utf8' });
	return JSON.parse(output) as Start;
}

const apart = '--start';

async function main(): Promise<void> {
	const [word, script_, cache_, source_] = process.argv.slice(2);
	if (word === apart) {
		console.log(JSON.stringify(await start(script_!, cache_!, source_!)));
		return;
	}
	requireSharedData();
	const sizes = process.argv.slice(2).map(Number).filter(Boolean);
	const folder = mkdtempSync(path.join(tmpdir(), 'relwork-open-'));
	const script = buildCorpusThread(folder);
	const rows: string[][] = [];
	for (const [size, lines] of await readPapers(sizes.length > 0 ? sizes : [10_000, 100_000])) {
		const source = path.join(folder, `${size}.jsonl`);
		writeFileSync(source, lines.join('\n'));
		lines.length = 0;
		// What was written this very moment is not trusted by its times alone.
		const past = new Date(Date.now() - 60_000);
		utimesSync(source, past, past);
		await new Promise((resolve) => setTimeout(resolve, 2500));
		const cache = path.join(folder, `cache-${size}`);
		const cold = startApart(script, cache, source);
		const warm = Array.from({ length: 5 }, () => startApart(script, cache, source));
		const kept = readdirSync(cache).reduce((sum, name) => sum + statSync(path.join(cache, name)).size, 0);
		if (warm.some(({ hits }) => hits !== cold.hits)) throw new Error('The second start answers otherwise.');
		const best = Math.min(...warm.map(({ ready }) => ready));
		const least = (name: 'suggested' | 'peak' | 'held') => Math.min(...warm.map((one) => one[name]));
		rows.push([
			`${size}`,
			cold.ready.toFixed(0),
			cold.seconds.toFixed(1),
			best.toFixed(0),
			`1/${(cold.ready / best).toFixed(0)}`,
			least('suggested').toFixed(0),
			mb(cold.peak),
			mb(cold.held),
			mb(least('peak')),
			mb(least('held')),
			mb(statSync(source).size),
			mb(kept),
		]);
	}
	rmSync(folder, { recursive: true });
	const head = [
		'papers',
		'first start, ms',
		's of CPU',
		'second, ms',
		'ratio',
		'sentence after it, ms',
		'first: peak, MB',
		'held',
		'second: peak',
		'held',
		'file',
		'kept',
	];
	console.log(table(head, rows));
}

void main();
