import type { Span } from '../model/span.ts';
import { tidy } from '../text/marks.ts';
import { plainOrg } from '../text/plain-org.ts';
import { mergeSpans } from './merge.ts';
import { scanOrg } from './org-scan.ts';
import type { Language } from './types.ts';

function plain(text: string): string {
	const { citations, opaque } = scanOrg(text, []);
	return plainOrg(text, mergeSpans([...citations.map(({ span }) => span), ...opaque]));
}

/** Org, with its own citations, those of org-ref, and LaTeX's. */
export const org: Language = {
	id: 'org',
	languageIds: ['org'],
	extensions: ['.org'],
	scan(text, { citeCommands }) {
		const { headings, title, abstract, ...found } = scanOrg(text, citeCommands);
		const words = (span: Span | undefined) =>
			(span && tidy(plain(text.slice(span.start, span.end)).replaceAll('\n\n', ' '))) || undefined;
		return {
			...found,
			localKeys: [],
			sections: headings.map(({ level, span, title: name }) => ({ level, span, title: words(name) ?? '' })),
			isRoot: true,
			rootHint: undefined,
			nociteAll: found.citations.some(({ silent, items }) => silent && items.some(({ key }) => key === '*')),
			title: words(title),
			abstract: words(abstract),
		};
	},
	plain,
	cite: (keys) => `[cite:${keys.map((key) => `@${key}`).join(';')}]`,
	suppression: (rule) => `# relwork-ignore ${rule}`,
};
