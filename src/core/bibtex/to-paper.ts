import {
	aclOfAddress,
	arxivOfDblp,
	doiOfAddress,
	findArxiv,
	normaliseDoi,
	parseAcl,
	writeArxiv,
} from '../model/ids.ts';
import type { Paper, Provenance } from '../model/paper.ts';
import { parseDate, parseYear } from '../text/dates.ts';
import { htmlToText } from '../text/html.ts';
import { joinKeywords } from '../text/keywords.ts';
import { parseNames } from '../text/names.ts';
import { collapse, fieldToText, isPlain } from '../text/tex.ts';
import { cslType, hasIssues, isEntryTypeOf, isPeriodical } from './entry-types.ts';
import type { BibEntry } from './types.ts';
import type { RawFields } from './values.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

type TextField = Exclude<
	keyof Paper,
	'author' | 'editor' | 'issued' | 'aliases' | 'fields' | 'provenance' | 'id' | 'type' | 'title'
>;

/** Fields whose text becomes a field of the paper as it is; the first of several that is there counts. */
const TEXTS: readonly (readonly [TextField, ...string[]])[] = [
	['collection-title', 'series'],
	['publisher', 'publisher', 'school', 'institution'],
	['publisher-place', 'location', 'address'],
	['volume', 'volume'],
	['edition', 'edition'],
	['ISBN', 'isbn'],
	['ISSN', 'issn'],
	['PMID', 'pmid'],
	['language', 'langid', 'language'],
	['note', 'note'],
];
/** The same by each of their names. */
const TEXT_FIELDS = new Map(
	TEXTS.flatMap(([field, ...names]) => names.map((name) => [name, { field, names }] as const)),
);

const KEYWORDS = ['keywords', 'keyword'];
const ARXIV_FIELDS = ['arxiv', 'arxivid'];
/** Fields of text in which people name an arXiv id. */
const MENTIONS_ARXIV = ['journal', 'journaltitle', 'howpublished', 'note', 'volume', 'number'];
/** Types that stand in a book even where only the title of all volumes is known. */
const PARTS = /^(?:inbook|bookinbook|suppbook|incollection|suppcollection|inproceedings|inreference)$/;

/** Programs that export an export escape the braces that protect capitals, and those of their own `\vphantom{}`. */
const ESCAPED_BRACES = /\\\{\\vphantom\\\}|\\vphantom\\\{\\\}|\\\{([^\\{}$]{0,200})\\\}/g;
const DASH = /\s*[–—]\s*/g;
const DOI_INSIDE = /10\.\d{4,9}\/\S{1,300}/;

/**
 * The paper that an entry describes: TeX decoded, names and dates taken apart, identifiers recognised wherever people
 * put them. Fields without a CSL name stay in `fields` as they were written.
 *
 * @param raw The entry's fields with macros expanded and parents' fields inherited.
 */
export function toPaper(entry: Pick<BibEntry, 'type' | 'key'>, raw: RawFields, provenance: Provenance): Paper {
	const used = new Set<string>();

	/** A field that has text, as it was written. */
	function take(name: string): string {
		const value = raw.get(name);
		if (value === undefined) return '';
		used.add(name);
		return value.trim();
	}

	/** The first of these fields that has text. */
	function first(names: readonly string[]): string {
		for (const name of names) {
			const value = take(name);
			if (value !== '') return value;
		}
		return '';
	}

	const text = (name: string) => fieldToText(take(name));
	const prose = (name: string) => proseToText(take(name));
	const titled = (title: string, subtitle: string) => withSubtitle(prose(title), prose(subtitle));

	const paper: Mutable<Paper> = {
		id: entry.key,
		type: '',
		title: titled('title', 'subtitle'),
		provenance: [provenance],
	};
	const authors = parseNames(take('author'));
	const editors = parseNames(take('editor'));
	if (authors.names.length > 0) paper.author = authors.names;
	if (editors.names.length > 0) paper.editor = editors.names;
	const date = raw.has('date') ? parseDate(text('date')) : undefined;
	// A `date` without a year, as some exports have it, says less than `year` does.
	const issued = (date?.['date-parts'] ? date : undefined) ?? parseYear(text('year'), text('month')) ?? date;
	if (issued) paper.issued = issued;
	if (date && issued === date) passOverYear();
	else if (date) used.delete('date');

	const container =
		titled('journal', '') ||
		titled('journaltitle', 'journalsubtitle') ||
		titled('booktitle', 'booksubtitle') ||
		(PARTS.test(entry.type) ? titled('maintitle', 'mainsubtitle') : '');
	if (container) paper['container-title'] = container;
	for (const name of raw.keys()) {
		const known = TEXT_FIELDS.get(name);
		if (known && paper[known.field] === undefined) assign(paper, known.field, fieldToText(first(known.names)));
	}
	assign(paper, 'keyword', joinKeywords(fieldToText(first(KEYWORDS))));
	const pages = text('pages');
	if (pages) paper.page = pages.replace(DASH, '-');
	assign(paper, 'abstract', prose('abstract'));

	const doi = verbatim(raw.get('doi') ?? '');
	if (doi) assign(paper, 'DOI', normaliseDoi(doi) ?? normaliseDoi(DOI_INSIDE.exec(doi)?.[0] ?? '') ?? '');
	if (paper.DOI) used.add('doi');
	const url = verbatim(take('url'));
	if (url) assign(paper, 'URL', url.split(/\s+/, 1)[0]!);
	if (url && /\s/.test(url)) used.delete('url');
	takeArxiv();
	const { DOI, URL } = paper;
	const acl = (URL && aclOfAddress(URL)) || (DOI && aclOfAddress(DOI)) || (raw.has('acl') && parseAcl(take('acl')));
	if (acl) paper.acl = acl;
	if (!DOI && URL) assign(paper, 'DOI', doiOfAddress(URL) ?? '');

	// Where a `.bib` of BibTeX's own types cannot say it otherwise, `entry-type` does.
	const entryType = take('entry-type').toLowerCase() || entry.type;
	const subtype = raw.get('entrysubtype');
	paper.type = cslType(entryType, paper.arxiv !== undefined && !container, subtype);
	if (subtype && paper.type.startsWith('article-') && isPeriodical(subtype)) used.add('entrysubtype');
	assign(paper, 'issue', (hasIssues(paper.type) && text('number')) || text('issue'));
	const ids = take('ids');
	if (ids) {
		const aliases = ids.split(',').flatMap((alias) => alias.trim() || []);
		if (aliases.length > 0) paper.aliases = aliases;
	}
	const fields = rest();
	if (fields) paper.fields = fields;
	return paper;

	/** The id of a preprint stands in `eprint`, as a DOI or address of arXiv, in the journal's name or in the key. */
	function takeArxiv(): void {
		const eprint = verbatim(raw.get('eprint') ?? '');
		const server = eprint && verbatim(raw.get('eprinttype') ?? raw.get('archiveprefix') ?? '').toLowerCase();
		if (server === 'pubmed' && /^\d+$/.test(eprint)) paper.PMID ??= eprint;
		const isArxiv = server === 'arxiv' || server === '';
		const arxiv =
			(isArxiv && eprint && writeArxiv(eprint)) ||
			within(ARXIV_FIELDS, writeArxiv) ||
			(paper.DOI && writeArxiv(paper.DOI)) ||
			(paper.URL && writeArxiv(paper.URL)) ||
			within(MENTIONS_ARXIV, (value) => findArxiv(value.slice(0, 500))) ||
			arxivOfDblp(entry.key);
		if (!arxiv) return;
		paper.arxiv = arxiv;
		for (const name of ARXIV_FIELDS) used.add(name);
		if (isArxiv && eprint) for (const name of ['eprint', 'eprinttype', 'archiveprefix']) used.add(name);
	}

	/** What is found in the first of these fields that has it. */
	function within(names: readonly string[], find: (value: string) => string | undefined): string | undefined {
		for (const name of names) {
			const value = raw.get(name);
			const found = value && find(value);
			if (found) return found;
		}
		return undefined;
	}

	/** Programs write `year` and `month` beside a `date`, for BibTeX: what says no more than it does is no other field. */
	function passOverYear(): void {
		const [from = []] = issued?.['date-parts'] ?? [];
		const beside = parseYear(raw.get('year') ?? '', fieldToText(raw.get('month') ?? ''));
		// Years of fewer digits than four are not taken for a year elsewhere.
		const parts = beside?.literal === undefined ? beside?.['date-parts']?.[0] : [Number(beside.literal)];
		if (parts?.every((part, at) => part === from[at])) for (const name of ['year', 'month']) used.add(name);
	}

	function rest(): Record<string, string> | undefined {
		const fields: Record<string, string> = {};
		let count = 0;
		const keep = (name: string, value: string) => {
			fields[name] = value;
			count++;
		};
		for (const [name, value] of raw) if (!used.has(name)) keep(name, collapse(value));
		// The list of authors goes on, which CSL has no way to say.
		const others = authors.others ? (editors.others ? 'author editor' : 'author') : editors.others ? 'editor' : '';
		if (others) keep('and-others', others);
		if (!isEntryTypeOf(entryType, paper.type)) keep('entry-type', entryType);
		return count > 0 ? fields : undefined;
	}
}

function assign(paper: Mutable<Paper>, field: TextField, value: string): void {
	if (value !== '') paper[field] = value;
}

/** Titles and abstracts, which programs take from web pages, too. */
function proseToText(tex: string): string {
	if (tex === '') return tex;
	if (isPlain(tex) && !tex.includes('<') && !tex.includes('&')) return tex;
	return collapse(htmlToText(fieldToText(tex.replace(ESCAPED_BRACES, '$1'))));
}

function withSubtitle(title: string, subtitle: string): string {
	if (!title || !subtitle) return title || subtitle;
	return /[:?!.]$/.test(title) ? `${title} ${subtitle}` : `${title}: ${subtitle}`;
}

/** Addresses and ids are not TeX, but people and programs escape and wrap them as if they were. */
function verbatim(tex: string): string {
	const text = tex.trim();
	if (text === '' || !/[\\{}]/.test(text)) return text;
	return text
		.replace(/\\(?:url|nolinkurl|path)\s*(?=\{)/g, '')
		.replace(/\\textasciitilde\s?|\\~(?:\{\})?/g, '~')
		.replace(/\\textunderscore\s?/g, '_')
		.replace(/\\([_%&#$~{}])/g, '$1')
		.replace(/[{}]/g, '')
		.trim();
}
