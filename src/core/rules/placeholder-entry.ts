import * as l10n from '@vscode/l10n';
import { familyOf, type Name, type Paper } from '../model/paper.ts';
import { fold } from '../text/fold.ts';
import { both, quoted } from '../text/phrases.ts';
import type { EntryRule } from './types.ts';

/** Names that stand for a name, folded, family name last. */
const nobodies = new Set(
	`john doe|jane doe|first author|second author|third author|author name|author one|author two|author three|firstname lastname|
	first last|first name last name|given family|name surname|author a|a author|author b|b author|author c|c author|todo|tbd|fixme|
	placeholder|author|authors|unknown author|unknown authors|various authors|xxx|anonymous et al|et al`
		.split('|')
		.map((name) => name.trim()),
);
/** Titles that stand for a title. “TODO or To Bug” is one. */
const NO_TITLE =
	/^\W*(?:todo|fixme|tbd|tba|xxx+|title|the title|paper title|title here|insert title|insert title here|title of (?:the )?paper|placeholder|placeholder title|citation needed)\W*$|^\W*(?:todo|fixme)\s?[:\]]/i;
const NO_DOI = /^10\.(?:x{4,}|n{4,}|0000)\/|^10\.\d{4,9}\/(?:x{4,}|todo|placeholder|example)$|^10\.1234\/5678/i;
const NO_ARXIV = /arxiv(?::|\.org\/(?:abs|pdf)\/)\s?(?:x{4}|0000|y{2}m{2})\.(?:x{4,5}|0{4,5}|n{4,5}|\d{4,5})/i;
const NO_ADDRESS = /^https?:\/\/(?:www\.)?(?:example\.(?:com|org|net)|your[-_]?url|todo)\b/i;
const NO_YEAR = /^(?:x{4}|y{4}|todo|tbd)$/i;

function isNobody(name: Name): boolean {
	const full = fold(`${name.given ?? ''} ${familyOf(name)}`)
		.replace(/[^\p{L}]+/gu, ' ')
		.trim();
	return nobodies.has(full);
}

function nameOf(name: Name): string {
	return [name.given, familyOf(name)].filter(Boolean).join(' ');
}

/** What of an entry was never filled in. */
function* blanks(paper: Paper): Generator<string> {
	const { author = [], title, fields = {} } = paper;
	const nobody = author.find(isNobody);
	if (nobody) yield l10n.t('the author “{0}”', nameOf(nobody));
	const [first] = author;
	const onlyAnonymous = author.length === 1 && first && fold(nameOf(first)) === 'anonymous';
	if (onlyAnonymous && fields['and-others']?.includes('author')) yield l10n.t('the author “{0}”', 'Anonymous et al.');
	if (NO_TITLE.test(title)) yield l10n.t('the title “{0}”', title.slice(0, 80));
	const doi = paper.DOI ?? fields.doi ?? '';
	if (NO_DOI.test(doi)) yield l10n.t('the DOI “{0}”', doi.slice(0, 80));
	const texts = [paper.URL, paper.note, paper['container-title'], fields.eprint && `arXiv:${fields.eprint}`];
	const arxiv = texts.map((text) => NO_ARXIV.exec(text?.slice(0, 500) ?? '')?.[0]).find(Boolean);
	if (arxiv) yield quoted(arxiv);
	if (NO_ADDRESS.test(paper.URL ?? '')) yield l10n.t('the address “{0}”', paper.URL!.slice(0, 80));
	const year = paper.issued?.literal ?? '';
	if (NO_YEAR.test(year)) yield l10n.t('the year “{0}”', year);
}

export const placeholderEntry: EntryRule = {
	id: 'placeholder-entry',
	scope: 'entry',
	of: 'cited',
	severity: 'warning',
	summary: 'A cited entry with something in it that stands for what should be there: “Author, A.”, “TODO”, “YYYY”.',
	rationale: 'It prints as it is. Templates and language models leave such entries, and the paper may not exist.',
	remedy: 'Fill in what the paper says, or remove the entry and what cites it.',
	examples: [
		{
			files: {
				'refs.bib': '@article{a, title = {Learning to Cite}, author = {Author, A. and Author, B.}, year = 2023}\n',
			},
			problems: 1,
		},
		{
			files: { 'refs.bib': '@article{a, title = {TODO or To Bug}, author = {Storey, Margaret-Anne}, year = 2008}\n' },
			problems: 0,
		},
	],
	*check({ paper }) {
		const [first, ...more] = blanks(paper);
		if (first === undefined) return;
		const what =
			more.length > 0
				? l10n.t('This entry was not filled in: {0} are only a placeholder.', both([first, ...more]))
				: l10n.t('This entry was not filled in: {0} is only a placeholder.', first);
		yield { message: `${what} ${l10n.t('Look the paper up, or remove the entry.')}` };
	},
};
