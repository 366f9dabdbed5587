import { type Name, type Paper, yearOf } from '../../model/paper.ts';
import { shown } from '../../text/shown.ts';
import { readableMath } from '../math.ts';

/** What a paper is to those who write reference lists. */
export type Kind = 'article' | 'conference' | 'book' | 'chapter' | 'thesis' | 'report' | 'preprint' | 'other';

/** A paper as a style needs it; what is not known is an empty text. */
export interface Facts {
	readonly kind: Kind;
	readonly authors: readonly Name[];
	/** There are more authors, whom the record does not name. */
	readonly hasOthers: boolean;
	readonly editors: readonly Name[];
	readonly year: string;
	/** 1 to 12. */
	readonly month: number | undefined;
	readonly title: string;
	readonly container: string;
	readonly volume: string;
	readonly issue: string;
	/** `1–10`, with a dash. */
	readonly pages: string;
	readonly publisher: string;
	readonly place: string;
	/** `2nd`; as it is written where it is no number. */
	readonly edition: string;
	/** Of a report. */
	readonly number: string;
	readonly isMaster: boolean;
	/** Without its version. */
	readonly arxiv: string;
	readonly doi: string;
	/** Where it can be read: the DOI as an address, else arXiv, else the address that it has. */
	readonly link: string;
}

const kinds: ReadonlyMap<string, Kind> = new Map([
	['article-journal', 'article'],
	['article-magazine', 'article'],
	['article-newspaper', 'article'],
	['paper-conference', 'conference'],
	['book', 'book'],
	['chapter', 'chapter'],
	['entry-encyclopedia', 'chapter'],
	['thesis', 'thesis'],
	['report', 'report'],
]);

/** Journals that are none. */
const isArchive = /^(?:arxiv|corr\b|computing research repository)/i;
const textLimit = 600;

export function factsOf(paper: Paper): Facts {
	const line = (text: string | undefined) => shown(readableMath((text ?? '').slice(0, 2 * textLimit)), textLimit);
	const { author = [], editor = [], fields = {} } = paper;
	const container = line(paper['container-title']);
	const isPreprint = paper.arxiv !== undefined && (container === '' || isArchive.test(container));
	const known = kinds.get(paper.type);
	const isLoose = known === undefined || known === 'article';
	const doi = line(paper.DOI);
	const arxiv = isPreprint ? line(paper.arxiv).replace(/v\d+$/, '') : '';
	const web = /^https?:\/\/\S+$/i.test(paper.URL ?? '') ? paper.URL! : '';
	return {
		kind: isPreprint && isLoose ? 'preprint' : (known ?? (container ? 'article' : 'other')),
		authors: author.map(cleaned),
		hasOthers: /\bauthor\b/.test(fields['and-others'] ?? ''),
		editors: editor.map(cleaned),
		year: yearOf(paper)?.toString() ?? line(paper.issued?.literal),
		month: paper.issued?.['date-parts']?.[0]?.[1],
		title: line(paper.title).replace(/(?<!\.)\.$/, ''),
		container,
		volume: line(paper.volume),
		issue: line(paper.issue),
		pages: line(paper.page).replace(/\s*[-–—]+\s*/g, '–'),
		publisher: line(paper.publisher),
		place: line(paper['publisher-place']),
		edition: ordinal(line(paper.edition)),
		number: line(fields.number),
		isMaster: /master|mathesis/i.test(`${fields.type ?? ''} ${fields['entry-type'] ?? ''}`),
		arxiv,
		doi,
		link: doi ? `https://doi.org/${doi}` : arxiv ? `https://arxiv.org/abs/${arxiv}` : web,
	};
}

const nameLimit = 120;

const months = ['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'Jun.', 'Jul.', 'Aug.', 'Sep.', 'Oct.', 'Nov.', 'Dec.'];

/** `Mar. 2019`; the year alone where the month is not known. */
export function monthAndYear({ month = 0, year }: Facts): string {
	return [months[month - 1], year].filter(Boolean).join(' ');
}

function cleaned(name: Name): Name {
	return Object.fromEntries(Object.entries(name).map(([part, text]) => [part, shown(`${text}`, nameLimit)]));
}

/** `2`, `second` and `2nd edition` as `2nd`. */
function ordinal(edition: string): string {
	const words = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
	const bare = edition.replace(/\s*(?:edition|ed\.?)$/i, '');
	const at = words.indexOf(bare.toLowerCase());
	const number = at >= 0 ? at + 1 : /^\d{1,3}(?:st|nd|rd|th)?$/.test(bare) ? Number.parseInt(bare, 10) : undefined;
	if (number === undefined) return bare;
	const isTeen = number % 100 >= 11 && number % 100 <= 13;
	return `${number}${isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')}`;
}
