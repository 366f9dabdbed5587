import { inherit } from '../bibtex/inherit.ts';
import { parseBibtex } from '../bibtex/parser.ts';
import { toPaper } from '../bibtex/to-paper.ts';
import { expandFields } from '../bibtex/values.ts';
import { createLines } from '../text/lines.ts';
import type { Importer, ImportInput, ImportResult } from './types.ts';

/** `@word{key,` or `@string{name =`, at the start of a line or behind the end of another entry. */
const ENTRY =
	/(?:^|[\n\r}])[ \t%]*@\s{0,10}(?:[a-z][\w-]{0,40}\s{0,10}[{(]\s{0,10}[^\s{}=,]{0,300}\s{0,10}[,}=]|(?:preamble|comment)\s{0,10}[{(])/i;

/** BibTeX and biblatex files. */
export const bibtex: Importer = {
	id: 'bibtex',
	name: 'BibTeX',
	extensions: ['.bib', '.bibtex', '.biblatex'],
	lines: false,
	recognises: (head) => ENTRY.test(head),
	read,
};

function read({ file, text, firstLine }: ImportInput): ImportResult {
	const bibliography = parseBibtex(text);
	const lines = createLines(text, firstLine);
	const fields = inherit(bibliography.entries, expandFields(text, bibliography));
	return {
		papers: bibliography.entries.flatMap((entry, at) => {
			// An `xdata` entry is what others inherit from: no work by itself, and not to be cited.
			if (entry.type === 'xdata' || (entry.key === '' && entry.fields.length === 0)) return [];
			const provenance = { file, range: lines.rangeOf(entry.span), keyRange: lines.rangeOf(entry.keySpan) };
			return [toPaper(entry, fields[at]!, provenance)];
		}),
		problems: bibliography.problems.map(({ severity, span, message }) => ({
			severity,
			range: lines.rangeOf(span),
			message,
		})),
	};
}
