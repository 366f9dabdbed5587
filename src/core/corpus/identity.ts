import { aclOfAddress, isPreprintDoi, normaliseDoi, parseAcl, parseArxiv } from '../model/ids.ts';
import { familyOf, type Name, type Paper, yearOf } from '../model/paper.ts';
import { fold, isAscii } from '../text/fold.ts';

/** Shorter titles (“Preface”, “Editorial”) name many works. */
const MIN_TITLE_ALONE = 15;
/** What programs write where they know no title. */
const NO_TITLE = /^(?:(?:no|unknown)title|untitled)$/;
/** A preprint is published within so many years. */
const MOST_YEARS_TO_PRINT = 3;

/** What of a record tells which work it is of. */
export interface Signature {
	readonly title: string;
	/** The numbers in the title: what is left of `GPT-3.5` without punctuation is not what is left of `GPT-35`. */
	readonly numbers: string;
	/** Ids by kind. */
	readonly ids: ReadonlyMap<string, string>;
	/** Family names without their particles, which not every source has. */
	readonly families: readonly string[];
	/** All letters of the first author's name, in order: some sources swap its parts. */
	readonly firstAuthor: string;
	readonly year: number | undefined;
	/** Undefined where the record doesn't say. */
	readonly published: boolean | undefined;
	/** Is there a preprint, whether the record is of that or of what came of it? */
	readonly hasPreprint: boolean;
	/** Edition, volume of a book, thesis or not: what differs in different works of one title. */
	readonly edition: string;
	readonly isThesis: boolean;
	/** Where it lies on the web, without scheme and `www.`; empty where the record doesn't say. */
	readonly address: string;
}

/** Why two records are of one work, the surest first. */
export const reasons = ['id', 'title', 'version', 'yearless', 'authorless'] as const;
export type Reason = (typeof reasons)[number];

/**
 * Strings by which papers are brought together: ids, and the title. Papers that are the same work share at least one;
 * papers that share one may be the same, which {@link sameWork} decides. An id (`doi:`, `arxiv:`, `acl:`, `pmid:`)
 * stands for one work; `title:` is only a place to look.
 */
export function identities(paper: Paper): readonly string[] {
	const found = idsOf(paper);
	const title = titleKey(paper.title);
	return title && !NO_TITLE.test(title) ? [...found, `title:${title}`] : found;
}

export function signatureOf(paper: Paper): Signature {
	let signature = signatures.get(paper);
	if (!signature) signatures.set(paper, (signature = sign(paper)));
	return signature;
}

// A record is compared with every other that it may be the same as.
const signatures = new WeakMap<Paper, Signature>();

function sign(paper: Paper): Signature {
	const title = titleKey(paper.title);
	const ids = new Map(idsOf(paper).map((id) => [id.slice(0, id.indexOf(':')), id]));
	const published = isPublished(paper);
	const authors = (paper.author ?? []).flatMap(people);
	return {
		title: NO_TITLE.test(title) ? '' : title,
		numbers: numbersOf(paper.title),
		ids,
		families: authors.map(lastName),
		firstAuthor: lettersOf(authors[0]),
		year: yearOf(paper),
		published,
		hasPreprint: published === false || ids.has('arxiv') || ids.has('preprint'),
		edition: titleKey(`${paper.edition ?? ''} ${paper.type === 'book' ? (paper.volume ?? '') : ''}`),
		isThesis: paper.type === 'thesis',
		address: addressOf(paper),
	};
}

/**
 * Are these two records of one work, and why? `id`: a DOI, arXiv, ACL or PubMed id in common, unless both title and
 * authors contradict it, as some programs give one id to everything. `title`: the same title, letter by letter and
 * number by number, authors and year. `version`: the same title and authors, a preprint and what was published of it up
 * to three years apart, or a year apart where one record does not say where it appeared. `yearless` and `authorless`:
 * the same title, and one record lacks the year or the authors; without authors only if the title is long enough to
 * mean one work, and not without any where they lie at two addresses. Undefined, if they are not: ids of one kind that differ, other
 * titles, other authors, other editions.
 */
export function whySame(a: Signature, b: Signature): Reason | undefined {
	const sameTitle = a.title === b.title && a.numbers === b.numbers;
	const authors = authorsAgree(a, b);
	const { agree, differ } = compareIds(a, b);
	if (agree) {
		const trusted = sameTitle || a.title === '' || b.title === '' || (!differ && authors !== false);
		return trusted ? 'id' : undefined;
	}
	if (differ || a.title === '' || !sameTitle || authors === false) return undefined;
	if (a.edition && b.edition && a.edition !== b.edition) return undefined;
	if (a.isThesis !== b.isThesis && a.published !== undefined && b.published !== undefined) return undefined;
	const apart = a.year === undefined || b.year === undefined ? 0 : Math.abs(a.year - b.year);
	if (apart > mostYearsApart(a, b)) return undefined;
	if (authors === undefined) {
		const enough = a.title.length >= MIN_TITLE_ALONE && apart === 0 && !arePages(a, b);
		return enough ? 'authorless' : undefined;
	}
	if (apart > 0) return 'version';
	return a.year === undefined || b.year === undefined ? 'yearless' : 'title';
}

/** Pages of one site, which bear its title: nothing but their address tells them apart. */
function arePages(a: Signature, b: Signature): boolean {
	const unsigned = a.families.length === 0 && b.families.length === 0;
	return unsigned && a.address !== '' && b.address !== '' && a.address !== b.address;
}

/** Is it one work, if there is nobody in between to tell? */
export function sameWork(a: Paper, b: Paper): boolean {
	return whySame(signatureOf(a), signatureOf(b)) !== undefined;
}

/**
 * Do two records say that they are different works, whatever a third one has in common with both? Different titles
 * alone don't: works are renamed.
 */
export function contradict(a: Signature, b: Signature): boolean {
	if (whySame(a, b)) return false;
	const { agree, differ } = compareIds(a, b);
	if (agree) return false;
	return differ || authorsAgree(a, b) === false || a.numbers !== b.numbers || (a.title === b.title && a.title !== '');
}

/** What a paper says of its work, in one string to sort by. */
export function contentOf(paper: Paper): string {
	const { title, families, year = '', ids } = signatureOf(paper);
	return [title, paper.title, ...families, year, ...ids.values()].join('\n');
}

function mostYearsApart(a: Signature, b: Signature): number {
	if (a.hasPreprint || b.hasPreprint) return MOST_YEARS_TO_PRINT;
	return a.published && b.published ? 0 : 1;
}

function compareIds(a: Signature, b: Signature): { readonly agree: boolean; readonly differ: boolean } {
	let agree = false;
	let differ = false;
	for (const [kind, id] of b.ids) {
		const other = a.ids.get(kind);
		if (other === id) agree = true;
		else if (other !== undefined) differ = true;
	}
	return { agree, differ };
}

/** The same first author, or most of them in another order; undefined where one record has none. */
function authorsAgree(a: Signature, b: Signature): boolean | undefined {
	if (a.families.length === 0 || b.families.length === 0) return undefined;
	if (a.families[0] === b.families[0] || a.firstAuthor === b.firstAuthor) return true;
	const known = new Set(a.families);
	const common = b.families.filter((family) => known.has(family)).length;
	return common >= 2 && common * 2 >= Math.min(a.families.length, b.families.length);
}

/** One record of what two sources know of a work: the first wins, the second fills what is missing. */
export function merge(a: Paper, b: Paper): Paper {
	const aliases = [...new Set([...(a.aliases ?? []), ...(b.aliases ?? [])])].filter((alias) => alias !== a.id);
	const fields = { ...b.fields, ...a.fields };
	return {
		...b,
		...a,
		id: a.id || b.id,
		title: a.title || b.title,
		...(aliases.length > 0 ? { aliases } : {}),
		...(Object.keys(fields).length > 0 ? { fields } : {}),
		provenance: [...a.provenance, ...b.provenance],
	};
}

/**
 * A title as it is compared: letters and numbers, folded, without blanks, so that “Pre-training” and “Pretraining” are
 * one. Greek letters are spelled out, `+` and `#` stay, for the sake of C++ and C#. “Part I” and “Part II” differ.
 */
export function titleKey(title: string): string {
	const folded = fold(title);
	if (isAscii(folded)) return folded.replace(/[^a-z0-9+#]+/g, '');
	return folded.replace(/[α-ω]/g, (letter) => greek[letter] ?? letter).replace(/[^\p{L}\p{N}\p{M}+#]+/gu, '');
}

/** As TeX names them: “Aβ” is “A$\beta$” elsewhere. */
const greek: Readonly<Record<string, string>> = {
	α: 'alpha',
	β: 'beta',
	γ: 'gamma',
	δ: 'delta',
	ε: 'epsilon',
	ζ: 'zeta',
	η: 'eta',
	θ: 'theta',
	ι: 'iota',
	κ: 'kappa',
	λ: 'lambda',
	μ: 'mu',
	ν: 'nu',
	ξ: 'xi',
	π: 'pi',
	ρ: 'rho',
	σ: 'sigma',
	ς: 'sigma',
	τ: 'tau',
	φ: 'phi',
	χ: 'chi',
	ψ: 'psi',
	ω: 'omega',
};

function numbersOf(title: string): string {
	return (title.replace(/(\d),(?=\d{3}(?!\d))/g, '$1').match(/\p{Nd}+/gu) ?? []).join(' ');
}

function idsOf(paper: Paper): string[] {
	const ids: string[] = [];
	const arxiv = parseArxiv(paper.arxiv ?? '') ?? parseArxiv(paper.DOI ?? '');
	if (arxiv) ids.push(`arxiv:${arxiv.id.toLowerCase()}`);
	const doi = normaliseDoi(paper.DOI ?? '')?.toLowerCase();
	// A preprint's DOI names the preprint, not what was published later.
	if (doi && !parseArxiv(doi)) ids.push(isPreprintDoi(doi) ? `preprint:${doi}` : `doi:${doi}`);
	const acl = (paper.acl && parseAcl(paper.acl)) || (doi && aclOfAddress(doi));
	if (acl) ids.push(`acl:${acl}`);
	if (paper.PMID) ids.push(`pmid:${paper.PMID}`);
	return ids;
}

const ADDRESS = /https?:\/\/(?:www\.)?([^\s{}]{3,500})/i;

function addressOf({ URL = '', fields }: Paper): string {
	const found = ADDRESS.exec(URL) ?? ADDRESS.exec(fields?.howpublished?.slice(0, 600) ?? '');
	return found?.[1]?.replace(/\/$/, '').toLowerCase() ?? '';
}

const REPOSITORY =
	/\b(?:arxiv|biorxiv|medrxiv|chemrxiv|psyarxiv|techrxiv|corr|ssrn|preprints?\.org|preprint|research square|openreview preprint)\b/i;

/** Did the record appear anywhere but in a repository of preprints? Undefined where it doesn't say. */
function isPublished(paper: Paper): boolean | undefined {
	const container = paper['container-title'] ?? '';
	// Programs give ids of other works to preprints.
	if (container !== '') return !REPOSITORY.test(container);
	const inRepository = REPOSITORY.test(paper.publisher ?? '');
	const doi = normaliseDoi(paper.DOI ?? '');
	const preprint = doi !== undefined && isPreprintDoi(doi);
	if ((doi !== undefined && !preprint) || paper.acl || paper.PMID) return true;
	if (inRepository || preprint || paper.arxiv || REPOSITORY.test(paper.note ?? '')) return false;
	return ['book', 'chapter', 'thesis'].includes(paper.type) ? true : undefined;
}

/** Whole lists of names come as the name of one company: `Yanyao Shen, Hyokun Yun, Zachary C. Lipton`. */
function people(name: Name): Name[] {
	const list = name.given || name.suffix ? [] : familyOf(name).split(/\s*[,;]\s*/);
	return list.length > 2 ? list.map((literal) => ({ literal })) : [name];
}

function lastName(name: Name): string {
	const family = name.family ?? familyOf(name);
	return titleKey(family.split(' ').at(-1) ?? '') || titleKey(family);
}

function lettersOf(name: Name | undefined): string {
	return name ? [...titleKey(`${familyOf(name)}${name.given ?? ''}`)].sort().join('') : '';
}
