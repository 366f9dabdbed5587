import { alignmentOf, type FieldRow, mostOf } from './alignment.ts';
import type { Dialect } from './dialect.ts';
import { type EntryStyle, plainStyle } from './layout.ts';
import { orderOf } from './order.ts';
import type { BibEntry, Bibliography } from './types.ts';

/** So many entries, the last ones, show how a file is written. */
const MOST = 1000;
/** Spelt by a command: `\"o`, `{\'e}`, `\v{c}`. */
const ACCENT = /\\(?:["'`^~=.]|[uvHcdbkr](?=[\s{\\]))\s?\{?\\?[a-zA-Z]/;
const SEPARATOR = /^\s*,\s*$/;
const END = /^\s*,?\s*$/;
const EQUALS = /^(\s*)=(\s*)$/;
const DOUBLED = ['title', 'booktitle', 'journal', 'journaltitle'];

/** How the entries of a file are written, by what most of them have in common. */
export function styleOf(text: string, { entries: all }: Pick<Bibliography, 'entries'>): EntryStyle {
	const entries = all.slice(-MOST).filter(({ key, fields }) => key !== '' && fields.length > 0);
	const newLine = newLineOf(text);
	const plain = (part: string) => part.replace(/\r\n?/g, '\n');
	const firsts: string[] = [];
	const betweens: string[] = [];
	const lasts: string[] = [];
	const opens: string[] = [];
	const rows: FieldRow[] = [];
	for (const { fields, keySpan, span, type } of entries) {
		const open = text.slice(span.start + 1, keySpan.start);
		const behind = open.toLowerCase().lastIndexOf(type) + type.length;
		opens.push(plain(open.slice(behind)));
		firsts.push(plain(text.slice(keySpan.end, fields[0]!.nameStart)));
		lasts.push(plain(text.slice(fields.at(-1)!.end, span.end - 1)));
		const longest = Math.max(...fields.map(({ name }) => name.length));
		for (const [at, { name, nameStart, start }] of fields.entries()) {
			const previous = at === 0 ? keySpan.end : fields[at - 1]!.end;
			const separator = plain(text.slice(previous, nameStart));
			if (at > 0) betweens.push(separator);
			const [, before, after] = EQUALS.exec(text.slice(nameStart + name.length, start)) ?? [];
			if (before === undefined || after === undefined) continue;
			rows.push({ length: name.length, longest, lead: /\n([ \t]*)$/.exec(separator)?.[1], before, after });
		}
	}
	const open = mostOf(opens.filter((part) => /^\s*[{(]\s*$/.test(part))) ?? plainStyle.open;
	const first = mostOf(firsts.filter((part) => SEPARATOR.test(part)));
	const between = mostOf([...betweens, ...firsts].filter((part) => SEPARATOR.test(part)));
	// Entries that begin on the line of their key may go on below it; the indentation is the same everywhere.
	const isAlike = first === undefined || first.includes('\n') === between?.includes('\n');
	const quoting = delimitersOf(text, entries);
	return {
		...quoting,
		dialect: dialectOf(entries),
		newLine,
		open,
		close: open.includes('(') ? ')' : '}',
		first: (isAlike ? between : first) ?? plainStyle.first,
		between: between ?? plainStyle.between,
		last: mostOf(lasts.filter((part) => END.test(part))) ?? plainStyle.last,
		alignment: rows.length > 0 ? alignmentOf(rows) : plainStyle.alignment,
		gap: gapOf(text, all.slice(-MOST), plain),
		months: monthsOf(text, entries),
		ascii: !/[^\0-\x7f]/.test(text) && ACCENT.test(text),
		typeAs: spellingsOf(
			entries.map(({ type, span }) => {
				const written = text.slice(span.start + 1, span.start + 1 + type.length + 10).trimStart();
				return written.slice(0, type.length);
			}),
		),
		nameAs: spellingsOf(
			entries.flatMap(({ fields }) =>
				fields.map(({ name, nameStart }) => text.slice(nameStart, nameStart + name.length)),
			),
		),
		inOrder: orderOf(entries),
		synonyms: synonymsOf(entries),
	};
}

/** The line ends that most lines have. */
export function newLineOf(text: string): EntryStyle['newLine'] {
	const lineFeeds = count(text, '\n');
	if (lineFeeds === 0) return text.includes('\r') ? '\r' : '\n';
	return count(text, '\r\n') * 2 > lineFeeds ? '\r\n' : '\n';
}

function count(text: string, part: string): number {
	let found = 0;
	for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) found++;
	return found;
}

function gapOf(text: string, entries: readonly BibEntry[], plain: (part: string) => string): string {
	const gaps = entries.slice(1).map(({ span }, at) => plain(text.slice(entries[at]!.span.end, span.start)));
	return mostOf(gaps.filter((gap) => /^\s*\n\s*$/.test(gap))) ?? plainStyle.gap;
}

/** As words are mostly spelt; one that is not there, in the case of most others. */
function spellingsOf(words: readonly string[]): (word: string) => string {
	const byWord = new Map<string, string[]>();
	for (const word of words) {
		const known = byWord.get(word.toLowerCase());
		if (known) known.push(word);
		else byWord.set(word.toLowerCase(), [word]);
	}
	const spelt = new Map([...byWord].map(([word, all]) => [word, mostOf(all)!]));
	const telling = words.filter((word) => word.length > 3);
	const kind = mostOf(
		telling.map((word) => (word === word.toUpperCase() ? 'upper' : /^\p{Lu}/u.test(word) ? 'capital' : 'lower')),
	);
	return (word) => {
		const known = spelt.get(word);
		if (known !== undefined) return known;
		if (kind === 'upper') return word.toUpperCase();
		return kind === 'capital' ? word.charAt(0).toUpperCase() + word.slice(1) : word;
	};
}

function delimitersOf(text: string, entries: readonly BibEntry[]) {
	const tallies = new Map<string, { quoted: number; braced: number; bare: number; digits: number; doubled: number }>();
	const sum = { quoted: 0, braced: 0, bare: 0, digits: 0 };
	for (const { fields } of entries) {
		for (const { name, pieces, start, end } of fields) {
			const [piece] = pieces;
			if (pieces.length !== 1 || piece?.kind !== 'text') continue;
			const tally = tallies.get(name) ?? { quoted: 0, braced: 0, bare: 0, digits: 0, doubled: 0 };
			tallies.set(name, tally);
			const isNumber = /^\d+$/.test(text.slice(piece.start, piece.end));
			if (isNumber) {
				tally.digits++;
				sum.digits++;
			}
			const kind = text[start] === '"' ? 'quoted' : text[start] === '{' ? 'braced' : 'bare';
			tally[kind]++;
			sum[kind]++;
			if (/^\{\{[^{}]*\}\}$/.test(text.slice(start, Math.min(end, start + 500)))) tally.doubled++;
		}
	}
	const quotes = sum.quoted > sum.braced;
	const names = [...tallies];
	return {
		quotes,
		otherwise: new Set(
			names
				.filter(([, tally]) => (quotes ? tally.braced > tally.quoted : tally.quoted > tally.braced))
				.map(([name]) => name),
		),
		bare: new Map(
			names.filter(([, { digits }]) => digits > 0).map(([name, { bare, digits }]) => [name, bare * 2 > digits]),
		),
		bareNumbers: sum.bare * 2 > sum.digits,
		doubled: new Set(
			names
				.filter(([name, { doubled, braced }]) => DOUBLED.includes(name) && doubled > 1 && doubled * 2 > braced)
				.map(([name]) => name),
		),
	};
}

function monthsOf(text: string, entries: readonly BibEntry[]): EntryStyle['months'] {
	const kinds = entries.flatMap(({ fields }): EntryStyle['months'][] => {
		const [piece] = fields.find(({ name }) => name === 'month')?.pieces ?? [];
		if (!piece) return [];
		const month = text.slice(piece.start, piece.end);
		if (piece.kind === 'macro') return ['macro'];
		if (/^\d+$/.test(month)) return ['number'];
		if (/^[A-Z][a-z]{2}$/.test(month)) return month === 'May' ? [] : ['short'];
		return /^[A-Z][a-z]{3,}$/.test(month) ? ['name'] : [];
	});
	return mostOf(kinds) ?? 'macro';
}

const PAIRS: readonly (readonly [biblatex: string, bibtex: string])[] = [
	['date', 'year'],
	['journaltitle', 'journal'],
	['location', 'address'],
	['institution', 'school'],
	['eprinttype', 'archiveprefix'],
];

function usesOf(entries: readonly BibEntry[]): (name: string) => number {
	const uses = new Map<string, number>();
	for (const { fields } of entries) for (const { name } of fields) uses.set(name, (uses.get(name) ?? 0) + 1);
	return (name) => uses.get(name) ?? 0;
}

/** Whose fields most entries have. */
function dialectOf(entries: readonly BibEntry[]): Dialect {
	const uses = usesOf(entries);
	let balance = 0;
	for (const [biblatex, bibtex] of PAIRS.slice(0, 2)) balance += Math.sign(uses(biblatex) - uses(bibtex));
	if (balance === 0) balance = uses('date') - uses('year');
	return balance > 0 ? 'biblatex' : 'bibtex';
}

/** biblatex takes BibTeX's names, too, and many files mix them: the one that is there more often is written. */
function synonymsOf(entries: readonly BibEntry[]): ReadonlyMap<string, string> {
	const uses = usesOf(entries);
	const synonyms = new Map<string, string>();
	if (dialectOf(entries) === 'bibtex') return synonyms;
	for (const [biblatex, bibtex] of PAIRS.slice(1)) {
		if (uses(bibtex) > uses(biblatex)) synonyms.set(biblatex, bibtex);
	}
	return synonyms;
}
