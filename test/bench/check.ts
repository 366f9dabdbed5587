// How long a document is checked after a letter was typed, beside looking its keys up with fuse.js: `npm run bench check`.
import Fuse from 'fuse.js';
import { never } from '../../src/core/util/cancellation.ts';
import { memoryWorkspace, uriOf } from '../support/memory-workspace.ts';
import { serviceOver } from '../support/service.ts';
import { readPapers, requireSharedData } from '../support/shared-data.ts';
import { quantile, table } from '../support/table.ts';

const citations = 500;
/** Every so many citations one is of a key that no paper has, and one is empty. */
const wrong = 50;
const empty = 100;
const edits = 15;
/** fuse.js looks at every paper for every key: a few keys tell how long all would take. */
const asked = 4;

interface Row {
	readonly key: string;
	readonly title: string;
}

function documentOf(rows: readonly Row[]): string {
	const sentences = Array.from({ length: citations }, (_, i) => {
		const { key, title } = rows[(i * 7) % rows.length]!;
		const cited = i % empty === 1 ? '' : i % wrong === 2 ? `${key}x` : key;
		return `Much is known of ${title.toLowerCase()} \\cite{${cited}}.`;
	});
	return `\\documentclass{article}\n\\begin{document}\n${sentences.join('\n')}\n\\end{document}\n`;
}

/** Milliseconds of each check, and how many problems were found. */
async function check(lines: readonly string[], text: string): Promise<{ times: number[]; problems: number }> {
	const workspace = memoryWorkspace({ 'main.tex': text, 'papers.jsonl': Buffer.from(lines.join('\n')) });
	const service = serviceOver(workspace, { corpus: ['papers.jsonl'] });
	const uri = uriOf('main.tex');
	let problems = (await service.check(uri, never)).length;
	const times: number[] = [];
	for (let edit = 1; edit <= edits; edit++) {
		workspace.set('main.tex', text.replace('Much', `Much${'h'.repeat(edit)}`));
		const start = performance.now();
		problems = (await service.check(uri, never)).length;
		times.push(performance.now() - start);
	}
	service.dispose();
	return { times, problems };
}

async function main(): Promise<void> {
	requireSharedData();
	const sizes = process.argv.slice(2).map(Number).filter(Boolean);
	const rows: string[][] = [];
	for (const [size, lines] of await readPapers(sizes.length > 0 ? sizes : [250, 10_000, 100_000])) {
		const papers = lines.map((line) => JSON.parse(line) as Row);
		const text = documentOf(papers);
		const { times, problems } = await check(lines, text);

		const fuse = new Fuse(
			papers.map(({ key }) => key),
			{ ignoreLocation: true },
		);
		const start = performance.now();
		for (const { key } of papers.slice(0, asked)) fuse.search(key, { limit: 1 });
		const theirs = ((performance.now() - start) / asked) * citations;
		const ours = quantile(times, 0.5);
		rows.push([
			`${size}`,
			`${problems}`,
			ours.toFixed(1),
			quantile(times, 0.95).toFixed(1),
			theirs.toFixed(0),
			`×${(theirs / ours).toFixed(0)}`,
		]);
	}
	console.log(`A document of ${citations} citations, checked after each of ${edits} edits.`);
	console.log(table(['papers', 'problems', 'check p50, ms', 'p95', `fuse.js, ms (from ${asked} keys)`, 'ratio'], rows));
}

void main();
