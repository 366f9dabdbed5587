import * as l10n from '@vscode/l10n';
import { identities, type Signature, signatureOf, whySame } from '../corpus/identity.ts';
import type { Paper } from '../model/paper.ts';
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

/** What an entry and another record say that cannot both be right. */
interface Conflict {
	readonly other: Paper;
	/** What both have; their title where it is no id. */
	readonly id?: string;
	readonly mild?: true;
}

/** The first contradiction between an entry and what is known of its ids and its title. */
function conflictOf({ paper, akin }: EntryView): Conflict | undefined {
	const own = signatureOf(paper);
	const others = akin.map((other) => ({ other, signature: signatureOf(other) }));
	const ids = identities(paper).filter((id) => !id.startsWith('title:'));
	for (const { other, signature } of others) {
		const shared = identities(other).find((id) => ids.includes(id));
		if (shared && !isPart(paper, other) && !titlesAlike(paper, other) && strangers(own, signature))
			return { other, id: written(shared) };
	}
	const namesakes = others.filter(({ signature }) => signature.title === own.title && signature.title !== '');
	if (words(paper.title).length < telling || namesakes.some(({ signature }) => whySame(own, signature)))
		return undefined;
	const [first] = namesakes;
	if (!first) return undefined;
	// Companies sign for people, and works that have ids of their own are different ones.
	const open = ({ other, signature }: (typeof namesakes)[number]) =>
		strangers(own, signature) && !ofCompany(other) && !(own.ids.has('doi') && signature.ids.has('doi'));
	if (!ofCompany(paper) && namesakes.every(open)) return { other: first.other, mild: true };
	const preprint = namesakes.find(
		({ signature }) =>
			!strangers(own, signature) && signature.firstAuthor === own.firstAuthor && differ(own, signature, 'arxiv'),
	);
	return preprint && { other: preprint.other, id: `arXiv:${preprint.other.arxiv}`, mild: true };
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

function contradiction({ other, id }: Conflict): string {
	const [place] = other.provenance;
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
	summary: 'A cited entry whose id, or whose title, belongs to another paper by what another entry or source says.',
	rationale:
		'The reader who follows the id finds another paper. References that a language model made up often have the id of a real one.',
	remedy:
		'Look both up, and correct the one that is wrong. An entry is held against what your own sources say, and never reported because they lack it: that a paper is not known here says nothing about it. That other authors have the same title, or that one paper has two arXiv ids, is only said for information.',
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
