import * as l10n from '@vscode/l10n';
import { entryType } from '../bibtex/entry-types.ts';
import type { Paper } from '../model/paper.ts';
import { either } from '../text/phrases.ts';
import { chosen, listOfWords } from './options.ts';
import type { EntryRule } from './types.ts';

/**
 * What each type of entry requires, alternatives separated by `|`: what BibTeX's standard styles warn of and, for types
 * of biblatex's own, its data model.
 * @see https://ctan.org/pkg/bibtex (btxdoc, section 3.1)
 * @see https://ctan.org/pkg/biblatex (manual, section 2.1.1)
 */
const required: Readonly<Record<string, string>> = {
	article: 'author title journal year',
	book: 'author|editor title publisher year',
	mvbook: 'author title year',
	booklet: 'title',
	collection: 'editor title year',
	conference: 'author title booktitle year',
	dataset: 'author|editor title year',
	inbook: 'author|editor title booktitle|chapter|pages publisher year',
	incollection: 'author title booktitle publisher year',
	inproceedings: 'author title booktitle year',
	inreference: 'author title booktitle year',
	manual: 'title',
	mastersthesis: 'author title school year',
	online: 'author|editor|title year|urldate url|doi|eprint',
	patent: 'author title number year',
	periodical: 'editor title year',
	phdthesis: 'author title school year',
	proceedings: 'title year',
	report: 'author title institution year',
	software: 'title',
	techreport: 'author title institution year',
	thesis: 'author title school year',
	unpublished: 'author title note',
};

/** Where a paper keeps what a field says; a field that isn't here is among those without a name of their own. */
const places: Readonly<Record<string, (paper: Paper) => unknown>> = {
	author: ({ author }) => author,
	editor: ({ editor }) => editor,
	title: ({ title }) => title,
	journal: (paper) => paper['container-title'],
	booktitle: (paper) => paper['container-title'],
	publisher: ({ publisher }) => publisher,
	school: ({ publisher }) => publisher,
	institution: ({ publisher }) => publisher,
	year: ({ issued }) => issued,
	number: ({ issue, fields }) => issue ?? fields?.number,
	volume: ({ volume }) => volume,
	pages: ({ page }) => page,
	url: ({ URL }) => URL,
	doi: ({ DOI }) => DOI,
	eprint: ({ arxiv, PMID, fields }) => arxiv ?? PMID ?? fields?.eprint,
	isbn: ({ ISBN }) => ISBN,
	issn: ({ ISSN }) => ISSN,
	abstract: ({ abstract }) => abstract,
	keywords: ({ keyword }) => keyword,
	note: ({ note }) => note,
};

function has(paper: Paper, field: string): boolean {
	return Boolean(places[field] ? places[field](paper) : paper.fields?.[field]);
}

const fields = listOfWords({
	name: 'fields',
	description: 'Fields that every cited entry must have besides, e.g. `doi`; `doi|url` for one of the two.',
	default: [],
});

export const incompleteEntry: EntryRule = {
	id: 'incomplete-entry',
	scope: 'entry',
	of: 'cited',
	severity: 'information',
	offByDefault: true,
	summary: 'A cited entry without a field that its type requires.',
	rationale: 'The reference prints with a hole in it, and BibTeX warns.',
	remedy:
		'Add the field. Only entries that a checked document cites are looked at, or all of a bibliography that is named on the command line. Fields that a parent gives (`crossref`, `xdata`) count.',
	options: [fields],
	examples: [
		{ files: { 'refs.bib': '@article{a, title = {On Trees}, author = {Lee, Bo}, year = 2020}\n' }, problems: 1 },
		{
			files: { 'refs.bib': '@article{a, title = {On Trees}, author = {Lee, Bo}, year = 2020, journal = {Botany}}\n' },
			problems: 0,
		},
	],
	*check({ paper }, given) {
		const type = paper.fields?.['entry-type'] ?? entryType(paper.type);
		const wanted = [...(required[type]?.split(' ') ?? []), ...chosen(fields, given)];
		const missing = wanted.filter((one) => !one.split('|').some((field) => has(paper, field)));
		if (missing.length === 0) return;
		const names = [...new Set(missing)].map((one) => either(one.split('|')));
		yield {
			message: l10n.t(
				'This {0} lacks {1}. The reference prints with a hole: add what the paper says.',
				type,
				names.join(', '),
			),
			data: { missing },
		};
	},
};
