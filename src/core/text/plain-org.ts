import type { Span } from '../model/span.ts';
import { hasMark } from './marks.ts';

/**
 * Org as plain paragraphs, parted by `\n\n`: emphasis and links taken out, their text kept, items and headings made
 * paragraphs of their own.
 *
 * @param cut What is no prose: citations, keywords, code, comments; kept where a mark stands in it.
 */
export function plainOrg(text: string, cut: readonly Span[]): string {
	const pieces: string[] = [];
	let at = 0;
	for (const { start, end } of cut) {
		if (start < at || hasMark(text.slice(start, end))) continue;
		pieces.push(text.slice(at, start));
		at = end;
		// Verbatim words are words of their sentence.
		const isWord = /[=~]/.test(text[start] ?? '') && text[start] === text[end - 1] && end - start > 2;
		pieces.push(isWord ? text.slice(start + 1, end - 1).replace(/[*/_+=~[\]]/g, ' ') : '');
	}
	pieces.push(text.slice(at));
	return pieces
		.join('')
		.replace(/^\*+[ \t]+([^\n]*)$/gm, '\n\n$1\n\n')
		.replace(/^[ \t]*(?:[-+]|\d{1,9}[.)])[ \t]+/gm, '\n\n')
		.replace(/\[fn:[^\]\s:]{0,100}\]/g, '')
		.replace(/\[fn:[^\]\s:]{0,100}:/g, ' (')
		.replace(/\[([^[\]\n]{0,500})\]\]/g, '$1')
		.replace(/(?<![\p{L}\p{N}])[*/_+](?=\S)|(?<=\S)[*/_+](?![\p{L}\p{N}])/gu, '')
		.replace(/[[\]]/g, ' ')
		.split(/\n[ \t\r]*\n/)
		.map((part) => part.replace(/\s+/g, ' ').trim())
		.filter(Boolean)
		.join('\n\n');
}
