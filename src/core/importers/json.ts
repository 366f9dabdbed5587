import * as l10n from '@vscode/l10n';
import type { Range } from 'vscode-languageserver-types';
import type { Span } from '../model/span.ts';
import { createLines, type Lines } from '../text/lines.ts';
import { createListCutter } from './json-cut.ts';
import { isRecord, paperAt } from './json-items.ts';
import { findArray, type ListNames, parseJson, scanArray } from './json-scan.ts';
import type { JsonShape } from './shapes/types.ts';
import { inParts, type RecordResult, stepwise } from './stepwise.ts';
import type { Importer, ImportPiece, SourceProblem } from './types.ts';

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
export const readJson = {
	...stepwise((input) => open(input.file)({ ...input, isLast: true })),
	cutter(head: string) {
		const start = listIn(head);
		return start < 0 ? undefined : createListCutter(new TextEncoder().encode(head.slice(0, start + 1)).length);
	},
	open(file: string) {
		const read = open(file);
		return (piece: ImportPiece) => inParts(read(piece));
	},
} satisfies Partial<Importer>;

/** A reader of one value, which may come in pieces that begin and end between the items of its list. */
function open(file: string): (piece: ImportPiece) => Iterable<RecordResult> {
	let number = 0;
	let isClosed = false;
	/** The first line of the last item. */
	let last: (() => Range) | undefined;
	/** Of the last item: where the list breaks off, that is what is wrong with it. */
	let doubt: SourceProblem | undefined;

	return function* read({ text, firstLine, firstCharacter, isLast }) {
		if (isClosed) return;
		const lines = createLines(text, firstLine, firstCharacter);
		const items = number === 0 ? itemsOf(text) : scanArray(text, -1);
		let step = items.next();
		for (; !step.done; step = items.next()) {
			const span = step.value;
			last = () => lines.rangeOf(firstLineOf(text, span));
			const before = doubt;
			const { paper, problem } = readItem(file, text, span, ++number, lines);
			doubt = problem;
			yield { paper, problem: before };
		}
		isClosed = step.value;
		if (isClosed) yield { problem: doubt };
		if (isClosed || !isLast) return;
		const start = text.search(/\S/);
		const message = l10n.t(
			'The list of papers is not closed: the file seems to be cut off, or a bracket, brace or quotation mark is missing. What stands after the last complete paper was skipped. Export the file again, or close the list with “]”.',
		);
		const range = last?.() ?? lines.rangeOf(firstLineOf(text, { start, end: start + 1 }));
		yield { problem: { severity: 'error', range, message } };
	};
}

/** Offset of the list of records; -1 where there is none. */
function listIn(text: string): number {
	const first = text.search(/\S/);
	return text[first] === '[' ? first : findArray(text, listNames);
}

/** The records one by one. Returns whether they end as they should. */
function* itemsOf(text: string): Generator<Span, boolean> {
	const array = listIn(text);
	if (array >= 0) return yield* scanArray(text, array);
	yield { start: text.search(/\S/), end: text.trimEnd().length };
	return true;
}

function readItem(file: string, text: string, span: Span, number: number, lines: Lines): RecordResult {
	const record = parseJson(text.slice(span.start, span.end));
	const paper = isRecord(record) ? paperAt(record, file, text, span, lines) : undefined;
	if (paper) return { paper };
	if (paper === null) return {};
	const range = lines.rangeOf(firstLineOf(text, span));
	const line = range.start.line + 1;
	if (record === null) {
		const message = l10n.t(
			'Item {0} of the list, on line {1}, is empty (“null”), so that no paper was read from it. Services answer so for what they don’t know: ask for it by another id, or remove it.',
			number,
			line,
		);
		return { problem: { severity: 'information', range, message } };
	}
	const message = isRecord(record)
		? l10n.t(
				'Item {0} of the list, on line {1}, has neither a title nor a key and was skipped. Correct it, or remove it.',
				number,
				line,
			)
		: l10n.t(
				'Item {0} of the list, on line {1}, is not a valid JSON object and was skipped. Correct it, or remove it.',
				number,
				line,
			);
	return { problem: { severity: 'error', range, message } };
}

function firstLineOf(text: string, span: Span): Span {
	const newLine = text.indexOf('\n', span.start);
	return { start: span.start, end: newLine < 0 ? span.end : Math.min(newLine, span.end) };
}
