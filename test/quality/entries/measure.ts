import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseBibtex } from '../../../src/core/bibtex/parser.ts';
import { defaultConfig } from '../../../src/core/config.ts';
import { createCorpus } from '../../../src/core/corpus/engine.ts';
import type { Corpus } from '../../../src/core/corpus/types.ts';
import type { Paper } from '../../../src/core/model/paper.ts';
import type { Problem } from '../../../src/core/model/problem.ts';
import { silent } from '../../../src/core/ports.ts';
import { checkSource } from '../../../src/core/rules/runner.ts';
import { never } from '../../../src/core/util/cancellation.ts';
import type { Random } from '../damage/random.ts';
import { damaged, type EntryDamage, makers, type Victim, victimsOf } from './kinds.ts';

/** What became of the damages of one kind beside the same other sources. */
export interface EntryTally {
	made: number;
	/** A rule on entries speaks of an entry that was damaged, or of another one because of it. */
	found: number;
	/** As a warning. */
	warned: number;
	/** New problems of entries that have nothing to do with it. */
	elsewhere: number;
}

/** Rules that tell wrong entries. */
const judges = new Set(['conflicting-record', 'impossible-id', 'id-year-mismatch', 'placeholder-entry']);
/** Damages of one kind in a bibliography, all at once: they have no entry in common. */
const FEW = 12;

/** A bibliography beside other sources, as the checker reads it. */
export interface Shelf {
	readonly text: string;
	/** Its papers, as they are undamaged. */
	readonly papers: readonly Paper[];
	/** What rules on entries say where the bibliography has this text. */
	check(text: string): Promise<readonly Problem[]>;
	dispose(): void;
}

const own = 'file:///refs.bib';

/** @param others Other sources, as BibTeX */
export async function openShelf(text: string, others: readonly string[]): Promise<Shelf> {
	const corpus: Corpus = createCorpus({ breathe: () => Promise.resolve(), log: silent });
	const bytesOf = (one: string) => new TextEncoder().encode(one);
	for (const [i, other] of others.entries())
		await corpus.load({ file: `file:///other-${i}.bib`, bytes: bytesOf(other) }, never);
	const date = new Date();
	const today = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 };
	const check = async (now: string) => {
		const report = await corpus.load({ file: own, bytes: bytesOf(now) }, never);
		const cited = await corpus.entries(own, 'all', never);
		return checkSource(report!, { cited, unused: [], today }, defaultConfig).filter(({ rule }) => judges.has(rule));
	};
	await check(text);
	return { text, papers: await corpus.all([own], never), check, dispose: () => corpus.dispose() };
}

/**
 * Damages a bibliography in every way, and counts what is said of it.
 * @param isKnown tells entries that may be damaged
 */
export async function measureEntries(
	{ text, papers, check }: Shelf,
	isKnown: (paper: Paper) => boolean,
	random: Random,
	tallies: Map<string, EntryTally>,
	miss: (line: string) => void,
): Promise<void> {
	const before = await check(text);
	const victims = victimsOf(text, papers);
	const marked = new Set(before.map(({ range }) => range.start.line));
	const lineOf = lines(text);
	const usable = victims.filter(({ entry, paper }) => isKnown(paper) && !marked.has(lineOf(entry.keySpan.start)));
	for (const [kind, make] of makers) {
		const damages: EntryDamage[] = [];
		const some = random.some(usable, usable.length);
		for (let i = 0; i + 1 < some.length && damages.length < FEW; i += 2) {
			const [one, other] = [some[i]!, some[i + 1]!];
			const made = make(one, other, random) ?? make(other, one, random);
			if (made) damages.push(made);
		}
		if (damages.length > 0) await tryAll(kind, damages, { text, victims, before, check }, tallies, miss);
	}
}

async function tryAll(
	kind: string,
	damages: readonly EntryDamage[],
	{
		text,
		victims,
		before,
		check,
	}: Pick<Shelf, 'text' | 'check'> & {
		readonly victims: readonly Victim[];
		readonly before: readonly Problem[];
	},
	tallies: Map<string, EntryTally>,
	miss: (line: string) => void,
): Promise<void> {
	const tally = tallies.get(kind) ?? { made: 0, found: 0, warned: 0, elsewhere: 0 };
	tallies.set(kind, tally);
	const now = damaged(text, victims, new Map(damages.flatMap(({ entries }) => [...entries])));
	const lineOf = lines(now);
	const places = new Map(
		parseBibtex(now).entries.map(({ key, span }) => [key, [lineOf(span.start), lineOf(span.end)] as const]),
	);
	const isIn = (key: string, { range, related = [] }: Problem) => {
		const [from, to] = places.get(key)!;
		const lines = [range, ...related.filter(({ file }) => file === own).map((one) => one.range)];
		return lines.some(({ start }) => start.line >= from && start.line <= to);
	};
	const old = new Set(before.map(({ message }) => message));
	const problems = (await check(now)).filter(({ message }) => !old.has(message));
	const explained = new Set<Problem>();
	for (const { entries, what } of damages) {
		for (const key of entries.keys()) {
			tally.made++;
			const said = problems.filter((problem) => isIn(key, problem));
			for (const problem of said) explained.add(problem);
			if (said.length > 0) tally.found++;
			else miss(`MISSED ${kind}: ${key} of ${what}`);
			if (said.some(({ severity }) => severity === 'warning')) tally.warned++;
		}
	}
	for (const problem of problems) {
		if (explained.has(problem)) continue;
		tally.elsewhere++;
		miss(`ELSEWHERE ${kind}: ${problem.message}`);
	}
}

/** The line of an offset, from 0. */
function lines(text: string): (offset: number) => number {
	const document = TextDocument.create(own, 'bibtex', 1, text);
	return (offset) => document.positionAt(offset).line;
}
