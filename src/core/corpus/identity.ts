import { normaliseDoi, parseAcl, parseArxiv } from '../model/ids.ts';
import { familyOf, type Paper, yearOf } from '../model/paper.ts';
import { fold, isAscii } from '../text/fold.ts';

/** Shorter titles (“Preface”, “Editorial”) name many works. */
const MIN_TITLE_ALONE = 15;

/**
 * Strings by which papers are brought together: ids, and the title. Papers that are the same work share at least one;
 * papers that share one may be the same, which {@link sameWork} decides. An id (`doi:`, `arxiv:`, `acl:`, `pmid:`)
 * stands for one work; `title:` is only a place to look.
 */
export function identities(paper: Paper): readonly string[] {
	const found = idsOf(paper);
	const title = titleKey(paper.title);
	return title ? [...found, `title:${title}`] : found;
}

/**
 * Are these two records of one work? A DOI, arXiv, ACL or PubMed id in common says yes, unless both title and first
 * author contradict it: some programs give one id to everything. Ids of one kind that differ say no, as do different
 * titles. With the same title, authors decide: the first one and the year must be the same where both are known; a
 * record without authors, such as one of a plain listing, goes with any that has its title, if that is long enough to
 * mean one work.
 */
export function sameWork(a: Paper, b: Paper): boolean {
	const title = titleKey(a.title);
	const sameTitle = title === titleKey(b.title);
	const [author, otherAuthor] = [firstAuthor(a), firstAuthor(b)];
	const known = author !== '' && otherAuthor !== '';
	const kinds = new Map(idsOf(a).map((id) => [kindOf(id), id]));
	let agree = false;
	let differ = false;
	for (const id of idsOf(b)) {
		const other = kinds.get(kindOf(id));
		if (other === id) agree = true;
		else if (other !== undefined) differ = true;
	}
	if (agree) return sameTitle || title === '' || b.title === '' || (!differ && (!known || author === otherAuthor));
	if (differ || title === '' || !sameTitle) return false;
	const [year, otherYear] = [yearOf(a), yearOf(b)];
	if (year !== undefined && otherYear !== undefined && year !== otherYear) return false;
	return known ? author === otherAuthor : title.length >= MIN_TITLE_ALONE;
}

function kindOf(id: string): string {
	return id.slice(0, id.indexOf(':'));
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
 * one. `+` and `#` stay, for the sake of C++ and C#. “Part I” and “Part II” differ.
 */
export function titleKey(title: string): string {
	const folded = fold(title);
	return isAscii(folded) ? folded.replace(/[^a-z0-9+#]+/g, '') : folded.replace(/[^\p{L}\p{N}\p{M}+#]+/gu, '');
}

function idsOf(paper: Paper): string[] {
	const ids: string[] = [];
	const arxiv = parseArxiv(paper.arxiv ?? '') ?? parseArxiv(paper.DOI ?? '');
	if (arxiv) ids.push(`arxiv:${arxiv.id.toLowerCase()}`);
	// arXiv's own DOI names the preprint, not what was published later.
	const doi = normaliseDoi(paper.DOI ?? '')?.toLowerCase();
	if (doi && !doi.startsWith('10.48550/')) ids.push(`doi:${doi}`);
	const acl = paper.acl && parseAcl(paper.acl);
	if (acl) ids.push(`acl:${acl}`);
	if (paper.PMID) ids.push(`pmid:${paper.PMID}`);
	return ids;
}

/** The first author's family name without its particle, which not every source has. */
function firstAuthor(paper: Paper): string {
	const first = paper.author?.[0];
	if (!first) return '';
	const name = first.family ?? familyOf(first);
	return titleKey(name.split(' ').at(-1) ?? '') || titleKey(name);
}
