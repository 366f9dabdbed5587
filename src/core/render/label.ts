import { familyOf, type Paper, yearOf } from '../model/paper.ts';

/** Authors for a line: `Vaswani`, `Smith & Jones`, `Smith et al.`; empty without any. */
export function authorsLabel({ author = [], editor = [] }: Paper): string {
	const [first, second, third] = author.length > 0 ? author : editor;
	if (!first) return '';
	if (third) return `${familyOf(first)} et al.`;
	return second ? `${familyOf(first)} & ${familyOf(second)}` : familyOf(first);
}

/** Authors and year: `Smith et al. 2019`. */
export function authorsAndYear(paper: Paper): string {
	return [authorsLabel(paper), yearOf(paper)].filter(Boolean).join(' ');
}

/** A paper in one line: `“Attention Is All You Need” (Vaswani et al. 2017)`. */
export function label(paper: Paper): string {
	const who = authorsAndYear(paper);
	return who ? `“${paper.title}” (${who})` : `“${paper.title}”`;
}
