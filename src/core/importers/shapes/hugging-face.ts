import type { JsonShape } from './types.ts';
import { firstText, isRecord, listOf, textsOf } from './values.ts';

/**
 * Papers of Hugging Face: one paper, the papers of a day, a search. Their ids are those of arXiv. In lists the paper is
 * wrapped, in an object that repeats some of it.
 * @see https://huggingface.co/docs/hub/api
 */
export const huggingFace: JsonShape = {
	id: 'hugging-face',
	name: 'Hugging Face papers',
	marks: [
		/"upvotes"\s{0,9}:|"(?:submittedOnDailyAt|isAuthorParticipating)"\s{0,9}:/,
		/"(?:publishedAt|summary)"\s{0,9}:/,
	],
	toRecord(record) {
		const paper = isRecord(record.paper) ? record.paper : record;
		if (paper.id === undefined || (paper.upvotes === undefined && paper.publishedAt === undefined)) return undefined;
		const { publishedAt, ai_keywords: words, authors, keywords, ...rest } = paper;
		return {
			...rest,
			title: firstText(paper.title, record.title),
			summary: firstText(paper.summary, record.summary),
			author: textsOf(authors, 'name'),
			issued: firstText(publishedAt, record.publishedAt),
			keyword: textsOf(listOf(words).length > 0 ? words : keywords, 'name').join(', '),
		};
	},
};
