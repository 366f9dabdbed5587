/**
 * Names of columns by RIS's tags (and `PMID`, `ARXIV`, `KEY` and `TYPE`, for which RIS has none), best first; compared
 * by their letters and digits alone, in any case. They are those of Zotero, Scopus, Web of Science, IEEE Xplore, PubMed,
 * Google Scholar, Publish or Perish, Dimensions, OpenReview, Semantic Scholar, and what people call them.
 */
const columns: Readonly<Record<string, string>> = {
	TI: 'title articletitle documenttitle papertitle ti',
	AU: 'authorfullnames authorsfullnames authors author authornames creators creator af au bookauthors',
	ED: 'editors editor bookeditors be',
	PY: 'publicationyear year pubyear py',
	DA: 'publicationdate date datepublished publisheddate published',
	AB: 'abstract abstractnote summary description ab',
	T2: 'publicationtitle sourcetitle journal journaltitle journalname journalbook booktitle venue conferencename conferencetitle conference proceedingstitle publicationname publication containertitle source so',
	T3: 'series seriestitle bookseriestitle se',
	VL: 'volume vol vl',
	IS: 'issue issuenumber number is',
	SP: 'pages pagestart startpage firstpage pagerange page bp',
	EP: 'pageend endpage lastpage ep',
	ET: 'edition',
	PB: 'publisher pu',
	CY: 'place publisherlocation',
	DO: 'doi di',
	UR: 'url link articleurl landingpageurl pdfurl pdflink pdf',
	KW: 'authorkeywords keywords keyword manualtags tags de',
	LA: 'language languageoforiginaldocument la',
	N1: 'notes note',
	PMID: 'pmid pubmedid pm',
	ARXIV: 'arxivid arxiv eprint',
	KEY: 'citationkey citekey bibtexkey bibkey key id',
	TYPE: 'itemtype documenttype publicationtype publicationtypes entrytype type dt',
};
/** Numbers of series and books stand beside each other. */
const serials = 'issn isbn isbns sn bn';

const tags: ReadonlyMap<string, { readonly tag: string; readonly rank: number }> = new Map([
	...Object.entries(columns).flatMap(([tag, names]) =>
		names.split(' ').map((name, rank) => [name, { tag, rank }] as const),
	),
	...serials.split(' ').map((name) => [name, { tag: 'SN', rank: 0 }] as const),
]);

/** What each column of a header holds, by tag; those that nobody knows have none. */
export function tagsOf(
	header: readonly string[],
): readonly ({ readonly tag: string; readonly rank: number } | undefined)[] {
	const names = header.map((name) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
	const has = (...all: readonly string[]) => all.every((name) => names.includes(name));
	// Where these stand beside them, others mean something else.
	const isZotero = has('itemtype', 'key');
	const isWebOfScience = has('pt', 'so');
	const isOpenReview = names.some((name) => name === 'forum' || name === 'venueid');
	return names.map((name) => {
		if (isZotero && name === 'key') return undefined;
		if (isWebOfScience && name === 'id') return undefined;
		if (isOpenReview && name === 'number') return undefined;
		return tags.get(name);
	});
}

const types: readonly (readonly [RegExp, string])[] = [
	[/preprint|postedcontent/, 'article'],
	[/proceedings(?:paper|article)|conference|inproceedings/, 'paper-conference'],
	[/chapter|booksection|inbook|incollection/, 'chapter'],
	[/thesis|dissertation/, 'thesis'],
	[/report/, 'report'],
	[/dataset/, 'dataset'],
	[/software|computerprogram/, 'software'],
	[/patent/, 'patent'],
	[/webpage|website|blogpost/, 'webpage'],
	[/^(?:e?book|monograph|editedbook)$/, 'book'],
	[/journal|^review|editorial|^letter/, 'article-journal'],
];

/** The CSL type of what a table calls so; undefined where it says too little. */
export function tableType(name: string): string | undefined {
	const plain = name.toLowerCase().replace(/[^a-z]/g, '');
	return types.find(([kind]) => kind.test(plain))?.[1];
}
