// Marks are private-use characters that stand for citations while their surroundings become plain text.

const FIRST = 0xe000;
const LAST = 0xf8ff;

/** How many marks there are. */
export const markCount = LAST - FIRST + 1;

const any = /[\ue000-\uf8ff]/;
const every = /[\ue000-\uf8ff]/g;

export const markOf = (index: number): string => String.fromCharCode(FIRST + index);

export const hasMark = (text: string): boolean => any.test(text);

/** Which marks a text has, in order. */
export const marksIn = (text: string): readonly number[] =>
	(text.match(every) ?? []).map((mark) => mark.charCodeAt(0) - FIRST);

export const withoutMarks = (text: string): string => text.replace(every, '');

/** Blanks collapsed, none in front of punctuation and none at the ends: what is left when citations are taken out. */
export function tidy(text: string): string {
	return text
		.replace(/\(\s*[,;]?\s*\)|\[\s*\]/g, '')
		.replace(/\s+/g, ' ')
		.replace(/ ([.,;:!?)\]])/g, '$1')
		.replace(/([([])(?: ?[,;])? /g, '$1')
		.trim();
}
