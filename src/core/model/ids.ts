import * as l10n from '@vscode/l10n';

/** Identifiers of papers, wherever they are written: bare, with a prefix, or as a web address. */

export interface ArxivId {
	/** Without version, e.g. `1706.03762` or `hep-th/9901001`. */
	readonly id: string;
	readonly version?: number;
}

/** Longer ids are none, which bounds the work on them. */
const MAX_LENGTH = 500;

/** Web addresses and prefixes in front of a DOI. */
const DOI_PREFIX = /^(?:https?:\/\/(?:dx\.|www\.)?doi\.org\/|doi\.org\/|doi:?\s*)/i;
const DOI = /^10\.\d{4,9}(?:\.\d+){0,4}\/\S+$/;

/**
 * The DOI in a text that should be one: prefix, web address, TeX escapes and closing punctuation taken off. Letters
 * keep their case, which means nothing in a DOI. Undefined for anything else.
 * @see https://www.doi.org/doi-handbook/HTML/doi-name-syntax.html
 */
export function normaliseDoi(text: string): string | undefined {
	let doi = text
		.trim()
		.replace(DOI_PREFIX, '')
		.replace(/\\([_%&#$<>])/g, '$1');
	if (/%2f/i.test(doi)) doi = doi.replace(/%2f/gi, '/');
	if (doi.length > MAX_LENGTH) return undefined;
	doi = trimPunctuation(doi);
	return DOI.test(doi) ? doi : undefined;
}

const PREPRINT_DOI =
	/^10\.(?:48550\/arxiv|1101\/(?:\d{6}$|\d{4}\.\d\d\.\d\d\.)|64898\/|2139\/ssrn|26434\/chemrxiv|31234\/osf|31219\/osf|36227\/techrxiv|20944\/preprints|21203\/rs)/i;

/**
 * Is a DOI one of a repository of preprints: arXiv, bioRxiv and medRxiv, SSRN, ChemRxiv, PsyArXiv and OSF, TechRxiv,
 * Preprints.org, Research Square? The work may have another one where it was published.
 */
export function isPreprintDoi(doi: string): boolean {
	return PREPRINT_DOI.test(doi);
}

/** Like {@link normaliseDoi}, but only from a web address that resolves DOIs. */
export function doiOfAddress(url: string): string | undefined {
	return /^https?:\/\/(?:dx\.)?doi\.org\//i.test(url) ? normaliseDoi(url) : undefined;
}

/** Punctuation at the end belongs to the sentence around it, unless it closes a bracket that the id itself opened. */
function trimPunctuation(id: string): string {
	let end = id.length;
	for (; end > 0; end--) {
		const last = id[end - 1]!;
		if ('.,;\'"}]'.includes(last)) continue;
		if (last === ')' && count(id, '(', end) < count(id, ')', end)) continue;
		break;
	}
	return id.slice(0, end);
}

function count(text: string, character: string, end: number): number {
	let found = 0;
	for (let at = 0; at < end; at++) if (text[at] === character) found++;
	return found;
}

const ARXIV_NEW = /^(\d{2})(\d{2})\.(\d{4,5})(?:v([1-9]\d{0,2}))?$/;
const ARXIV_OLD =
	/^([a-z]{2,}(?:-[a-z]{2,})?)(?:\.[a-zA-Z]{2}(?:-[a-zA-Z]{2,})?)?\/(\d{2})(\d{2})(\d{3})(?:v([1-9]\d{0,2}))?$/;
const ARXIV_PREFIX =
	/^(?:(?:https?:\/\/)?(?:[a-z]+\.)?arxiv\.org\/(?:abs|pdf|html|format|e-print)\/|(?:https?:\/\/(?:dx\.)?doi\.org\/)?10\.48550\/arxiv\.|arxiv(?:\.org)?\s*:\s*|arxiv\s+)/i;

/**
 * An arXiv id, bare or as `arXiv:…`, web address or arXiv's own DOI. The month must be one, and the number has four
 * digits until 2014 and five from 2015 on. Old ids lose their subject class, which names nothing by itself.
 * @see https://info.arxiv.org/help/arxiv_identifier.html
 */
export function parseArxiv(text: string): ArxivId | undefined {
	if (text.length > MAX_LENGTH) return undefined;
	const bare = text
		.trim()
		.replace(ARXIV_PREFIX, '')
		.replace(/(?:\.pdf)?(?:[?#]\S*|\s*\[[^\]]*\])?[.,;]?$/i, '');
	const modern = ARXIV_NEW.exec(bare);
	if (modern) {
		const [, year, month, number, version] = modern as unknown as [string, string, string, string, string | undefined];
		const digits = Number(year) < 15 ? 4 : 5;
		if (!isMonth(month) || number.length !== digits || Number(year + month) < 704) return undefined;
		return withVersion(`${year}${month}.${number}`, version);
	}
	const old = ARXIV_OLD.exec(bare);
	if (!old || !isMonth(old[3]!)) return undefined;
	return withVersion(`${old[1]}/${old[2]}${old[3]}${old[4]}`, old[5]);
}

/**
 * Far more papers than arXiv got in any month of a year: about 12,000 were many in 2018, and 24,000 in 2024.
 * @see https://arxiv.org/stats/monthly_submissions
 */
function mostOf(year: number): number {
	if (year < 20) return 20_000;
	return year < 26 ? 40_000 : 99_999;
}

/** When a paper got its arXiv id, which says so; the id as {@link parseArxiv} gives it. */
export function arxivMonth(id: string): { readonly year: number; readonly month: number } {
	const digits = /(\d{2})(\d{2})(?:\.|\d{3}$)/.exec(id.slice(id.indexOf('/') + 1));
	const [year, month] = [Number(digits?.[1]), Number(digits?.[2])];
	return { year: year + (id.includes('/') && year > 90 ? 1900 : 2000), month };
}

/** Why digits in the form of an arXiv id, `2313.01234`, are none: a clause that goes on after a colon; undefined if they may be one. */
export function whyNoArxiv(text: string): string | undefined {
	const [, year = '', month = '', number = ''] = /^(\d{2})(\d{2})\.(\d{1,9})(?!\d)/.exec(text) ?? [];
	if (number === '') return undefined;
	if (!isMonth(month)) return l10n.t('it would be of month {0}', month);
	if (Number(year + month) < 704) return l10n.t('it would be older than ids of this form');
	const digits = Number(year) < 15 ? 4 : 5;
	if (number.length !== digits)
		return l10n.t('it should have {0} digits behind the dot, not {1}', digits, number.length);
	if (Number(number) === 0) return l10n.t('the papers of a month are counted from 1');
	return Number(number) > mostOf(Number(year)) ? l10n.t('there were not so many papers in that month') : undefined;
}

/** The year of the volume that an ACL Anthology id names: `P15-2138` -> 2015. */
export function aclYear(id: string): number | undefined {
	const [, modern, old] = /^(?:(\d{4})\.|[A-Z](\d{2})-)/i.exec(id) ?? [];
	if (modern) return Number(modern);
	return old ? Number(old) + (Number(old) > 50 ? 1900 : 2000) : undefined;
}

/** The arXiv id that a text is, with its version and nothing else: `arXiv:1706.03762v5 [cs.CL]` -> `1706.03762v5`. */
export function writeArxiv(text: string): string | undefined {
	const found = parseArxiv(text);
	return found?.version ? `${found.id}v${found.version}` : found?.id;
}

const ARXIV_IN_TEXT =
	/\b(?:arxiv(?:\.org\/(?:abs|pdf|html)\/|\s*:\s*|\s+|\.)|abs\/)((?:\d{4}\.\d{4,5}|[a-z]{2,}(?:-[a-z]{2,})?(?:\.[a-z-]{2,8})?\/\d{7})(?:v[1-9]\d{0,2})?)(?!\d)/i;

/** The arXiv id that running text names, as in `arXiv preprint arXiv:1706.03762v5` or DBLP's
 * `abs/1706.03762`, as it is written there. */
export function findArxiv(text: string): string | undefined {
	const found = ARXIV_IN_TEXT.exec(text)?.[1];
	return found && parseArxiv(found) ? found : undefined;
}

/** The arXiv id that DBLP's key of a preprint holds: `DBLP:journals/corr/abs-1706-03762` -> `1706.03762`. */
export function arxivOfDblp(key: string): string | undefined {
	const found = /^(?:dblp:)?journals\/corr\/abs-([a-z]+(?:-[a-z]+)?-\d{7}|\d{4}-\d{4,5})$/i.exec(key.trim())?.[1];
	if (!found) return undefined;
	const dash = found.lastIndexOf('-');
	const separator = /^\d/.test(found) ? '.' : '/';
	return parseArxiv(found.slice(0, dash) + separator + found.slice(dash + 1))?.id;
}

const ACL_PREFIX =
	/^(?:https?:\/\/)?(?:(?:www\.)?aclanthology\.(?:org|info)\/(?:papers\/)?|(?:www\.)?aclweb\.org\/anthology\/(?:papers\/)?|(?:dx\.)?doi\.org\/10\.18653\/v1\/|10\.18653\/v1\/)/i;
const ACL_OLD = /^[A-Z]\d{2}-\d{4,5}$/i;
const ACL_NEW = /^\d{4}\.[a-z0-9]+(?:_[a-z0-9]+)?-[a-z0-9]+\.\d+$/i;

/**
 * An ACL Anthology id, bare or as the Anthology's web address or DOI: `P15-2138`, `2026.acl-long.2189`.
 * @see https://aclanthology.org/info/ids/
 */
export function parseAcl(text: string): string | undefined {
	if (text.length > MAX_LENGTH) return undefined;
	const bare = text
		.trim()
		.replace(ACL_PREFIX, '')
		.replace(/(?:\.pdf|\.bib)?\/?$/i, '');
	if (ACL_OLD.test(bare)) return bare.toUpperCase();
	return ACL_NEW.test(bare) ? bare.toLowerCase() : undefined;
}

/** Like {@link parseAcl}, but only from a web address or DOI, which cannot mean anything else. */
export function aclOfAddress(text: string): string | undefined {
	return ACL_PREFIX.test(text.trim()) ? parseAcl(text) : undefined;
}

function isMonth(digits: string): boolean {
	return Number(digits) >= 1 && Number(digits) <= 12;
}

function withVersion(id: string, version: string | undefined): ArxivId {
	return version ? { id, version: Number(version) } : { id };
}
