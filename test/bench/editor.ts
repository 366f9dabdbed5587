// How soon papers are listed while someone types in a real VS Code: `npm run bench -- editor [10000 100000]`. Beside an
// extension with three fixed items, which is the least that any of them takes; and beside another extension, alone in
// its window, where BESIDE_VSIX is the path of its package.
import { execFileSync } from 'node:child_process';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Page } from 'playwright-core';
import { inProject } from '../../scripts/lib/project.mjs';
import { startSession, type Window } from '../e2e/support/session.ts';
import { writePapers } from '../support/many-papers.ts';
import { readQueries, requireSharedData } from '../support/shared-data.ts';
import { bibtexOf, type SharedPaper } from '../support/shared-papers.ts';
import { quantile, table } from '../support/table.ts';

/** So many keystrokes, at least. */
const keystrokes = 200;
/** A list that did not change for so long, in milliseconds, is what a person reads. */
const still = 250;
/** After so long without any change there is no list. */
const patience = 3000;
const loading = 10 * 60_000;
/** What the typing probe lists. */
const fixedItem = { query: 'a', label: 'first' };

interface Case {
	readonly name: string;
	readonly folder: string;
	readonly file: string;
	/** What is listed once all is read. */
	readonly ready: { readonly query: string; readonly label: string };
}

/** A document that ends where a citation may be typed. */
const text = (bibliography: string) =>
	`\\documentclass{article}\n\\begin{document}\n${bibliography}\nMuch is known of search.\n\n`;

async function firstLines(file: string, count: number): Promise<string[]> {
	const lines: string[] = [];
	for await (const line of createInterface({ input: createReadStream(file) })) if (lines.push(line) === count) break;
	return lines;
}

/** A folder with papers in it: as a corpus, or as the bibliography of its document. */
async function caseOf(folder: string, size: number, bibliography: boolean): Promise<Case> {
	const name = `${size} papers, ${bibliography ? '`.bib`' : 'corpus'}`;
	const own = path.join(folder, `${size}-${bibliography ? 'bib' : 'corpus'}`);
	mkdirSync(own);
	const papers = path.join(own, 'papers.jsonl');
	await writePapers(papers, size);
	const [first] = (await firstLines(papers, 1)).map((line) => JSON.parse(line) as SharedPaper);
	if (bibliography) {
		writeFileSync(path.join(own, 'papers.bib'), (await firstLines(papers, size)).map(bibtexOf).join(''));
		rmSync(papers);
	}
	writeFileSync(path.join(own, 'main.tex'), text(bibliography ? '\\bibliography{papers}' : ''));
	writeFileSync(path.join(own, 'fixed.txt'), text(''));
	return { name, folder: own, file: 'main.tex', ready: { query: first!.key, label: first!.key } };
}

/** Milliseconds of each keystroke, asked by another extension in the same host, and until the first right list. */
async function ask({ workbench, folder }: Window, one: Case, queries: readonly string[]) {
	const result = path.join(folder, 'probe-result.json');
	rmSync(result, { force: true });
	writeFileSync(path.join(folder, 'probe.json'), JSON.stringify({ file: one.file, ready: one.ready, queries }));
	// Right after the start the editor may not know the command yet.
	for (let tries = 1; ; tries++) {
		try {
			await workbench.run('Typing Probe: Run');
			break;
		} catch (error) {
			if (tries === 5) throw error;
			await workbench.page.keyboard.press('Escape');
		}
	}
	for (const since = Date.now(); !existsSync(result); ) {
		if (Date.now() - since > loading) throw new Error(`${one.name}: nothing was listed.`);
		await workbench.page.waitForTimeout(200);
	}
	// It may be just being written.
	await workbench.page.waitForTimeout(200);
	return JSON.parse(readFileSync(result, 'utf8')) as { readonly waited: number; readonly times: readonly number[] };
}

/** In the page: when a key was pressed last, and when the list of suggestions changed last, on the screen. */
function watch(): void {
	const seen = { key: 0, list: 0 };
	Object.assign(globalThis, { seen });
	document.addEventListener(
		'keydown',
		() => {
			seen.key = performance.now();
			seen.list = 0;
		},
		true,
	);
	const isList = ({ target }: MutationRecord) =>
		target instanceof Element && target.closest('.suggest-widget .monaco-list') !== null;
	new MutationObserver((changes) => {
		if (changes.some(isList)) requestAnimationFrame(() => (seen.list = performance.now()));
	}).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
}

/** Presses a key, and gives the milliseconds until the list of suggestions was what it stays; undefined without a list. */
async function press(page: Page, key: string): Promise<number | undefined> {
	await page.keyboard.press(key === ' ' ? 'Space' : key);
	return page.evaluate(
		async ([still, patience]) => {
			const { seen } = globalThis as unknown as { readonly seen: { readonly key: number; readonly list: number } };
			for (;;) {
				await new Promise((resolve) => setTimeout(resolve, 20));
				const now = performance.now();
				if (seen.list > 0 && now - seen.list > still) return seen.list - seen.key;
				if (now - seen.key > patience) return undefined;
			}
		},
		[still, patience] as const,
	);
}

/** Types queries into citations at the end of the active document, as a person does. */
async function type({ workbench: { page } }: Window, queries: readonly string[]): Promise<number[]> {
	await page.evaluate(watch);
	const times: number[] = [];
	for (const query of queries) {
		await page.keyboard.press('Escape');
		await page.keyboard.press('Control+End');
		await page.keyboard.press('Enter');
		await page.keyboard.type('\\cite', { delay: 20 });
		await press(page, '{');
		for (const key of query) {
			const time = await press(page, key);
			if (time !== undefined) times.push(time);
		}
	}
	return times;
}

function probe(folder: string): string {
	const vsix = path.join(folder, 'typing-probe.vsix');
	const vsce = inProject('node_modules/@vscode/vsce/vsce');
	const argv = [vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--skip-license', '--out', vsix];
	execFileSync(process.execPath, argv, { cwd: inProject('test/fixtures/typing-probe'), stdio: 'ignore' });
	return vsix;
}

async function main(): Promise<void> {
	requireSharedData();
	const asked = process.argv.slice(2).map(Number).filter(Boolean);
	const { typed, typos } = readQueries();
	const queries: string[] = [];
	for (const { q } of [...typed, ...typos].filter((_, i) => i % 31 === 0)) {
		if (queries.join('').length < keystrokes) queries.push(q);
	}
	const folder = mkdtempSync(path.join(tmpdir(), 'relwork-editor-'));
	const others = [probe(folder)];
	const cases = [await caseOf(folder, asked[0] ?? 10_000, true), await caseOf(folder, asked[1] ?? 100_000, false)];
	const rows: string[][] = [];
	const cells = (times: readonly number[]) =>
		[`${times.length}`, ...[0.5, 0.95].map((share) => quantile(times, share).toFixed(0))] as const;
	const measure = async (alone: boolean, vsix: readonly string[], some: readonly Case[]) => {
		const settings = { 'relatedWork.corpus': ['papers.jsonl'] };
		const session = await startSession(settings, { others: [...others, ...vsix], alone });
		try {
			for (const one of some) {
				const window = await session.open(one.folder, one.file);
				const answers = await ask(window, one, queries);
				const seen = await type(window, queries);
				await window.workbench.screenshot(inProject(`tmp/bench/editor-${rows.length}.png`));
				await window.close();
				rows.push([one.name, (answers.waited / 1000).toFixed(1), ...cells(answers.times), ...cells(seen)]);
			}
		} finally {
			await session.close();
		}
	};
	try {
		// Of another language, and asked in the same windows: ours has no part in it.
		const fixed = cases.map((one) => ({ ...one, name: 'three fixed items', file: 'fixed.txt', ready: fixedItem }));
		const all = cases.flatMap((one, i) => [fixed[i]!, one]);
		await measure(false, [], all);
		const beside = process.env.BESIDE_VSIX;
		const other = { ...cases[0]!, name: `${path.basename(beside ?? '', '.vsix')}, ${cases[0]!.name}` };
		if (beside) await measure(true, [path.resolve(beside)], [fixed[0]!, other]);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
	const head = ['', 'first list, s', 'asked', 'answer p50, ms', 'p95', 'typed', 'key to row p50, ms', 'p95'];
	console.log(table(head, rows));
}

void main();
