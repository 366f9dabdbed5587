import type { Paper } from '../model/paper.ts';
import { isStopWord } from '../search/stop-words.ts';
import { words } from '../text/tokens.ts';
import type { Group } from './groups.ts';
import { asWritten, share } from './naming.ts';
import type { DocumentView } from './types.ts';

const openings = ['\\\\(?:emph|textit|textsl|enquote|textquote)\\{', '``', '“', '"', '‘', '\\*{1,2}', '_{1,2}'];
const closings = ['\\}', "''", '”', '"', '’', '\\*{1,2}', '_{1,2}'];
/** What stands in italics or quotes right in front of a citation. */
const marked = openings.map(
	(open, i) => new RegExp(`${open}([^{}*_“”"‘’\`]{12,250})[.,]?${closings[i]}[.,]?[\\s~,([]*$`),
);
/** How far in front of a citation a title may begin, in UTF-16 units of the document. */
const REACH = 300;

/** A title in italics or quotes right in front of a group, such as a document writes of works that no corpus need have. */
export function titleInFront({ document }: DocumentView, { citations }: Group): string | undefined {
	const end = citations[0]!.span.start;
	const text = document.getText().slice(Math.max(0, end - REACH), end);
	if (!endsInMarks(text)) return undefined;
	const found = marked.map((pattern) => pattern.exec(text)?.[1]).find(Boolean);
	const title = found?.replace(/\s+/g, ' ').trim();
	return title && isTitle(title) ? title : undefined;
}

const between = /[\s~,([.]/;

/** Does a text end in what closes italics or quotes? Most don't, and need no closer look. */
function endsInMarks(text: string): boolean {
	let last = text.length - 1;
	while (last >= 0 && between.test(text[last]!)) last--;
	return '}\'”"’*_'.includes(text[last] ?? ' ');
}

/** As titles are written: four words that say something, each with a capital; no names with a year. */
function isTitle(text: string): boolean {
	if (/&|(?:19|20)\d\d[a-z]?$/.test(text)) return false;
	const all = text.split(/[\s-]+/).filter((word) => word.length > 3 && !isStopWord(word.toLowerCase()));
	return all.length >= 4 && all.filter((word) => /^\p{Lu}/u.test(word)).length >= 0.75 * all.length;
}

/** May a paper be what somebody writes as this title: in part, in other words, as what it appeared in? */
export function mayBeTitled(paper: Paper, title: string): boolean {
	const said = words(title);
	const about = [paper.title, paper['container-title'], paper['collection-title'], paper.note]
		.filter(Boolean)
		.join(' ');
	return (
		share(said, words(about)) >= 0.3 || share(words(paper.title), said) >= 0.3 || asWritten(paper.abstract ?? '', title)
	);
}
