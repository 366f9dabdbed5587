import type { Name, Paper } from '../model/paper.ts';
import { familyOf, yearOf } from '../model/paper.ts';
import { entryType } from './entry-types.ts';

/** How entries are laid out: as the file that gets them is. */
export interface EntryStyle {
	/** What stands in front of each field. */
	readonly indent: string;
	/** True for ` = ` in a column of its own. */
	readonly align: boolean;
}

const plainStyle: EntryStyle = { indent: '  ', align: false };

/** Longer than any word: what is longer isn't looked at closely. */
const MAX_WORD = 100;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Where the container of a type goes. */
const CONTAINERS: Readonly<Record<string, string>> = {
	article: 'journal',
	inproceedings: 'booktitle',
	incollection: 'booktitle',
};
const PUBLISHERS: Readonly<Record<string, string>> = { phdthesis: 'school', techreport: 'institution' };

/**
 * A paper as a BibTeX entry, without a line end behind it. Letters stay Unicode, as in any `.bib` of today; characters
 * that TeX gives a meaning are escaped outside of math, and words with capitals inside are protected in titles.
 */
export function formatEntry(paper: Paper, { style = plainStyle }: { readonly style?: EntryStyle } = {}): string {
	const type = typeOf(paper);
	const fields = fieldsOf(paper, type).filter((field): field is [string, string] => Boolean(field[1]));
	const width = style.align ? Math.max(0, ...fields.map(([name]) => name.length)) : 0;
	const lines = fields.map(([name, value]) => `${style.indent}${name.padEnd(width)} = ${value},`);
	return [`@${type}{${paper.id},`, ...lines, '}'].join('\n');
}

/** A preprint without a venue is a `misc` with its eprint; a paper with a journal is an article, whatever else it is. */
function typeOf(paper: Paper): string {
	if (paper.type !== 'article' && paper.type !== 'document') return entryType(paper.type);
	return containerOf(paper) ? 'article' : 'misc';
}

/** The venue; what arXiv is called in this place says no more than the eprint does. */
function containerOf(paper: Paper): string | undefined {
	const container = paper['container-title'];
	return paper.arxiv && container && /^(?:arxiv|corr)\b/i.test(container) ? undefined : container;
}

function fieldsOf(paper: Paper, type: string): readonly (readonly [string, string | undefined])[] {
	const text = (value: string | undefined) => (value ? braced(escapeTex(value)) : undefined);
	const verbatim = (value: string | undefined) => (value ? braced(balance(value)) : undefined);
	const others = paper.fields?.['and-others'] ?? '';
	const month = paper.issued?.['date-parts']?.[0]?.[1];
	const year = yearOf(paper);
	return [
		['title', paper.title ? braced(protectCapitals(paper.title)) : undefined],
		['author', nameList(paper.author, others.includes('author'))],
		['editor', nameList(paper.editor, others.includes('editor'))],
		[CONTAINERS[type] ?? 'howpublished', text(containerOf(paper))],
		['series', text(paper['collection-title'])],
		['volume', text(paper.volume)],
		['number', text(paper.issue)],
		['pages', text(paper.page?.replace(/(\d)\s*[-–—]+\s*(?=\w)/g, '$1--'))],
		['edition', text(paper.edition)],
		['publisher', PUBLISHERS[type] ? undefined : text(paper.publisher)],
		[PUBLISHERS[type] ?? 'school', PUBLISHERS[type] ? text(paper.publisher) : undefined],
		['address', text(paper['publisher-place'])],
		['year', year === undefined ? text(paper.issued?.literal) : braced(String(year))],
		['month', month === undefined ? undefined : MONTHS[month - 1]],
		['doi', verbatim(paper.DOI)],
		['eprint', verbatim(paper.arxiv)],
		['archiveprefix', paper.arxiv ? braced('arXiv') : undefined],
		['url', verbatim(paper.URL)],
		['isbn', text(paper.ISBN)],
		['issn', text(paper.ISSN)],
		['keywords', text(paper.keyword)],
		['note', text(paper.note)],
		['abstract', text(paper.abstract)],
	];
}

function braced(text: string): string {
	return `{${text}}`;
}

function nameList(names: readonly Name[] | undefined, others: boolean): string | undefined {
	if (!names || names.length === 0) return undefined;
	return braced([...names.map(formatName), ...(others ? ['others'] : [])].join(' and '));
}

/** `von Last, Jr, First`, which no reader takes apart wrongly; names that are no person's in braces. */
function formatName(name: Name): string {
	if (!name.family) return braced(escapeTex(name.literal ?? name.given ?? ''));
	const particle = name['dropping-particle'];
	const family = escapeTex(particle ? `${particle} ${familyOf(name)}` : familyOf(name));
	const parts = [needsBraces(family) ? braced(family) : family, name.suffix, name.given];
	return parts
		.filter((part, at): part is string => at === 0 || Boolean(part))
		.map((part, at) => (at === 0 ? part : escapeTex(part)))
		.join(', ');
}

function needsBraces(family: string): boolean {
	return / and |,/i.test(family);
}

const SPECIAL: Readonly<Record<string, string>> = {
	'\\': '\\textbackslash{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}',
	// BibTeX counts escaped braces, too.
	'{': '\\textbraceleft{}',
	'}': '\\textbraceright{}',
};

/** Text as TeX has it: special characters escaped outside of math `$…$`, which stays. Braces come out balanced. */
export function escapeTex(text: string): string {
	return splitMath(text)
		.map((part, at) =>
			at % 2 === 1 ? part : part.replace(/[&%#_$\\~^{}]/g, (special) => SPECIAL[special] ?? `\\${special}`),
		)
		.join('');
}

/** Text and math in turn, beginning with text; a dollar that nothing closes, or that is money, is text. */
function splitMath(text: string): readonly string[] {
	if (!text.includes('$')) return [text];
	const parts: string[] = [];
	let plainStart = 0;
	for (const match of text.matchAll(/\$[^$\s](?:[^$]{0,300}[^$\s\\])?\$(?!\d)/g)) {
		if (!isBalanced(match[0])) continue;
		parts.push(text.slice(plainStart, match.index), match[0]);
		plainStart = match.index + match[0].length;
	}
	return [...parts, text.slice(plainStart)];
}

/**
 * A title in which BibTeX's styles keep capitals that must stay: words with one behind their first letter (`BERT`,
 * `iPhone`, `GPT-3`) get braces.
 */
function protectCapitals(title: string): string {
	return splitMath(title)
		.map((part, at) => (at % 2 === 1 ? part : part.replace(/\S+/g, protectWord)))
		.join('');
}

function protectWord(word: string): string {
	if (word.length > MAX_WORD) return escapeTex(word);
	const [, before = '', core = '', behind = ''] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}+#]*)$/su.exec(word) ?? [];
	const escaped = escapeTex(core);
	const inner = /^[^\p{L}]*\p{L}.*\p{Lu}/su.test(core.replace(/-\p{Lu}\p{Ll}+/gu, ''));
	return escapeTex(before) + (inner ? braced(escaped) : escaped) + escapeTex(behind);
}

/** Verbatim values may not be escaped: braces that don't match are taken out. */
function balance(text: string): string {
	return isBalanced(text) ? text : text.replace(/[{}]/g, '');
}

function isBalanced(text: string): boolean {
	let depth = 0;
	for (const character of text) {
		if (character === '{') depth++;
		else if (character === '}' && --depth < 0) return false;
	}
	return depth === 0;
}
