import { normaliseDoi, writeArxiv } from '../model/ids.ts';
import type { CslDate, Paper, Provenance } from '../model/paper.ts';
import { parseDate, parseYear } from '../text/dates.ts';
import { isEtAl, managedName } from './people.ts';
import { recordToPaper } from './records.ts';

/** What a reference manager says of a work: values by tags of RIS, or by other names where RIS has none. */
export type References = ReadonlyMap<string, readonly string[]>;

const inBooks = new Set(['chapter', 'paper-conference', 'entry-encyclopedia', 'entry-dictionary']);
const DOI_INSIDE = /\b10\.\d{4,9}\/[^\s"<>]{1,300}/;
const YEAR_FIRST = /^(\d{4})(?:[/.-](\d{1,2}))?(?:[/.-](\d{1,2}))?(?:[/.-](.{0,80}))?$/;
const ISBN = /\b(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXx]\b/g;
const ISSN = /\b\d{4}-?\d{3}[\dXx]\b/g;

/**
 * The paper that a record of a reference manager describes; undefined where it has no title. Which tag means what
 * depends on the type, and on the program that wrote it. What has no CSL name stays in `fields` under its tag.
 *
 * @param type CSL type; undefined where the venue must tell.
 * @param own The citation key, where it is known to be one (otherwise a label that looks like one is taken), and fields
 *   that have no tag.
 */
export function referenceToPaper(
	values: References,
	type: string | undefined,
	provenance: Provenance,
	own: { readonly key?: string | undefined; readonly fields?: Readonly<Record<string, string>> } = {},
): Paper | undefined {
	const used = new Set<string>();
	const all = (...tags: readonly string[]) => {
		for (const tag of tags) used.add(tag);
		return tags.flatMap((tag) => values.get(tag) ?? []).filter((value) => value !== '');
	};
	/** The value of the first of these that has one; the others stay. */
	const first = (...tags: readonly string[]) => {
		const tag = tags.find((name) => values.get(name)?.some((value) => value !== ''));
		return tag === undefined ? undefined : all(tag).join(' ');
	};
	const isBook = type === 'book';
	const title = first('TI', 'T1', 'CT', ...(isBook || !values.has('T2') ? ['BT'] : []), 'ST');
	if (title === undefined) return undefined;

	const container = isBook
		? undefined
		: first(...(type === 'paper-conference' ? ['C3'] : []), 'JF', 'T2', 'BT', 'JO', 'JA', 'J2', 'J1');
	const authors = all('AU', 'A1');
	const editors = all('ED', 'A2');
	const serial = all('SN').join(' ');
	const isbn = serial.match(ISBN)?.[0];
	// The digits of an ISBN are none of an ISSN.
	const issn = serial.replace(ISBN, ' ').match(ISSN)?.[0];
	if (!isbn && !issn) used.delete('SN');
	const links = all('UR').flatMap((value) => value.split(/[\s;]{1,9}(?=https?:)/i));
	const url = links[0] ?? first('L2', 'LK', 'L1');
	if (links.length > 1) used.delete('UR');
	const doi = doiOf(first('DO'), url, values.get('M3')?.[0], ...(values.get('N1') ?? []));
	const label = [...(values.get('LB') ?? []), ...(values.get('ID') ?? [])].find(isKey);
	const key = own.key ?? label;
	if (key !== undefined) for (const tag of ['LB', 'ID']) if (values.get(tag)?.[0] === key) used.add(tag);
	const accession = /pubmed|medline/i.test(values.get('DB')?.[0] ?? '') ? values.get('AN')?.[0] : undefined;
	const isPubmed = accession !== undefined && /^\d+$/.test(accession);
	if (isPubmed) for (const tag of ['AN', 'DB']) used.add(tag);
	const issued = issuedOf(first('PY', 'Y1'), values.get('DA')?.[0]);
	if (issued?.['date-parts'] && values.has('DA')) used.add('DA');

	const record: Record<string, unknown> = {
		id: key,
		title,
		author: people(authors.length === 0 && isBook ? [] : authors),
		editor: people(editors),
		issued,
		'container-title': container,
		'collection-title': first('T3', ...(isBook ? ['T2'] : [])),
		publisher: first('PB'),
		'publisher-place': first('CY', 'PP'),
		volume: first('VL'),
		issue: first('IS', 'CP'),
		page: pages(first('SP'), first('EP')),
		edition: first('ET'),
		DOI: doi,
		URL: url,
		ISBN: isbn,
		ISSN: issn,
		PMID: first('PMID') ?? (isPubmed ? accession : undefined),
		abstract: first('AB', 'N2'),
		keyword: all('KW').flatMap((value) => value.split(';').map((word) => word.trim())),
		language: first('LA'),
		note: first('N1'),
		arxiv: first('ARXIV'),
		type: type !== undefined && (inBooks.has(type) || isBook) ? type : type && 'article',
	};
	const known = Object.entries(record).filter(([, value]) => value !== undefined);
	const paper = recordToPaper(Object.fromEntries(known), provenance);
	if (!paper) return undefined;
	const rest = [...values].flatMap(([tag, texts]) => (used.has(tag) ? [] : [[tag, texts.join('; ')] as const]));
	if ([...authors, ...editors].some(isEtAl)) rest.push(['and-others', 'author']);
	const fields = { ...paper.fields, ...Object.fromEntries(rest), ...own.fields };
	const isPreprint = paper.arxiv !== undefined && /^(?:(?:arxiv|corr)\b|$)/i.test(container ?? '');
	return {
		...paper,
		type: type === 'article-journal' && isPreprint ? 'article' : (type ?? paper.type),
		...(Object.keys(fields).length > 0 && { fields }),
	};
}

/** Most programs number their records, and some name them by a DOI or an address; what people cite by has letters. */
function isKey(text: string): boolean {
	if (!/^[^\s{}(),="'#%~\\]{2,100}$/.test(text) || /^https?:/i.test(text) || normaliseDoi(text)) return false;
	return /\p{L}.*\p{L}/u.test(text) || writeArxiv(text) !== undefined;
}

function people(names: readonly string[]): readonly unknown[] {
	return names.filter((name) => !isEtAl(name)).map(managedName);
}

function doiOf(...candidates: readonly (string | undefined)[]): string | undefined {
	const [own = '', ...others] = candidates;
	const whole = normaliseDoi(own);
	if (whole) return whole;
	for (const candidate of [own, ...others]) {
		const found = DOI_INSIDE.exec(candidate ?? '')?.[0];
		// An address has a DOI in it when it is one; others go on behind it.
		if (found && (!/^https?:/i.test(candidate!) || /^https?:\/\/(?:dx\.)?doi\.org\//i.test(candidate!))) return found;
	}
	return undefined;
}

/** The year, or the date where that is of the same year and says more: `2017/06/12/`, `MAR 15`. */
function issuedOf(year: string | undefined, date: string | undefined): CslDate | undefined {
	const own = year === undefined ? undefined : dateOf(year);
	if (date === undefined) return own;
	const fuller = dateOf(date);
	const [ownParts] = own?.['date-parts'] ?? [];
	const [parts] = fuller?.['date-parts'] ?? [];
	if (!ownParts) return fuller;
	if (!parts) return parseYear(String(ownParts[0]), date);
	return parts[0] === ownParts[0] && parts.length > ownParts.length ? fuller : own;
}

function dateOf(text: string): CslDate | undefined {
	const found = YEAR_FIRST.exec(text.trim());
	if (!found) return /^\d{4}/.test(text.trim()) ? parseDate(text) : parseYear(text, text.replace(/\d{4}/, ' '));
	const [, year, month, day] = found as unknown as [string, string, string | undefined, string | undefined];
	const parts = [Number(year)];
	if (Number(month) >= 1 && Number(month) <= 12) {
		parts.push(Number(month));
		if (Number(day) >= 1 && Number(day) <= 31) parts.push(Number(day));
	}
	return { 'date-parts': [parts] };
}

/** `SP` may have the whole range, or its last digits in `EP`. */
function pages(from: string | undefined, to: string | undefined): string | undefined {
	const start = from?.replace(/\s{0,9}[–—-]{1,9}\s{0,9}/g, '-').replace(/-$/, '');
	if (start === undefined || to === undefined || start.includes('-') || start === to) return start ?? to;
	return `${start}-${to}`;
}
