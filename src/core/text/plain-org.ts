import type { Span } from '../model/span.ts';
import { asParagraphs, cutOut } from './paragraphs.ts';

/**
 * Org as plain paragraphs, parted by `\n\n`: emphasis and links taken out, their text kept, items and headings made
 * paragraphs of their own.
 *
 * @param cut What is no prose: citations, keywords, code, comments; kept where a mark stands in it.
 */
export function plainOrg(text: string, cut: readonly Span[]): string {
	const prose = cutOut(text, cut, (part) => {
		// Verbatim words are words of their sentence.
		const isWord = /^[=~]/.test(part) && part[0] === part.at(-1) && part.length > 2;
		return isWord ? part.slice(1, -1).replace(/[*/_+=~[\]]/g, ' ') : '';
	});
	return asParagraphs(
		prose
			.replace(/^\*+[ \t]+([^\n]*)$/gm, '\n\n$1\n\n')
			.replace(/^[ \t]*(?:[-+]|\d{1,9}[.)])[ \t]+/gm, '\n\n')
			.replace(/\[fn:[^\]\s:]{0,100}\]/g, '')
			.replace(/\[fn:[^\]\s:]{0,100}:/g, ' (')
			.replace(/\[([^[\]\n]{0,500})\]\]/g, '$1')
			.replace(/(?<![\p{L}\p{N}])[*/_+](?=\S)|(?<=\S)[*/_+](?![\p{L}\p{N}])/gu, '')
			.replace(/[[\]]/g, ' '),
	);
}
