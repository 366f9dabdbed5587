import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';

// Real papers and queries that are no part of the project: measured on where they are, two folders up.
/** The folder of the data. */
export const sharedData = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

/** Ends the process with a reason, and without an error, where the data is absent. */
export function requireSharedData(): void {
	if (existsSync(`${sharedData}corpora/papers.jsonl.gz`)) return;
	console.log('Skipped: the papers and queries to measure on are not in ../shared/data.');
	process.exit(0);
}

export interface Query {
	readonly kind: string;
	readonly q: string;
	readonly gold: string;
}

export interface ContextQuery {
	readonly kind: 'tex' | 'abs';
	readonly q: string;
	readonly prev: string;
	readonly gold: readonly string[];
}

export interface Queries {
	readonly typed: readonly Query[];
	readonly typos: readonly Query[];
	readonly unknownKeys: readonly Query[];
	readonly contexts: readonly ContextQuery[];
}

export function readQueries(): Queries {
	return JSON.parse(readFileSync(`${sharedData}corpora/queries.json`, 'utf8')) as Queries;
}

/** All papers of the corpus, each a line of JSON. */
export function paperLines(): AsyncIterable<string> {
	return createInterface({ input: createReadStream(`${sharedData}corpora/papers.jsonl.gz`).pipe(createGunzip()) });
}

/**
 * The first papers of the corpus as JSON Lines, in the sizes asked for; each size holds the smaller ones. With
 * `always`, papers with these keys are in every size, in place of as many others.
 */
export async function readPapers(
	sizes: readonly number[],
	always: ReadonlySet<string> = new Set(),
): Promise<Map<number, string[]>> {
	const rows: { readonly line: string; readonly always: boolean }[] = [];
	const most = Math.max(...sizes);
	let others = 0;
	for await (const line of paperLines()) {
		const kept = always.size > 0 && always.has((JSON.parse(line) as { key: string }).key);
		if (!kept && ++others > most) {
			if (always.size === 0) break;
			continue;
		}
		rows.push({ line, always: kept });
	}
	const kept = rows.filter((row) => row.always).length;
	return new Map(
		sizes.map((size) => {
			let room = size - kept;
			return [size, rows.filter((row) => row.always || room-- > 0).map(({ line }) => line)];
		}),
	);
}

/** One citation of a real document with its surroundings. */
export interface CitedContext {
	readonly id: string;
	readonly docId: string;
	readonly file: string;
	readonly sentence: string;
	readonly before: string;
	readonly after: string;
	readonly section: string;
	readonly keys: readonly string[];
	readonly usable: boolean;
}

export function readContexts(): CitedContext[] {
	const lines = readFileSync(`${sharedData}contexts/contexts.jsonl`, 'utf8').trim().split('\n');
	return lines.map((line) => JSON.parse(line) as CitedContext).filter((row) => row.usable);
}

/** The bibliography of a document of `readContexts`, as JSON Lines. */
export function readBibliography(docId: string): Uint8Array {
	return readFileSync(`${sharedData}contexts/corpus/${docId}.jsonl`);
}
