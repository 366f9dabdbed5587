import { aclOfAddress, arxivOfDblp, findArxiv, normaliseDoi, parseAcl, writeArxiv } from '../model/ids.ts';
import type { Paper, Provenance } from '../model/paper.ts';
import { parseDate, parseYear } from '../text/dates.ts';
import { htmlToText } from '../text/html.ts';
import { parseNames } from '../text/names.ts';
import { collapse, fieldToText } from '../text/tex.ts';
import { cslType, hasIssues, isEntryTypeOf, isPeriodical } from './entry-types.ts';
import type { BibEntry } from './types.ts';
import type { RawFields } from './values.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Fields whose text becomes a field of the paper as it is; the first of several that is there counts. */
const TEXT_FIELDS: readonly (readonly [keyof Paper & string, ...string[]])[] = [
	['collection-title', 'series'],
	['publisher', 'publisher', 'school', 'institution'],
	['publisher-place', 'location', 'address'],
	['volume', 'volume'],
	['edition', 'edition'],
	['ISBN', 'isbn'],
	['ISSN', 'issn'],
	['PMID', 'pmid'],
	['keyword', 'keywords', 'keyword'],
	['language', 'langid', 'language'],
	['note', 'note'],
];

/** Programs that export an export escape the braces that protect capitals. */
const ESCAPED_BRACES = /\\\{([^\\{}$]{0,200})\\\}/g;
const DOI_INSIDE = /10\.\d{4,9}\/\S{1,300}/;

/**
 * The paper that an entry describes: TeX decoded, names and dates taken apart, identifiers recognised wherever people
 * put them. Fields without a CSL name stay in `fields` as they were written.
 *
 * @param raw The entry's fields with macros expanded and parents' fields inherited.
 */
export function toPaper(entry: Pick<BibEntry, 'type' | 'key'>, raw: RawFields, provenance: Provenance): Paper {
	const used = new Set<string>();

	/** The first of these fields that has text, as it was written. */
	function take(...names: readonly string[]): string {
		let taken = '';
		for (const name of names) {
			const value = raw.get(name);
			if (value === undefined || taken !== '') continue;
			used.add(name);
			taken = value.trim();
		}
		return taken;
	}

	const text = (...names: readonly string[]) => fieldToText(take(...names));
	const prose = (...names: readonly string[]) =>
		collapse(htmlToText(fieldToText(take(...names).replace(ESCAPED_BRACES, '$1'))));
	const titled = (titles: readonly string[], subtitle: string) => withSubtitle(prose(...titles), prose(subtitle));

	const paper: Partial<Mutable<Paper>> = {};
	const title = titled(['title'], 'subtitle');
	const authors = parseNames(take('author'));
	const editors = parseNames(take('editor'));
	if (authors.names.length > 0) paper.author = authors.names;
	if (editors.names.length > 0) paper.editor = editors.names;
	const issued = raw.has('date') ? parseDate(text('date')) : parseYear(text('year'), text('month'));
	if (issued) paper.issued = issued;
	if (raw.has('date')) passOverYear();

	const container = titled(['journal', 'journaltitle'], 'journalsubtitle') || titled(['booktitle'], 'booksubtitle');
	if (container) paper['container-title'] = container;
	for (const [field, ...names] of TEXT_FIELDS) assign(paper, field, text(...names));
	assign(paper, 'page', text('pages').replace(/\s*[–—]\s*/g, '-'));
	assign(paper, 'abstract', prose('abstract'));

	const doi = verbatim(raw.get('doi') ?? '');
	assign(paper, 'DOI', normaliseDoi(doi) ?? normaliseDoi(DOI_INSIDE.exec(doi)?.[0] ?? '') ?? '');
	if (paper.DOI) used.add('doi');
	const url = verbatim(take('url'));
	assign(paper, 'URL', url.split(/\s+/, 1)[0]!);
	if (/\s/.test(url)) used.delete('url');
	takeEprint();
	assign(paper, 'acl', aclOfAddress(paper.URL ?? '') ?? aclOfAddress(paper.DOI ?? '') ?? parseAcl(take('acl')) ?? '');
	if (!paper.DOI) assign(paper, 'DOI', doiOfUrl(paper.URL));

	// Where a `.bib` of BibTeX's own types cannot say it otherwise, `entry-type` does.
	const entryType = take('entry-type').toLowerCase() || entry.type;
	const subtype = raw.get('entrysubtype') ?? '';
	const type = cslType(entryType, paper.arxiv !== undefined && !container, subtype);
	if (type.startsWith('article-') && isPeriodical(subtype)) used.add('entrysubtype');
	const number = hasIssues(type) ? text('number', 'issue') : text('issue');
	assign(paper, 'issue', number);
	const aliases = take('ids')
		.split(',')
		.map((alias) => alias.trim())
		.filter((alias) => alias !== '');
	if (aliases.length > 0) paper.aliases = aliases;
	const fields = rest();
	if (fields) paper.fields = fields;
	return { id: entry.key, type, title, ...paper, provenance: [provenance] };

	/** The id of a preprint stands in `eprint`, as a DOI or address of arXiv, in the journal's name or in the key. */
	function takeEprint(): void {
		const server = verbatim(raw.get('eprinttype') ?? raw.get('archiveprefix') ?? '').toLowerCase();
		const eprint = verbatim(raw.get('eprint') ?? '');
		if (server === 'pubmed' && /^\d+$/.test(eprint)) paper.PMID ??= eprint;
		const isArxiv = server === 'arxiv' || server === '';
		const candidates = [
			isArxiv ? writeArxiv(eprint) : undefined,
			...['arxiv', 'arxivid'].map((name) => writeArxiv(raw.get(name) ?? '')),
			writeArxiv(paper.DOI ?? ''),
			writeArxiv(paper.URL ?? ''),
			...['journal', 'journaltitle', 'howpublished', 'note', 'volume', 'number'].map((name) =>
				findArxiv((raw.get(name) ?? '').slice(0, 500)),
			),
			arxivOfDblp(entry.key),
		];
		const arxiv = candidates.find((candidate) => candidate !== undefined);
		if (arxiv) {
			paper.arxiv = arxiv;
			for (const name of ['arxiv', 'arxivid']) used.add(name);
			if (isArxiv && eprint) for (const name of ['eprint', 'eprinttype', 'archiveprefix']) used.add(name);
		}
	}

	/** Programs write `year` and `month` beside a `date`, for BibTeX: what says no more than it does is no other field. */
	function passOverYear(): void {
		const [from = []] = issued?.['date-parts'] ?? [];
		const beside = parseYear(raw.get('year') ?? '', fieldToText(raw.get('month') ?? ''));
		if (!beside || beside.literal !== undefined) return;
		if (beside['date-parts']![0]!.every((part, at) => part === from[at]))
			for (const name of ['year', 'month']) used.add(name);
	}

	function rest(): Record<string, string> | undefined {
		const fields: Record<string, string> = {};
		for (const [name, value] of raw) if (!used.has(name)) fields[name] = collapse(value);
		// The list of authors goes on, which CSL has no way to say.
		const others = [authors.others ? 'author' : '', editors.others ? 'editor' : ''].filter((role) => role !== '');
		if (others.length > 0) fields['and-others'] = others.join(' ');
		if (!isEntryTypeOf(entryType, type)) fields['entry-type'] = entryType;
		return Object.keys(fields).length > 0 ? fields : undefined;
	}
}

function assign(paper: Partial<Mutable<Paper>>, field: keyof Paper & string, value: string): void {
	if (value !== '') Object.assign(paper, { [field]: value });
}

function withSubtitle(title: string, subtitle: string): string {
	if (!title || !subtitle) return title || subtitle;
	return /[:?!.]$/.test(title) ? `${title} ${subtitle}` : `${title}: ${subtitle}`;
}

/** Addresses and ids are not TeX, but people and programs escape and wrap them as if they were. */
function verbatim(tex: string): string {
	const text = tex.trim();
	if (!/[\\{}]/.test(text)) return text;
	return text
		.replace(/\\(?:url|nolinkurl|path)\s*(?=\{)/g, '')
		.replace(/\\textasciitilde\s?|\\~(?:\{\})?/g, '~')
		.replace(/\\textunderscore\s?/g, '_')
		.replace(/\\([_%&#$~{}])/g, '$1')
		.replace(/[{}]/g, '')
		.trim();
}

function doiOfUrl(url: string | undefined): string {
	return (url && /^https?:\/\/(?:dx\.)?doi\.org\//i.test(url) && normaliseDoi(url)) || '';
}
