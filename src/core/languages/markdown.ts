import { tidy } from '../text/marks.ts';
import { plainMarkdown } from '../text/plain-markdown.ts';
import { readFrontMatter } from './front-matter.ts';
import { scanMarkdown } from './markdown-scan.ts';
import { mergeSpans } from './merge.ts';
import { isPlainKey } from './pandoc.ts';
import type { Language } from './types.ts';

function plain(text: string): string {
	const { citations, opaque } = scanMarkdown(text, 0, []);
	return plainMarkdown(text, mergeSpans([...citations.map(({ span }) => span), ...opaque]));
}

/** Markdown with Pandoc's citations (also Quarto and R Markdown), and with LaTeX's, as generated drafts have them. */
export const markdown: Language = {
	id: 'markdown',
	languageIds: ['markdown', 'quarto', 'rmd', 'rmarkdown', 'pandoc'],
	extensions: ['.md', '.markdown', '.qmd', '.rmd', '.Rmd', '.mdx'],
	scan(text, { citeCommands }) {
		const front = readFrontMatter(text);
		const { citations, headings, suppressions, opaque, ...found } = scanMarkdown(
			text,
			front?.span.end ?? 0,
			citeCommands,
		);
		const blocks = front ? [front, ...found.metadata] : found.metadata;
		// Of a field that several blocks have, the last counts.
		const declared = blocks.findLast((block) => block.bibliographies.length > 0)?.bibliographies ?? [];
		const bibliographies = [...declared, ...found.bibliographies].sort((a, b) => a.span.start - b.span.start);
		const localKeys = blocks.flatMap((block) => block.localKeys);
		const all = [...(front?.citations ?? []), ...citations];
		// Without a bibliography or a bracket, `@name` is as likely a person or a package.
		const isPandoc = bibliographies.length + localKeys.length > 0 || all.some(({ form }) => form === 'bracketed');
		return {
			citations: isPandoc ? all : all.map((one) => (one.form === 'narrative' ? { ...one, closed: false } : one)),
			bibliographies,
			includes: found.includes,
			localKeys,
			labels: found.labels,
			sections: headings.map(({ level, span, title }) => ({
				level,
				span,
				title: tidy(plain(text.slice(title.start, title.end))),
			})),
			suppressions,
			isRoot: true,
			mayBePart: !front,
			rootHint: undefined,
			nociteAll: all.some(({ silent, items }) => silent && items.some(({ key }) => key === '*')),
			title: blocks.findLast(({ title }) => title)?.title,
			abstract: blocks.findLast(({ abstract }) => abstract)?.abstract,
			opaque: front ? mergeSpans([front.span, ...opaque]) : opaque,
		};
	},
	plain,
	cite: (keys) => `[${keys.map((key) => `@${isPlainKey(key) ? key : `{${key}}`}`).join('; ')}]`,
	suppression: (rule) => `<!-- relwork-ignore ${rule} -->`,
};
