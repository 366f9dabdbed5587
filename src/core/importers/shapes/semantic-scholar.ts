import type { JsonShape } from './types.ts';
import { at, firstText, isRecord, listOf, textOf, textsOf } from './values.ts';

const TYPES: Readonly<Record<string, string>> = {
	JournalArticle: 'article-journal',
	Conference: 'paper-conference',
	Book: 'book',
	BookSection: 'chapter',
	Dataset: 'dataset',
};

/**
 * The Academic Graph and Recommendations APIs of Semantic Scholar: papers, searches, batches, and the references and
 * citations of a paper, in which each is wrapped. `paperId` names a record there; it is no key that anybody cites by.
 * @see https://api.semanticscholar.org/api-docs/graph
 */
export const semanticScholar: JsonShape = {
	id: 'semantic-scholar',
	name: 'Semantic Scholar JSON',
	marks: [/"(?:paperId|corpusId)"\s{0,9}:/],
	toRecord(record) {
		const wrapped = record.citedPaper ?? record.citingPaper;
		const paper = isRecord(wrapped) ? wrapped : record;
		if (paper.paperId === undefined && paper.corpusId === undefined && !isRecord(paper.externalIds)) return undefined;
		const { paperId, venue, publicationVenue, journal, publicationDate, year, tldr, openAccessPdf, url, ...rest } =
			paper;
		// The API gives both, the venue often empty.
		const container = firstText(venue, at(publicationVenue, 'name'), at(journal, 'name'), journal);
		const types = listOf(paper.publicationTypes).flatMap((type) => TYPES[textOf(type)] ?? []);
		const type = /^(?:arxiv|corr)\b/i.test(container) ? 'article' : types.length === 1 ? types[0] : undefined;
		return {
			...rest,
			type,
			venue: container,
			issued: firstText(publicationDate, year),
			volume: at(journal, 'volume'),
			page: textOf(at(journal, 'pages')).replace(/\s+/g, ' '),
			url: firstText(url, at(openAccessPdf, 'url')),
			openAccessPdf: firstText(at(openAccessPdf, 'url')),
			tldr: firstText(at(tldr, 'text'), tldr),
			fieldsOfStudy: textsOf(paper.fieldsOfStudy, 'category').join(', '),
			'semantic-scholar': paperId,
		};
	},
};
