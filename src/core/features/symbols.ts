import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type DocumentSymbol, SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import type { Corpus, Hit } from '../corpus/types.ts';
import { authorsAndYear } from '../render/label.ts';
import { fieldToText } from '../text/tex.ts';
import type { CancellationToken } from '../util/cancellation.ts';
import { fieldText, keyedEntries, rangeOf } from './bibliography-text.ts';

/** Papers that a search among all symbols of a workspace gives. */
const symbolLimit = 100;

/** The entries of a BibTeX file, each by its key with its title beside it. */
export function bibliographySymbols(document: TextDocument): DocumentSymbol[] {
	const text = document.getText();
	return keyedEntries(document).map((entry) => ({
		name: entry.key,
		detail: fieldToText(fieldText(entry, 'title', text)?.value ?? ''),
		kind: SymbolKind.Constant,
		range: rangeOf(document, entry.span),
		selectionRange: rangeOf(document, entry.keySpan),
	}));
}

/** Papers of all sources whose key, title or authors have what is typed; none for nothing. */
export async function paperSymbols(
	corpus: Corpus,
	query: string,
	token: CancellationToken,
): Promise<WorkspaceSymbol[]> {
	if (query.trim() === '') return [];
	const hits = await corpus.complete({ query, scope: 'everything', limit: symbolLimit }, token);
	return hits.flatMap(symbolOf);
}

function symbolOf({ key, paper }: Hit): WorkspaceSymbol[] {
	const [place] = paper.provenance;
	if (!place) return [];
	const location = { uri: place.file, range: place.keyRange ?? place.range };
	const containerName = authorsAndYear(paper);
	return [
		{ name: `${key}: ${paper.title}`, kind: SymbolKind.Constant, location, ...(containerName && { containerName }) },
	];
}
