import type { Span } from '../model/span.ts';
import { tidy } from '../text/marks.ts';
import { plainTypst } from '../text/plain-typst.ts';
import { mergeSpans } from './merge.ts';
import type { Language } from './types.ts';
import { scanTypst } from './typst-scan.ts';

function plain(text: string): string {
	const { citations, opaque } = scanTypst(text);
	return plainTypst(text, mergeSpans([...citations.map(({ span }) => span), ...opaque]));
}

/** Typst, whose references name papers as well as figures and sections. */
export const typst: Language = {
	id: 'typst',
	languageIds: ['typst'],
	extensions: ['.typ'],
	scan(text, { citeCommands }) {
		const { headings, title, abstract, labels, hasTemplate, ...found } = scanTypst(text, citeCommands);
		const words = (span: Span | undefined) =>
			(span && tidy(plain(text.slice(span.start, span.end)).replaceAll('\n\n', ' '))) || undefined;
		return {
			...found,
			localKeys: [],
			labels,
			sections: headings.map(({ level, span, title: name }) => ({ level, span, title: words(name) ?? '' })),
			// What neither shows itself nor has a bibliography is a part of something.
			isRoot: hasTemplate || found.bibliographies.length > 0,
			rootHint: undefined,
			nociteAll: false,
			title: words(title),
			abstract: words(abstract),
		};
	},
	plain,
	cite: (keys) =>
		keys
			.map((key) => (/^[\p{XID_Continue}:.-]*[\p{XID_Continue}-]$/u.test(key) ? `@${key}` : `#cite(label("${key}"))`))
			.join(' '),
	suppression: (rule) => `// relwork-ignore ${rule}`,
};
