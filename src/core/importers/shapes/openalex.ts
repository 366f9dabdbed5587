import type { JsonShape } from './types.ts';
import { at, firstText, isRecord, listOf, textOf, textsOf } from './values.ts';

const TYPES: Readonly<Record<string, string>> = {
	'book-chapter': 'chapter',
	'book-section': 'chapter',
	dissertation: 'thesis',
	preprint: 'article',
	'posted-content': 'article',
	monograph: 'book',
	'peer-review': 'review',
	'reference-entry': 'entry',
};

/**
 * Works of OpenAlex: one, a list of them, or the answer to a search. Its own id is no key that anybody cites by.
 * @see https://docs.openalex.org/api-entities/works/work-object
 */
export const openAlex: JsonShape = {
	id: 'openalex',
	name: 'OpenAlex JSON',
	marks: [/"https:\/\/(?:api\.)?openalex\.org\/(?:works\/)?W\d/i],
	toRecord(work) {
		const id = textOf(work.id);
		if (!isRecord(work.abstract_inverted_index) && !/^https:\/\/(?:api\.)?openalex\.org\//i.test(id)) return undefined;
		const {
			id: _,
			title,
			display_name: name,
			authorships,
			abstract_inverted_index: index,
			biblio,
			ids,
			primary_location: place,
			...rest
		} = work;
		const source = at(place, 'source');
		const [from, to] = [textOf(at(biblio, 'first_page')), textOf(at(biblio, 'last_page'))];
		const pubmed = /\d{1,9}$/.exec(textOf(at(ids, 'pmid')))?.[0];
		const type = firstText(work.type_crossref, work.type);
		return {
			...rest,
			openalex: id,
			title: firstText(title, name),
			author: listOf(authorships).flatMap(
				(one) => firstText(at(one, 'author', 'display_name'), at(one, 'raw_author_name')) || [],
			),
			abstract: work.abstract ?? (isRecord(index) ? fromIndex(index) : undefined),
			issued: firstText(work.publication_date, work.publication_year),
			publication_date: undefined,
			publication_year: undefined,
			'container-title': firstText(at(source, 'display_name'), at(place, 'raw_source_name')),
			publisher: firstText(at(source, 'host_organization_name')),
			ISSN: firstText(at(source, 'issn_l')),
			volume: at(biblio, 'volume'),
			issue: at(biblio, 'issue'),
			page: to && to !== from ? `${from}-${to}` : from,
			DOI: firstText(work.doi, at(ids, 'doi')),
			doi: undefined,
			url: firstText(at(place, 'landing_page_url'), at(place, 'pdf_url')),
			arxiv: arxivOf(work),
			PMID: pubmed,
			keyword: textsOf(work.keywords, 'display_name').join(', '),
			keywords: undefined,
			type: type === 'article' ? undefined : (TYPES[type] ?? type),
		};
	},
};

/** Words by their places make a text; gaps close. */
function fromIndex(index: Readonly<Record<string, unknown>>): string {
	const placed: [number, string][] = [];
	for (const [word, places] of Object.entries(index))
		for (const place of listOf(places)) if (typeof place === 'number') placed.push([place, word]);
	return placed
		.sort(([a], [b]) => a - b)
		.map(([, word]) => word)
		.join(' ');
}

/** The address of the first copy of the work at arXiv. */
function arxivOf(work: Readonly<Record<string, unknown>>): string | undefined {
	const addresses = listOf(work.locations).map((place) => textOf(at(place, 'landing_page_url')));
	return addresses.find((address) => /^https?:\/\/arxiv\.org\/abs\//i.test(address));
}
