import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sqlite3 from '@sqlite.org/sqlite-wasm';
import { Document } from 'flexsearch';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { createCorpus } from '../../src/core/corpus/engine.ts';
import { silent } from '../../src/core/ports.ts';
import { never } from '../../src/core/util/cancellation.ts';
import { breathe } from '../../src/host/node/breathe.ts';
import { createCacheStore } from '../../src/host/node/cache-store.ts';
import { sourceFiles } from '../../src/host/node/source-files.ts';
import { uriOf } from '../../src/host/node/workspace.ts';

/** Papers that can be searched; all answers are keys, best first, at most ten. */
export interface SearchIndex {
	search(query: string): Promise<readonly string[]> | readonly string[];
	/** What an unknown key may mean, where there is a way of its own to ask that. */
	repair?(key: string): Promise<readonly string[]>;
	/** Makes it anew from what it was saved as; undefined where nothing can be saved. */
	reopen?: () => unknown;
	close?(): void;
}

/** Makes an index of the papers in a file of JSON Lines. */
type Build = (file: string) => SearchIndex | Promise<SearchIndex>;

type Row = Readonly<Record<'key' | 'title' | 'authors' | 'year', string>>;

const fields = ['key', 'title', 'authors', 'year'] as const;
const limit = 10;

function* rowsOf(file: string): Generator<Row> {
	for (const line of readFileSync(file, 'utf8').split('\n')) {
		if (!line) continue;
		const { key, title, authors, year } = JSON.parse(line) as { [field: string]: unknown };
		yield { key: `${key}`, title: `${title}`, authors: `${authors}`, year: `${year}` };
	}
}

/** Letters and numbers apart, as all engines but ours need them: `smith2021`. */
function apart(query: string): string {
	return query.replace(/(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu, ' ');
}

/** Ours as it is used: papers and their abstracts, of which what need not be in memory is kept on disk. */
const ours: Build = async (file) => {
	const folder = mkdtempSync(path.join(tmpdir(), 'relwork-peers-'));
	const open = async () => {
		const disk = { files: sourceFiles, cache: createCacheStore(folder), program: 'benchmark' };
		const corpus = createCorpus({ breathe, log: silent, disk });
		await corpus.load({ file: uriOf(file) }, never);
		return corpus;
	};
	const corpus = await open();
	const scope = 'everything';
	return {
		search: async (query) => (await corpus.complete({ query, scope, limit }, never)).map(({ key }) => key),
		repair: async (key) => (await corpus.repair({ key, scope, limit }, never)).map((hit) => hit.key),
		reopen: async () => (await open()).dispose(),
		close() {
			corpus.dispose();
			rmSync(folder, { recursive: true });
		},
	};
};

const miniSearch: Build = (file) => {
	const options = { fields: [...fields], idField: 'key' };
	const index = new MiniSearch<Row>(options);
	for (const row of rowsOf(file)) index.add(row);
	let saved: string | undefined;
	return {
		search(query) {
			const exact = index.search(apart(query), { prefix: true, combineWith: 'AND' });
			const found = exact.length > 0 ? exact : index.search(apart(query), { prefix: true, fuzzy: 0.25 });
			return found.slice(0, limit).map(({ id }) => `${id}`);
		},
		reopen: () => MiniSearch.loadJSON<Row>((saved ??= JSON.stringify(index)), options),
	};
};

const flexSearch: Build = (file) => {
	const index = new Document({
		document: { id: 'key', index: [...fields] },
		tokenize: 'forward',
		encoder: 'LatinBalance',
	});
	for (const row of rowsOf(file)) index.add(row);
	return {
		search: (query) =>
			index.search(apart(query), { limit, merge: true, suggest: true }).map(({ id }: { id: unknown }) => `${id}`),
	};
};

const fuse: Build = (file) => {
	const index = new Fuse([...rowsOf(file)], { keys: [...fields], ignoreLocation: true });
	return { search: (query) => index.search(query, { limit }).map(({ item }) => item.key) };
};

/**
 * SQLite with FTS5, in memory. The columns are in the table and `detail` is full: without either, its ranking is
 * nothing or slow. It knows no misspellings.
 */
const sqlite: Build = async (file) => {
	const { oo1, capi, wasm } = await sqlite3();
	const db = new oo1.DB(':memory:');
	db.exec(
		`CREATE VIRTUAL TABLE papers USING fts5(${fields.join()}, prefix='2 3', tokenize='unicode61 remove_diacritics 2')`,
	);
	db.transaction(() => {
		const insert = db.prepare('INSERT INTO papers VALUES (?, ?, ?, ?)');
		for (const { key, title, authors, year } of rowsOf(file)) {
			// The letters and numbers of keys apart, as in queries.
			insert.bind([`${key} ${apart(key)}`, title, authors, year]).stepReset();
		}
		insert.finalize();
	});
	db.exec(`INSERT INTO papers(papers) VALUES ('optimize')`);
	const select = db.prepare('SELECT key FROM papers WHERE papers MATCH ? ORDER BY bm25(papers) LIMIT ?');
	const keysOf = (match: string) => {
		const keys: string[] = [];
		select.bind([match, limit]);
		while (select.step()) keys.push(`${select.get(0)}`.split(' ', 1)[0]!);
		select.reset();
		return keys;
	};
	let saved: Uint8Array | undefined;
	return {
		search(query) {
			const words = apart(query).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
			if (words.length === 0) return [];
			const terms = words.map((word, i) => (i === words.length - 1 ? `"${word}" *` : `"${word}"`));
			const all = keysOf(terms.join(' AND '));
			return all.length > 0 ? all : keysOf(words.map((word) => `"${word}" *`).join(' OR '));
		},
		reopen() {
			saved ??= capi.sqlite3_js_db_export(db);
			const again = new oo1.DB(':memory:');
			const bytes = wasm.allocFromTypedArray(saved);
			const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE;
			capi.sqlite3_deserialize(again, 'main', bytes, saved.length, saved.length, flags);
			again.selectValue('SELECT count(*) FROM papers WHERE papers MATCH ?', ['a']);
			again.close();
		},
		close: () => db.close(),
	};
};

/** The engines, ours first, each as its manual advises for such records: all words and the beginning of the last; else any of them, with typos. */
export const searchEngines: ReadonlyMap<string, Build> = new Map([
	['ours', ours],
	['MiniSearch 7.2', miniSearch],
	['FlexSearch 0.8', flexSearch],
	['SQLite FTS5 3.54', sqlite],
	['fuse.js 7.5', fuse],
]);
