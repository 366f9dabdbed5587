import type { Paper } from '../model/paper.ts';
import type { Span } from '../model/span.ts';
import { createLines } from '../text/lines.ts';
import { isRecord, paperAt } from './json-items.ts';
import { findArray, parseJson, scanArray } from './json-scan.ts';
import type { Importer, ImportInput, ImportResult, SourceProblem } from './types.ts';

/** Properties that hold the list of papers, where the file is one object. */
const LISTS = ['items', 'references', 'papers', 'data', 'results'];

const LIST = /^\s*\[\s*(?:\{|\]|$)/;
const LIST_PROPERTY = new RegExp(`"(?:${LISTS.join('|')})"\\s{0,9}:\\s{0,9}\\[`);
const TITLE = /"title"\s{0,9}:/i;

/**
 * JSON with a list of papers: CSL-JSON (an array, or an object with `items` or `references`) and arrays of the simple
 * shapes that JSON Lines have, too.
 * @see https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html
 */
export const cslJson: Importer = {
	id: 'csl-json',
	name: 'CSL-JSON',
	extensions: ['.json'],
	recognises: (head) => LIST.test(head) || (isOneObject(head) && (LIST_PROPERTY.test(head) || TITLE.test(head))),
	read,
};

function read({ file, text, firstLine }: ImportInput): ImportResult {
	const lines = createLines(text, firstLine);
	const papers: Paper[] = [];
	const problems: SourceProblem[] = [];
	const { items, problem } = itemsOf(text);
	if (problem) problems.push({ severity: 'error', range: lines.rangeOf(problem.span), message: problem.message });
	for (const [at, span] of items.entries()) {
		const record = parseJson(text.slice(span.start, span.end));
		const paper = isRecord(record) ? paperAt(record, file, text, span, lines) : undefined;
		if (paper) papers.push(paper);
		// The last item of a list that breaks off is broken, too: one problem says both.
		else if (!(problem && at === items.length - 1)) {
			const what = isRecord(record) ? 'has neither a title nor a key' : 'is not a valid JSON object';
			const line = lines.positionAt(span.start).line + 1;
			const message = `Item ${at + 1} of the list, on line ${line}, ${what} and was skipped. Correct it, or remove it.`;
			problems.push({ severity: 'error', range: lines.rangeOf(firstLineOf(text, span)), message });
		}
	}
	return { papers, problems };
}

/** An object that goes on over several lines, or all of the text in one line; otherwise it is JSON Lines. */
function isOneObject(head: string): boolean {
	const text = head.trim();
	if (!text.startsWith('{')) return false;
	const end = text.search(/[\r\n]/);
	return end < 0 || parseJson(text.slice(0, end)) === undefined;
}

function itemsOf(text: string): {
	readonly items: readonly Span[];
	readonly problem?: { readonly span: Span; readonly message: string };
} {
	const first = text.search(/\S/);
	const array = text[first] === '[' ? first : findArray(text, LISTS);
	if (array < 0) return { items: [{ start: first, end: text.trimEnd().length }] };
	const { items, closed } = scanArray(text, array);
	if (closed) return { items };
	const last = items.at(-1) ?? { start: array, end: array + 1 };
	const message =
		'The list of papers is not closed: the file seems to be cut off, or a bracket, brace or quotation mark is missing. What stands after the last complete paper was skipped. Export the file again, or close the list with “]”.';
	return { items, problem: { span: firstLineOf(text, last), message } };
}

function firstLineOf(text: string, span: Span): Span {
	const newLine = text.indexOf('\n', span.start);
	return { start: span.start, end: newLine < 0 ? span.end : Math.min(newLine, span.end) };
}
