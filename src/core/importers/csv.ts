import * as l10n from '@vscode/l10n';
import type { Paper } from '../model/paper.ts';
import { createLines, type Lines } from '../text/lines.ts';
import { tableType, tagsOf } from './csv-columns.ts';
import { type Row, rowsOf } from './delimited.ts';
import { splitPeople } from './people.ts';
import { referenceToPaper } from './reference.ts';
import { inParts, type RecordResult, stepwise } from './stepwise.ts';
import type { Importer, ImportPiece } from './types.ts';

const DELIMITERS = [',', '\t', ';', '|'];
/** Spreadsheets may write the delimiter into a line in front of the header. */
const SEPARATOR = /^sep=.\r?\n/i;
/** Names of columns are shorter than prose. */
const LONGEST_NAME = 80;
/** A quotation mark that is not closed for so many characters never is. */
const LONGEST_ROW = 1024 * 1024;
/** Zotero's field for all that has no column. */
const KEY_IN_EXTRA = /^(?:citation key|bibtex):[ \t]*(\S{1,200})/im;

interface Header {
	readonly delimiter: string;
	readonly names: readonly string[];
	readonly tags: ReturnType<typeof tagsOf>;
	/** Offset behind it. */
	readonly end: number;
}

/**
 * Tables whose first line names the columns: comma, semicolon or tab between them.
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export const csv: Importer = {
	id: 'csv',
	name: 'CSV or TSV with a header',
	extensions: ['.csv', '.tsv'],
	recognises: (head) => headerOf(head) !== undefined,
	// Pieces end at line ends; what a row lacks is in the next one.
	cut: (text) => text.length,
	open: (file) => {
		const read = open(file);
		return (piece) => inParts(read(piece));
	},
	...stepwise((input) => open(input.file)({ ...input, isLast: true })),
};

/** The header, by the delimiter that gives most columns a known name: a title, and something else. */
function headerOf(text: string): Header | undefined {
	const from = SEPARATOR.exec(text)?.[0].length ?? 0;
	let best: { readonly header: Header; readonly known: number } | undefined;
	for (const delimiter of DELIMITERS) {
		const [row] = rowsOf(text.slice(0, from + 20_000), delimiter, from);
		if (!row || row.unclosed || row.cells.some((name) => name.length > LONGEST_NAME)) continue;
		const tags = tagsOf(row.cells);
		const known = new Set(tags.flatMap((column) => column?.tag ?? []));
		if (!known.has('TI') || known.size < 2 || known.size <= (best?.known ?? 0)) continue;
		best = { header: { delimiter, names: row.cells, tags, end: row.span.end }, known: known.size };
	}
	return best?.header;
}

/** A reader of all pieces of one file, in turn: a row may begin in one and end in the next. */
function open(file: string): (piece: ImportPiece) => Iterable<RecordResult> {
	let header: Header | undefined;
	let held = '';
	let heldLine = 0;
	return function* read({ text, firstLine, isLast }) {
		const whole = held + text;
		const lines = createLines(whole, held === '' ? firstLine : heldLine);
		let end = 0;
		if (!header) {
			header = headerOf(whole);
			if (!header) return;
			end = header.end;
		}
		const isWhole = isLast || held.length > LONGEST_ROW;
		for (const row of rowsOf(whole, header.delimiter, end, isWhole)) {
			end = row.span.end;
			if (row.cells.some((cell) => cell !== '')) yield resultOf(row, header, file, lines);
		}
		held = isWhole ? '' : whole.slice(end);
		heldLine = lines.positionAt(end).line;
	};
}

function resultOf(row: Row, header: Header, file: string, lines: Lines): RecordResult {
	const isRead = !row.unclosed || row.cells.length === header.names.length;
	const paper = isRead ? paperOf(row, header, file, lines) : undefined;
	const message = complaint(row, header, paper, lines.positionAt(row.span.start).line + 1);
	const range = lines.rangeOf({ start: row.span.start, end: row.spans[0]!.end });
	return {
		paper,
		problem: message === undefined ? undefined : { severity: paper ? 'warning' : 'error', range, message },
	};
}

function paperOf(row: Row, { names, tags }: Header, file: string, lines: Lines): Paper | undefined {
	const best = new Map<string, { readonly at: number; readonly rank: number }>();
	for (const [at, cell] of row.cells.entries()) {
		const column = tags[at];
		if (!column || cell.trim() === '' || column.tag === 'SN') continue;
		const known = best.get(column.tag);
		if (!known || column.rank < known.rank) best.set(column.tag, { at, rank: column.rank });
	}
	const values = new Map<string, readonly string[]>();
	const fields: Record<string, string> = {};
	for (const [at, cell] of row.cells.entries()) {
		const text = cell.trim();
		const tag = tags[at]?.tag;
		if (text === '') continue;
		if (tag === 'SN') values.set(tag, [...(values.get(tag) ?? []), text]);
		else if (tag === undefined || best.get(tag)?.at !== at) fields[names[at] || `column ${at + 1}`] = text;
		else values.set(tag, tag === 'AU' || tag === 'ED' ? splitPeople(text) : [text]);
	}
	const meaning = (tag: string, isKnown: (value: string) => boolean) => {
		const [value] = values.get(tag) ?? [];
		values.delete(tag);
		if (value === undefined || isKnown(value)) return value;
		fields[names[best.get(tag)!.at]!] = value;
		return undefined;
	};
	// Numbers count rows; nobody cites by them.
	const key = meaning('KEY', (value) => !/^\d+$|\s/.test(value));
	const type = meaning('TYPE', (value) => tableType(value) !== undefined);
	const keyRange = key === undefined ? undefined : lines.rangeOf(row.spans[best.get('KEY')!.at]!);
	const provenance = { file, range: lines.rangeOf(row.span), ...(keyRange && { keyRange }) };
	const inExtra = KEY_IN_EXTRA.exec(fields.Extra ?? '')?.[1];
	return referenceToPaper(values, type && tableType(type), provenance, { key: key ?? inExtra, fields });
}

function complaint(row: Row, { names }: Header, paper: Paper | undefined, line: number): string | undefined {
	const remedy = l10n.t(
		'Put values with commas, quotation marks or line breaks into quotation marks, and double those inside.',
	);
	if (row.unclosed) {
		const what = paper
			? l10n.t(
					'On line {0}, a quotation mark is opened and not closed; values may have come into the wrong columns.',
					line,
				)
			: l10n.t('On line {0}, a quotation mark is opened and not closed; it was skipped.', line);
		return `${what} ${remedy}`;
	}
	if (!paper) return l10n.t('The row on line {0} has no title and was skipped. Give it one, or remove it.', line);
	let filled = row.cells.length;
	while (filled > names.length && row.cells[filled - 1] === '') filled--;
	if (filled <= names.length) return undefined;
	const what = l10n.t(
		'The row on line {0} has {1} values for {2} columns; values may have come into the wrong columns.',
		line,
		filled,
		names.length,
	);
	return `${what} ${remedy}`;
}
