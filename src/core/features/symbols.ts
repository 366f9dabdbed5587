import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type DocumentSymbol, SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import type { Corpus, Hit } from '../corpus/types.ts';
import { authorsAndYear, titleOf } from '../render/label.ts';
import { shown } from '../text/shown.ts';
import { fieldToText } from '../text/tex.ts';
import type { CancellationToken } from '../util/cancellation.ts';
import { fieldText, keyedEntries, rangeOf } from './bibliography-text.ts';

/** Papers that a search among all symbols of a workspace gives. */
const symbolLimit = 100;
/** Characters of a title that are read. */
const titleLength = 2000;

/** The entries of a BibTeX file, each by its key and its title: an editor searches the names of symbols alone. */
export function bibliographySymbols(document: TextDocument): DocumentSymbol[] {
	const text = document.getText();
	return keyedEntries(document).map((entry) => ({
		name: nameOf(entry.key, shown(fieldToText((fieldText(entry, 'title', text)?.value ?? '').slice(0, titleLength)))),
		kind: SymbolKind.Constant,
		range: rangeOf(document, entry.span),
		selectionRange: rangeOf(document, entry.keySpan),
	}));
}

function nameOf(key: string, title: string): string {
	return [shown(key), title].filter(Boolean).join(': ');
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
		{
			name: nameOf(key, titleOf(paper)),
			kind: SymbolKind.Constant,
			location,
			...(containerName && { containerName }),
		},
	];
}
