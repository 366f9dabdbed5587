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
	['preprint', 'article'],
]);

/** The types of CSL 1.0.2. */
const knownToCsl: ReadonlySet<string> = new Set(
	(
		'article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset ' +
		'document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation ' +
		'manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical ' +
		'personal_communication post post-weblog regulation report review review-book software song speech standard thesis ' +
		'treaty webpage'
	).split(' '),
);

/** Entry types for CSL's, as BibTeX has them, or else biblatex. */
const entryTypes: ReadonlyMap<string, string> = new Map([
	['article-journal', 'article'],
	['article-magazine', 'article'],
	['article-newspaper', 'article'],
	['article', 'misc'],
	['book', 'book'],
	['chapter', 'incollection'],
	['dataset', 'dataset'],
	['document', 'misc'],
	['entry-encyclopedia', 'inreference'],
	['graphic', 'image'],
	['legal_case', 'jurisdiction'],
	['legislation', 'legislation'],
	['manuscript', 'unpublished'],
	['motion_picture', 'movie'],
	['pamphlet', 'booklet'],
	['paper-conference', 'inproceedings'],
	['patent', 'patent'],
	['performance', 'performance'],
	['periodical', 'periodical'],
	['personal_communication', 'letter'],
	['report', 'techreport'],
	['review', 'review'],
	['software', 'software'],
	['song', 'audio'],
	['standard', 'standard'],
	['thesis', 'phdthesis'],
	['webpage', 'online'],
]);

/** Other names of an entry type. */
const synonyms: ReadonlyMap<string, string> = new Map([
	['conference', 'inproceedings'],
	['electronic', 'online'],
	['www', 'online'],
	['preprint', 'misc'],
]);

/**
 * The CSL type of an entry; of CSL's own types, too, which stand in for an entry type where there is none. A preprint,
 * whatever type it was given for want of a better one, is an `article`.
 */
export function cslType(entryType: string, isPreprint: boolean, subtype?: string): string {
	if (subtype && entryType === 'article' && isPeriodical(subtype)) return `article-${subtype.toLowerCase()}`;
	const type = cslTypes.get(entryType) ?? (knownToCsl.has(entryType) ? entryType : 'document');
	return isPreprint && (type === 'document' || type === 'webpage' || type === 'manuscript') ? 'article' : type;
}

/** Is it an `entrysubtype` that says what an article is? */
export function isPeriodical(subtype: string): boolean {
	return /^(?:magazine|newspaper)$/i.test(subtype);
}

/** True for the entry types that BibTeX or biblatex know. */
export function isEntryType(type: string): boolean {
	return cslTypes.has(type) || type === 'misc';
}

export function isCslType(type: string): boolean {
	return knownToCsl.has(type);
}

/** The entry type that says best what a CSL type does: one of BibTeX's or biblatex's, or else the CSL type itself. */
export function entryType(type: string): string {
	return entryTypes.get(type) ?? type;
}

/** True where the CSL type of an entry says all that its entry type did. */
export function isEntryTypeOf(entry: string, type: string): boolean {
	return (synonyms.get(entry) ?? entry) === entryType(type);
}

/** True for the CSL types whose `number` is that of an issue. */
export function hasIssues(type: string): boolean {
	return /^(?:article|review|periodical|paper-conference)/.test(type);
}
