import type { Span } from '../model/span.ts';
import { createLines, type Lines } from '../text/lines.ts';
import { isRecord, paperAt } from './json-items.ts';
import { findArray, type ListNames, parseJson, scanArray } from './json-scan.ts';
import type { JsonShape } from './shapes/types.ts';
import { type RecordResult, stepwise } from './stepwise.ts';
import type { Importer, SourceProblem } from './types.ts';

/** Where files of one object have their papers. A paper of Semantic Scholar lists its references, which aren't meant. */
export const listNames: ListNames = {
	lists: ['items', 'references', 'papers', 'data', 'results', 'recommendedPapers', 'notes'],
	wrappers: ['message'],
	records: ['paperId'],
};

/** The format of JSON files whose records have a shape. */
export function jsonFormat({ id, name, marks }: JsonShape): Importer {
	return {
		id,
		name,
		extensions: ['.json'],
		recognises: (head) => isOneValue(head) && marks.every((mark) => mark.test(head)),
		...readJson,
	};
}

/** One JSON value for all papers: a list, or an object. Otherwise it is JSON Lines. */
export function isOneValue(head: string): boolean {
	const text = head.trim();
	if (text.startsWith('[')) return true;
	if (!text.startsWith('{')) return false;
	const end = text.search(/[\r\n]/);
	return end < 0 || parseJson(text.slice(0, end)) === undefined;
}

/**
 * The papers of one JSON value, which is a list of records, an object that holds one, or a record. Each is read, or
 * fails, by itself.
 */
export const readJson = stepwise(function* ({ file, text, firstLine }) {
	const lines = createLines(text, firstLine);
	const items = itemsOf(text);
	let last: Span | undefined;
	/** Of the last item: where the list breaks off, that is what is wrong with it. */
	let doubt: SourceProblem | undefined;
	let step = items.next();
	for (let number = 1; !step.done; number++, step = items.next()) {
		last = step.value;
		const before = doubt;
		const { paper, problem } = readItem(file, text, last, number, lines);
		doubt = problem;
		yield { paper, problem: before };
	}
	if (step.value) {
		yield { problem: doubt };
		return;
	}
	const start = text.search(/\S/);
	const message =
		'The list of papers is not closed: the file seems to be cut off, or a bracket, brace or quotation mark is missing. What stands after the last complete paper was skipped. Export the file again, or close the list with “]”.';
	const range = lines.rangeOf(firstLineOf(text, last ?? { start, end: start + 1 }));
	yield { problem: { severity: 'error', range, message } };
});

/** The records one by one. Returns whether they end as they should. */
function* itemsOf(text: string): Generator<Span, boolean> {
	const first = text.search(/\S/);
	const array = text[first] === '[' ? first : findArray(text, listNames);
	if (array >= 0) return yield* scanArray(text, array);
	yield { start: first, end: text.trimEnd().length };
	return true;
}

function readItem(file: string, text: string, span: Span, number: number, lines: Lines): RecordResult {
	const record = parseJson(text.slice(span.start, span.end));
	const paper = isRecord(record) ? paperAt(record, file, text, span, lines) : undefined;
	if (paper) return { paper };
	if (paper === null) return {};
	const range = lines.rangeOf(firstLineOf(text, span));
	const where = `Item ${number} of the list, on line ${range.start.line + 1},`;
	if (record === null) {
		const message = `${where} is empty (“null”), so that no paper was read from it. Services answer so for what they don’t know: ask for it by another id, or remove it.`;
		return { problem: { severity: 'information', range, message } };
	}
	const what = isRecord(record) ? 'has neither a title nor a key' : 'is not a valid JSON object';
	const message = `${where} ${what} and was skipped. Correct it, or remove it.`;
	return { problem: { severity: 'error', range, message } };
}

function firstLineOf(text: string, span: Span): Span {
	const newLine = text.indexOf('\n', span.start);
	return { start: span.start, end: newLine < 0 ? span.end : Math.min(newLine, span.end) };
}
