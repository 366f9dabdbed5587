import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { parseBibtex } from '../bibtex/parser.ts';
import type { BibEntry, Bibliography } from '../bibtex/types.ts';
import type { Span } from '../model/span.ts';

/** A text is parsed once: it never changes, and several features ask about each version. */
const parsed = new WeakMap<TextDocument, Bibliography>();

/** Is this a file of BibTeX, by its name? */
export const isBibtex = (uri: string): boolean => /\.(?:bib|bibtex|biblatex)$/i.test(uri);

/** What a BibTeX file holds. */
export function bibliographyOf(document: TextDocument): Bibliography {
	const known = parsed.get(document) ?? parseBibtex(document.getText());
	parsed.set(document, known);
	return known;
}

/** The entries with a key, in order. */
export function keyedEntries(document: TextDocument): readonly BibEntry[] {
	return bibliographyOf(document).entries.filter(({ key }) => key !== '');
}

/** The raw text of a field with its place; undefined where the entry has none, or it is put together of several. */
export function fieldText(
	{ fields }: BibEntry,
	name: string,
	text: string,
): { readonly value: string; readonly span: Span } | undefined {
	const piece = fields.find((field) => field.name === name)?.pieces;
	const [only] = piece ?? [];
	if (!only || piece?.length !== 1 || only.kind !== 'text') return undefined;
	const raw = text.slice(only.start, only.end);
	const start = only.start + (raw.length - raw.trimStart().length);
	const value = raw.trim();
	return value ? { value, span: { start, end: start + value.length } } : undefined;
}

/** A span as lines and characters. */
export function rangeOf(document: TextDocument, { start, end }: Span): Range {
	return { start: document.positionAt(start), end: document.positionAt(end) };
}
