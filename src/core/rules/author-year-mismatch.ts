import type { Hit, PeopleMention } from '../corpus/types.ts';
import { parseArxiv } from '../model/ids.ts';
import { familyOf, type Name, type Paper, yearOf } from '../model/paper.ts';
import type { Fix } from '../model/problem.ts';
import { label } from '../render/label.ts';
import { editDistance } from '../text/edit-distance.ts';
import { fold } from '../text/fold.ts';
import { words } from '../text/tokens.ts';
import { insertKey, itemAt, replaceText } from './edits.ts';
import { citedBy, type Group, groupsOf, spanOf } from './groups.ts';
import type { DocumentRule, DocumentView } from './types.ts';

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
		for (const group of groupsOf(statement)) {
			const people = statement.people.findLast(({ end }) => end <= group.start);
			if (!people || !/^[\s~,(["']*$/.test(statement.text.slice(people.end, group.start))) continue;
			const cited = citedBy(view, group);
			if (!cited || cited.length > mostKeys || cited.some((paper) => authorsOf(paper).length === 0)) continue;
			const found = compare(people, cited);
			if (found) yield { people, group, cited, ...found };
		}
	}
}

function compare(
	people: PeopleMention,
	cited: readonly Paper[],
): Pick<Mismatch, 'wrong' | 'hits' | 'spelling'> | undefined {
	const { year, hits, others } = people;
	const theirs = cited.filter((paper) => wrote(people, paper) && !(others && hits.length > 0 && !leads(people, paper)));
	if (theirs.length === 0) {
		const spelling = hits.length === 0 && misspelt(people, cited);
		if (spelling) return { wrong: 'spelling', hits, spelling };
		// A name alone may be a place or a thing, unless a paper says that it is a person.
		return others || hits.length > 0 ? { wrong: 'authors', hits } : undefined;
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

/** Is one of the people an author or editor? Given names count: not everybody writes them in the same order. */
function wrote({ families }: PeopleMention, paper: Paper): boolean {
	const known = new Set(
		authorsOf(paper).flatMap((name) =>
			words(`${familyOf(name)} ${name.given ?? ''} ${name.literal ?? ''}`).flatMap(spellings),
		),
	);
	return families.some((family) => words(family).some((word) => spellings(word).some((one) => known.has(one))));
}

/** A name of the text that is nearly the name of a first author. */
function misspelt({ families }: PeopleMention, cited: readonly Paper[]): Mismatch['spelling'] {
	const [said] = families;
	for (const paper of cited) {
		const right = familyOf(authorsOf(paper)[0]!);
		const distance = editDistance(fold(said!), fold(right), 2);
		if (distance > 0 && distance <= Math.min(2, Math.floor(right.length / 3))) return { said: said!, right };
	}
	return undefined;
}

/** Is the first author one of the people? */
function leads(people: PeopleMention, paper: Paper): boolean {
	return wrote(people, { ...paper, author: authorsOf(paper).slice(0, 1), editor: [] });
}

/** `mueller` is Müller, too. */
function spellings(word: string): readonly string[] {
	const folded = fold(word);
	const plain = folded.replace(/([aou])e/g, '$1');
	return plain === folded ? [folded] : [folded, plain];
}

function messageOf({ people, cited, hits, wrong, spelling }: Mismatch, name: string): string {
	const what = cited.map(label).join(' and ');
	const [hit] = hits;
	const remedy = hit ? ` If it means ${label(hit.paper)}, cite ${hit.key}.` : '';
	if (spelling)
		return `The text spells the name “${spelling.said}”; the cited paper is by “${spelling.right}”. Correct the one that is wrong.`;
	if (wrong === 'year')
		return `The text says ${people.year}, but this cites ${what}.${remedy || ' Correct the year, or the key.'}`;
	return `The text names ${name}, but this cites ${what}.${remedy || ' Correct the name, or the key.'}`;
}

/** How far in front of a citation its authors stand at most, in UTF-16 units of the document. */
const REACH = 200;

/** Corrects the name in the text, where it stands there as it was read. */
function respell(view: DocumentView, { citations }: Group, { said, right }: NonNullable<Mismatch['spelling']>): Fix[] {
	const end = citations[0]!.span.start;
	const start = Math.max(0, end - REACH);
	const at = view.document.getText().slice(start, end).lastIndexOf(said);
	if (at < 0) return [];
	const span = { start: start + at, end: start + at + said.length };
	return [{ title: `Change ${said} to ${right}`, safe: false, edits: [replaceText(view, span, right)] }];
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
			const name = others ? `${families[0]} et al.` : families.join(' and ');
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
		if (found.spelling) return respell(view, found.group, found.spelling);
		return Promise.all(
			found.hits.map((hit) => insertKey(view, spanOf(found.group), hit, `Change to ${hit.key}: ${label(hit.paper)}`)),
		);
	},
};
