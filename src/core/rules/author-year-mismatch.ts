import * as l10n from '@vscode/l10n';
import type { Hit, PeopleMention } from '../corpus/types.ts';
import { parseArxiv } from '../model/ids.ts';
import { familyOf, type Name, type Paper, yearOf } from '../model/paper.ts';
import type { Fix } from '../model/problem.ts';
import { label } from '../render/label.ts';
import { editDistance } from '../text/edit-distance.ts';
import { fold } from '../text/fold.ts';
import { both } from '../text/phrases.ts';
import { words } from '../text/tokens.ts';
import { changeTo, ifMeant, itemAt, replaceText } from './edits.ts';
import { citedBy, type Group, groupsOf, peopleInFront, spanOf } from './groups.ts';
import type { DocumentRule, DocumentView, StatementView } from './types.ts';

/** People named right in front of a citation which is not of theirs, or not of that year. */
interface Mismatch {
	readonly people: PeopleMention;
	readonly group: Group;
	readonly cited: readonly Paper[];
	/** What may be meant, best first. */
	readonly hits: readonly Hit[];
	readonly wrong: 'authors' | 'year' | 'spelling';
	/** How the paper spells a name that the text spells otherwise. */
	readonly spelling?: { readonly said: string; readonly right: string };
}

/** A group of more keys than these may stand for more than the names in front of it. */
const mostKeys = 2;
/** Preprint and print are so many years apart at most before a year is doubted that no paper of the bibliography has. */
const yearsApart = 3;

function* mismatches(view: DocumentView): Generator<Mismatch> {
	for (const statement of view.statements) {
		if (statement.people.length === 0) continue;
		for (const group of groupsOf(statement)) {
			const people = peopleInFront(statement, group);
			const cited = people && citedBy(view, group);
			if (!cited || cited.length > mostKeys || cited.some((paper) => authorsOf(paper).length === 0)) continue;
			const found = compare(people, cited);
			if (found) yield { people, group, cited, ...found, hits: otherwiseCitedLast(found.hits, statement) };
		}
	}
}

/** What the sentence cites elsewhere is hardly what is missing here. */
function otherwiseCitedLast(hits: readonly Hit[], { citations }: StatementView): readonly Hit[] {
	const cited = new Set(citations.flatMap(({ items }) => items.map(({ key }) => key)));
	return [...hits.filter(({ key }) => !cited.has(key)), ...hits.filter(({ key }) => cited.has(key))];
}

function compare(
	people: PeopleMention,
	cited: readonly Paper[],
): Pick<Mismatch, 'wrong' | 'hits' | 'spelling'> | undefined {
	const { year, hits, others, families } = people;
	// In a large corpus almost any word is somebody's name.
	const alone = families.length === 1 && !others && year === undefined;
	const known = alone ? hits.some(({ inScope }) => inScope) : hits.length > 0;
	const theirs = cited.filter((paper) =>
		known && others ? leads(people, paper) : known ? wroteTogether(people, paper) : wrote(people, paper),
	);
	const spelling = known ? undefined : misspelt(people, cited);
	if (spelling) return { wrong: 'spelling', hits, spelling };
	// “Vasner and Aas” are not who wrote what is by Dahl and Aas alone.
	if (theirs.length === 0 || (!others && theirs.every((paper) => isOfOthers(people, paper)))) {
		// A name alone may be a place or a thing, unless a paper says that it is a person.
		return others || known || theirs.length > 0 ? { wrong: 'authors', hits } : undefined;
	}
	const years = theirs.flatMap((paper) => [yearOf(paper), preprintYear(paper)]).filter((one) => one !== undefined);
	if (year === undefined || years.length === 0 || years.includes(year)) return undefined;
	const exact = hits.filter((hit) => yearOf(hit.paper) === year && !theirs.some(({ id }) => id === hit.key));
	const far = years.every((one) => Math.abs(one - year) >= yearsApart);
	return exact.length > 0 || far ? { wrong: 'year', hits: exact } : undefined;
}

/** The year in which its arXiv id says that a paper was there first. */
function preprintYear({ arxiv }: Paper): number | undefined {
	const digits = /^(?:[a-z.-]+\/)?(\d\d)/i.exec(parseArxiv(arxiv ?? '')?.id ?? '')?.[1];
	return digits === undefined ? undefined : (Number(digits) > 90 ? 1900 : 2000) + Number(digits);
}

function authorsOf({ author, editor }: Paper): readonly Name[] {
	return [...(author ?? []), ...(editor ?? [])];
}

// A paper is cited again and again, and by every version of a document.
const named = new WeakMap<Paper, ReadonlySet<string>>();

/** The words of the names of a paper. Given names count: not everybody writes them in the same order. */
function nameWords(paper: Paper): ReadonlySet<string> {
	let own = named.get(paper);
	if (!own) named.set(paper, (own = wordsOf(authorsOf(paper))));
	return own;
}

function wordsOf(names: readonly Name[]): ReadonlySet<string> {
	return new Set(
		names.flatMap((name) => words(`${familyOf(name)} ${name.given ?? ''} ${name.literal ?? ''}`).flatMap(spellings)),
	);
}

function isAmong(family: string, known: ReadonlySet<string>): boolean {
	return words(family).some((word) => spellings(word).some((one) => known.has(one)));
}

/** Is one of the people an author or editor? */
export function wrote({ families }: PeopleMention, paper: Paper): boolean {
	const known = nameWords(paper);
	return families.some((family) => isAmong(family, known));
}

/** Are all of them? */
function wroteTogether({ families }: PeopleMention, paper: Paper): boolean {
	const known = nameWords(paper);
	return families.every((family) => isAmong(family, known));
}

/** Two are named, and two wrote it, but not these two. */
function isOfOthers(people: PeopleMention, paper: Paper): boolean {
	const authors = paper.author ?? [];
	const persons = authors.length === 2 && authors.every(({ family }) => family);
	return people.families.length === 2 && Boolean(persons) && !wroteTogether(people, paper);
}

/** A name of the text that is nearly the name of an author, of whom it does not speak otherwise. */
function misspelt({ families }: PeopleMention, cited: readonly Paper[]): Mismatch['spelling'] {
	const letters = (name: string) => fold(name).replace(/[^\p{L}]|\p{Lm}/gu, '');
	for (const paper of cited) {
		const known = nameWords(paper);
		// Who is named alone, or with “et al.”, is the first.
		const people = authorsOf(paper).slice(0, families.length);
		for (const said of families) {
			// All parts of `Pérez-Lluch` must be known.
			if (words(said).every((word) => isAmong(word, known))) continue;
			for (const right of people.flatMap(({ family }) => family ?? [])) {
				if (families.some((family) => letters(family) === letters(right))) continue;
				const distance = editDistance(letters(said), letters(right), 2);
				if (distance > 0 && distance <= Math.min(2, Math.floor(right.length / 3))) return { said, right };
			}
		}
	}
	return undefined;
}

/** Is the first author one of the people? */
function leads(people: PeopleMention, paper: Paper): boolean {
	const first = wordsOf(authorsOf(paper).slice(0, 1));
	return people.families.some((family) => isAmong(family, first));
}

/** `mueller` is Müller, too. */
function spellings(word: string): readonly string[] {
	const folded = fold(word);
	const plain = folded.replace(/([aou])e/g, '$1');
	return plain === folded ? [folded] : [folded, plain];
}

function messageOf({ people, cited, hits, wrong, spelling }: Mismatch, name: string): string {
	if (spelling) {
		return l10n.t(
			'The text spells the name “{0}”; the cited paper is by “{1}”. Correct the one that is wrong.',
			spelling.said,
			spelling.right,
		);
	}
	const what = both(cited.map(label));
	const [hit] = hits;
	const remedy = hit && ifMeant(hit);
	if (wrong === 'year') {
		const fact = l10n.t('The text says {0}, but this cites {1}.', `${people.year}`, what);
		return `${fact} ${remedy ?? l10n.t('Correct the year, or the key.')}`;
	}
	const fact = l10n.t('The text names {0}, but this cites {1}.', name, what);
	return `${fact} ${remedy ?? l10n.t('Correct the name, or the key.')}`;
}

/** How far in front of a citation its authors stand at most, in UTF-16 units of the document. */
const REACH = 200;

/** Corrects a name or year in the text in front of a citation, where it stands there as it was read. */
function correct(view: DocumentView, { citations }: Group, said: string, right: string): Fix[] {
	const end = citations[0]!.span.start;
	const start = Math.max(0, end - REACH);
	const at = view.document.getText().slice(start, end).lastIndexOf(said);
	if (at < 0) return [];
	const span = { start: start + at, end: start + at + said.length };
	return [{ title: l10n.t('Change {0} to {1}', said, right), safe: false, edits: [replaceText(view, span, right)] }];
}

/** Corrections of the text, for those who meant the paper that is cited. */
function corrections(view: DocumentView, { people, group, cited, wrong, spelling }: Mismatch): Fix[] {
	if (spelling) return correct(view, group, spelling.said, spelling.right);
	const [paper, ...others] = cited;
	if (!paper || others.length > 0) return [];
	const year = yearOf(paper);
	if (wrong === 'year') return year === undefined ? [] : correct(view, group, `${people.year}`, `${year}`);
	const known = nameWords(paper);
	const [said, ...more] = people.families.filter((family) => !isAmong(family, known));
	const first = authorsOf(paper).slice(0, people.families.length);
	const right = first.map(familyOf).find((family) => !people.families.some((one) => fold(one) === fold(family)));
	return said && right && more.length === 0 ? correct(view, group, said, right) : [];
}

const bib =
	'@misc{smith2019, title = {Parsing with Trees}, author = {Smith, Ann and Lee, Bo and Roe, Cy}, year = 2019}\n@misc{jones2020, title = {Parsing with Graphs}, author = {Jones, Al}, year = 2020}\n';
const head = '---\nbibliography: refs.bib\n---\n';

export const authorYearMismatch: DocumentRule = {
	id: 'author-year-mismatch',
	scope: 'document',
	severity: 'warning',
	summary: 'A sentence that names authors or a year, and cites a paper of other authors or of another year.',
	rationale:
		'The name and the key cannot both be right, and the reader finds out only by looking at the reference list.',
	remedy: 'Cite the paper that the text names, or correct the name or year.',
	examples: [
		{
			files: { 'draft.md': `${head}Smith et al. (2019) \\cite{jones2020} parse trees.\n`, 'refs.bib': bib },
			problems: 1,
			fixed: `${head}Smith et al. (2019) \\cite{smith2019} parse trees.\n`,
		},
		{
			files: { 'draft.md': `${head}Unlike Smith et al., we build on graphs \\cite{jones2020}.\n`, 'refs.bib': bib },
			problems: 0,
		},
	],
	*check(view) {
		for (const found of mismatches(view)) {
			const { families, others } = found.people;
			const name = others ? `${families[0]} et al.` : both(families);
			yield {
				span: spanOf(found.group),
				message: messageOf(found, name),
				data: { keys: found.hits.map(({ key }) => key) },
				...(found.spelling && { severity: 'information' }),
			};
		}
	},
	async fixes(problem, view) {
		const item = itemAt(view, problem);
		const found = [...mismatches(view)].find(({ group }) => item && group.citations.includes(item.citation));
		if (!found) return [];
		const keys = found.hits.map((hit) => changeTo(view, spanOf(found.group), hit));
		return [...(await Promise.all(keys)), ...corrections(view, found)];
	},
};
