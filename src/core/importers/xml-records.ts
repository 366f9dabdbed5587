import * as l10n from '@vscode/l10n';
import type { Range } from 'vscode-languageserver-types';
import type { Paper, Provenance } from '../model/paper.ts';
import type { Span } from '../model/span.ts';
import { createLines } from '../text/lines.ts';
import type { RecordResult } from './stepwise.ts';
import type { ImportInput, SourceProblem } from './types.ts';
import { type FoundElement, findElements, parseElement, type XmlElement } from './xml.ts';

/** One record of an XML file. */
export interface XmlRecord {
	readonly element: XmlElement;
	readonly span: Span;
	/** Where it stands, and where its key does, if that is to be found as it is written here. */
	provenance(key?: string): Provenance;
}

/** What is no paper, and needs no words. */
export const notPaper = Symbol('not a paper');

/**
 * The papers of a file whose records are elements of these names, each read by itself, in order.
 *
 * @param paperOf Makes a paper of a record; undefined where it has no title.
 */
export function* xmlPapers(
	{ file, text, firstLine, firstCharacter }: ImportInput,
	names: readonly string[],
	paperOf: (record: XmlRecord) => Paper | typeof notPaper | undefined,
): Generator<RecordResult> {
	const lines = createLines(text, firstLine, firstCharacter);
	for (const found of findElements(text, names)) {
		const { span } = found;
		const content = text.slice(span.start, span.end);
		const { element, error } = parseElement(content);
		const keyRange = (key: string): Range | undefined => {
			const at = content.indexOf(key);
			const start = span.start + at;
			return at < 0 ? undefined : lines.rangeOf({ start, end: start + key.length });
		};
		const provenance = (key?: string): Provenance => {
			const place = key === undefined ? undefined : keyRange(key);
			return { file, range: lines.rangeOf(span), ...(place && { keyRange: place }) };
		};
		const paper = element && paperOf({ element, span, provenance });
		if (paper === notPaper) continue;
		const problem = (message: string): SourceProblem => ({
			severity: 'error',
			range: lines.rangeOf(firstLineOf(content, span.start)),
			message,
		});
		const message = complaint(found, error, paper !== undefined, lines.positionAt(span.start).line + 1);
		yield { paper, problem: message === undefined ? undefined : problem(message) };
	}
}

function complaint(
	{ name, closed }: FoundElement,
	error: string | undefined,
	isRead: boolean,
	line: number,
): string | undefined {
	if (!closed && isRead) {
		return l10n.t(
			'The element <{0}> on line {1} is not closed; it was read up to where the next one begins. Close it with </{0}>.',
			name,
			line,
		);
	}
	if (error !== undefined || !closed) {
		const reason = closed ? (error ?? '').replace(/^\d+:\d+: /, '').replace(/\.$/, '') : l10n.t('it is not closed');
		return isRead
			? l10n.t(
					'The element <{0}> on line {1} is not valid XML ({2}), so that some of it may be missing. Correct it.',
					name,
					line,
					reason,
				)
			: l10n.t(
					'The element <{0}> on line {1} is not valid XML ({2}) and was skipped. Correct it, or remove it.',
					name,
					line,
					reason,
				);
	}
	if (isRead) return undefined;
	return l10n.t('The element <{0}> on line {1} has no title and was skipped. Give it one, or remove it.', name, line);
}

/** The first line of a record, as far as one looks. */
function firstLineOf(content: string, start: number): Span {
	const end = content.search(/[\r\n]/);
	return { start, end: start + Math.min(end < 0 ? content.length : end, 200) };
}
