import { writeArxiv } from '../model/ids.ts';
import type { Paper } from '../model/paper.ts';
import { recordToPaper } from './records.ts';
import { stepwise } from './stepwise.ts';
import type { Importer } from './types.ts';
import { childrenOf, elementsAt, textAt, textOf } from './xml.ts';
import { type XmlRecord, xmlPapers } from './xml-records.ts';

/** Every entry is named by its address. */
const ENTRY = /<entry[\s>][\s\S]{0,2000}<id>\s*https?:\/\/arxiv\.org\/abs\//;

/**
 * What arXiv's search interface answers: an Atom feed. The id of a paper, with its version, is its key.
 * @see https://info.arxiv.org/help/api/user-manual.html
 */
export const arxivAtom: Importer = {
	id: 'arxiv-atom',
	name: 'arXiv Atom',
	extensions: ['.atom'],
	recognises: (head) => ENTRY.test(head),
	...stepwise((input) => xmlPapers(input, ['entry'], paperOf)),
};

function paperOf({ element, provenance }: XmlRecord): Paper | undefined {
	const address = textAt(element, 'id') ?? '';
	const arxiv = writeArxiv(address);
	const title = textAt(element, 'title');
	if (!title) return undefined;
	const links = childrenOf(element, 'link').map(({ attributes }) => attributes);
	const own = { comment: textAt(element, 'comment'), journal_ref: textAt(element, 'journal_ref') };
	const record = {
		id: arxiv,
		title,
		author: elementsAt(element, 'author', 'name').map((name) => textOf(name)),
		issued: textAt(element, 'published'),
		DOI: textAt(element, 'doi'),
		URL: links.find(({ rel }) => rel === 'alternate')?.href ?? address,
		abstract: textAt(element, 'summary'),
		keyword: childrenOf(element, 'category').flatMap(({ attributes }) => attributes.term ?? []),
		arxiv,
		updated: textAt(element, 'updated'),
		...own,
	};
	const known = Object.entries(record).filter(([, value]) => value !== undefined);
	const paper = recordToPaper(Object.fromEntries(known), provenance(arxiv));
	return paper && { ...paper, type: 'article' };
}
