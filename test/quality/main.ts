// How good search is, on real papers and queries: `npm run quality [-- 1000 10000 100000]`; how good the checker is:
// `npm run quality -- damage`.
import { createCorpus } from '../../src/core/corpus/engine.ts';
import type { CitingSentence, Corpus } from '../../src/core/corpus/types.ts';
import type { Context } from '../../src/core/model/citation.ts';
import { silent } from '../../src/core/ports.ts';
import { never } from '../../src/core/util/cancellation.ts';
import {
	type CitedContext,
	readBibliography,
	readContexts,
	readPapers,
	readQueries,
	requireSharedData,
} from '../support/shared-data.ts';
import { table } from '../support/table.ts';
import { damageTables } from './damage.ts';

const file = 'file:///papers.jsonl';
const encoder = new TextEncoder();

/** Share of queries, in percent, with a right answer first, in five, in ten; and of the right ones found in ten. */
function tally() {
	const counts = { asked: 0, first: 0, five: 0, ten: 0, found: 0 };
	return {
		add(keys: readonly string[], gold: ReadonlySet<string>) {
			const rank = keys.findIndex((key) => gold.has(key));
			counts.asked++;
			if (rank === 0) counts.first++;
			if (rank >= 0 && rank < 5) counts.five++;
			if (rank >= 0 && rank < 10) counts.ten++;
			counts.found += keys.slice(0, 10).filter((key) => gold.has(key)).length / gold.size;
		},
		cells(): string[] {
			const { asked, first, five, ten, found } = counts;
			return [`${asked}`, ...[first, five, ten, found].map((count) => ((100 * count) / asked).toFixed(1))];
		},
	};
}

async function corpusOf(bytes: Uint8Array): Promise<Corpus> {
	const corpus = createCorpus({ breathe: () => new Promise((resolve) => setImmediate(resolve)), log: silent });
	await corpus.load({ file, bytes }, never);
	return corpus;
}

const scope = 'everything';
const limit = 10;
const head = ['', 'queries', 'hit@1', 'hit@5', 'hit@10', 'recall@10'];
const rows: string[][] = [];
const keysOf = (hits: readonly { readonly key: string }[]) => hits.map(({ key }) => key);

async function measureQueries(size: number, lines: readonly string[]): Promise<void> {
	const corpus = await corpusOf(encoder.encode(lines.join('\n')));
	const queries = readQueries();
	for (const set of ['typed', 'typos'] as const) {
		const score = tally();
		for (const { q, gold } of queries[set]) {
			score.add(keysOf(await corpus.complete({ query: q, scope, limit }, never)), new Set([gold]));
		}
		rows.push([`${set}, ${size} papers`, ...score.cells()]);
	}
	const repaired = tally();
	for (const { q, gold } of queries.unknownKeys) {
		repaired.add(keysOf(await corpus.repair({ key: q, scope, limit }, never)), new Set([gold]));
	}
	rows.push([`did you mean, ${size} papers`, ...repaired.cells()]);
	for (const kind of ['tex', 'abs'] as const) {
		const score = tally();
		for (const { q, prev, gold } of queries.contexts.filter((one) => one.kind === kind)) {
			const context = { text: q, ...(prev && { before: prev }) };
			score.add(keysOf(await corpus.suggest({ context, scope, limit }, never)), new Set(gold));
		}
		rows.push([`sentences (${kind}), ${size} papers`, ...score.cells()]);
	}
	corpus.dispose();
}

function plain(text: string): string {
	return text
		.replace(/\[(?:CIT|OTHER|REF)\]/g, '')
		.replace(/\s+/g, ' ')
		.trim();
}

function contextOf(row: CitedContext): Context {
	const at = row.sentence.indexOf('[CIT]');
	const beginning = row.sentence.slice(0, Math.max(0, Math.min(30, at)));
	const start = beginning === '' ? -1 : row.before.lastIndexOf(plain(beginning));
	return {
		text: plain(row.sentence),
		lead: plain(row.sentence.slice(0, Math.max(0, at))),
		...(start > 0 && { before: plain(row.before.slice(0, start)) }),
		...(row.section && { section: row.section }),
	};
}

/** Each document against its own bibliography, without and with its other citing sentences. */
async function measureDocuments(): Promise<void> {
	const byDocument = new Map<string, CitedContext[]>();
	for (const row of readContexts()) byDocument.set(row.docId, [...(byDocument.get(row.docId) ?? []), row]);
	const alone = tally();
	const withOthers = tally();
	for (const [docId, cited] of byDocument) {
		const corpus = await corpusOf(readBibliography(docId));
		const sentences = cited.map((row) => ({ text: plain(row.sentence), keys: row.keys }));
		for (const row of cited) {
			const known = await corpus.papers(row.keys, scope, never);
			const gold = new Set(row.keys.filter((_, i) => known[i]));
			if (gold.size === 0) continue;
			const context = contextOf(row);
			const citing: CitingSentence[] = sentences.filter(({ text }) => text !== context.text);
			alone.add(keysOf(await corpus.suggest({ context, scope, limit }, never)), gold);
			withOthers.add(keysOf(await corpus.suggest({ context, scope, limit, citing }, never)), gold);
		}
		corpus.dispose();
	}
	rows.push(
		['own bibliography', ...alone.cells()],
		['own bibliography, citing sentences known', ...withOthers.cells()],
	);
}

async function main(): Promise<void> {
	requireSharedData();
	const asked = process.argv.slice(2).map(Number).filter(Boolean);
	const sizes = asked.length > 0 ? asked : [1000, 10_000];
	const { typed, typos, unknownKeys, contexts } = readQueries();
	const gold = [...typed, ...typos, ...unknownKeys].map((one) => one.gold).concat(contexts.flatMap((one) => one.gold));
	for (const [size, lines] of await readPapers(sizes, new Set(gold))) await measureQueries(size, lines);
	await measureDocuments();
	console.log(table(head, rows));
}

const [what, ...rest] = process.argv.slice(2);
void (what === 'damage' ? damageTables(rest) : main());
