import type { Corpus } from '../../src/core/corpus/types.ts';
import { never } from '../../src/core/util/cancellation.ts';
import { type ContextQuery, type Queries, readPapers, readQueries, requireSharedData } from '../support/shared-data.ts';
import { table } from '../support/table.ts';
import { citingBeside, measureDocuments } from './documents.ts';
import { type KeyParts, styledKeys } from './key-styles.ts';
import { corpusOf, head, keysOf, tally } from './score.ts';

const scope = 'everything';
const limit = 10;
/** So many keys in other styles are asked for. */
const styled = 500;
/** Among so many other papers every so many sentence is asked. */
const crowds = [
	{ size: 10_000, step: 4 },
	{ size: 100_000, step: 12 },
];

/** What people type, and unknown keys. */
async function measureTyped(corpus: Corpus, queries: Queries, lines: readonly string[]): Promise<string[][]> {
	const rows: string[][] = [];
	for (const set of ['typed', 'typos'] as const) {
		const score = tally();
		for (const { q, gold } of queries[set])
			score.add(keysOf(await corpus.complete({ query: q, scope, limit }, never)), new Set([gold]));
		rows.push([set, ...score.cells()]);
	}
	const repaired = tally();
	for (const { q, gold } of queries.unknownKeys)
		repaired.add(keysOf(await corpus.repair({ key: q, scope, limit }, never)), new Set([gold]));
	rows.push(['did you mean', ...repaired.cells()]);
	const restyled = tally();
	const all = styledKeys(lines.map((line) => JSON.parse(line) as KeyParts));
	const step = Math.ceil(all.length / styled);
	for (const { key, gold } of all.filter((_, i) => i % step === 0))
		restyled.add(keysOf(await corpus.repair({ key, scope, limit }, never)), gold);
	return [...rows, ['keys in another style', ...restyled.cells()]];
}

/** Sentences of papers and of abstracts; those of papers once more beside what the others cite. */
async function measureSentences(corpus: Corpus, contexts: readonly ContextQuery[]): Promise<string[][]> {
	const rows: string[][] = [];
	for (const [kind, name] of [
		['tex', 'sentences of papers'],
		['abs', 'sentences of abstracts'],
	] as const) {
		const asked = contexts.filter((one) => one.kind === kind);
		const citingOf = citingBeside(asked.map(({ q, gold }) => ({ text: q, keys: gold, file: kind })));
		const alone = tally();
		const known = tally();
		for (const [i, { q, prev, gold }] of asked.entries()) {
			const question = { context: { text: q, ...(prev && { before: prev }) }, scope, limit } as const;
			alone.add(keysOf(await corpus.suggest(question, never)), new Set(gold));
			if (kind === 'tex')
				known.add(keysOf(await corpus.suggest({ ...question, citing: citingOf(i) }, never)), new Set(gold));
		}
		rows.push([name, ...alone.cells()]);
		if (kind === 'tex') rows.push(['the same, the other sentences known', ...known.cells()]);
	}
	return rows;
}

/** Prints how good search is, by how many papers there are; and how good suggestions are in real documents. */
export async function searchTables(words: readonly string[]): Promise<void> {
	requireSharedData();
	const asked = words.map(Number).filter(Boolean);
	const sizes = asked.length > 0 ? asked : [1000, 10_000];
	const queries = readQueries();
	const { typed, typos, unknownKeys, contexts } = queries;
	const gold = [...typed, ...typos, ...unknownKeys].map((one) => one.gold).concat(contexts.flatMap((one) => one.gold));
	for (const [size, lines] of await readPapers(sizes, new Set(gold))) {
		const corpus = await corpusOf({ 'file:///papers.jsonl': lines.join('\n') });
		const rows = [...(await measureTyped(corpus, queries, lines)), ...(await measureSentences(corpus, contexts))];
		corpus.dispose();
		console.log(`${size} papers\n\n${table(head, rows)}\n`);
	}
	console.log(`Real documents\n\n${table(head, await measureDocuments('own bibliography', undefined, 1))}\n`);
	for (const { size, step } of crowds.filter((one) => sizes.includes(one.size))) {
		const [[, lines] = [0, []]] = await readPapers([size]);
		const rows = await measureDocuments(`${size} other papers`, lines.join('\n'), step);
		console.log(`Real documents, every ${step}th sentence\n\n${table(head, rows)}\n`);
	}
}
