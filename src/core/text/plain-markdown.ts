import type { Span } from '../model/span.ts';
import { asParagraphs, cutOut } from './paragraphs.ts';

/**
 * Markdown as plain paragraphs, parted by `\n\n`: emphasis, links, code and HTML taken out, list items and headings made
 * paragraphs of their own.
 *
 * @param cut What is no prose: citations, code blocks, comments; kept where a mark stands in it.
 */
export function plainMarkdown(text: string, cut: readonly Span[]): string {
	const prose = cutOut(text, cut, (part) => {
		// A code span is a word of its sentence.
		const isWord = part.startsWith('`') && part[1] !== '`' && !part.includes('\n');
		return isWord ? part.slice(1, -1).replace(/[*_[\]<>]/g, ' ') : '';
	});
	return asParagraphs(
		prose
			.replace(/^[ \t]*(?:>[ \t]*){1,50}/gm, '')
			.replace(/^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/gm, '\n\n')
			.replace(/^[ \t]{0,3}(#{1,6})[ \t]+([^\n]*)$/gm, '\n\n$2\n\n')
			.replace(/^[ \t]{0,3}(?:=+|-{2,}|\*{3,}|_{3,})[ \t]*$/gm, '\n\n')
			.replace(/!?\[([^[\]]{0,500})\](?:\[[^[\]]{0,200}\])?/g, '$1')
			.replace(/\\([!-/:-@[-`{-~])/g, '$1')
			.replace(/(\*{1,3}|~~)(?=\S)/g, '')
			.replace(/(?<=\S)(?:\*{1,3}|~~)/g, '')
			.replace(/(?<![\p{L}\p{N}])_{1,2}(?=\S)|(?<=\S)_{1,2}(?![\p{L}\p{N}_])/gu, ''),
	);
}
