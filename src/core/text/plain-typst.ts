import type { Span } from '../model/span.ts';
import { asParagraphs, cutOut } from './paragraphs.ts';

/**
 * Typst as plain paragraphs, parted by `\n\n`: emphasis, calls and labels taken out, their text kept, items and headings
 * made paragraphs of their own.
 *
 * @param cut What is no prose: citations, comments, raw text, display formulas; kept where a mark stands in it.
 */
export function plainTypst(text: string, cut: readonly Span[]): string {
	const prose = cutOut(text, cut, (part) => {
		// Raw text of one line is a word of its sentence.
		const isWord = part.startsWith('`') && part[1] !== '`' && !part.includes('\n');
		return isWord ? part.slice(1, -1).replace(/[*_#<>$[\]]/g, ' ') : '';
	});
	return asParagraphs(
		prose
			.replace(/^[ \t]*#(?:let|set|show|import|include)\b[^\n]*$/gm, '')
			.replace(/^[ \t]*(=+)[ \t]+([^\n]*)$/gm, '\n\n$2\n\n')
			.replace(/^[ \t]*(?:[-+]|\d{1,9}\.|\/)[ \t]+/gm, '\n\n')
			.replace(/<[\p{L}\p{N}_:.-]{1,200}>/gu, '')
			.replace(/#[\p{L}_][\p{L}\p{N}_.-]{0,100}(?:\([^()\n]{0,300}\))?/gu, '')
			.replace(/\\(\S)/g, '$1')
			.replace(/(?<![\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}])/gu, '')
			.replace(/[[\]]/g, ' '),
	);
}
