import * as l10n from '@vscode/l10n';
import { identities, type Signature, signatureOf, whySame } from '../corpus/identity.ts';
import { type Paper, yearOf } from '../model/paper.ts';
import { label } from '../render/label.ts';
import { editDistance } from '../text/edit-distance.ts';
import { words } from '../text/tokens.ts';
import { baseName } from '../util/paths.ts';
import { share } from './naming.ts';
import type { EntryRule, EntryView } from './types.ts';

/** Titles are of different papers where less of the shorter one's words, and of all letters, agree. */
const alike = 0.5;
/** Shorter titles name many papers. */
const telling = 5;
/** What other works are parts of, and what may bear the id of the whole. */
const wholes = new Set(['book', 'periodical', 'report', 'chapter', 'entry-encyclopedia']);

/** Longest time, in years, between records of one work: a preprint and what was printed of it. */
const yearsApart = 3;

/** What an entry and another record say that cannot both be right. */
interface Conflict {
	readonly other: Paper;
	/** What both have; their title where it is no id. */
	readonly id?: string;
	/** The years of both, where these are what contradicts. */
	readonly years?: { readonly own: number; readonly other: number };
	readonly mild?: true;
}

/** Another entry with what of it is compared. */
interface Known {
	readonly other: Paper;
	readonly signature: Signature;
}

/** The first contradiction between an entry and what is known of its ids and its title. */
function conflictOf({ paper, akin }: EntryView): Conflict | undefined {
	const own = signatureOf(paper);
	const others = akin.map((other) => ({ other, signature: signatureOf(other) }));
	const namesakes = others.filter(({ signature }) => signature.title === own.title && signature.title !== '');
	return conflictOfId(paper, others, namesakes) ?? conflictOfTitle(paper, namesakes);
}

/** One id for two titles, two lists of authors, or two years. */
function conflictOfId(paper: Paper, others: readonly Known[], namesakes: readonly Known[]): Conflict | undefined {
	const own = signatureOf(paper);
	const ids = identities(paper).filter((id) => !id.startsWith('title:'));
	let late: Conflict | undefined;
	for (const { other, signature } of others) {
		const shared = identities(other).find((id) => ids.includes(id));
		if (!shared) continue;
		const kind = shared.slice(0, shared.indexOf(':'));
		if (namesakes.some((named) => confirms(named, paper, kind))) continue;
		const conflict = { other, id: written(shared) };
		if (titlesAlike(paper, other)) {
			if (signature.title !== own.title || ofCompany(paper) || ofCompany(other)) continue;
			if (strangers(own, signature)) return conflict;
			const apart = Math.abs((own.year ?? 0) - (signature.year ?? 0));
			if (own.year !== undefined && signature.year !== undefined && apart > yearsApart)
				late ??= { other, years: { own: own.year, other: signature.year }, mild: true };
			continue;
		}
		// Works are renamed by those who wrote them; but this title is of a work that has another id, or other authors.
		const isOfAnother = namesakes.some(({ signature: named }) => differ(own, named, kind));
		const isOfOthers = namesakes.some(({ signature: named }) => strangers(own, named));
		if (isOfAnother || ((isOfOthers || strangers(own, signature)) && !isPart(paper, other))) return conflict;
	}
	return late;
}

/** Does another source give the same id to the same work? Then the entry is right, and a third one wrong. */
function confirms({ other, signature }: Known, paper: Paper, kind: string): boolean {
	const own = signatureOf(paper);
	const file = paper.provenance[0]?.file;
	return (
		other.provenance.every((place) => place.file !== file) &&
		own.ids.get(kind) === signature.ids.get(kind) &&
		!strangers(own, signature) &&
		(own.year === undefined || signature.year === undefined || Math.abs(own.year - signature.year) <= yearsApart)
	);
}

/** One title for different authors, or for two ids. */
function conflictOfTitle(paper: Paper, namesakes: readonly Known[]): Conflict | undefined {
	const own = signatureOf(paper);
	const [first] = namesakes;
	if (!first || words(paper.title).length < telling) return undefined;
	const byThem = namesakes.filter(
		({ signature }) => !strangers(own, signature) && signature.firstAuthor === own.firstAuthor,
	);
	const isAlone = (kind: string) => !byThem.some(({ signature }) => signature.ids.get(kind) === own.ids.get(kind));
	const preprint = byThem.find(({ signature }) => differ(own, signature, 'arxiv'))?.other;
	if (preprint && isAlone('arxiv')) return { other: preprint, id: `arXiv:${preprint.arxiv}`, mild: true };
	const print = byThem.find(({ other, signature }) => own.year === signature.year && isMistyped(paper, other))?.other;
	if (print && isAlone('doi')) return { other: print, id: `DOI ${print.DOI}`, mild: true };
	if (ofCompany(paper) || namesakes.some(({ signature }) => whySame(own, signature))) return undefined;
	// Companies sign for people, and works that have ids of their own are different ones.
	const isOpen = ({ other, signature }: Known) =>
		strangers(own, signature) &&
		!ofCompany(other) &&
		!(own.ids.has('doi') && signature.ids.has('doi')) &&
		!isReview(paper, other);
	return namesakes.every(isOpen) ? { other: first.other, mild: true } : undefined;
}

/** Is one a review of the other? They bear the titles of books, which came out not long before. */
function isReview(one: Paper, other: Paper): boolean {
	if (one.type !== 'book' && other.type !== 'book') return false;
	const [book, review] = one.type === 'book' ? [one, other] : [other, one];
	const later = (yearOf(review) ?? 0) - (yearOf(book) ?? 0);
	return review.type === 'article-journal' && later >= 0 && later <= yearsApart;
}

/** Do two DOIs differ in a letter or two? Those that archives give to versions do as well. */
function isMistyped({ DOI: one = '', type }: Paper, { DOI: other = '' }: Paper): boolean {
	if (!one || !other || type === 'software' || type === 'dataset' || /^10\.(?:5281|6084)\//.test(one)) return false;
	const [a, b] = [one.toLowerCase(), other.toLowerCase()];
	return a !== b && editDistance(a, b, 2) <= 2;
}

function differ(a: Signature, b: Signature, kind: string): boolean {
	const [one, other] = [a.ids.get(kind), b.ids.get(kind)];
	return one !== undefined && other !== undefined && one !== other;
}

function ofCompany({ author = [] }: Paper): boolean {
	return author.some(({ literal }) => literal !== undefined);
}

/** No author in common, where both have some. */
function strangers(a: Signature, b: Signature): boolean {
	if (a.families.length === 0 || b.families.length === 0) return false;
	return a.firstAuthor !== b.firstAuthor && !a.families.some((family) => b.families.includes(family));
}

/** Parts of a book, and papers of one volume, are given the id of the whole. */
function isPart(a: Paper, b: Paper): boolean {
	const [one, other] = [a['container-title'], b['container-title']];
	return (
		wholes.has(a.type) || wholes.has(b.type) || (one !== undefined && one === other && a.type === 'paper-conference')
	);
}

function titlesAlike(a: Paper, b: Paper): boolean {
	const [one, other] = [words(a.title), words(b.title)];
	if (one.length === 0 || other.length === 0) return true;
	const common = one.length < other.length ? share(one, other) : share(other, one);
	const [left, right] = [one.join(' '), other.join(' ')];
	const length = Math.max(left.length, right.length);
	return common >= alike || 1 - editDistance(left, right, length) / length >= alike;
}

function written(id: string): string {
	const [kind = '', name = ''] = [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)];
	return kind === 'arxiv'
		? `arXiv:${name}`
		: `${{ doi: 'DOI', preprint: 'DOI', acl: 'ACL Anthology', pmid: 'PMID' }[kind]} ${name}`;
}

function contradiction({ other, id, years }: Conflict): string {
	const [place] = other.provenance;
	if (years) {
		const [theirs, own] = [`${years.other}`, `${years.own}`];
		return place
			? l10n.t(
					'By the entry “{0}” in {1}, this work is of {2}, not of {3}.',
					other.id,
					baseName(place.file),
					theirs,
					own,
				)
			: l10n.t('By the entry “{0}”, this work is of {1}, not of {2}.', other.id, theirs, own);
	}
	const named = label(other);
	if (place) {
		const source = baseName(place.file);
		if (!id) return l10n.t('By the entry “{0}” in {1}, this title belongs to {2}.', other.id, source, named);
		return l10n.t('By the entry “{0}” in {1}, {2} belongs to {3}.', other.id, source, id, named);
	}
	if (!id) return l10n.t('By the entry “{0}”, this title belongs to {1}.', other.id, named);
	return l10n.t('By the entry “{0}”, {1} belongs to {2}.', other.id, id, named);
}

const entry =
	'@misc{ng2021, title = {Learning to Cite with Small Models}, author = {Ng, Mei}, year = 2021, eprint = {2103.01234}, archiveprefix = {arXiv}}\n';
const other = (title: string, author: string) =>
	`@misc{other, title = {${title}}, author = {${author}}, year = 2021, eprint = {2103.01234}, archiveprefix = {arXiv}}\n`;

export const conflictingRecord: EntryRule = {
	id: 'conflicting-record',
	scope: 'entry',
	of: 'cited',
	severity: 'warning',
	summary:
		'A cited entry whose id or title belongs to another paper, or has other authors, by what another entry or source says.',
	rationale:
		'The reader who follows the id finds another paper. References that a language model made up often have the id of a real one.',
	remedy:
		'Look both up, and correct the one that is wrong. An entry is held against what your own sources say, and never reported because they lack it: that a paper is not known here says nothing about it. That other authors have the same title, that one paper has two arXiv ids or years far apart, or that its DOI seems mistyped is only said for information.',
	examples: [
		{ files: { 'refs.bib': entry + other('Protein Folding at Scale', 'Silva, Ana') }, problems: 2 },
		{ files: { 'refs.bib': entry + other('Learning to Cite with Small Language Models', 'Ng, M.') }, problems: 0 },
	],
	*check(view) {
		const conflict = conflictOf(view);
		if (!conflict) return;
		const { other, mild } = conflict;
		const [place] = other.provenance;
		const message = `${contradiction(conflict)} ${l10n.t('Look both up, and correct the one that is wrong.')}`;
		const related = place && [{ file: place.file, range: place.range, message: l10n.t('The entry “{0}”', other.id) }];
		yield { message, ...(related && { related }), ...(mild && { severity: 'information' }) };
	},
};
