import type { Paper } from '../model/paper.ts';
import { endnoteType } from './endnote-types.ts';
import { referenceToPaper } from './reference.ts';
import { stepwise } from './stepwise.ts';
import type { Importer } from './types.ts';
import { elementsAt, elementsOf, textOf, type XmlElement } from './xml.ts';
import { type XmlRecord, xmlPapers } from './xml-records.ts';

/** RIS's tags by the paths of EndNote's elements that mean the same. */
const risTags: Readonly<Record<string, string>> = {
	'titles/title': 'TI',
	'titles/secondary-title': 'T2',
	'titles/tertiary-title': 'T3',
	'contributors/authors/author': 'AU',
	'contributors/secondary-authors/author': 'ED',
	'periodical/full-title': 'JF',
	'periodical/abbr-1': 'JA',
	pages: 'SP',
	volume: 'VL',
	number: 'IS',
	edition: 'ET',
	'dates/year': 'PY',
	'dates/pub-dates/date': 'DA',
	publisher: 'PB',
	'pub-location': 'CY',
	isbn: 'SN',
	label: 'LB',
	language: 'LA',
	abstract: 'AB',
	notes: 'N1',
	'keywords/keyword': 'KW',
	'electronic-resource-num': 'DO',
	'urls/related-urls/url': 'UR',
	'urls/web-urls/url': 'UR',
	'urls/pdf-urls/url': 'L1',
	'accession-num': 'AN',
	'remote-database-name': 'DB',
};
/** What EndNote needs for itself. */
const internal = new Set(['database', 'source-app', 'foreign-keys/key', 'ref-type']);

/** EndNote's XML, in which formatted text stands in elements of its own. */
export const endnoteXml: Importer = {
	id: 'endnote-xml',
	name: 'EndNote XML',
	extensions: ['.xml'],
	recognises: (head) => /<records?[\s>]/.test(head) && /<ref-type[\s>]|<contributors[\s>]|<titles[\s>]/.test(head),
	...stepwise((input) => xmlPapers(input, ['record'], paperOf)),
};

function paperOf({ element, provenance }: XmlRecord): Paper | undefined {
	const [kind] = elementsAt(element, 'ref-type');
	const values = new Map<string, string[]>();
	const collect = (parent: XmlElement, path: string): void => {
		const children = elementsOf(parent.children).filter(({ name }) => name !== 'style');
		if (children.length === 0) {
			const text = textOf(parent);
			if (text === '' || internal.has(path)) return;
			const tag = risTags[path] ?? path;
			values.set(tag, [...(values.get(tag) ?? []), text]);
		}
		for (const child of children) collect(child, path === '' ? child.name : `${path}/${child.name}`);
	};
	collect(element, '');
	const key = values.get('LB')?.[0];
	return referenceToPaper(values, endnoteType(kind?.attributes.name ?? ''), provenance(key));
}
