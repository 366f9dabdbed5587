import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position } from 'vscode-languageserver-types';
import { removalOf } from '../bibtex/insert.ts';
import { delimited, type EntryStyle, inLines, writtenField } from '../bibtex/layout.ts';
import { styleOf } from '../bibtex/style.ts';
import type { BibEntry, BibField } from '../bibtex/types.ts';
import { identities, signatureOf, whySame } from '../corpus/identity.ts';
import { readText } from '../importers/index.ts';
import type { Citation } from '../model/citation.ts';
import type { Paper } from '../model/paper.ts';
import type { FileEdit } from '../model/problem.ts';
import type { Span } from '../model/span.ts';
import type { KeyedFile, KeyPlace } from './key-places.ts';
import type { KeyUses } from './key-uses.ts';
import { editsOf } from './rename.ts';

/** Fields that say of another entry the same in other words: one of them is enough. */
const SAME: readonly (readonly string[])[] = [
	['date', 'year', 'month'],
	['journaltitle', 'journal'],
	['location', 'address'],
	['institution', 'school'],
	['keywords', 'keyword'],
];

/** Longer files are not searched for entries of one work: it is done whenever the cursor moves. */
const MOST_TEXT = 3_000_000;

/** The papers of files, by where they begin and by what may bring them together. */
interface Works {
	readonly byLine: ReadonlyMap<string, Paper>;
	readonly byIdentity: ReadonlyMap<string, readonly Paper[]>;
}

const known = new WeakMap<TextDocument, Works>();

/** The entries of a file that are of the same work as one of it; not those with the very same key. */
export function sameWorks({ document, bibliography }: KeyedFile, entry: BibEntry): readonly BibEntry[] {
	if (document.getText().length > MOST_TEXT) return [];
	const { byLine, byIdentity } = worksOf(document);
	const own = byLine.get(lineOf(document.positionAt(entry.span.start)));
	if (!own || !bibliography) return [];
	const signature = signatureOf(own);
	const alike = new Set(identities(own).flatMap((identity) => byIdentity.get(identity) ?? []));
	const keys = new Set(
		[...alike].filter((paper) => whySame(signature, signatureOf(paper)) !== undefined).map(({ id }) => id),
	);
	return bibliography.entries.filter(({ key }) => key !== entry.key && keys.has(key));
}

/** Are two entries of a file, by where they begin, of one work? */
export function isSameWork(document: TextDocument, one: Position, other: Position): boolean {
	const { byLine } = worksOf(document);
	const [a, b] = [byLine.get(lineOf(one)), byLine.get(lineOf(other))];
	return a !== undefined && b !== undefined && whySame(signatureOf(a), signatureOf(b)) !== undefined;
}

function worksOf(document: TextDocument): Works {
	const before = known.get(document);
	if (before) return before;
	const byLine = new Map<string, Paper>();
	const byIdentity = new Map<string, Paper[]>();
	const { papers } = readText({ file: document.uri, text: document.getText() });
	for (const paper of papers) {
		byLine.set(lineOf(paper.provenance[0]!.range.start), paper);
		for (const identity of identities(paper)) {
			const others = byIdentity.get(identity);
			if (others) others.push(paper);
			else byIdentity.set(identity, [paper]);
		}
	}
	const works = { byLine, byIdentity };
	known.set(document, works);
	return works;
}

function lineOf({ line, character }: Position): string {
	return `${line}:${character}`;
}

/**
 * The edits that make one entry of two: what only the other one says goes to the one that is kept, laid out as the file
 * is, and the other one goes.
 *
 * @param aliases Keys to be put into `ids`, which biblatex knows.
 */
export function mergeEntries(
	{ document, bibliography }: KeyedFile,
	kept: BibEntry,
	dropped: BibEntry,
	aliases: readonly string[] = [],
): readonly FileEdit[] {
	if (!bibliography) return [];
	const text = document.getText();
	const style = styleOf(text, bibliography);
	const removal = removalOf(text, dropped);
	const edit = ({ start, end }: Span, newText: string): FileEdit => ({
		file: document.uri,
		range: { start: document.positionAt(start), end: document.positionAt(end) },
		newText,
	});
	const fields = missingFields(text, kept, dropped);
	const ids = style.dialect === 'biblatex' ? idsOf(text, kept, dropped, aliases) : undefined;
	const own = kept.fields.find(({ name }) => name === 'ids');
	if (ids && !own) fields.set('ids', `{${ids}}`);
	const changes = ids && own ? [edit(own, delimited('ids', `{${ids}}`, style))] : [];
	return [...changes, ...addition(kept, fields, style, edit), edit(removal, '')];
}

/** What the other entry says and this one does not, as the file has it. */
function missingFields(text: string, kept: BibEntry, dropped: BibEntry): Map<string, string> {
	const said = new Set(kept.fields.filter((field) => !isEmpty(text, field)).map(({ name }) => name));
	const isSaid = (name: string) =>
		name === 'ids' ||
		said.has(name) ||
		SAME.some((same) => same.includes(name) && same.some((one) => one !== 'month' && said.has(one)));
	const missing = dropped.fields.filter((field) => !isSaid(field.name) && !isEmpty(text, field));
	return new Map(missing.toReversed().map(({ name, start, end }) => [name, text.slice(start, end)]));
}

function isEmpty(text: string, { pieces }: BibField): boolean {
	return pieces.every(({ start, end }) => text.slice(start, end).trim() === '');
}

function idsOf(text: string, kept: BibEntry, dropped: BibEntry, aliases: readonly string[]): string | undefined {
	const known = [kept, dropped].flatMap(({ fields }) =>
		fields.flatMap(({ name, pieces }) => {
			const value = name === 'ids' ? pieces.map(({ start, end }) => text.slice(start, end)).join('') : '';
			return value.split(',').map((key) => key.trim());
		}),
	);
	const all = new Set([...known, ...aliases].filter((key) => key !== '' && key !== kept.key));
	return all.size > 0 ? [...all].join(', ') : undefined;
}

/** Fields behind the last one; an empty one of the same name gives way. */
function addition(
	kept: BibEntry,
	fields: ReadonlyMap<string, string>,
	style: EntryStyle,
	edit: (span: Span, newText: string) => FileEdit,
): readonly FileEdit[] {
	const edits: FileEdit[] = [];
	let behind = '';
	const longest = Math.max(
		0,
		...[...kept.fields.map(({ name }) => name), ...fields.keys()].map(({ length }) => length),
	);
	for (const name of style.inOrder(kept.type, [...fields.keys()])) {
		const value = fields.get(name)!;
		const empty = kept.fields.find((field) => field.name === name);
		if (empty) edits.push(edit(empty, value));
		else behind += writtenField(name, value, kept.fields.length === 0 && behind === '', longest, style);
	}
	const at = kept.fields.at(-1)?.end ?? kept.keySpan.end;
	return behind === '' ? edits : [...edits, edit({ start: at, end: at }, inLines(behind, style.newLine))];
}

/**
 * The edits that cite what is kept wherever another key is cited, but not inside of the entry that goes. Of two keys in
 * one list the other one is taken out.
 */
export function citeInstead(uses: KeyUses, keptKey: string, file: string, gone: Span): readonly FileEdit[] {
	const places = new Map<string, readonly KeyPlace[]>();
	const removals: FileEdit[] = [];
	for (const [uri, found] of uses.places) {
		const document = (uses.documents.get(uri) ?? uses.files.get(uri))!.document;
		places.set(
			uri,
			found.filter(({ start, end, kind, in: within }) => {
				if (uri === file && (kind !== 'link' || (gone.start <= start && end <= gone.end))) return false;
				const span = within && removable(document.getText(), within.citation, within.index, keptKey);
				if (span) {
					const range = { start: document.positionAt(span.start), end: document.positionAt(span.end) };
					removals.push({ file: uri, range, newText: '' });
				}
				return !span;
			}),
		);
	}
	return [...editsOf({ ...uses, places }, keptKey), ...removals];
}

/** An item with its comma, where the same list has the other key already, and nothing but keys. */
function removable(text: string, { form, items }: Citation, index: number, keptKey: string): Span | undefined {
	if (form !== 'command' || !items.some(({ key }) => key === keptKey)) return undefined;
	const item = items[index]!;
	const [before, after] = [items[index - 1], items[index + 1]];
	const span = before
		? { start: before.slot.end, end: item.slot.end }
		: after && { start: item.slot.start, end: after.span.start };
	return span && /^[^%\][{}]*$/.test(text.slice(span.start, span.end)) ? span : undefined;
}
