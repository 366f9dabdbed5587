import * as l10n from '@vscode/l10n';
import type { Paper } from '../model/paper.ts';
import { createLines } from '../text/lines.ts';
import { inKnownNames, isRecord, paperAt } from './json-items.ts';
import { parseJson } from './json-scan.ts';
import type { Importer, ImportInput, ImportResult, SourceProblem } from './types.ts';

/** How many lines at the front are looked at: the first ones may be damaged. */
const LOOK_AT = 20;
const TITLE = /"title"\s{0,9}:/i;

/**
 * JSON Lines: one object per line, CSL-JSON, a simple shape (`id`, `title`, `authors`, `year`, `abstract`, …) or what
 * services answer.
 * @see https://jsonlines.org
 */
export const jsonl: Importer = {
	id: 'jsonl',
	name: 'JSON Lines',
	extensions: ['.jsonl', '.ndjson'],
	cut: (text) => text.length,
	recognises,
	read,
};

function recognises(head: string): boolean {
	const lines = head.split(/\r?\n/, LOOK_AT + 1).filter((line) => line.trim() !== '');
	const [first = ''] = lines;
	// What opens a list, or an object that goes on over many lines, is JSON, but not of lines.
	if (/^\s*(?:\[|\{\s*$)/.test(first)) return false;
	// A line may be longer than the head.
	if (lines.length === 1 && !first.trimEnd().endsWith('}')) return /^\{\s*"/.test(first) && TITLE.test(first);
	return lines.some((line) => line.startsWith('{') && describesPaper(parseJson(line)));
}

/** One line that holds a list of papers is JSON, not JSON Lines. */
function describesPaper(value: unknown): boolean {
	return isRecord(value) && Object.keys(inKnownNames(value) ?? {}).some((name) => /^title$/i.test(name));
}

function read({ file, text, firstLine }: ImportInput): ImportResult {
	const lines = createLines(text, firstLine);
	const papers: Paper[] = [];
	const problems: SourceProblem[] = [];
	let start = 0;
	while (start < text.length) {
		const newLine = text.indexOf('\n', start);
		const end = newLine < 0 ? text.length : newLine;
		const line = text.slice(start, end).trim();
		if (line !== '') {
			const from = start + text.slice(start, end).search(/\S/);
			const span = { start: from, end: from + line.length };
			const record = parseJson(line);
			const paper = isRecord(record) ? paperAt(record, file, text, span, lines) : undefined;
			if (paper) papers.push(paper);
			else if (paper === undefined) {
				const range = lines.rangeOf(span);
				problems.push({ severity: 'error', range, message: complaint(record, range.start.line + 1) });
			}
		}
		start = end + 1;
	}
	return { papers, problems };
}

function complaint(record: unknown, line: number): string {
	if (record === undefined) {
		return l10n.t(
			'This is not valid JSON, so that line {0} was skipped. Each line must be one complete object in braces.',
			line,
		);
	}
	if (!isRecord(record)) {
		return l10n.t(
			'This is no JSON object, so that line {0} was skipped. Each line must describe one paper, in braces.',
			line,
		);
	}
	return l10n.t(
		'This object has neither a title nor a key, so that line {0} was skipped. Give it at least a “title”.',
		line,
	);
}
