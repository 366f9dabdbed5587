import type { Citation } from '../../../src/core/model/citation.ts';
import { familyOf, type Paper, yearOf } from '../../../src/core/model/paper.ts';
import type { Span } from '../../../src/core/model/span.ts';

// What a text names in front of a citation, told by comparing it with the very paper that is cited there. None of this is
// the checker's own: it must find the name without knowing the paper.

/** How the text in front of a citation names the paper that it cites. */
export type NameKind = 'title' | 'short name' | 'short name, a few words before' | 'authors' | 'one author';

export interface Name {
	readonly kind: NameKind;
	/** As the text has it, TeX taken away. */
	readonly name: string;
	/** The year of the paper stands there, too. */
	readonly dated?: true;
}

/** How far back is looked, in UTF-16 units of the document. */
const REACH = 400;

/** A text with neither comments nor commands, as a reader sees it, more or less. */
function bare(text: string): string {
	return text
		.replace(/(?<!\\)%.*(?:\n|$)/g, ' ')
		.replace(/\\[a-zA-Z]+\*?|``|''|[{}$~“”"*_`]/g, ' ')
		.replace(/\s+/g, ' ');
}

const tokens = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** What names the paper of a citation of one key; undefined where nothing does, or it is not told with certainty. */
export function nameOf(text: string, { span }: Citation, paper: Paper): Name | undefined {
	const before = text.slice(Math.max(0, span.start - REACH), span.start);
	const lead = bare(before.slice(before.lastIndexOf('\n\n') + 1));
	return titleIn(lead, paper) ?? shortNameIn(lead, paper) ?? authorsIn(lead, paper);
}

/** Four words or more, at most two others behind them. */
function titleIn(lead: string, { title }: Paper): Name | undefined {
	const [said, own] = [tokens(lead), tokens(title)];
	if (own.length < 4) return undefined;
	for (const gap of [0, 1, 2]) {
		const from = said.length - own.length - gap;
		if (from >= 0 && own.every((word, i) => said[from + i] === word)) return { kind: 'title', name: title };
	}
	return undefined;
}

/** What stands in front of a title's colon, written the same and with a capital; a few small words may follow it. */
function shortNameIn(lead: string, { title }: Paper): Name | undefined {
	const name = /^([^:]{2,40}): \S/.exec(title)?.[1];
	if (!name || !/\p{Lu}/u.test(name) || tokens(name).length > 4) return undefined;
	const at = lead.lastIndexOf(name);
	if (at < 0 || /[\p{L}\p{N}-]$/u.test(lead.slice(0, at))) return undefined;
	const behind = lead.slice(at + name.length);
	if (/^(?:['’]s?)? ?[([]?$/.test(behind)) return { kind: 'short name', name };
	if (/^(?:['’]s)?(?: [a-z]+){1,3} ?$/.test(behind)) return { kind: 'short name, a few words before', name };
	return undefined;
}

/** The first author, alone, with the second, or with all others; a year, where there is one, must be the paper's. */
function authorsIn(lead: string, paper: Paper): Name | undefined {
	const [first, second] = (paper.author ?? []).map(familyOf);
	if (!first || !/^\p{Lu}/u.test(first)) return undefined;
	const at = lead.lastIndexOf(first);
	if (at < 0 || /[\p{L}\p{N}-]$/u.test(lead.slice(0, at))) return undefined;
	const name = lead.slice(at);
	const behind = name.slice(first.length).replace(/['’]s?(?= |$)/, '');
	const year = / ?[,(]? ?[([]?((?:19|20)\d\d)[a-z]?[)\]]? ?[([]?$/.exec(behind);
	if (year && Number(year[1]) !== yearOf(paper)) return undefined;
	const rest = (year ? behind.slice(0, year.index) : behind.replace(/[([]$/, '')).trim();
	if (/^,? ?et\.? al\.?,?$/.test(rest) || (second && (rest === `and ${second}` || rest === `& ${second}`)))
		return { kind: 'authors', name, ...(year && { dated: true }) };
	return rest === '' && (year || paper.author?.length === 1)
		? { kind: 'one author', name, ...(year && { dated: true }) }
		: undefined;
}

/** Where the name of authors ends in the text in front of a citation that they stand right in front of. */
export function endOfName(text: string, { span }: Citation): number {
	const gap = /[\s~]*(?:\\,)?[\s~]*$/.exec(text.slice(Math.max(0, span.start - 20), span.start));
	return span.start - (gap?.[0].length ?? 0);
}

/** The name of the first author in the text in front of a citation. */
export function familyIn(text: string, citation: Citation, paper: Paper): Span | undefined {
	return nameOf(text, citation, paper)?.kind === 'authors'
		? lastIn(text, citation, familyOf(paper.author![0]!))
		: undefined;
}

/** Where a word stands in the text right in front of a citation. */
function lastIn(text: string, { span }: Citation, word: string): Span | undefined {
	const from = Math.max(0, span.start - 80);
	const at = text.slice(from, span.start).lastIndexOf(word);
	return at < 0 ? undefined : { start: from + at, end: from + at + word.length };
}

/** Could a text that names one paper so mean this other one as well? */
export function mayBeNamed({ kind, name }: Name, paper: Paper, other: Paper): boolean {
	if (tokens(paper.title).join() === tokens(other.title).join()) return true;
	if (kind === 'authors' || kind === 'one author') {
		const own = familyOf(paper.author?.[0] ?? {});
		return (other.author ?? other.editor ?? []).some((one) => familyOf(one) === own);
	}
	return ` ${tokens(other.title).join(' ')} `.includes(` ${tokens(name).join(' ')} `);
}

/** The paper of some whose title has most in common with that of another: words count by how rare they are. */
export function nearest(paper: Paper, others: readonly Paper[]): Paper | undefined {
	const counts = new Map<string, number>();
	const wordsOf = ({ title }: Paper) => new Set(tokens(title).filter((word) => word.length > 3));
	for (const other of others) for (const word of wordsOf(other)) counts.set(word, (counts.get(word) ?? 0) + 1);
	const own = wordsOf(paper);
	let best: { readonly paper: Paper; readonly score: number } | undefined;
	for (const other of others) {
		const theirs = wordsOf(other);
		let score = 0;
		for (const word of own) if (theirs.has(word)) score += Math.log(1 + others.length / counts.get(word)!);
		score /= Math.sqrt(1 + theirs.size);
		if (!best || score > best.score) best = { paper: other, score };
	}
	return best?.paper;
}
