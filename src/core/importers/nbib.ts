import { parseYear } from '../text/dates.ts';
import { createLines } from '../text/lines.ts';
import { fromInitialsLast } from './people.ts';
import { recordToPaper } from './records.ts';
import { type RecordResult, stepwise } from './stepwise.ts';
import { isTagged, lastTagged, type TagGrammar, taggedRecords } from './tagged-lines.ts';
import { problemOf, valuesOf } from './tagged-record.ts';
import type { Importer, ImportInput } from './types.ts';

/** `PMID- 12345678`: tags are padded to four letters. Values go on in lines that begin with blanks. */
const grammar: TagGrammar = {
	line: /(?=[A-Z]{2,4} {0,2}-)(?=.{4}-)([A-Z]{2,4}) {0,2}-(?:[ \t]|$|(?=[\r\n]))/my,
	first: 'PMID',
	continues: (line) => /^\s/.test(line),
	beginsAfterBlank: () => true,
};

const DOI = '[doi]';
/** `Family, Given Suffix`; names are read with the suffix in the middle. */
const SUFFIX = /, (.+) (Jr|Sr|\d(?:st|nd|rd|th)|I{2,3}|IV)\.?$/;

/** CSL types by PubMed's publication types, the telling ones first. */
const types: readonly (readonly [RegExp, string])[] = [
	[/^preprint$/i, 'article'],
	[/^book chapter$|^section$/i, 'chapter'],
	[/^book$/i, 'book'],
	[/^(?:academic )?dissertation/i, 'thesis'],
	[/^dataset$/i, 'dataset'],
	[/^technical report$/i, 'report'],
	[/^(?:congress|conference)/i, 'paper-conference'],
	[/^newspaper article$/i, 'article-newspaper'],
];

/**
 * PubMed's format, also known as MEDLINE or nbib.
 * @see https://www.nlm.nih.gov/bsd/mms/medlineelements.html
 */
export const nbib: Importer = {
	id: 'nbib',
	name: 'PubMed (nbib)',
	extensions: ['.nbib', '.medline'],
	recognises: (head) => isTagged(head, grammar),
	cut: (text) => lastTagged(text, grammar),
	...stepwise(records),
};

function* records({ file, text, firstLine }: ImportInput): Generator<RecordResult> {
	const lines = createLines(text, firstLine);
	for (const record of taggedRecords(text, grammar)) {
		const values = valuesOf(record, (_, value) => [value.join(' ')]);
		const used = new Set<string>();
		const all = (tag: string) => {
			used.add(tag);
			return values.get(tag) ?? [];
		};
		const first = (...tags: readonly string[]) => {
			const tag = tags.find((name) => values.has(name));
			return tag && all(tag)[0];
		};
		const kinds = all('PT');
		const type = types.find(([kind]) => kinds.some((own) => kind.test(own)))?.[1] ?? 'article-journal';
		const [year = '', ...month] = (first('DP') ?? '').split(' ');
		const paper = recordToPaper(
			known({
				title: first('TI', 'CTI', 'BTI', 'TT'),
				author: [...people(all('FAU'), all('AU')), ...all('CN').map((literal) => ({ literal }))],
				editor: people(all('FED'), all('ED')),
				issued: parseYear(year, month.join(' ')),
				'container-title': first('JT', 'TA', 'BTI'),
				'collection-title': first('CTI'),
				publisher: first('PB'),
				volume: first('VI'),
				issue: first('IP'),
				page: first('PG'),
				edition: first('EN'),
				DOI: doiOf([...(values.get('LID') ?? []), ...(values.get('AID') ?? [])]),
				ISBN: first('ISBN')?.replace(/\s.*$/, ''),
				ISSN: first('IS')?.replace(/\s.*$/, ''),
				PMID: first('PMID'),
				abstract: first('AB'),
				keyword: [...all('OT'), ...all('MH')].map((word) => word.replaceAll('*', '')),
				language: first('LA'),
			}),
			{ file, range: lines.rangeOf(record.span) },
		);
		const rest = [...values].flatMap(([tag, texts]) => {
			const left = texts.filter((text) => !used.has(tag) && !text.endsWith(DOI));
			return left.length > 0 ? [[tag, left.join('; ')] as const] : [];
		});
		yield {
			paper: paper && { ...paper, type, ...(rest.length > 0 && { fields: Object.fromEntries(rest) }) },
			problem: paper && record.begun ? undefined : problemOf(record, paper, lines, 'PMID- '),
		};
	}
}

function known(record: Readonly<Record<string, unknown>>) {
	return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

/** Full names; abbreviated ones, which stand beside them, where there are none. */
function people(full: readonly string[], short: readonly string[]): readonly string[] {
	return full.length > 0 ? full.map((name) => name.replace(SUFFIX, ', $2, $1')) : short.map(fromInitialsLast);
}

function doiOf(locations: readonly string[]): string | undefined {
	return locations
		.find((location) => location.endsWith(DOI))
		?.slice(0, -DOI.length)
		.trim();
}
