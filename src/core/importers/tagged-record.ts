import * as l10n from '@vscode/l10n';
import type { Paper } from '../model/paper.ts';
import type { Span } from '../model/span.ts';
import type { Lines } from '../text/lines.ts';
import type { TaggedRecord } from './tagged-lines.ts';
import type { SourceProblem } from './types.ts';

/** The values of a record by tag. */
export function valuesOf(
	{ fields }: TaggedRecord,
	read: (tag: string, lines: readonly string[]) => readonly string[],
): Map<string, string[]> {
	const values = new Map<string, string[]>();
	for (const { tag, lines } of fields) {
		const own = values.get(tag);
		if (own) own.push(...read(tag, lines));
		else values.set(tag, [...read(tag, lines)]);
	}
	return values;
}

/** The paper with the place of its key, where that is the value of a field. */
export function withKeyRange(paper: Paper, { fields }: TaggedRecord, lines: Lines): Paper {
	const key = paper.id === '' ? undefined : fields.find((field) => field.lines[0] === paper.id);
	if (!key) return paper;
	return { ...paper, provenance: [{ ...paper.provenance[0]!, keyRange: lines.rangeOf(key.span) }] };
}

/** What to say of a record without a title, or without the line that it should begin with. */
export function problemOf(
	record: TaggedRecord,
	paper: Paper | undefined,
	lines: Lines,
	opening: string,
): SourceProblem | undefined {
	if (record.begun && paper) return undefined;
	const range = lines.rangeOf(firstFieldOf(record));
	const line = range.start.line + 1;
	if (!paper) {
		const message = l10n.t('The record on line {0} has no title and was skipped. Give it one, or remove it.', line);
		return { severity: 'error', range, message };
	}
	const message = l10n.t(
		'The record on line {0} does not begin with “{1}”, as each one must: that line is missing or damaged. What is left was read; restore the line.',
		line,
		opening.trim(),
	);
	return { severity: 'warning', range, message };
}

function firstFieldOf({ fields, span }: TaggedRecord): Span {
	return { start: span.start, end: fields[0]?.span.end ?? span.end };
}
