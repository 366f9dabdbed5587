import { createFamily, parentsOf } from '../bibtex/inherit.ts';
import { readBlocks } from '../bibtex/parser.ts';
import { lastStart } from '../bibtex/starts.ts';
import { toPaper } from '../bibtex/to-paper.ts';
import type { BibProblem } from '../bibtex/types.ts';
import { createMacros, type RawFields } from '../bibtex/values.ts';
import { readSuppression } from '../languages/suppression.ts';
import type { Paper, Provenance } from '../model/paper.ts';
import type { Span } from '../model/span.ts';
import { createLines, type Lines } from '../text/lines.ts';
import { joined } from './stepwise.ts';
import type { Importer, ImportPiece, ImportResult, SourceProblem, SourceSuppression } from './types.ts';

/** `@word{key,` or `@string{name =`, at the start of a line or behind the end of another entry. */
const ENTRY =
	/(?:^|[\n\r}])[ \t%]*@\s{0,10}(?:[a-z][\w-]{0,40}\s{0,10}[{(]\s{0,10}[^\s{}=,]{0,300}\s{0,10}[,}=]|(?:preamble|comment)\s{0,10}[{(])/i;

/** BibTeX and biblatex files. */
export const bibtex: Importer = {
	id: 'bibtex',
	name: 'BibTeX',
	extensions: ['.bib', '.bibtex', '.biblatex'],
	recognises: (head) => ENTRY.test(head),
	cut: lastStart,
	open,
	read: (input) => joined(open(input.file)({ ...input, isLast: true })),
	parts: (input) => open(input.file)({ ...input, isLast: true }),
};

/** What comments that turn rules off have in them, without its first word, whose letters are frequent. */
const DIRECTIVE = '-ignore';
/** So many entries make one part. */
const slice = 32;
/** Entries that nothing inherits from, but in the same piece; others are remembered for entries of later pieces. */
const CHILDLESS = /^(?:article|inproceedings|conference|phdthesis|mastersthesis|thesis|techreport|report|unpublished)$/;

/** An entry that waits for its parents, or stands behind one that does. */
interface Held {
	readonly type: string;
	readonly key: string;
	readonly fields: RawFields;
	readonly provenance: Provenance;
}

function open(file: string): (piece: ImportPiece) => Iterable<ImportResult> {
	let lines: Lines = createLines('');
	let problems: SourceProblem[] = [];
	let papers: Paper[] = [];
	let held: Held[] = [];
	/** Keys of parents that entries wait for. */
	const wanted = new Set<string>();
	const family = createFamily();
	const undefinedMacros = new Set<string>();
	const macros = createMacros((name, place) => {
		// What the package IEEEtran brings along is defined in a bibliography of its own.
		if (name.startsWith('IEEE') || undefinedMacros.has(name.toLowerCase())) return;
		undefinedMacros.add(name.toLowerCase());
		const message = `Nothing above defines “${name}”: BibTeX leaves it empty unless an @string of another bibliography does. If it is text, put it in braces.`;
		problems.push({ severity: 'warning', range: lines.rangeOf(place), message });
	});
	let hasChildren = false;
	/** Was there anything that BibTeX reads, and anything else? */
	let isKnown = false;
	let hasText = false;

	const report = ({ severity, span, message }: BibProblem) =>
		problems.push({ severity, range: lines.rangeOf(span), message });
	const provenanceOf = ({ span, keySpan }: { readonly span: Span; readonly keySpan: Span }): Provenance => ({
		file,
		range: lines.rangeOf(span),
		keyRange: lines.rangeOf(keySpan),
	});

	function* release(): Generator<ImportResult> {
		for (const { type, key, fields, provenance } of held) {
			// An `xdata` entry is what others inherit from: no work by itself, and not to be cited.
			if (type !== 'xdata') papers.push(toPaper({ type, key }, family.whole(type, fields), provenance));
			if (papers.length === slice) yield take();
		}
		held = [];
	}

	function want(fields: RawFields): void {
		for (const parent of parentsOf(fields)) if (!family.has(parent)) wanted.add(parent);
	}

	function* read({ text, firstLine, isLast }: ImportPiece): Generator<ImportResult> {
		lines = createLines(text, firstLine);
		let count = 0;
		const earlier: Omit<Held, 'provenance'>[] = [];
		for (const block of readBlocks(text, { firstLine, isLast })) {
			isKnown = true;
			if (block.kind === 'string') macros.define(text, block.string);
			else if (block.problem) report(block.problem);
			if (block.kind !== 'entry') continue;
			const { entry } = block;
			const { type, key } = entry;
			if (key === '' && entry.fields.length === 0) continue;
			const fields = macros.fieldsOf(text, entry);
			const isChild = fields.has('crossref') || fields.has('xdata');
			held.push({ type, key, fields, provenance: provenanceOf(entry) });
			if (isChild && !hasChildren) {
				hasChildren = true;
				for (const one of earlier) family.add(one.key, one.type, one.fields);
			}
			if (hasChildren || !CHILDLESS.test(type)) family.add(key, type, fields);
			else earlier.push({ type, key, fields });
			if (wanted.size > 0) wanted.delete(key.toLowerCase());
			if (isChild) want(fields);
			if (++count % slice !== 0) continue;
			if (wanted.size === 0) yield* release();
			else yield take();
		}
		const suppressions = suppressionsOf(text, lines);
		if (suppressions.length > 0) yield { papers: [], problems: [], suppressions };
		if (wanted.size === 0 || isLast) yield* release();
		if (!isKnown && !hasText) hasText = isSomethingElse(text);
		if (isLast && !isKnown && hasText) {
			const range = lines.rangeOf({ start: 0, end: 0 });
			const message =
				'This file has text, but no BibTeX entry in it. An entry looks like “@article{key, title = {…}}”.';
			problems.push({ severity: 'warning', range, message });
		}
		yield take();
	}

	function take(): ImportResult {
		const result = { papers, problems };
		papers = [];
		problems = [];
		return result;
	}

	return read;
}

/** Comments that turn rules off, on lines of their own. */
function suppressionsOf(text: string, lines: Lines): SourceSuppression[] {
	const found: SourceSuppression[] = [];
	for (let at = text.indexOf(DIRECTIVE); at >= 0; at = text.indexOf(DIRECTIVE, at + DIRECTIVE.length)) {
		const { line, character } = lines.positionAt(at);
		const start = at - character;
		const end = text.slice(at, at + 500).search(/[\r\n]|$/) + at;
		const words = text.slice(start, end).trimStart();
		const suppression = words.startsWith('%') ? readSuppression(words, start, end) : undefined;
		if (suppression && found.at(-1)?.line !== line)
			found.push({ rules: suppression.rules, reach: suppression.reach, line });
	}
	return found;
}

/** Text other than comments, and nothing in it that BibTeX reads. */
function isSomethingElse(text: string): boolean {
	if (/@\s*(?:comment|preamble)/i.test(text)) return false;
	return text.split(/[\r\n]+/, 1000).some((line) => /^\s*[^\s%]/.test(line));
}
