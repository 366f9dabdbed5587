/**
 * CSL types of BibTeX's and biblatex's entry types. What isn't here is a `document`.
 * @see https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types
 */
const cslTypes: ReadonlyMap<string, string> = new Map([
	['article', 'article-journal'],
	['suppperiodical', 'article-journal'],
	['periodical', 'periodical'],
	['review', 'review'],
	['book', 'book'],
	['mvbook', 'book'],
	['collection', 'book'],
	['mvcollection', 'book'],
	['reference', 'book'],
	['mvreference', 'book'],
	['proceedings', 'book'],
	['mvproceedings', 'book'],
	['booklet', 'pamphlet'],
	['inbook', 'chapter'],
	['bookinbook', 'chapter'],
	['suppbook', 'chapter'],
	['incollection', 'chapter'],
	['suppcollection', 'chapter'],
	['inreference', 'entry-encyclopedia'],
	['inproceedings', 'paper-conference'],
	['conference', 'paper-conference'],
	['phdthesis', 'thesis'],
	['mastersthesis', 'thesis'],
	['thesis', 'thesis'],
	['techreport', 'report'],
	['report', 'report'],
	['manual', 'report'],
	['unpublished', 'manuscript'],
	['online', 'webpage'],
	['electronic', 'webpage'],
	['www', 'webpage'],
	['patent', 'patent'],
	['dataset', 'dataset'],
	['software', 'software'],
	['standard', 'standard'],
	['legislation', 'legislation'],
	['jurisdiction', 'legal_case'],
	['letter', 'personal_communication'],
	['audio', 'song'],
	['music', 'song'],
	['video', 'motion_picture'],
	['movie', 'motion_picture'],
	['artwork', 'graphic'],
	['image', 'graphic'],
	['performance', 'performance'],
]);

const bibtexTypes: ReadonlyMap<string, string> = new Map([
	['article-journal', 'article'],
	['article-magazine', 'article'],
	['article-newspaper', 'article'],
	['review', 'article'],
	['book', 'book'],
	['chapter', 'incollection'],
	['entry-encyclopedia', 'incollection'],
	['entry-dictionary', 'incollection'],
	['paper-conference', 'inproceedings'],
	['thesis', 'phdthesis'],
	['report', 'techreport'],
	['manuscript', 'unpublished'],
	['pamphlet', 'booklet'],
]);

/** The CSL type of an entry. A preprint, whatever type it was given for want of a better one, is an `article`. */
export function cslType(entryType: string, isPreprint: boolean, subtype = ''): string {
	if (entryType === 'article' && /^(magazine|newspaper)$/i.test(subtype)) return `article-${subtype.toLowerCase()}`;
	const type = cslTypes.get(entryType) ?? 'document';
	return isPreprint && (type === 'document' || type === 'webpage' || type === 'manuscript') ? 'article' : type;
}

/** True for the entry types that BibTeX or biblatex know. */
export function isEntryType(type: string): boolean {
	return cslTypes.has(type) || type === 'misc';
}

/** The entry type, one that BibTeX's own styles have, for a CSL type. */
export function entryType(type: string): string {
	return bibtexTypes.get(type) ?? 'misc';
}
