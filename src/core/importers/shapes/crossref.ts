import type { JsonShape } from './types.ts';
import { at, firstText, isRecord, listOf } from './values.ts';

const TYPES: Readonly<Record<string, string>> = {
	'journal-article': 'article-journal',
	'proceedings-article': 'paper-conference',
	'book-chapter': 'chapter',
	'book-section': 'chapter',
	'book-part': 'chapter',
	'posted-content': 'article',
	monograph: 'book',
	'edited-book': 'book',
	'reference-book': 'book',
	proceedings: 'book',
	dissertation: 'thesis',
	'report-component': 'report',
	'reference-entry': 'entry',
	'peer-review': 'review',
};

/**
 * Works of the REST API of Crossref: one, or the answer to a search. Nearly CSL-JSON; titles are lists.
 * @see https://github.com/CrossRef/rest-api-doc/blob/master/api_format.md
 */
export const crossref: JsonShape = {
	id: 'crossref',
	name: 'Crossref JSON',
	marks: [/"message-type"\s{0,9}:|"is-referenced-by-count"\s{0,9}:|"references-count"\s{0,9}:/],
	toRecord(record) {
		const work = isRecord(record.message) ? record.message : record;
		if (!Array.isArray(work.title) || (work.DOI === undefined && work.prefix === undefined)) return undefined;
		const { subtitle, subject, ...rest } = work;
		const [title, more] = [first(work.title), first(subtitle)];
		const date = [work.issued, work.published, work['published-print'], work['published-online']].find(hasYear);
		const type = firstText(work.type);
		return {
			...rest,
			title: title && more && !title.includes(more) ? `${title}: ${more}` : title,
			author: listOf(work.author).map(personOf),
			editor: listOf(work.editor).map(personOf),
			issued: date,
			published: undefined,
			'container-title': first(work['container-title']),
			'publisher-place': work['publisher-location'],
			'publisher-location': undefined,
			keyword: subject,
			type: TYPES[type] ?? type,
		};
	},
};

/** A group has a name. */
function personOf(person: unknown): unknown {
	const name = firstText(at(person, 'name'));
	return name && at(person, 'family') === undefined ? { literal: name } : person;
}

function first(value: unknown): string {
	return firstText(...(Array.isArray(value) ? value : [value]));
}

/** Crossref writes `[[null]]` for a date that it does not know. */
function hasYear(date: unknown): boolean {
	const [start] = listOf(at(date, 'date-parts'));
	return typeof listOf(start)[0] === 'number';
}
