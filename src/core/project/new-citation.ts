import type { Span } from '../model/span.ts';
import type { ScannedDocument } from './types.ts';
import { writeCitation } from './ways-to-cite.ts';

/** A piece of text in place of another. */
export interface Change extends Span {
	readonly newText: string;
}

/** Commands that print a mark, which stands close to the word. */
const close = /^\\(?:foot|super)cite/i;

/** A citation at an offset, or behind the word that the offset is in, with the space that it needs. */
export function newCitation(
	{ document, language }: Pick<ScannedDocument, 'document' | 'language'>,
	offset: number,
	keys: readonly string[],
	sample: string,
): Change {
	const text = document.getText();
	const isWord = (at: number) => /[\p{L}\p{N}]/u.test(text.charAt(at));
	let start = offset;
	if (isWord(start - 1)) while (isWord(start)) start++;
	const before = text.charAt(start - 1);
	const needsSpace = before !== '' && !/[\s~([{]/.test(before) && !close.test(sample);
	const space = needsSpace ? (language.id === 'latex' ? '~' : ' ') : '';
	const after = isWord(start) ? ' ' : '';
	return { start, end: start, newText: space + writeCitation(language, keys, sample) + after };
}
