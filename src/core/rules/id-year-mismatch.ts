import * as l10n from '@vscode/l10n';
import { signatureOf } from '../corpus/identity.ts';
import { aclYear, arxivMonth, parseArxiv } from '../model/ids.ts';
import { type Paper, yearOf } from '../model/paper.ts';
import type { EntryRule } from './types.ts';

/** Volumes of journals and of winter conferences may bear the year beside. */
const yearsApart = 2;

/** What is wrong with the year of an entry, going by its ids, in a sentence. */
function mismatch(paper: Paper): string | undefined {
	const year = yearOf(paper);
	if (year === undefined) return undefined;
	const id = parseArxiv(paper.arxiv ?? '')?.id;
	// Papers of any age are put on arXiv after they were published; an entry of the preprint itself has no earlier year.
	if (id && signatureOf(paper).published === false) {
		const from = arxivMonth(id).year;
		if (year < from) return l10n.t('The entry says {0}, but its arXiv id {1} was given in {2}.', year, id, from);
	}
	const volume = paper.acl ? aclYear(paper.acl) : undefined;
	if (paper.acl && volume !== undefined && Math.abs(volume - year) >= yearsApart)
		return l10n.t('The entry says {0}, but its ACL Anthology id {1} is of {2}.', year, paper.acl, volume);
	return undefined;
}

const entry = (year: number) =>
	`@misc{ng, title = {Learning to Cite}, author = {Ng, Mei}, year = ${year}, eprint = {2103.01234}, archiveprefix = {arXiv}}\n`;

export const idYearMismatch: EntryRule = {
	id: 'id-year-mismatch',
	scope: 'entry',
	of: 'cited',
	severity: 'warning',
	summary: 'An entry whose year cannot be, as its own arXiv or ACL Anthology id says.',
	rationale: 'Either the year or the id is wrong, and the id may lead to another paper.',
	remedy:
		'Look the paper up, and correct the one that is wrong. A later year than that of the preprint is never reported: papers are published and revised later.',
	examples: [
		{ files: { 'refs.bib': entry(2017) }, problems: 1 },
		{ files: { 'refs.bib': entry(2022) }, problems: 0 },
	],
	*check({ paper }) {
		const what = mismatch(paper);
		if (what) yield { message: `${what} ${l10n.t('Look the paper up, and correct the year or the id.')}` };
	},
};
