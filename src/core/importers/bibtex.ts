import * as l10n from '@vscode/l10n';
import { createFamily, parentsOf } from '../bibtex/inherit.ts';
import { headAt } from '../bibtex/outline.ts';
import { createRecordReader, readBlocks } from '../bibtex/parser.ts';
import { lastRecord, recordsOf, recordsOfBytes } from '../bibtex/records.ts';
import { beginsStrongly } from '../bibtex/starts.ts';
import { toPaper } from '../bibtex/to-paper.ts';
import type { BibEntry, BibProblem } from '../bibtex/types.ts';
import { createMacros, type RawFields } from '../bibtex/values.ts';
import { readSuppression } from '../languages/suppression.ts';
import type { Paper, Provenance } from '../model/paper.ts';
import { createLines, createLineWalk, type Lines } from '../text/lines.ts';
import { joined } from './stepwise.ts';
import type { Importer, ImportInput, ImportResult, SourceProblem, SourceSuppression } from './types.ts';

/** `@word{key,` or `@string{name =`, at the start of a line or behind the end of another entry. */
const ENTRY =
	/(?:^|[\n\r}])[ \t%]*@\s{0,10}(?:[a-z][\w-]{0,40}\s{0,10}[{(]\s{0,10}[^\s{}=,]{0,300}\s{0,10}[,}=]|(?:preamble|comment)\s{0,10}[{(])/i;

/** What BibTeX reads, but for entries. */
const COMMENT = /@\s{0,10}(?:comment|preamble)/i;

/** BibTeX and biblatex files. */
export const bibtex: Importer = {
	id: 'bibtex',
	name: 'BibTeX',
	extensions: ['.bib', '.bibtex', '.biblatex'],
	recognises: (head) => ENTRY.test(head),
	byRecord: { lastStart: lastRecord, split: recordsOfBytes, open },
	read: (input) => joined(parts(input)),
	parts,
};

/** What comments that turn rules off have in them, without its first word, whose letters are frequent. */
const DIRECTIVE = '-ignore';
/** Longer texts do not fit into one string on every host. */
const MAX_TEXT = 256 * 1024 * 1024;
/** So many entries make one part. */
const slice = 32;
/** Entries that nothing inherits from, mostly: they are not remembered, and looked for again where something does. */
const CHILDLESS = new Set(
	'article inproceedings conference phdthesis mastersthesis thesis techreport report unpublished'.split(' '),
);

/** An entry that waits for its parents, or stands behind one that does. */
interface Held {
	readonly type: string;
	readonly key: string;
	readonly fields: RawFields;
	readonly provenance: Provenance;
}

function* parts({ file, text, firstLine }: ImportInput): Generator<ImportResult> {
	const read = open(file, () => recordsOf(text), firstLine);
	yield* read(recordsOf(text), false);
	yield* read([], true);
}

/** A reader of one file's records, which may be cut where no entry begins: what is broken is put together again. */
function open(file: string, again: () => Iterable<string>, firstLine = 0) {
	let problems: SourceProblem[] = [];
	let papers: Paper[] = [];
	let suppressions: SourceSuppression[] = [];
	let held: Held[] = [];
	/** Keys of parents that entries wait for. */
	const wanted = new Set<string>();
	const family = createFamily();
	const entryOf = createRecordReader();
	/** The text that is looked at, and the number of the line on which it begins. */
	let current = '';
	let line = firstLine;
	let table: Lines | undefined;
	/** Texts that are more, or less, than an entry of which nothing is wrong. */
	let unclear = '';
	const undefinedMacros = new Set<string>();
	const macros = createMacros((name, place) => {
		// What the package IEEEtran brings along is defined in a bibliography of its own.
		if (name.startsWith('IEEE') || undefinedMacros.has(name.toLowerCase())) return;
		undefinedMacros.add(name.toLowerCase());
		const message = l10n.t(
			'Nothing above defines “{0}”: BibTeX leaves it empty unless an @string of another bibliography does. If it is text, put it in braces.',
			name,
		);
		problems.push({ severity: 'information', range: lines().rangeOf(place), message });
	});
	/** How many texts stand in front of the first one that inherits; all, as long as there is none. */
	let beforeChildren = 0;
	let hasChildren = false;
	/** Was there anything that BibTeX reads, and anything else? */
	let isKnown = false;
	let hasText = false;

	function turnTo(text: string): void {
		current = text;
		table = undefined;
	}

	function lines(): Lines {
		table ??= createLines(current, line);
		return table;
	}

	const report = ({ severity, span, message }: BibProblem) =>
		problems.push({ severity, range: lines().rangeOf(span), message });

	/** Puts an entry in the line. */
	function add(text: string, entry: BibEntry, provenance: Provenance): void {
		const { type, key } = entry;
		const fields = macros.fieldsOf(text, entry);
		if (fields.has('crossref') || fields.has('xdata')) {
			hasChildren = true;
			for (const parent of parentsOf(fields)) if (!family.has(parent)) wanted.add(parent);
		}
		if (hasChildren || !CHILDLESS.has(type)) family.add(key, type, fields);
		if (wanted.size > 0) wanted.delete(key.toLowerCase());
		if (wanted.size > 0 || held.length > 0) held.push({ type, key, fields, provenance });
		else settle(type, key, fields, provenance);
	}

	function settle(type: string, key: string, fields: RawFields, provenance: Provenance): void {
		// An `xdata` entry is what others inherit from: no work by itself, and not to be cited.
		if (type !== 'xdata') papers.push(toPaper({ type, key }, family.whole(type, fields), provenance));
	}

	/** Those that wait, when nothing is wanted any more. */
	function* release(): Generator<ImportResult> {
		for (const { type, key, fields, provenance } of held) {
			settle(type, key, fields, provenance);
			if (papers.length >= slice) yield take();
		}
		held = [];
	}

	/** Reads an entry of which nothing is wrong. */
	function readEntry(text: string, entry: BibEntry): void {
		const positionAt = createLineWalk(text, line);
		const start = positionAt(0);
		const keyRange = { start: positionAt(entry.keySpan.start), end: positionAt(entry.keySpan.end) };
		const range = { start, end: positionAt(entry.span.end) };
		isKnown = true;
		turnTo(text);
		suppress(text);
		add(text, entry, { file, range, keyRange });
		line = positionAt(text.length).line;
	}

	/** Reads what is unclear. */
	function* readUnclear(isLast: boolean): Generator<ImportResult> {
		const text = unclear;
		unclear = '';
		turnTo(text);
		for (const block of readBlocks(text, { firstLine: line, isLast })) {
			isKnown = true;
			if (block.kind === 'string') macros.define(text, block.string);
			else if (block.problem) report(block.problem);
			if (block.kind !== 'entry') continue;
			const { entry } = block;
			if (entry.key === '' && entry.fields.length === 0) continue;
			add(text, entry, { file, range: lines().rangeOf(entry.span), keyRange: lines().rangeOf(entry.keySpan) });
			if (papers.length >= slice) yield take();
		}
		isKnown ||= COMMENT.test(text);
		hasText ||= !isKnown && isSomethingElse(text);
		suppress(text);
		line = lines().positionAt(text.length).line;
	}

	function suppress(text: string): void {
		if (text.includes(DIRECTIVE)) suppressions.push(...suppressionsOf(text, lines()));
	}

	/** Parents that were not remembered are looked for once more, when it turns out that something inherits from them. */
	function* findParents(): Generator<ImportResult> {
		let count = 0;
		for (const text of again()) {
			if (count++ === beforeChildren) return;
			if (count % (slice * slice) === 0) yield take();
			const head = headAt(text, 0);
			const key = head && text.slice(head.keyStart, head.keyEnd);
			if (key === undefined || !wanted.has(key.toLowerCase())) continue;
			const entry = entryOf(text);
			if (entry) family.add(key, entry.type, macros.fieldsOf(text, entry));
		}
	}

	function* read(texts: Iterable<string>, isLast: boolean): Generator<ImportResult> {
		let count = 0;
		for (const text of texts) {
			const isTooLong = unclear.length + text.length > MAX_TEXT;
			if (unclear !== '' && (isTooLong || beginsStrongly(text))) yield* readUnclear(false);
			const entry = unclear === '' ? entryOf(text) : undefined;
			if (entry) readEntry(text, entry);
			else unclear += text;
			if (!hasChildren) beforeChildren++;
			if (wanted.size === 0 && held.length > 0) yield* release();
			if (++count % slice === 0) yield take();
		}
		if (isLast) {
			yield* readUnclear(true);
			if (wanted.size > 0) yield* findParents();
			yield* release();
			if (!isKnown && hasText) {
				const message = l10n.t(
					'This file has text, but no BibTeX entry in it. An entry looks like “@article{key, title = {…}}”.',
				);
				const start = { line: firstLine, character: 0 };
				problems.push({ severity: 'warning', range: { start, end: start }, message });
			}
		}
		yield take();
	}

	function take(): ImportResult {
		const result = { papers, problems, ...(suppressions.length > 0 && { suppressions }) };
		papers = [];
		problems = [];
		suppressions = [];
		return result;
	}

	return read;
}

/** Comments that turn rules off, on lines of their own. */
function suppressionsOf(text: string, lines: Lines): SourceSuppression[] {
	const found: SourceSuppression[] = [];
	for (let at = text.indexOf(DIRECTIVE); at >= 0; at = text.indexOf(DIRECTIVE, at + DIRECTIVE.length)) {
		const { line, character } = lines.positionAt(at);
		const start = at - character;
		const end = text.slice(at, at + 500).search(/[\r\n]|$/) + at;
		const words = text.slice(start, end).trimStart();
		const suppression = words.startsWith('%') ? readSuppression(words, start, end) : undefined;
		if (suppression && found.at(-1)?.line !== line)
			found.push({ rules: suppression.rules, reach: suppression.reach, line });
	}
	return found;
}

/** Text other than comments. */
function isSomethingElse(text: string): boolean {
	return text.split(/[\r\n]+/, 1000).some((line) => /^\s*[^\s%]/.test(line));
}
