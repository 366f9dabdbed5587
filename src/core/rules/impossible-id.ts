import * as l10n from '@vscode/l10n';
import { arxivMonth, parseArxiv, whyNoArxiv } from '../model/ids.ts';
import type { Paper } from '../model/paper.ts';
import type { EntryRule, EntryView } from './types.ts';

/** Digits that are said to be an arXiv id. */
const CLAIM = /(?:arxiv\.org\/(?:abs|pdf|html)\/|\barxiv\s{0,3}:\s{0,3}|10\.48550\/arxiv\.)(\d{4}\.\d{1,9})(?!\d)/gi;

/** What an entry gives for its arXiv id, as written. */
function claims({ URL = '', DOI = '', note = '', arxiv, fields = {}, ...paper }: Paper): ReadonlySet<string> {
	const texts = [URL, DOI, note, paper['container-title'] ?? '', fields.howpublished ?? '', fields.doi ?? ''];
	const found = texts.flatMap((text) => Array.from(text.slice(0, 500).matchAll(CLAIM), (match) => match[1]!));
	const server = fields.eprinttype ?? fields.archiveprefix ?? '';
	if (/^arxiv$/i.test(server) && fields.eprint) found.push(fields.eprint.trim());
	if (arxiv) found.push(arxiv);
	return new Set(found);
}

function* wrong({ paper, today }: EntryView): Generator<string> {
	for (const text of claims(paper)) {
		const why = whyNoArxiv(text);
		const id = parseArxiv(text)?.id;
		const { year, month } = id ? arxivMonth(id) : { year: 0, month: 0 };
		if (why) yield l10n.t('No paper has the arXiv id {0}: {1}.', text, why);
		else if (year > today.year || (year === today.year && month > today.month))
			yield l10n.t(
				'No paper has the arXiv id {0} yet: it would be of {1}.',
				text,
				`${year}-${`${month}`.padStart(2, '0')}`,
			);
	}
	// What is no DOI was left among the fields as it was written.
	const doi = paper.fields?.doi?.trim();
	if (doi && !paper.DOI && !/10\.\d{4}|[#\\]/.test(doi))
		yield l10n.t('“{0}” is no DOI: a DOI begins with “10.”, four digits or more, and a slash.', doi.slice(0, 80));
}

const entry = (id: string) =>
	`@misc{ng2023, title = {Learning to Cite}, author = {Ng, Mei}, year = 2023, eprint = {${id}}, archiveprefix = {arXiv}}\n`;

export const impossibleId: EntryRule = {
	id: 'impossible-id',
	scope: 'entry',
	of: 'cited',
	severity: 'warning',
	summary: 'An arXiv id or DOI that cannot exist: of a thirteenth month, of the future, or of another form.',
	rationale: 'It leads nowhere. It is mistyped or, where a language model wrote the entry, made up.',
	remedy:
		'Look the paper up by its title, and correct the id or remove it. Only what is impossible is reported; that an id exists cannot be told without asking its registry.',
	examples: [
		{ files: { 'refs.bib': entry('2313.01234') }, problems: 1 },
		{ files: { 'refs.bib': entry('9901.01234') }, problems: 1 },
		{ files: { 'refs.bib': entry('2303.01234') }, problems: 0 },
	],
	*check(view) {
		for (const what of wrong(view))
			yield { message: `${what} ${l10n.t('Look the paper up, and correct the id or remove it.')}` };
	},
};
