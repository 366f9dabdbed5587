// What the checker finds in real bibliographies whose entries were damaged on purpose: `npm run quality -- entries [--misses]`.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseBibtex } from '../../src/core/bibtex/parser.ts';
import { identities } from '../../src/core/corpus/identity.ts';
import type { Paper } from '../../src/core/model/paper.ts';
import { decode } from '../../src/core/text/bytes.ts';
import { sharedData } from '../support/shared-data.ts';
import { table } from '../support/table.ts';
import { randomFrom } from './damage/random.ts';
import { type EntryTally, measureEntries, openShelf } from './entries/measure.ts';

const folder = join(sharedData, 'extract');
/** So many entries of a bibliography are taken, which is then damaged: reading the rest would only take time. */
const MOST = 300;
/** What stands beside the bibliography that is damaged. */
const besides = ['alone', 'undamaged', 'others'] as const;

const percent = (part: number, all: number) => (all === 0 ? '' : ((100 * part) / all).toFixed(1));

/** The bibliographies that LaTeX read, one for each document. */
function bibliographies(): Map<string, string> {
	const found = new Map<string, string>();
	for (const name of readdirSync(folder).sort()) {
		const oracle: { bibFiles: string[] } = JSON.parse(readFileSync(join(folder, name, 'oracle.json'), 'utf8'));
		const [first] = oracle.bibFiles.filter((path) => existsSync(join(folder, name, path)));
		const text = first && decode(readFileSync(join(folder, name, first))).text;
		// biblatex's own examples all have the same one.
		if (text && ![...found.values()].includes(text)) found.set(name, text);
	}
	return found;
}

/** Prints both tables, or why there is nothing to measure on. */
export async function entryTables(args: readonly string[]): Promise<void> {
	if (!existsSync(folder)) {
		console.log('Skipped: the bibliographies to damage are not in ../shared/data/extract.');
		return;
	}
	const listed = args.includes('--misses');
	const texts = bibliographies();
	const tallies = new Map(besides.map((beside) => [beside, new Map<string, EntryTally>()]));
	const alarms = new Map<string, string[]>();
	let entries = 0;
	const names = new Map<string, ReadonlyMap<string, readonly string[]>>();
	for (const [name, text] of texts) names.set(name, await namesOf(text));
	for (const [number, [name, text]] of [...texts].entries()) {
		const own = new Set([...names.get(name)!.values()].flat());
		const theirs = new Set([...names].flatMap(([other, known]) => (other === name ? [] : [...known.values()].flat())));
		const others = [...texts]
			.filter(([other]) => other !== name)
			.map(([other, one]) =>
				only(
					one,
					(key) =>
						names
							.get(other)!
							.get(key)
							?.some((one) => own.has(one)) ?? false,
				),
			);
		entries += names.get(name)!.size;
		for (const beside of ['alone', 'others']) {
			const shelf = await openShelf(text, beside === 'alone' ? [] : others);
			for (const { rule, severity, message, range } of await shelf.check(text)) {
				const kind = `${rule}, ${severity}, ${beside}`;
				alarms.set(kind, [...(alarms.get(kind) ?? []), `${name}:${range.start.line + 1} ${message}`]);
			}
			shelf.dispose();
		}
		const keys = new Set(randomFrom(number).some([...names.get(name)!.keys()], MOST));
		const some = only(text, (key) => keys.has(key));
		for (const beside of besides) {
			const shelf = await openShelf(some, beside === 'alone' ? [] : beside === 'undamaged' ? [text] : others);
			const isKnown = (paper: Paper) => beside !== 'others' || identities(paper).some((one) => theirs.has(one));
			const log = (line: string) => listed && console.log(`${name}, ${beside}: ${line}`);
			await measureEntries(shelf, isKnown, randomFrom(number), tallies.get(beside)!, log);
			shelf.dispose();
		}
	}
	const kinds = [...tallies.get('alone')!.keys()];
	const rows = kinds.map((kind) => [
		kind,
		...besides.flatMap((beside) => {
			const { made, found, warned, elsewhere } = tallies.get(beside)!.get(kind) ?? nothing;
			return [`${made}`, percent(found, made), percent(warned, made), percent(found, found + elsewhere)];
		}),
	]);
	const head = besides.flatMap((beside) => [`${beside}: made`, 'found %', 'as warning %', 'precision %']);
	console.log(table(['damage', ...head], rows));
	console.log(`\n${texts.size} bibliographies, ${entries} entries, as they are:\n`);
	const said = [...alarms].sort(([a], [b]) => a.localeCompare(b));
	console.log(
		table(
			['problems', 'how many'],
			said.map(([kind, some]) => [kind, `${some.length}`]),
		),
	);
	if (listed) for (const [kind, some] of said) for (const line of some) console.log(`${kind}: ${line}`);
}

const nothing: EntryTally = { made: 0, found: 0, warned: 0, elsewhere: 0 };

/** What one bibliography has of each work: ids and titles. */
async function namesOf(text: string): Promise<ReadonlyMap<string, readonly string[]>> {
	const shelf = await openShelf(text, []);
	shelf.dispose();
	return new Map(shelf.papers.map((paper) => [paper.id, identities(paper)]));
}

/** A bibliography with only those entries that a test passes, and all that is no entry. */
function only(text: string, passes: (key: string) => boolean): string {
	let [result, at] = ['', 0];
	for (const { key, span } of parseBibtex(text).entries) {
		if (passes(key)) continue;
		result += text.slice(at, span.start);
		at = span.end;
	}
	return result + text.slice(at);
}
