import { parseBibtex } from '../../../src/core/bibtex/parser.ts';
import type { BibEntry } from '../../../src/core/bibtex/types.ts';
import { arxivMonth, parseArxiv } from '../../../src/core/model/ids.ts';
import type { Paper } from '../../../src/core/model/paper.ts';
import type { Span } from '../../../src/core/model/span.ts';
import type { Random } from '../damage/random.ts';

/** An entry of a bibliography as it stands there, with the paper that it is of. */
export interface Victim {
	readonly entry: BibEntry;
	/** From `@` to its end. */
	readonly text: string;
	readonly paper: Paper;
}

/** Entries that were changed, or one that was made up. */
export interface EntryDamage {
	/** What entries of these keys say now; a new key is appended to the file. */
	readonly entries: ReadonlyMap<string, string>;
	/** What was done, for people. */
	readonly what: string;
}

type Maker = (victim: Victim, other: Victim, random: Random) => EntryDamage | undefined;

const arxivOf = ({ paper }: Victim) => parseArxiv(paper.arxiv ?? '')?.id;
const doiOf = ({ paper }: Victim) => paper.DOI;

/** The field that is read, of those with any of these names. */
function fieldOf({ entry }: Victim, ...names: string[]): Span | undefined {
	return entry.fields.find(({ name }) => names.includes(name));
}

/** The text of an entry with another value of a field. */
function withField(victim: Victim, names: readonly string[], value: string): string | undefined {
	const field = fieldOf(victim, ...names);
	if (!field) return undefined;
	const { start } = victim.entry.span;
	return `${victim.text.slice(0, field.start - start)}${value}${victim.text.slice(field.end - start)}`;
}

function writtenIn(victim: Victim, ...names: string[]): string | undefined {
	const field = fieldOf(victim, ...names);
	const { start } = victim.entry.span;
	return field && victim.text.slice(field.start - start, field.end - start);
}

function changed(pairs: readonly (readonly [Victim, string | undefined])[], what: string): EntryDamage | undefined {
	const entries = new Map<string, string>();
	for (const [{ entry, text }, after] of pairs) {
		if (after === undefined || after === text) return undefined;
		entries.set(entry.key, after);
	}
	return { entries, what: `${pairs.map(([{ entry }]) => entry.key).join(', ')}: ${what}` };
}

/** An id in the place of another one, wherever the entry writes it. */
function withId({ text }: Victim, from: string | undefined, to: string | undefined): string | undefined {
	return from && to && from !== to && text.includes(from) ? text.replaceAll(from, to) : undefined;
}

function exchanged(idOf: (victim: Victim) => string | undefined): Maker {
	return (one, other) => {
		const ids = [idOf(one), idOf(other)] as const;
		const pairs = [[one, withId(one, ...ids)] as const, [other, withId(other, ids[1], ids[0])] as const];
		return changed(pairs, ids.join(' <-> '));
	};
}

/** A digit behind the dot of an arXiv id, or a letter or digit behind the slash of a DOI, is another one. */
function mistyped(idOf: (victim: Victim) => string | undefined, behind: RegExp): Maker {
	return (victim, _, random) => {
		const id = idOf(victim);
		const from = id ? id.search(behind) + 1 : 0;
		if (!id || from === 0) return undefined;
		const at = from + random(id.length - from);
		if (!/[a-z\d]/i.test(id[at]!)) return undefined;
		const other = /\d/.test(id[at]!) ? `${(Number(id[at]) + 1 + random(9)) % 10}` : 'x';
		const wrong = id.slice(0, at) + other + id.slice(at + 1);
		return changed([[victim, withId(victim, id, wrong)]], `${id} -> ${wrong}`);
	};
}

function shifted(sign: 1 | -1, applies: (victim: Victim) => boolean): Maker {
	return (victim, _, random) => {
		const id = arxivOf(victim);
		if (!id || !applies(victim)) return undefined;
		const year = arxivMonth(id).year + sign * (3 + random(7));
		return changed([[victim, withField(victim, ['year', 'date'], `{${year}}`)]], `${id} is of ${year}`);
	};
}

const inPrint = ({ paper }: Victim) =>
	paper['container-title'] !== undefined && !/arxiv|corr/i.test(paper['container-title']);
const hasId = (victim: Victim) => (arxivOf(victim) ?? doiOf(victim)) !== undefined;
const families = ({ paper }: Victim) => (paper.author ?? []).map((name) => name.family ?? name.literal ?? '');
const strange = (one: Victim, other: Victim) => !families(one).some((family) => families(other).includes(family));

function given(field: 'title' | 'author', applies: (victim: Victim) => boolean): Maker {
	return (victim, other) => {
		const value = writtenIn(other, field);
		if (!value || !applies(victim) || (field === 'author' && !strange(victim, other))) return undefined;
		return changed([[victim, withField(victim, [field], value)]], `${field} of ${other.entry.key}`);
	};
}

/** The two halves of another title exchanged, its authors, and an id or none. */
function invented(idOf: (victim: Victim) => string | undefined): Maker {
	return (one, other) => {
		const words = other.paper.title.replace(/[{}\\$%&#_~^]/g, '').split(' ');
		const [author, id] = [writtenIn(other, 'author'), idOf(one)];
		if (words.length < 6 || !author || id === undefined || !strange(one, other)) return undefined;
		const half = words.length >> 1;
		const title = [...words.slice(half), ...words.slice(0, half)].join(' ');
		const key = `invented-${one.entry.key}`;
		const text = `@article{${key}, title = {${title}}, author = ${author}, year = 2019, journal = {Journal of ${words.at(-1)}}, ${id}}`;
		return { entries: new Map([[key, text]]), what: `${key}: ${title}, ${id}` };
	};
}

const written = (doi: string | undefined) => doi && `doi = {${doi}}`;

/** Every kind of damage of entries, by its name in the table. */
export const makers: ReadonlyMap<string, Maker> = new Map([
	['DOIs of two entries exchanged', exchanged(doiOf)],
	['arXiv ids of two entries exchanged', exchanged(arxivOf)],
	['arXiv id, one digit wrong', mistyped(arxivOf, /\./)],
	['DOI, one letter or digit wrong', mistyped(doiOf, /\//)],
	['title of another entry, id its own', given('title', hasId)],
	['authors of another entry, id its own', given('author', hasId)],
	['title of another entry, no id', given('title', (victim) => !hasId(victim))],
	['authors of another entry, no id', given('author', (victim) => !hasId(victim))],
	['year 3 to 9 before the arXiv id, a preprint', shifted(-1, (victim) => !inPrint(victim))],
	['year 3 to 9 before the arXiv id, in print', shifted(-1, inPrint)],
	['year 3 to 9 behind the arXiv id', shifted(1, () => true)],
	['invented, DOI of another entry', invented((victim) => written(doiOf(victim)))],
	['invented, no id', invented(() => 'pages = {1--9}')],
]);

/** The entries of a bibliography whose keys occur once, with their papers. */
export function victimsOf(text: string, papers: readonly Paper[]): Victim[] {
	const byKey = new Map(papers.map((paper) => [paper.id, paper]));
	const { entries } = parseBibtex(text);
	const often = new Map<string, number>();
	for (const { key } of entries) often.set(key.toLowerCase(), (often.get(key.toLowerCase()) ?? 0) + 1);
	return entries.flatMap((entry) => {
		const paper = byKey.get(entry.key);
		const { start, end } = entry.span;
		return paper?.title && often.get(entry.key.toLowerCase()) === 1
			? [{ entry, text: text.slice(start, end), paper }]
			: [];
	});
}

/** A bibliography with entries that say something else, and new ones at its end. */
export function damaged(text: string, victims: readonly Victim[], entries: ReadonlyMap<string, string>): string {
	let [result, at] = ['', 0];
	for (const { entry } of victims) {
		const after = entries.get(entry.key);
		if (after === undefined) continue;
		result += text.slice(at, entry.span.start) + after;
		at = entry.span.end;
	}
	const known = new Set(victims.map(({ entry }) => entry.key));
	const added = [...entries].filter(([key]) => !known.has(key)).map(([, entry]) => `\n${entry}\n`);
	return result + text.slice(at) + added.join('');
}
