// Real theses in an editor: how long all files of one take to check, and how long a letter holds up typing:
// `npm run bench -- real-thesis [aurina-phd …]`.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { defaultConfig } from '../../src/core/config.ts';
import { createConfigSource } from '../../src/core/config-source.ts';
import { silent } from '../../src/core/ports.ts';
import { rules } from '../../src/core/rules/index.ts';
import { createCitationService } from '../../src/core/service.ts';
import { never } from '../../src/core/util/cancellation.ts';
import { createWorkerCorpus } from '../../src/host/node/corpus.ts';
import { buildCorpusThread } from '../support/corpus-thread.ts';
import { memoryWorkspace, uriOf } from '../support/memory-workspace.ts';
import { sharedData } from '../support/shared-data.ts';
import { spent } from '../support/spent.ts';
import { quantile, table } from '../support/table.ts';

/** What is measured where nothing is named: most citations, largest bibliography, most files, most lines. */
const usual = ['aurina-phd', 'sinkpoint', 'bkkkk-smt', 'garyfallidis-eit'];
const edits = 60;
const folder = path.join(sharedData, 'extract');
/** Every rule, those included that are off by default. */
const all = Object.fromEntries(rules.map(({ id, severity }) => [id, severity]));

function filesOf(name: string): Record<string, Buffer> {
	const base = path.join(folder, name);
	const names = readdirSync(base, { recursive: true, encoding: 'utf8' });
	const files = names.filter((file) => statSync(path.join(base, file)).isFile());
	return Object.fromEntries(files.map((file) => [file, readFileSync(path.join(base, file))]));
}

/** Milliseconds in which this thread was busy with some work, and until it was done. */
async function timed(work: () => Promise<unknown>): Promise<{ readonly busy: number; readonly wall: number }> {
	await new Promise((resolve) => setTimeout(resolve, 20));
	const before = spent();
	const start = performance.now();
	await work();
	const wall = performance.now() - start;
	return { busy: spent() - before, wall };
}

/** One thesis; its files that are open in the editor are the one that cites most. */
async function measure(name: string, script: string): Promise<string[]> {
	const { root } = JSON.parse(readFileSync(path.join(folder, name, 'oracle.json'), 'utf8')) as { root: string };
	const workspace = memoryWorkspace(filesOf(name));
	const config = createConfigSource(workspace, { forFile: () => ({ ...defaultConfig, rules: all }) });
	const corpus = createWorkerCorpus({ script, log: silent });
	const service = createCitationService({ workspace, corpus, config, log: silent });
	const { files: included, citations } = await service.cites(uriOf(root), never);
	const files = [...new Set([uriOf(root), ...included])];
	const cited = new Map(files.map((file) => [file, citations.filter((one) => one.file === file).length]));
	const edited = files.reduce((a, b) => (cited.get(a)! < cited.get(b)! ? b : a));
	await service.check(edited, never);

	// As the view of citations does it.
	const delay = monitorEventLoopDelay({ resolution: 1 });
	delay.enable();
	const others = await timed(async () => {
		for (const file of files) await service.check(file, never);
	});
	delay.disable();

	const text = workspace.text(edited);
	const words = [...text.matchAll(/(?<= )[a-z]{4,}(?= )/g)].map(({ index }) => index);
	const busy: number[] = [];
	const wall: number[] = [];
	for (let edit = 0; edit < edits; edit++) {
		const place = words[Math.floor((words.length / edits) * edit)]!;
		workspace.set(edited, `${text.slice(0, place)}h${text.slice(place)}`);
		const taken = await timed(() => service.check(edited, never));
		busy.push(taken.busy);
		wall.push(taken.wall);
	}
	service.dispose();
	corpus.dispose();
	const shown = (values: readonly number[]) => [quantile(values, 0.5).toFixed(1), quantile(values, 0.95).toFixed(1)];
	return [
		name,
		`${files.length}`,
		`${citations.length}`,
		others.busy.toFixed(0),
		others.wall.toFixed(0),
		(delay.max / 1e6).toFixed(0),
		`${Math.round(text.length / 1000)}`,
		`${cited.get(edited)}`,
		...shown(busy),
		...shown(wall),
	];
}

function main(): Promise<void> {
	if (!existsSync(folder)) {
		console.log('Skipped: the documents to measure on are not in ../shared/data.');
		return Promise.resolve();
	}
	const built = mkdtempSync(path.join(tmpdir(), 'relwork-thesis-'));
	const script = buildCorpusThread(built);
	return report(script).finally(() => rmSync(built, { recursive: true }));
}

async function report(script: string): Promise<void> {
	const named = process.argv.slice(2);
	const rows: string[][] = [];
	for (const name of named.length > 0 ? named : usual) rows.push(await measure(name, script));
	console.log(
		'Theses with every rule on, the papers in a thread of their own: milliseconds in which typing has to wait',
	);
	console.log(`(busy) and until all is known. In the file that cites most, ${edits} letters are typed.`);
	const head = ['thesis', 'files', 'citations', 'all files busy', 'known', 'longest', 'kchars', 'its citations'];
	console.log(table([...head, 'letter busy p50', 'p95', 'known p50', 'p95'], rows));
}

void main();
