import { inherit, inherits } from '../bibtex/inherit.ts';
import { parseInSteps } from '../bibtex/parser.ts';
import { toPaper } from '../bibtex/to-paper.ts';
import type { BibEntry, Bibliography } from '../bibtex/types.ts';
import { fieldExpander, type RawFields } from '../bibtex/values.ts';
import type { Paper } from '../model/paper.ts';
import { createLines } from '../text/lines.ts';
import { joined } from './stepwise.ts';
import type { Importer, ImportInput, ImportResult } from './types.ts';

/** `@word{key,` or `@string{name =`, at the start of a line or behind the end of another entry. */
const ENTRY =
	/(?:^|[\n\r}])[ \t%]*@\s{0,10}(?:[a-z][\w-]{0,40}\s{0,10}[{(]\s{0,10}[^\s{}=,]{0,300}\s{0,10}[,}=]|(?:preamble|comment)\s{0,10}[{(])/i;

/** BibTeX and biblatex files. */
export const bibtex: Importer = {
	id: 'bibtex',
	name: 'BibTeX',
	extensions: ['.bib', '.bibtex', '.biblatex'],
	recognises: (head) => ENTRY.test(head),
	read: (input) => joined(parts(input)),
	parts,
};

const pause: ImportResult = { papers: [], problems: [] };
/** So many entries make one part. */
const slice = 32;

function* parts({ file, text, firstLine }: ImportInput): Generator<ImportResult> {
	const work = parseInSteps(text);
	let step = work.next();
	for (; !step.done; step = work.next()) yield pause;
	const bibliography = step.value;
	const { entries, strings } = bibliography;
	const lines = createLines(text, firstLine);
	yield pause;
	const paperOf = (entry: BibEntry, fields: RawFields): Paper[] => {
		// An `xdata` entry is what others inherit from: no work by itself, and not to be cited.
		if (entry.type === 'xdata' || (entry.key === '' && entry.fields.length === 0)) return [];
		const provenance = { file, range: lines.rangeOf(entry.span), keyRange: lines.rangeOf(entry.keySpan) };
		return [toPaper(entry, fields, provenance)];
	};
	const expand = fieldExpander(text, strings);
	if (entries.some(inherits)) {
		const raw: RawFields[] = [];
		for (const entry of entries) if (raw.push(expand(entry)) % slice === 0) yield pause;
		const whole = inherit(entries, raw);
		for (let from = 0; from < entries.length; from += slice) {
			const papers = entries.slice(from, from + slice).flatMap((entry, i) => paperOf(entry, whole(from + i)));
			yield { papers, problems: [] };
		}
	} else {
		for (let from = 0; from < entries.length; from += slice) {
			const papers = entries.slice(from, from + slice).flatMap((entry) => paperOf(entry, expand(entry)));
			yield { papers, problems: [] };
		}
	}
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
	yield { papers: [], problems };
}

/** Text other than comments, and nothing in it that BibTeX reads. */
function isSomethingElse(text: string, { entries, strings, problems }: Bibliography): boolean {
	if (entries.length > 0 || strings.length > 0 || problems.length > 0 || /@\s*(?:comment|preamble)/i.test(text))
		return false;
	return text.split(/[\r\n]+/, 1000).some((line) => /^\s*[^\s%]/.test(line));
}
