import { normaliseDoi } from '../model/ids.ts';
import type { Paper } from '../model/paper.ts';
import { parseYear } from '../text/dates.ts';
import { recordToPaper } from './records.ts';
import { stepwise } from './stepwise.ts';
import type { Importer } from './types.ts';
import { elementsAt, elementsOf, textAt, textOf, type XmlElement } from './xml.ts';
import { notPaper, type XmlRecord, xmlPapers } from './xml-records.ts';

/** CSL types by DBLP's elements. */
const types: Readonly<Record<string, string>> = {
	article: 'article-journal',
	inproceedings: 'paper-conference',
	proceedings: 'book',
	book: 'book',
	incollection: 'chapter',
	phdthesis: 'thesis',
	mastersthesis: 'thesis',
	www: 'webpage',
	data: 'dataset',
};
const names = Object.keys(types);
const RECORD = new RegExp(`<(?:${names.join('|')})\\s[^<>]{0,300}\\bkey\\s*=\\s*["'][\\w+-]+/`);

/** Elements that become a field of the paper. */
const known = new Set(
	'title year month journal booktitle volume number pages publisher school series address isbn author editor ee'.split(
		' ',
	),
);

/**
 * DBLP's XML: the whole of it, or a single record.
 * @see https://dblp.org/xml/docu/dblpxml.pdf
 */
export const dblp: Importer = {
	id: 'dblp',
	name: 'DBLP XML',
	extensions: ['.xml'],
	recognises: (head) => RECORD.test(head) && /<(?:dblp|author|editor)[\s>]/.test(head) && !/<html[\s>]/i.test(head),
	cut: (text) => Math.max(0, ...names.map((name) => text.lastIndexOf(`<${name} `))),
	...stepwise((input) => xmlPapers(input, names, paperOf)),
};

function paperOf({ element, provenance }: XmlRecord): Paper | typeof notPaper | undefined {
	const { key = '', publtype = '' } = element.attributes;
	// Pages of people, not works.
	if (key.startsWith('homepages/')) return notPaper;
	const texts = (name: string) => elementsAt(element, name).map((child) => textOf(child));
	const links = texts('ee');
	const journal = textAt(element, 'journal');
	const isPreprint = publtype === 'informal' && (journal === undefined || /^(?:corr|arxiv)\b/i.test(journal));
	const type = isPreprint ? 'article' : (types[element.name] ?? 'document');
	const record: Record<string, unknown> = {
		id: key && `DBLP:${key}`,
		title: textAt(element, 'title')?.replace(/(?<!\.)\.$/, ''),
		author: texts('author'),
		editor: texts('editor'),
		issued: parseYear(textAt(element, 'year') ?? '', textAt(element, 'month')),
		'container-title': type === 'book' ? undefined : (journal ?? textAt(element, 'booktitle')),
		'collection-title': textAt(element, 'series'),
		publisher: textAt(element, 'publisher') ?? textAt(element, 'school'),
		'publisher-place': textAt(element, 'address'),
		volume: textAt(element, 'volume'),
		issue: textAt(element, 'number'),
		page: textAt(element, 'pages'),
		ISBN: textAt(element, 'isbn'),
		DOI: links.map(doiOfLink).find(Boolean),
		URL: links[0],
		type,
	};
	if (!record.title) return undefined;
	const paper = recordToPaper(Object.fromEntries(Object.entries(record).filter(([, value]) => value)), provenance(key));
	const fields = { ...(element.attributes.mdate && { mdate: element.attributes.mdate }), ...rest(element, links) };
	return paper && { ...paper, type, fields };
}

function doiOfLink(link: string): string | undefined {
	return /^https?:\/\/(?:dx\.)?doi\.org\//i.test(link) ? normaliseDoi(link) : undefined;
}

/** What has no CSL name; several values of one name behind each other. */
function rest(element: XmlElement, links: readonly string[]): Record<string, string> {
	const fields: Record<string, string> = links.length > 1 ? { ee: links.join(' ') } : {};
	for (const child of elementsOf(element.children)) {
		const text = known.has(child.name) ? '' : textOf(child);
		if (text !== '') fields[child.name] = fields[child.name] === undefined ? text : `${fields[child.name]}; ${text}`;
	}
	return fields;
}
