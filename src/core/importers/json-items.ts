import type { Range } from 'vscode-languageserver-types';
import type { Paper } from '../model/paper.ts';
import type { Span } from '../model/span.ts';
import type { Lines } from '../text/lines.ts';
import { type JsonRecord, recordToPaper } from './records.ts';
import { shapes } from './shapes/index.ts';

export { isRecord } from './shapes/values.ts';

/**
 * The paper of one JSON object, of any shape, that stands in `span` of a text, with the place of its key. Undefined
 * where it describes none, null where it is not meant to.
 */
export function paperAt(
	record: JsonRecord,
	file: string,
	text: string,
	span: Span,
	lines: Lines,
): Paper | null | undefined {
	const known = inKnownNames(record);
	if (known === null) return null;
	const range = lines.rangeOf(span);
	const paper = recordToPaper(known, { file, range });
	if (!paper?.id) return paper;
	const keyRange = keyRangeOf(paper.id, text, span, lines);
	return keyRange ? { ...paper, provenance: [{ file, range, keyRange }] } : paper;
}

/** A record of one of the shapes that programs and services write, as a simple one; null where it is no paper. */
export function inKnownNames(record: JsonRecord): JsonRecord | null {
	for (const shape of shapes) {
		const known = shape.toRecord(record);
		if (known !== undefined) return known;
	}
	return record;
}

/** Where the key stands, without its quotation marks: the first string of the object that is the key. */
function keyRangeOf(key: string, text: string, span: Span, lines: Lines): Range | undefined {
	const quoted = JSON.stringify(key);
	const at = text.slice(span.start, span.end).indexOf(quoted);
	if (at < 0) return undefined;
	const start = span.start + at + 1;
	return lines.rangeOf({ start, end: start + quoted.length - 2 });
}
