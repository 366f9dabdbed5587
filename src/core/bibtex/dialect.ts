import type { Paper } from '../model/paper.ts';
import { cslType, entryType, hasIssues } from './entry-types.ts';

/** Whose entry types and fields a file has. */
export type Dialect = 'bibtex' | 'biblatex';

/** The entry types of BibTeX's own styles. */
const BIBTEX = new Set(
	(
		'article book booklet conference inbook incollection inproceedings manual mastersthesis misc phdthesis proceedings ' +
		'techreport unpublished'
	).split(' '),
);
/** Those that biblatex has besides. */
const BIBLATEX = new Set(
	(
		'mvbook bookinbook suppbook collection mvcollection suppcollection dataset online patent periodical suppperiodical ' +
		'mvproceedings reference mvreference inreference report set software thesis artwork audio image jurisdiction ' +
		'legislation letter movie music performance review standard video'
	).split(' '),
);

const CONTAINERS: Readonly<Record<Dialect, Readonly<Record<string, string>>>> = {
	bibtex: { inproceedings: 'booktitle', incollection: 'booktitle', inbook: 'booktitle' },
	biblatex: { inproceedings: 'booktitle', incollection: 'booktitle', inbook: 'booktitle', inreference: 'booktitle' },
};
const PUBLISHERS: Readonly<Record<string, string>> = {
	phdthesis: 'school',
	mastersthesis: 'school',
	thesis: 'institution',
	techreport: 'institution',
	report: 'institution',
};

/** The type of an entry, and what depends on it. */
export interface WrittenType {
	readonly type: string;
	/** Name of the field for the venue. */
	readonly container: string;
	/** Name of the field for the publisher. */
	readonly publisher: string;
	/** What the type alone does not say. */
	readonly said: {
		/** Name of the field for the issue. */
		readonly number: string;
		readonly entryType: string | undefined;
		readonly subtype: string | undefined;
	};
}

/**
 * The entry type for a paper. Where the dialect lacks the one that would say all, it is the next best, and the other
 * goes into a field, `entry-type`. A paper of no particular type that has a venue is an article, which is printed with
 * it.
 */
export function writtenType(paper: Paper, hasContainer: boolean, dialect: Dialect): WrittenType {
	const wanted = paper.fields?.['entry-type'] ?? entryType(paper.type);
	const has = (type: string) => BIBTEX.has(type) || (dialect === 'biblatex' && BIBLATEX.has(type));
	const isPlain = wanted === 'misc' && hasContainer;
	const type = isPlain ? 'article' : has(wanted) ? wanted : nextBest(paper, hasContainer);
	const subtype = /^article-(magazine|newspaper)$/.exec(paper.type)?.[1];
	const said = wanted === 'misc' && paper.type === 'article' ? 'preprint' : wanted;
	const isSaid = type === wanted || cslType(said, paper.arxiv !== undefined && !hasContainer) !== paper.type;
	return {
		type,
		container: CONTAINERS[dialect][type] ?? (dialect === 'biblatex' ? 'journaltitle' : 'journal'),
		publisher: PUBLISHERS[type] ?? 'publisher',
		said: {
			number: hasIssues(paper.type) ? 'number' : 'issue',
			entryType: isSaid ? undefined : said,
			subtype: subtype && !paper.fields?.entrysubtype ? subtype : undefined,
		},
	};
}

/** What comes nearest among the types that every style knows. */
function nextBest({ type, fields }: Paper, hasContainer: boolean): string {
	if (type === 'thesis') return /master|mathesis/i.test(fields?.type ?? '') ? 'mastersthesis' : 'phdthesis';
	if (type === 'chapter' || type.startsWith('entry')) return hasContainer ? 'incollection' : 'inbook';
	if (type === 'book') return 'book';
	if (type === 'report') return 'techreport';
	return hasIssues(type) && type !== 'article' ? 'article' : 'misc';
}
