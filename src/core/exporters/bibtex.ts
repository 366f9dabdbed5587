import type { Dialect } from '../bibtex/dialect.ts';
import { plainStyle } from '../bibtex/layout.ts';
import { entryKey, formatEntry } from '../bibtex/writer.ts';
import type { Paper } from '../model/paper.ts';
import type { Exporter } from './types.ts';

/** Entries that every style of BibTeX understands. */
export const bibtex = exporter('bibtex', 'BibTeX');
/** Entries with the types and fields of biblatex. */
export const biblatex = exporter('biblatex', 'BibLaTeX');

function exporter(dialect: Dialect, name: string): Exporter {
	return {
		id: dialect,
		name,
		*write(papers) {
			const keys = new Set(papers.map(({ id }) => id.toLowerCase()));
			for (const [index, paper] of papers.entries()) {
				const entry = formatEntry(withoutLostParents(paper, keys), { ...plainStyle, dialect });
				yield `${index > 0 ? '\n' : ''}${entry}\n`;
			}
		},
		keyOf: entryKey,
	};
}

/** What an entry inherits it has been given; a parent that isn't written, too, would be an error to TeX. */
function withoutLostParents(paper: Paper, keys: ReadonlySet<string>): Paper {
	const { crossref, xdata, ...fields } = paper.fields ?? {};
	if (crossref === undefined && xdata === undefined) return paper;
	const isThere = crossref !== undefined && keys.has(crossref.trim().toLowerCase());
	return { ...paper, fields: isThere ? { ...fields, crossref } : fields };
}
