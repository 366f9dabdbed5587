import type { Range } from 'vscode-languageserver-types';
import type { Paper } from '../model/paper.ts';
import type { Span } from '../model/span.ts';
import type { Lines } from '../text/lines.ts';
import { type JsonRecord, recordToPaper } from './records.ts';

/** The paper of one JSON object that stands in `span` of a text, with the place of its key. */
export function paperAt(record: JsonRecord, file: string, text: string, span: Span, lines: Lines): Paper | undefined {
	const range = lines.rangeOf(span);
	const paper = recordToPaper(record, { file, range });
	if (!paper?.id) return paper;
	const keyRange = keyRangeOf(paper.id, text, span, lines);
	return keyRange ? { ...paper, provenance: [{ file, range, keyRange }] } : paper;
}

/** Where the key stands, without its quotation marks: the first string of the object that is the key. */
function keyRangeOf(key: string, text: string, span: Span, lines: Lines): Range | undefined {
	const quoted = JSON.stringify(key);
	const at = text.slice(span.start, span.end).indexOf(quoted);
	if (at < 0) return undefined;
	const start = span.start + at + 1;
	return lines.rangeOf({ start, end: start + quoted.length - 2 });
}

export function isRecord(value: unknown): value is JsonRecord {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
