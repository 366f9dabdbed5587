import { escapeMarkdown } from '../escape-markdown.ts';

/** A piece of a reference, upright or italic. */
export interface Piece {
	readonly text: string;
	readonly isItalic: boolean;
}

/** What a reference is put together of: nothing of what is missing. */
export type Part = string | Piece | undefined | false | readonly Part[];

export const italic = (text: string | undefined): Piece | undefined => (text ? { text, isItalic: true } : undefined);

/** Parts one behind the other; undefined if one of them is missing, so that what belongs to it is left out, too. */
export function all(...parts: readonly Part[]): readonly Piece[] | undefined {
	const pieces = parts.map(piecesOf);
	return pieces.every(({ length }) => length > 0) ? pieces.flat() : undefined;
}

/** Those parts that are there, with something in between. */
export function joined(separator: string, ...parts: readonly Part[]): readonly Piece[] {
	const there = parts.map(piecesOf).filter(({ length }) => length > 0);
	return there.flatMap((pieces, index) => (index === 0 ? pieces : [...piecesOf(separator), ...pieces]));
}

/** With a mark at the end, where the text does not end a sentence by itself. */
export function ended(part: Part, mark = '.'): readonly Piece[] {
	const pieces = piecesOf(part);
	const last = pieces.at(-1)?.text ?? '';
	return last === '' || /[.?!]['’”]?$/.test(last) ? pieces : [...pieces, ...piecesOf(mark)];
}

/** In quotation marks, the mark that follows inside of them. */
export function quoted(text: string, mark: '.' | ','): string {
	return text && `“${/[?!]$/.test(text) ? text : text.replace(/\.$/, '') + mark}”`;
}

function piecesOf(part: Part): readonly Piece[] {
	if (part === undefined || part === false || part === '') return [];
	if (typeof part === 'string') return [{ text: part, isItalic: false }];
	return 'text' in part ? [part] : part.flatMap(piecesOf);
}

export function asText(part: Part): string {
	return piecesOf(part)
		.map(({ text }) => text)
		.join('');
}

export function asMarkdown(part: Part): string {
	return piecesOf(part)
		.map(({ text, isItalic }) => (isItalic ? `*${escapeMarkdown(text)}*` : escapeMarkdown(text)))
		.join('');
}
