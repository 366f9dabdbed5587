// How long the map of the corpus takes to be made and to be drawn, beside the same points as circles of SVG:
// `npm run bench -- picture [1000 10000 100000]`.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { bundleOptions, bundles } from '../../scripts/lib/bundles.mjs';
import { inProject } from '../../scripts/lib/project.mjs';
import { launchChromium } from '../../scripts/vscode/chromium.mjs';
import type { Corpus } from '../../src/core/corpus/types.ts';
import { silent } from '../../src/core/ports.ts';
import type { TopicMap } from '../../src/core/topics/types.ts';
import { never } from '../../src/core/util/cancellation.ts';
import { createWorkerCorpus } from '../../src/host/node/corpus.ts';
import { uriOf } from '../../src/host/node/workspace.ts';
import type { ToPicture } from '../../src/webviews/messages.ts';
import { buildCorpusThread } from '../support/corpus-thread.ts';
import { writePapers } from '../support/many-papers.ts';
import { openPicture, tell } from '../support/picture-page.ts';
import { requireSharedData } from '../support/shared-data.ts';
import { table } from '../support/table.ts';

/** So many papers are cited. */
const cited = 100;
/** So often something is done with the map. */
const times = 40;
const zero = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const everything = { keys: [], scope: 'everything' } as const;

/** Milliseconds of the processor, all threads of this process counted, and by the clock. */
async function timed<T>(work: () => Promise<T>) {
	const [start, began] = [process.cpuUsage(), performance.now()];
	const value = await work();
	const { user, system } = process.cpuUsage(start);
	return { value, busy: (user + system) / 1000, wall: performance.now() - began };
}

const mapOf = (corpus: Corpus) => timed(async () => (await corpus.topics(everything, never))!.map!);

/** Makes the map of so many papers, and again when one of them has another title. */
async function make(folder: string, script: string, size: number) {
	const file = path.join(folder, `${size}.jsonl`);
	await writePapers(file, size);
	const corpus = createWorkerCorpus({ script, log: silent });
	await corpus.load({ file: uriOf(file) }, never);
	const first = await mapOf(corpus);
	const [line, ...others] = readFileSync(file, 'utf8').split('\n');
	const changed = { ...(JSON.parse(line!) as object), title: 'Parsing of sentences with grammars' };
	writeFileSync(file, [JSON.stringify(changed), ...others].join('\n'));
	await corpus.load({ file: uriOf(file) }, never);
	const second = await mapOf(corpus);
	corpus.dispose();
	if (second.value.layout !== first.value.layout) throw new Error('One title has moved all papers.');
	return { first, second };
}

/** What a page is told of a map, some of whose papers a document of one section cites. */
function messagesOf({ sources: _, ...map }: TopicMap): readonly ToPicture[] {
	const step = Math.max(1, Math.floor(map.papers.length / cited));
	const places = Array.from({ length: Math.min(cited, map.papers.length) }, (_, i) => i * step);
	const papers = places.map((place) => ({ ...map.papers[place]!, times: 1 + (place % 3) }));
	const sections = [
		{ title: 'All', depth: 0, file: '', range: zero, papers: places.map((_, i) => i), citations: papers.length },
	];
	return [
		{ type: 'map', stamp: '1', map },
		{ type: 'picture', picture: { root: '', papers, sections, together: [] }, places, stamp: '1' },
	];
}

function bundled(folder: string): { readonly ours: string; readonly svg: string; readonly style: string } {
	const bundle = bundles.find(({ from }) => from === 'src/webviews/picture/main.ts')!;
	const [ours, svg] = [path.join(folder, 'picture.js'), path.join(folder, 'svg.js')];
	const options = { ...bundleOptions(bundle, true), sourcemap: false, logLevel: 'error' } as const;
	buildSync({ ...options, outfile: ours });
	buildSync({ ...options, entryPoints: ['test/support/svg-map.ts'], outfile: svg });
	return { ours, svg, style: inProject('src/webviews/picture/picture.css') };
}

/** Milliseconds of the processor for each of some frames, all processes of the browser counted. */
async function perFrame(browser: Browser, page: Page, act: (i: number) => Promise<unknown>): Promise<number> {
	const session = await browser.newBrowserCDPSession();
	const spent = async () => {
		const { processInfo } = await session.send('SystemInfo.getProcessInfo');
		return 1000 * processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
	};
	const drawn = () => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(undefined))));
	await drawn();
	const before = await spent();
	for (let i = 0; i < times; i++) {
		await act(i);
		await drawn();
	}
	await drawn();
	const after = await spent();
	await session.detach();
	return (after - before) / times;
}

/** What drawing costs, and what is done with the map once it is there. */
async function draw(browser: Browser, script: string, style: string, messages: readonly ToPicture[]) {
	const options = { viewport: { width: 1200, height: 900 } };
	let first = Number.POSITIVE_INFINITY;
	for (let round = 0; round < 3; round++) {
		const page = await openPicture(browser, { script, style }, options);
		first = Math.min(first, await tell(page, messages));
		await page.close();
	}
	const page = await openPicture(browser, { script, style }, options);
	await tell(page, messages);
	const { x, y, width, height } = (await page.locator('.map').boundingBox())!;
	const { mouse } = page;
	const nothing = await perFrame(browser, page, async () => {});
	const point = await perFrame(browser, page, (i) =>
		mouse.move(x + width * (0.2 + (0.6 * i) / times), y + height * (0.3 + 0.04 * ((i * 7) % 10))),
	);
	await mouse.click(x + 3, y + 3);
	await mouse.move(x + width / 2, y + height / 2);
	const zoom = await perFrame(browser, page, (i) => mouse.wheel(0, i < times / 2 ? -50 : 50));
	await mouse.wheel(0, -100);
	await mouse.down();
	const pan = await perFrame(browser, page, (i) => mouse.move(x + width / 2 + 2 * i, y + height / 2 + i));
	await mouse.up();
	const theme = await perFrame(browser, page, (i) =>
		page.evaluate((dark) => document.body.classList.toggle('vscode-dark', dark), i % 2 === 0),
	);
	const session = await page.context().newCDPSession(page);
	await session.send('HeapProfiler.collectGarbage');
	const { usedSize } = await session.send('Runtime.getHeapUsage');
	await page.close();
	return [first, nothing, point, zoom, pan, theme, usedSize / 2 ** 20];
}

async function main(): Promise<void> {
	requireSharedData();
	const asked = process.argv.slice(2).map(Number).filter(Boolean);
	const folder = mkdtempSync(path.join(tmpdir(), 'relwork-picture-'));
	const thread = buildCorpusThread(folder);
	const { ours, svg, style } = bundled(folder);
	const browser = await launchChromium();
	const made: string[][] = [];
	const drawn: string[][] = [];
	const seconds = (ms: number) => (ms / 1000).toFixed(2);
	try {
		for (const size of asked.length > 0 ? asked : [1000, 10_000, 100_000]) {
			const { first, second } = await make(folder, thread, size);
			const times = [first.busy, first.wall, second.busy, second.wall].map(seconds);
			made.push([`${size}`, `${first.value.papers.length}`, ...times, `1/${(first.busy / second.busy).toFixed(0)}`]);
			const messages = messagesOf(first.value);
			for (const [name, script] of Object.entries({ ours, svg })) {
				const figures = await draw(browser, script, style, messages);
				drawn.push([`${first.value.papers.length}, ${name}`, ...figures.map((one) => one.toFixed(1))]);
			}
		}
	} finally {
		await browser.close();
		rmSync(folder, { recursive: true, force: true });
	}
	const head = ['papers', 'on the map', 'first, s of CPU', 's', 'after a change, s of CPU', 's', 'ratio'];
	console.log(`${table(head, made)}\n`);
	const frames = ['nothing', 'point', 'zoom', 'pan', 'theme'].map((name) => `${name}, ms of CPU`);
	console.log(table(['papers', 'first drawing, ms', ...frames, 'heap, MB'], drawn));
}

void main();
