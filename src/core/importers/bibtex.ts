import { inherit } from '../bibtex/inherit.ts';
import { parseBibtex } from '../bibtex/parser.ts';
import { toPaper } from '../bibtex/to-paper.ts';
import type { Bibliography } from '../bibtex/types.ts';
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
	const problems = bibliography.problems.map(({ severity, span, message }) => ({
		severity,
		range: lines.rangeOf(span),
		message,
	}));
	if (isSomethingElse(text, bibliography)) {
		const range = lines.rangeOf({ start: 0, end: 0 });
		const message = 'This file has text, but no BibTeX entry in it. An entry looks like “@article{key, title = {…}}”.';
		problems.push({ severity: 'warning', range, message });
	}
	return {
		papers: bibliography.entries.flatMap((entry, at) => {
			// An `xdata` entry is what others inherit from: no work by itself, and not to be cited.
			if (entry.type === 'xdata' || (entry.key === '' && entry.fields.length === 0)) return [];
			const provenance = { file, range: lines.rangeOf(entry.span), keyRange: lines.rangeOf(entry.keySpan) };
			return [toPaper(entry, fields[at]!, provenance)];
		}),
		problems,
	};
}

/** Text other than comments, and nothing in it that BibTeX reads. */
function isSomethingElse(text: string, { entries, strings, problems }: Bibliography): boolean {
	if (entries.length > 0 || strings.length > 0 || problems.length > 0 || /@\s*(?:comment|preamble)/i.test(text))
		return false;
	return text.split(/[\r\n]+/, 1000).some((line) => /^\s*[^\s%]/.test(line));
}
