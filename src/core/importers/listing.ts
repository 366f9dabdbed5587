import * as l10n from '@vscode/l10n';
import type { Paper } from '../model/paper.ts';
import type { Span } from '../model/span.ts';
import { createLines } from '../text/lines.ts';
import { collapse } from '../text/tex.ts';
import type { Importer, ImportInput, ImportResult, SourceProblem } from './types.ts';

/** A paragraph of at least this many characters is an abstract, whatever it looks like. */
const LONG = 350;
/** A shorter one must be prose: some words, and a full stop at its end. */
const SHORT_ABSTRACT = 100;
const MAX_TITLE = 300;
/** Titles have more words than headings have. */
const MIN_MEAN_WORDS = 4;
/** A file whose lines are this long has one paragraph per line, with blank lines between them or without. */
const LONG_LINE = 350;

/** A paragraph with the place of its text. */
interface Paragraph {
	readonly text: string;
	readonly span: Span;
	readonly isProse: boolean;
}

/**
 * Pages of papers copied as text: a header of short lines, then the title and the abstract of one paper after another.
 * No keys, no authors. A title is a short paragraph with prose right behind it, so that headers, dates and menus,
 * wherever they stand, are passed over; abstracts may have several paragraphs.
 */
export const listing: Importer = {
	id: 'listing',
	name: 'plain listing (title, abstract, title, abstract, …)',
	extensions: ['.txt', '.text'],
	guess: true,
	recognises,
	read,
};

/**
 * Titles and abstracts must make up most of the text. In ordinary prose one paragraph of prose follows another, its
 * headings are shorter than titles are, and lists have bullets and colons.
 */
function recognises(head: string): boolean {
	if (/^\s*[[{<%\\@#]/.test(head)) return false;
	const found = paragraphs(head);
	let pairs = 0;
	let lists = 0;
	let words = 0;
	let hasLong = false;
	for (const [at, paragraph] of found.entries()) {
		const next = found[at + 1];
		if (!next || !isTitle(paragraph, next)) continue;
		pairs++;
		words += paragraph.text.split(' ').length;
		if (paragraph.text.endsWith(':') || /^[•*–-]\s/.test(next.text)) lists++;
		hasLong ||= next.text.length >= LONG;
	}
	const prose = found.filter((paragraph) => paragraph.isProse).length;
	return hasLong && pairs * 2 > prose && lists * 4 <= pairs && words >= pairs * MIN_MEAN_WORDS;
}

function isTitle(paragraph: Paragraph, next: Paragraph | undefined): boolean {
	return !paragraph.isProse && paragraph.text.length <= MAX_TITLE && next?.isProse === true;
}

function read({ file, text, firstLine }: ImportInput): ImportResult {
	const lines = createLines(text, firstLine);
	const found = paragraphs(text);
	const papers: Paper[] = [];
	const problems: SourceProblem[] = [];
	let at = 0;
	while (at < found.length) {
		const title = found[at]!;
		if (!isTitle(title, found[at + 1])) {
			at++;
			continue;
		}
		let end = at + 1;
		while (end < found.length && (found[end]!.isProse || isClosingRemark(found, end))) end++;
		const abstract = found.slice(at + 1, end);
		const span = { start: title.span.start, end: abstract.at(-1)!.span.end };
		papers.push({
			id: '',
			type: 'article',
			title: title.text,
			abstract: abstract.map((paragraph) => paragraph.text).join('\n\n'),
			provenance: [{ file, range: lines.rangeOf(span) }],
		});
		at = end;
	}
	const last = found.at(-1);
	if (papers.length > 0 && last && isLonelyTitle(last)) {
		const message = l10n.t(
			'“{0}” stands at the end of the listing without an abstract, and was skipped. If it is the title of a paper, add the abstract in a paragraph below.',
			last.text,
		);
		problems.push({ severity: 'information', range: lines.rangeOf(last.span), message });
	}
	return { papers, problems };
}

/** A short sentence behind an abstract (“Code is available at …”) that no title and no abstract of its own can be. */
function isClosingRemark(found: readonly Paragraph[], at: number): boolean {
	const { text } = found[at]!;
	const next = found[at + 1];
	return text.length >= 20 && /\.["”)]?$/.test(text) && text.includes(' ') && next !== undefined && !next.isProse;
}

/** Words enough for a title; menus and footers have fewer. */
function isLonelyTitle({ text, isProse }: Paragraph): boolean {
	return !isProse && text.length <= MAX_TITLE && text.split(' ').length >= 4 && !/[.!]$/.test(text);
}

/** Paragraphs: lines up to a blank one, or single lines where they are long. */
function paragraphs(text: string): readonly Paragraph[] {
	const found: Paragraph[] = [];
	const lines = splitLines(text);
	const isLinewise = lines.some((line) => line.end - line.start >= LONG_LINE);
	let block: Span | undefined;

	function finish(): void {
		if (!block) return;
		const content = collapse(text.slice(block.start, block.end));
		found.push({ text: content, span: block, isProse: isProse(content) });
		block = undefined;
	}

	for (const line of lines) {
		const isBlank = text.slice(line.start, line.end).trim() === '';
		if (isBlank || isLinewise) finish();
		if (!isBlank) block = { start: block?.start ?? line.start, end: line.end };
	}
	finish();
	return found;
}

function splitLines(text: string): readonly Span[] {
	const spans: Span[] = [];
	for (const match of text.matchAll(/[^\r\n]+|\r?\n(?=\r?\n)/g)) {
		spans.push({ start: match.index, end: match.index + match[0].length });
	}
	return spans;
}

function isProse(text: string): boolean {
	if (text.length >= LONG) return true;
	if (text.length < SHORT_ABSTRACT) return false;
	return /[.…]["'”’)\]]?$/.test(text) && text.split(' ', 15).length >= 15;
}
