import * as l10n from '@vscode/l10n';
import { stringify } from 'yaml';
import type { Change, Refusal } from '../bibtex/insert.ts';
import { inLines } from '../bibtex/layout.ts';
import { newLineOf } from '../bibtex/style.ts';
import { itemOf } from '../exporters/csl-json.ts';
import { hayagrivaOf } from '../exporters/hayagriva.ts';
import { readText, type SourceResult } from '../importers/index.ts';
import type { Paper } from '../model/paper.ts';
import { createLines } from '../text/lines.ts';

/** The endings of files with records that are not BibTeX's. */
export const recordEndings = /\.(?:json|yaml|yml)$/i;

/** One record of a text. */
interface Placed {
	readonly start: number;
	readonly end: number;
}

/**
 * The change that writes a paper into a bibliography in CSL-JSON, in YAML of CSL or in Hayagriva's, behind its last
 * record and indented as that is. Nothing else changes. Refused where it would not be read back.
 */
export function insertRecord(file: string, text: string, paper: Paper): Change | Refusal {
	const before = read(file, text);
	const lines = createLines(text);
	const records = before.papers.flatMap(({ provenance }) =>
		provenance.map(({ range }) => ({ start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) })),
	);
	const change = changeOf(before.format ?? '', file, text, records, paper);
	if (!change) return { refused: l10n.t('is not written in a way that records can be added to; add it by hand') };
	const written = { ...change, newText: inLines(change.newText, newLineOf(text)) };
	const after = read(file, text.slice(0, written.start) + written.newText + text.slice(written.end));
	const found = after.papers.find(({ id }) => id === paper.id);
	return after.papers.length === before.papers.length + 1 && found?.title === paper.title
		? written
		: { refused: l10n.t('is not written in a way that records can be added to; add it by hand') };
}

function read(file: string, text: string): SourceResult {
	return readText({ file, text });
}

function changeOf(format: string, file: string, text: string, records: readonly Placed[], paper: Paper) {
	if (/\.json$/i.test(file)) return intoJson(text, records, paper);
	if (format === 'csl-yaml') return intoList(text, records, paper);
	if (format === 'hayagriva' || text.trim() === '') {
		const isHayagriva = format === 'hayagriva' || /\.yml$/i.test(file);
		return isHayagriva ? intoMap(text, paper) : behind(text, text.length, `references:\n${itemIn('', '  ', paper)}`);
	}
	return undefined;
}

/** Behind the last item of an array, as that is laid out: on lines of its own, or on one. */
function intoJson(text: string, records: readonly Placed[], paper: Paper): Change | undefined {
	const item = itemOf(paper);
	const last = records.at(-1);
	if (!last) {
		if (text.trim() === '') return { start: 0, end: text.length, newText: `${JSON.stringify([item], null, 2)}\n` };
		const empty = /\[\s*\]/.exec(text);
		if (!empty) return undefined;
		return { start: empty.index, end: empty.index + empty[0].length, newText: JSON.stringify([item], null, 2) };
	}
	const own = text.slice(last.start, last.end);
	const lead = leadOf(text, last.start);
	const inner = /\n([ \t]*)\S/.exec(own)?.[1];
	const unit = inner === undefined ? undefined : inner.startsWith(lead) ? inner.slice(lead.length) || '  ' : '  ';
	const written = JSON.stringify(item, null, unit).replaceAll('\n', `\n${lead}`);
	const previous = records.at(-2);
	const between = previous && text.slice(previous.end, last.start);
	const separator = between && /^\s*,\s*$/.test(between) ? between : `,\n${lead}`;
	return { start: last.end, end: last.end, newText: separator + written };
}

/** Behind the last item of a list. */
function intoList(text: string, records: readonly Placed[], paper: Paper): Change | undefined {
	const last = records.at(-1);
	const found = last && /^([ \t]*)-([ \t]+)$/.exec(text.slice(lineStart(text, last.start), last.start));
	if (!last || !found) return undefined;
	const [, lead = '', space = ' '] = found;
	return behind(text, last.end, itemIn(lead, space, paper));
}

/** At the end of a map. */
function intoMap(text: string, paper: Paper): Change {
	return behind(text, text.length, stringify({ [paper.id]: hayagrivaOf(paper) }, { lineWidth: 0 }));
}

function itemIn(lead: string, space: string, paper: Paper): string {
	const lines = stringify(itemOf(paper), { lineWidth: 0 }).trimEnd().split('\n');
	const rest = `${lead} ${' '.repeat(space.length)}`;
	return lines.map((line, at) => (at === 0 ? `${lead}-${space}` : line === '' ? '' : rest) + line).join('\n');
}

/** On the lines behind what stands in front of an offset. */
function behind(text: string, offset: number, written: string): Change {
	const start = text.slice(0, offset).trimEnd().length;
	const block = written.trimEnd();
	return { start, end: start, newText: start === 0 ? `${block}\n` : `\n${block}` };
}

function lineStart(text: string, offset: number): number {
	return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

function leadOf(text: string, offset: number): string {
	return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))![0];
}
