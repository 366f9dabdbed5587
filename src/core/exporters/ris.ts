import { printable } from '../bibtex/escape.ts';
import { familyOf, type Name, type Paper } from '../model/paper.ts';
import { collapse } from '../text/tex.ts';
import type { Exporter } from './types.ts';

const TYPES: Readonly<Record<string, string>> = {
	article: 'JOUR',
	'article-journal': 'JOUR',
	'article-magazine': 'MGZN',
	'article-newspaper': 'NEWS',
	bill: 'BILL',
	book: 'BOOK',
	broadcast: 'PODCST',
	chapter: 'CHAP',
	classic: 'CLSWK',
	dataset: 'DATA',
	entry: 'ENCYC',
	'entry-dictionary': 'DICT',
	'entry-encyclopedia': 'ENCYC',
	figure: 'FIGURE',
	graphic: 'ART',
	hearing: 'HEAR',
	interview: 'INTV',
	legal_case: 'CASE',
	legislation: 'STAT',
	manuscript: 'UNPB',
	map: 'MAP',
	motion_picture: 'MPCT',
	musical_score: 'MUSIC',
	pamphlet: 'PAMP',
	'paper-conference': 'CPAPER',
	patent: 'PAT',
	periodical: 'JFULL',
	personal_communication: 'PCOMM',
	'post-weblog': 'BLOG',
	report: 'RPRT',
	review: 'JOUR',
	'review-book': 'JOUR',
	software: 'COMP',
	song: 'SOUND',
	speech: 'SLIDE',
	standard: 'STAND',
	thesis: 'THES',
	webpage: 'ELEC',
};

/**
 * RIS, which reference managers exchange. What it has no tag for is left out: the name of an arXiv paper becomes its
 * address where it has no other, and fields without a CSL name are lost.
 * @see https://en.wikipedia.org/wiki/RIS_(file_format)
 */
export const ris: Exporter = {
	id: 'ris',
	name: 'RIS',
	*write(papers) {
		for (const paper of papers) yield `${Array.from(linesOf(paper), (line) => `${line}\r\n`).join('')}\r\n`;
	},
};

function* linesOf(paper: Paper): Generator<string> {
	const [from, to] = pagesOf(paper.page);
	yield tagged('TY', TYPES[paper.type] ?? 'GEN');
	const values: readonly (readonly [string, string | undefined])[] = [
		['ID', paper.id],
		['TI', paper.title],
		...(paper.author ?? []).map((name) => ['AU', nameOf(name)] as const),
		...(paper.editor ?? []).map((name) => ['ED', nameOf(name)] as const),
		...datesOf(paper),
		['T2', paper['container-title']],
		['T3', paper['collection-title']],
		['PB', paper.publisher],
		['CY', paper['publisher-place']],
		['VL', paper.volume],
		['IS', paper.issue],
		['SP', from],
		['EP', to],
		['ET', paper.edition],
		['DO', paper.DOI],
		['UR', paper.URL ?? (paper.arxiv && `https://arxiv.org/abs/${paper.arxiv}`)],
		['SN', paper.ISBN],
		['SN', paper.ISSN],
		['DB', paper.PMID && 'PubMed'],
		['AN', paper.PMID],
		...(paper.keyword ?? '').split(paper.keyword?.includes(';') ? ';' : /,\s+/).map((word) => ['KW', word] as const),
		['LA', paper.language],
		['N1', paper.note],
		['AB', paper.abstract],
	];
	for (const [tag, value = ''] of values) {
		const line = collapse(printable(value));
		if (line !== '') yield tagged(tag, line);
	}
	yield tagged('ER', '');
}

function tagged(tag: string, value: string): string {
	return `${tag}  - ${value}`;
}

/** `Family, Given, Suffix`; commas part these, and one at the end says that the name is no person's. */
function nameOf(name: Name): string {
	const bare = (text: string) => text.replaceAll(',', ' ');
	if (!name.family) return `${bare(name.literal ?? name.given ?? '')},`;
	const dropped = name['dropping-particle'];
	const parts = [dropped ? `${dropped} ${familyOf(name)}` : familyOf(name), name.given ?? '', name.suffix ?? ''];
	return parts
		.map(bare)
		.join(', ')
		.replace(/(?:, )+$/, '');
}

function* datesOf({ issued }: Paper): Generator<readonly [string, string | undefined]> {
	const parts = issued?.['date-parts']?.[0] ?? [];
	const [year, month, day] = parts.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0'));
	yield ['PY', year ?? issued?.literal];
	yield ['DA', month && `${year}/${month}/${day ?? ''}/`];
}

/** The first and the last page, where there are these and nothing else. */
function pagesOf(page = ''): readonly [string, string?] {
	const [, from, to] = /^(\w+)-(\w+)$/.exec(page) ?? [];
	return from === undefined || to === undefined ? [page] : [from, to];
}
