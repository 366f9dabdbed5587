import { familyOf, type Name, type Paper, yearOf } from '../model/paper.ts';
import { quoted } from '../text/phrases.ts';
import { shown } from '../text/shown.ts';
import { readableMath } from './math.ts';

// A paper in a few words. Whatever a source says, these are short and on one line: lists, messages, trees and terminals
// show them as they are.

/** Characters of a title in a list or a message. */
const titleLimit = 200;
/** Characters of a name. */
const nameLimit = 60;

const nameOf = (name: Name) => shown(familyOf(name), nameLimit);

/** The title for a line; empty without one. */
export function titleOf({ title }: Paper): string {
	return shown(readableMath(title.slice(0, titleLimit * 4)), titleLimit);
}

/** Where it appeared, for a line; undefined where that is not known. */
export function venueOf({ 'container-title': container, publisher }: Paper): string | undefined {
	const venue = container ?? publisher;
	return venue === undefined ? undefined : shown(venue, titleLimit);
}

/** Authors for a line: `Vaswani`, `Smith & Jones`, `Smith et al.`; empty without any. */
export function authorsLabel({ author = [], editor = [] }: Paper): string {
	const [first, second, third] = author.length > 0 ? author : editor;
	if (!first) return '';
	if (third) return `${nameOf(first)} et al.`;
	return second ? `${nameOf(first)} & ${nameOf(second)}` : nameOf(first);
}

/** Authors and year: `Smith et al. 2019`. */
export function authorsAndYear(paper: Paper): string {
	return [authorsLabel(paper), yearOf(paper)].filter(Boolean).join(' ');
}

/** A paper in one line: `“Attention Is All You Need” (Vaswani et al. 2017)`. */
export function label(paper: Paper): string {
	const who = authorsAndYear(paper);
	const title = quoted(titleOf(paper));
	return who ? `${title} (${who})` : title;
}
