import { cslType, hasIssues, isCslType, isEntryType } from '../bibtex/entry-types.ts';
import { aclOfAddress, arxivOfDblp, doiOfAddress, findArxiv, normaliseDoi, writeArxiv } from '../model/ids.ts';
import type { CslDate, Name, Paper, Provenance } from '../model/paper.ts';
import { parseDate } from '../text/dates.ts';
import { htmlToText } from '../text/html.ts';
import { joinKeywords } from '../text/keywords.ts';
import { parseName, parseNames } from '../text/names.ts';
import { collapse } from '../text/tex.ts';

/** One JSON object that describes a paper. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/**
 * Names under which people and programs store what a paper has, best first; compared without case, `-` and `_`.
 * CSL-JSON's come first, then those of simple exports, Semantic Scholar, OpenAlex and BibTeX in JSON.
 */
const NAMES = {
	id: ['citation-key', 'citekey', 'id', 'key', 'bibkey', 'paperId'],
	title: ['title', 'display_name'],
	author: ['author', 'authors', 'creators'],
	editor: ['editor', 'editors'],
	issued: ['issued', 'date', 'published', 'publication_date', 'year', 'publication_year', 'update_date'],
	'container-title': [
		'container-title',
		'journal',
		'journaltitle',
		'booktitle',
		'venue',
		'publicationVenue',
		'conference',
	],
	'collection-title': ['collection-title', 'series'],
	publisher: ['publisher'],
	'publisher-place': ['publisher-place'],
	volume: ['volume'],
	issue: ['issue'],
	number: ['number'],
	page: ['page', 'pages'],
	edition: ['edition'],
	DOI: ['doi'],
	URL: ['url', 'link', 'pdf_url', 'landing_page_url'],
	ISBN: ['isbn'],
	ISSN: ['issn'],
	PMID: ['pmid', 'pubmed'],
	abstract: ['abstract', 'summary', 'description'],
	keyword: ['keyword', 'keywords', 'tags'],
	language: ['language', 'lang'],
	note: ['note'],
	arxiv: ['arxiv', 'arxiv_id', 'eprint'],
	acl: ['acl', 'acl_id', 'anthology_id'],
	aliases: ['aliases', 'ids'],
	type: ['type', 'entrytype'],
} as const satisfies Partial<Record<keyof Paper | 'number', readonly string[]>>;

type Field = keyof typeof NAMES;

const TEXTS: readonly (Field & keyof Paper)[] = [
	'collection-title',
	'publisher',
	'publisher-place',
	'volume',
	'edition',
	'ISBN',
	'ISSN',
	'language',
	'note',
];

/** Names come again with every record; more than so many are no names of fields. */
const mostNames = 1000;
const knownNames = new Map<string, string>();

function plain(name: string): string {
	let simple = knownNames.get(name);
	if (simple === undefined) {
		simple = name.toLowerCase().replace(/[-_]/g, '');
		if (knownNames.size < mostNames) knownNames.set(name, simple);
	}
	return simple;
}

const plainNames: ReadonlyMap<string, readonly string[]> = new Map(
	Object.entries(NAMES).map(([field, names]) => [field, names.map(plain)]),
);

/**
 * The paper that a JSON object describes, in CSL-JSON or in one of the simple shapes that scripts write. Undefined
 * where it has neither a title nor a key. What has no CSL name stays in `fields`, as text.
 */
export function recordToPaper(record: JsonRecord, provenance: Provenance): Paper | undefined {
	const { pick, rest } = createPicker(withCustomIds(record));
	const text = (field: Field) => pick(field, textOf) ?? '';
	const prose = (field: Field) => collapse(htmlToText(text(field)));
	const id = text('id');
	const title = prose('title');
	if (title === '' && id === '') return undefined;

	const found: Partial<Record<keyof Paper, unknown>> = {};
	const put = (field: keyof Paper, value: unknown) => {
		if (value !== undefined && value !== false && value !== '' && !(Array.isArray(value) && value.length === 0))
			found[field] = value;
	};
	const external = externalIds(record);
	const doi = text('DOI') || external.get('DOI') || '';
	const addresses = text('URL');
	const [url = ''] = addresses.split(/\s+/, 1);
	const container = prose('container-title');
	const eprint = pick('arxiv', (value) => writeArxiv(textOf(value)));
	const arxiv = eprint ?? arxivOf([external.get('ArXiv') ?? '', doi, url, id], container, id);
	const type = typeOf(text('type'), container, arxiv !== undefined);
	put('author', pick('author', namesOf));
	put('editor', pick('editor', namesOf));
	put('issued', pick('issued', dateOf));
	put('container-title', container);
	for (const field of TEXTS) put(field, text(field));
	put('issue', text('issue') || (hasIssues(type) && text('number')));
	put('page', text('page').replace(/\s*[–—]\s*/g, '-'));
	put('PMID', text('PMID') || external.get('PubMed'));
	put('DOI', normaliseDoi(doi) ?? doiOfAddress(url));
	put('URL', url);
	put('abstract', prose('abstract'));
	put('keyword', joinKeywords(text('keyword')));
	put('arxiv', arxiv);
	put('acl', text('acl') || external.get('ACL') || aclOfAddress(url) || aclOfAddress(doi));
	put('aliases', pick('aliases', aliasesOf));
	put('fields', rest(external, url === addresses ? {} : { url: addresses }));
	return { id, type, title, ...(found as Partial<Paper>), provenance: [provenance] };
}

/** Finds values by any of their names, and remembers what nobody asked for. */
function createPicker(record: JsonRecord) {
	const names = new Map<string, string>();
	const unused = new Set<string>();
	for (const [name, value] of Object.entries(record)) {
		if (value === null || value === undefined || value === '') continue;
		names.set(plain(name), name);
		unused.add(name);
	}

	return {
		/** What `read` makes of the first value of these that it can read. */
		pick<T>(field: Field, read: (value: unknown) => T | undefined): T | undefined {
			for (const simple of plainNames.get(field)!) {
				const name = names.get(simple);
				const value = name === undefined ? undefined : read(record[name]);
				if (name === undefined || value === undefined || value === '') continue;
				unused.delete(name);
				return value;
			}
			return undefined;
		},
		rest(
			external: ReadonlyMap<string, string>,
			more: Readonly<Record<string, string>>,
		): Record<string, string> | undefined {
			const fields: Record<string, string> = {};
			const keep = (name: string, value: string) => {
				if (value !== '') fields[name] = value;
			};
			for (const [name, value] of external) if (!KNOWN_IDS.has(name)) keep(name, value);
			for (const name of unused) if (!(OPENED.has(name) && isObject(record[name]))) keep(name, fieldOf(record[name]));
			for (const name of HELD) {
				const held = record[name];
				if (isObject(held)) for (const [own, value] of Object.entries(held)) fields[own] = fieldOf(value);
			}
			Object.assign(fields, more);
			return Object.keys(fields).length > 0 ? fields : undefined;
		},
	};
}

/** Properties that hold fields without a CSL name by their names: CSL-JSON's own, and ours. */
const HELD = ['custom', 'fields'];
/** Properties that are objects of which each value is taken by itself. */
const OPENED = new Set([...HELD, 'externalIds']);
/** What becomes a part of the paper from `externalIds`. */
const KNOWN_IDS = new Set(['DOI', 'ArXiv', 'PubMed', 'ACL']);

/** A record with the ids that CSL-JSON has no name for, and which stand in `custom` for that reason. */
function withCustomIds(record: JsonRecord): JsonRecord {
	const { custom } = record;
	if (!isObject(custom)) return record;
	const { arxiv, acl, aliases, ...others } = custom;
	return { arxiv, acl, aliases, ...record, custom: others };
}

/** A value as text; empty for what says nothing. */
function fieldOf(value: unknown): string {
	if (typeof value === 'string') return value;
	if (value === undefined || value === null) return '';
	const json = writeJson(value);
	return json === '[]' || json === '{}' ? '' : json;
}

/** JSON of a value; nothing for one that is nested too deeply to be written. */
function writeJson(value: unknown): string {
	try {
		return JSON.stringify(value);
	} catch {
		return '';
	}
}

function isObject(value: unknown): value is JsonRecord {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Text of a value: lists joined, of objects their name. */
function textOf(value: unknown): string {
	if (typeof value === 'string') return value.trim();
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	if (Array.isArray(value))
		return value
			.map((item) => (Array.isArray(item) ? '' : textOf(item)))
			.filter(Boolean)
			.join(', ');
	if (!isObject(value)) return '';
	const named = value.name ?? value.display_name ?? value.title ?? value.text ?? value.value;
	return typeof named === 'string' ? named.trim() : '';
}

function namesOf(value: unknown): readonly Name[] {
	if (typeof value === 'string') return namesOfText(value);
	return Array.isArray(value) ? value.flatMap((item) => nameOf(item) ?? []) : [];
}

/** A list in one string: parted by `;` or `and`, or by commas where every part has several words. */
function namesOfText(text: string): readonly Name[] {
	const and = text.toLowerCase().lastIndexOf(' and ');
	// With several commas in front of it, `and` closes a list that commas part.
	if (and >= 0 && text.slice(0, and).split(',', 3).length < 3) return parseNames(bare(text)).names;
	const parts = text.includes(';') ? text.split(';') : text.replace(/,? and /gi, ', ').split(',');
	const isList = text.includes(';') || parts.every((part) => part.trim().includes(' '));
	return (isList ? parts : [text]).flatMap((part) => nameOf(part) ?? []);
}

function nameOf(value: unknown): Name | undefined {
	// DBLP tells people of one name apart by a number.
	if (typeof value === 'string') return parseName(bare(collapse(value).replace(/ \d{4}$/, '')));
	if (!isObject(value)) return undefined;
	const first = value.given ?? value.first ?? value.firstName ?? value.first_name;
	const family = value.family ?? value.last ?? value.lastName ?? value.last_name;
	if (typeof family === 'string') {
		const parts = ['non-dropping-particle', 'dropping-particle', 'suffix', 'literal'].flatMap((part) =>
			typeof value[part] === 'string' && value[part] !== '' ? [[part, value[part]] as const] : [],
		);
		const given = textOf(first);
		return { family, ...(given ? { given } : {}), ...Object.fromEntries(parts) };
	}
	if (typeof value.literal === 'string') return { literal: value.literal };
	const name = textOf(value) || textOf(value.author);
	if (name) return nameOf(name);
	const given = textOf(first);
	return given ? { given } : undefined;
}

/** Names are read as BibTeX reads them; in JSON, braces and backslashes mean themselves and have no business there. */
function bare(name: string): string {
	return /[\\{}]/.test(name) ? name.replace(/[\\{}]/g, '') : name;
}

function dateOf(value: unknown): CslDate | undefined {
	if (typeof value === 'number') return Number.isInteger(value) ? { 'date-parts': [[value]] } : undefined;
	if (typeof value === 'string') return parseDate(value);
	if (!isObject(value)) return undefined;
	const parts = value['date-parts'];
	if (Array.isArray(parts)) {
		const ends = parts.slice(0, 2).map((end) => (Array.isArray(end) ? end.map(Number).filter(Number.isFinite) : []));
		const known = ends.filter((end) => end.length > 0);
		const { literal } = value;
		if (known.length > 0)
			return typeof literal === 'string' ? { 'date-parts': known, literal } : { 'date-parts': known };
	}
	const words = value.literal ?? value.raw;
	return typeof words === 'string' || typeof words === 'number' ? parseDate(String(words)) : undefined;
}

function aliasesOf(value: unknown): readonly string[] {
	const list = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : [];
	return list.flatMap((alias: unknown) => (typeof alias === 'string' && alias.trim() ? [alias.trim()] : []));
}

/** Semantic Scholar's `externalIds`. */
function externalIds(record: JsonRecord): ReadonlyMap<string, string> {
	const ids = record.externalIds;
	return new Map(isObject(ids) ? Object.entries(ids).map(([name, id]) => [name, textOf(id)]) : []);
}

/** The arXiv id, as written, that any of these is, or that the venue names. */
function arxivOf(candidates: readonly string[], container: string, key: string): string | undefined {
	for (const candidate of candidates) {
		const found = writeArxiv(candidate);
		if (found) return found;
	}
	return findArxiv(container.slice(0, 300)) ?? arxivOfDblp(key);
}

/** `type` may be CSL's, BibTeX's or anything else; where it says nothing, the name of the venue does. */
function typeOf(type: string, container: string, isPreprint: boolean): string {
	const given = type.toLowerCase();
	if (isEntryType(given) && given !== 'article') return cslType(given, isPreprint);
	if (isCslType(given) && given !== 'article') return given;
	if (given === 'journal-article') return 'article-journal';
	if (given === 'proceedings-article') return 'paper-conference';
	if (container === '' || /^(?:arxiv|corr|biorxiv|medrxiv)\b/i.test(container)) return 'article';
	// Conferences go by acronyms: NeurIPS, AISTATS, ICLR 2024.
	const isConference =
		/\b(?:proceedings|proc\.|conference|workshop|symposium|meeting|findings)\b/i.test(container) ||
		/^[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?:[ '’-]*\d{2,4})?$/.test(container);
	return isConference ? 'paper-conference' : 'article-journal';
}
