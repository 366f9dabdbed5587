import type { Span } from '../model/span.ts';
import { tidy } from '../text/marks.ts';
import { plainLatex } from '../text/plain-latex.ts';
import { scanLatex } from './latex/scan.ts';
import { mergeSpans } from './merge.ts';
import type { Language } from './types.ts';

function plain(text: string): string {
	const { citations, opaque } = scanLatex(text, { citeCommands: [] });
	return plainLatex(text, mergeSpans([...citations.map(({ span }) => span), ...opaque]));
}

/** Long enough for any abstract; a brace that is missing makes no more of it. */
const MAX_ABSTRACT = 10_000;

/** LaTeX, as LaTeX reads it where the document itself says how. */
export const latex: Language = {
	id: 'latex',
	languageIds: ['latex', 'tex', 'latex-expl3', 'rsweave', 'jlweave', 'doctex'],
	extensions: ['.tex', '.ltx', '.latex', '.Rnw', '.rnw', '.bbl'],
	scan(text, options) {
		const { headings, title, abstract, ...rest } = scanLatex(text, options);
		const words = (span: Span | undefined) => {
			const end = span && Math.min(span.end, span.start + MAX_ABSTRACT);
			// Footnotes and thanks come behind the first paragraph.
			const paragraphs = span ? plain(text.slice(span.start, end)).split('\n\n') : [];
			return tidy(span === abstract ? paragraphs.join(' ') : (paragraphs[0] ?? '')) || undefined;
		};
		return {
			...rest,
			sections: headings.map(({ level, span, title: name }) => ({ level, span, title: words(name) ?? '' })),
			title: words(title),
			abstract: words(abstract),
		};
	},
	plain,
	cite: (keys) => `\\cite{${keys.join(', ')}}`,
	suppression: (rule) => `% relwork-ignore ${rule}`,
};
