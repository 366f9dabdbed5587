import type { Paper } from '../../model/paper.ts';
import { acm } from './acm.ts';
import { apa } from './apa.ts';
import { chicago } from './chicago.ts';
import { type Facts, factsOf } from './facts.ts';
import { ieee } from './ieee.ts';
import { mla } from './mla.ts';
import { asMarkdown, asText, type Part } from './pieces.ts';

/** A style of reference lists. */
export interface ReferenceStyle {
	/** Stable. */
	readonly id: string;
	readonly name: string;
	readonly write: (facts: Facts) => Part;
}

/** All styles, in the order of lists. A new one is a file beside these and a line here. */
export const referenceStyles: readonly ReferenceStyle[] = [
	{ id: 'apa', name: 'APA 7', write: apa },
	{ id: 'ieee', name: 'IEEE', write: ieee },
	{ id: 'acm', name: 'ACM', write: acm },
	{ id: 'chicago', name: 'Chicago author-date', write: chicago },
	{ id: 'mla', name: 'MLA 9', write: mla },
];

/** A paper as a reference list has it; titles keep their capitals, as a record does not tell names from other words. */
export function reference(paper: Paper, { write }: ReferenceStyle, form: 'text' | 'markdown'): string {
	const part = write(factsOf(paper));
	return form === 'text' ? asText(part) : asMarkdown(part);
}
