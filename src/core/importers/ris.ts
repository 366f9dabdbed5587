import { createLines } from '../text/lines.ts';
import { referenceToPaper } from './reference.ts';
import { type RecordResult, stepwise } from './stepwise.ts';
import { isTagged, lastTagged, type TagGrammar, taggedRecords } from './tagged-lines.ts';
import { problemOf, valuesOf, withKeyRange } from './tagged-record.ts';
import type { Importer, ImportInput } from './types.ts';

/** CSL types by RIS's. What isn't here is a `document`. */
const types: Readonly<Record<string, string>> = {
	ABST: 'article-journal',
	ADVS: 'motion_picture',
	AGGR: 'dataset',
	ANCIENT: 'classic',
	ART: 'graphic',
	BILL: 'bill',
	BLOG: 'post-weblog',
	BOOK: 'book',
	CASE: 'legal_case',
	CHAP: 'chapter',
	CHART: 'figure',
	CLSWK: 'classic',
	COMP: 'software',
	CONF: 'paper-conference',
	CPAPER: 'paper-conference',
	CTLG: 'book',
	DATA: 'dataset',
	DBASE: 'dataset',
	DICT: 'entry-dictionary',
	EBOOK: 'book',
	ECHAP: 'chapter',
	EDBOOK: 'book',
	EJOUR: 'article-journal',
	ELEC: 'webpage',
	ENCYC: 'entry-encyclopedia',
	FIGURE: 'figure',
	GOVDOC: 'report',
	HEAR: 'hearing',
	ICOMM: 'personal_communication',
	INPR: 'article-journal',
	INTV: 'interview',
	JFULL: 'periodical',
	JOUR: 'article-journal',
	LEGAL: 'legislation',
	MANSCPT: 'manuscript',
	MAP: 'map',
	MGZN: 'article-magazine',
	MPCT: 'motion_picture',
	MUSIC: 'musical_score',
	NEWS: 'article-newspaper',
	PAMP: 'pamphlet',
	PAT: 'patent',
	PCOMM: 'personal_communication',
	PODCST: 'broadcast',
	PRESS: 'article-newspaper',
	RPRT: 'report',
	SER: 'book',
	SLIDE: 'speech',
	SOUND: 'song',
	STAND: 'standard',
	STAT: 'legislation',
	THES: 'thesis',
	UNBILL: 'bill',
	UNPB: 'manuscript',
	VIDEO: 'motion_picture',
	WEB: 'webpage',
};

/** `TY  - JOUR`; not all programs keep to two blanks in front of the hyphen. */
const grammar: TagGrammar = { line: / {0,3}([A-Z][A-Z\d]) {1,2}-(?:[ \t]|$|(?=[\r\n]))/my, first: 'TY', last: 'ER' };

/** Each of their lines is a value. */
const LISTS = new Set(['KW', 'AU', 'A1', 'A2', 'ED', 'UR']);

/**
 * RIS, which reference managers and publishers exchange.
 * @see https://en.wikipedia.org/wiki/RIS_(file_format)
 */
export const ris: Importer = {
	id: 'ris',
	name: 'RIS',
	extensions: ['.ris'],
	recognises: (head) => isTagged(head, grammar),
	cut: (text) => lastTagged(text, grammar),
	...stepwise(records),
};

function* records({ file, text, firstLine }: ImportInput): Generator<RecordResult> {
	const lines = createLines(text, firstLine);
	for (const record of taggedRecords(text, grammar)) {
		const values = valuesOf(record, (tag, value) => (LISTS.has(tag) ? value : [value.join(' ')]));
		const type = types[values.get('TY')?.[0]?.toUpperCase() ?? ''] ?? 'document';
		values.delete('TY');
		const paper = referenceToPaper(values, type, { file, range: lines.rangeOf(record.span) });
		yield { paper: paper && withKeyRange(paper, record, lines), problem: problemOf(record, paper, lines, 'TY  - ') };
	}
}
