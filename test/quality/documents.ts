import type { CitingSentence, Corpus } from '../../src/core/corpus/types.ts';
import type { Context } from '../../src/core/model/citation.ts';
import { hash, words } from '../../src/core/text/tokens.ts';
import { never } from '../../src/core/util/cancellation.ts';
import { type CitedContext, readBibliography, readContexts } from '../support/shared-data.ts';
import { corpusOf, keysOf, type Tally, tally } from './score.ts';

const bibliography = 'file:///bibliography.jsonl';
const others = 'file:///others.jsonl';
const limit = 10;
/** A sentence that shares more of its words than this (Jaccard) is the same one said again. */
const alike = 0.3;

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
	const rest = plain(row.sentence.slice(at + '[CIT]'.length));
	const behind = plain(row.after);
	const next = behind.startsWith(rest) ? /^.*?[.!?](?=\s|$)/.exec(behind.slice(rest.length).trim()) : undefined;
	return {
		text: plain(row.sentence),
		lead: plain(row.sentence.slice(0, Math.max(0, at))),
		...(start > 0 && { before: plain(row.before.slice(0, start)) }),
		...(next && { after: next[0] }),
		...(row.section && { section: row.section }),
	};
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	let shared = 0;
	for (const word of a) if (b.has(word)) shared++;
	return shared / Math.max(1, a.size + b.size - shared);
}

/** Citing sentences but one and what is like it, each with how far from it it stands in its file. */
export function citingBeside(
	sentences: readonly (CitingSentence & { readonly file?: string })[],
): (index: number) => CitingSentence[] {
	const all = sentences.map((one) => ({ ...one, words: new Set(words(one.text)) }));
	return (index) => {
		const own = all[index]!;
		return all.flatMap(({ text, keys, file, words: said }, i) => {
			if (i === index || text === own.text || likeness(said, own.words) > alike) return [];
			return { text, keys, ...(file !== undefined && file === own.file && { apart: Math.abs(i - index) }) };
		});
	};
}

/**
 * The rows of real documents, each of whose sentences is asked against its own bibliography, without and with its other
 * citing sentences. Weights are chosen on one half of the documents, by the hash of their names, and kept where they help
 * on the other, too.
 *
 * @param crowd Papers that the corpus has beside the bibliography, as JSON Lines.
 * @param step Only every so many sentence is asked.
 */
export async function measureDocuments(label: string, crowd: string | undefined, step: number): Promise<string[][]> {
	const byDocument = new Map<string, CitedContext[]>();
	for (const row of readContexts()) byDocument.set(row.docId, [...(byDocument.get(row.docId) ?? []), row]);
	const names = ['all documents', 'developers’ half', 'held-out half'] as const;
	const tallies = names.map(() => ({ alone: tally(), known: tally() }));
	const corpus = await corpusOf(crowd === undefined ? {} : { [others]: crowd });
	for (const [docId, cited] of byDocument) {
		await corpus.load({ file: bibliography, bytes: readBibliography(docId) }, never);
		const [all, developers, heldOut] = tallies;
		await measureDocument(corpus, cited, step, [all!, hash(docId) % 2 === 0 ? developers! : heldOut!]);
	}
	corpus.dispose();
	return tallies.flatMap(({ alone, known }, i) => [
		[`${names[i]}, ${label}`, ...alone.cells()],
		['the same, citing sentences known', ...known.cells()],
	]);
}

async function measureDocument(
	corpus: Corpus,
	cited: readonly CitedContext[],
	step: number,
	tallies: readonly { readonly alone: Tally; readonly known: Tally }[],
): Promise<void> {
	const scope = [bibliography];
	const citingOf = citingBeside(cited.map(({ sentence, keys, file }) => ({ text: plain(sentence), keys, file })));
	for (const [i, row] of cited.entries()) {
		if (i % step !== 0) continue;
		const known = await corpus.papers(row.keys, scope, never);
		const gold = new Set(row.keys.filter((_, k) => known[k]));
		if (gold.size === 0) continue;
		const question = { context: contextOf(row), scope, beyond: [others], limit };
		const alone = keysOf(await corpus.suggest(question, never));
		const beside = keysOf(await corpus.suggest({ ...question, citing: citingOf(i) }, never));
		for (const one of tallies) {
			one.alone.add(alone, gold);
			one.known.add(beside, gold);
		}
	}
}
