import { createLines } from '../text/lines.ts';
import { endnoteType } from './endnote-types.ts';
import { referenceToPaper } from './reference.ts';
import { type RecordResult, stepwise } from './stepwise.ts';
import { isTagged, lastTagged, type TagGrammar, taggedRecords } from './tagged-lines.ts';
import { problemOf, valuesOf, withKeyRange } from './tagged-record.ts';
import type { Importer, ImportInput } from './types.ts';

/** RIS's tags by those of EndNote that mean the same. */
const risTags: Readonly<Record<string, string>> = {
	'%A': 'AU',
	'%B': 'T2',
	'%C': 'CY',
	'%D': 'PY',
	'%E': 'ED',
	'%F': 'LB',
	'%G': 'LA',
	'%I': 'PB',
	'%J': 'JF',
	'%K': 'KW',
	'%N': 'IS',
	'%P': 'SP',
	'%R': 'DO',
	'%S': 'T3',
	'%T': 'TI',
	'%U': 'UR',
	'%V': 'VL',
	'%X': 'AB',
	'%Z': 'N1',
	'%7': 'ET',
	'%8': 'DA',
	'%@': 'SN',
	'%>': 'L1',
};

/** `%A Name`: any printing character may follow the percent sign. */
const grammar: TagGrammar = {
	line: /(%[A-Z\d!-/:-@[-`{-~])(?:[ \t]|$|(?=[\r\n]))/my,
	first: '%0',
	// Refer, which EndNote took its tags from, has no types; blank lines stand between its records.
	beginsAfterBlank: (tag) => tag === '%A' || tag === '%T' || tag === '%F',
};
const refer: TagGrammar = { ...grammar, first: '%A' };
/** Comments of TeX begin as tags do. */
const REFER = /^\s*%[A-Z][ \t]/;
const TEX = /^\\[a-z]/m;
const TITLE = /^%T[ \t]+\S/m;

const LISTS = new Set(['%K', '%A', '%E', '%U']);

/**
 * EndNote's tagged format, and that of refer, from which it comes.
 * @see https://en.wikipedia.org/wiki/EndNote
 */
export const enw: Importer = {
	id: 'enw',
	name: 'EndNote (tagged)',
	extensions: ['.enw', '.refer'],
	recognises: (head) =>
		TITLE.test(head) && (isTagged(head, grammar) || (REFER.test(head) && !TEX.test(head) && isTagged(head, refer))),
	cut: (text) => lastTagged(text, grammar),
	...stepwise(records),
};

function* records({ file, text, firstLine }: ImportInput): Generator<RecordResult> {
	const lines = createLines(text, firstLine);
	for (const record of taggedRecords(text, grammar)) {
		const tagged = valuesOf(record, (tag, value) => (LISTS.has(tag) ? value : [value.join(' ')]));
		const type = tagged.has('%0') ? endnoteType(tagged.get('%0')![0] ?? '') : referType(tagged);
		tagged.delete('%0');
		const values = new Map([...tagged].map(([tag, texts]) => [risTags[tag] ?? tag, texts]));
		const paper = referenceToPaper(values, type, { file, range: lines.rangeOf(record.span) });
		yield {
			paper: paper && withKeyRange(paper, record, lines),
			problem: paper ? undefined : problemOf(record, paper, lines, '%0 '),
		};
	}
}

/** The type of a record without one, as refer itself tells them apart. */
function referType(tagged: ReadonlyMap<string, unknown>): string {
	if (tagged.has('%J')) return 'article-journal';
	if (tagged.has('%B')) return 'chapter';
	if (tagged.has('%R')) return 'report';
	return tagged.has('%I') ? 'book' : 'document';
}
