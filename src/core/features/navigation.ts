import type {
	DocumentLink,
	DocumentSymbol,
	InlayHint,
	Location,
	Position,
	Range,
	WorkspaceSymbol,
} from 'vscode-languageserver-types';
import type { ConfigSource } from '../config.ts';
import type { Sources } from '../corpus/sources.ts';
import type { Corpus } from '../corpus/types.ts';
import type { Workspace } from '../ports.ts';
import type { Projects } from '../project/resolver.ts';
import type { CancellationToken } from '../util/cancellation.ts';
import type { Disposable } from '../util/event.ts';
import { isBibtex, keyedEntries, rangeOf } from './bibliography-text.ts';
import { createCiters } from './citers.ts';
import { entryHover } from './entry-hover.ts';
import type { hover } from './hover.ts';
import { type HintedKeys, inlayHints } from './inlay-hints.ts';
import { bibliographyLinks, documentLinks } from './links.ts';
import { placeAt } from './place.ts';
import { bibliographySymbols, paperSymbols } from './symbols.ts';
import type { Views } from './views.ts';

/** An entry of a bibliography. */
export interface EntryPlace {
	readonly key: string;
	/** Of the key. */
	readonly range: Range;
}

/** Finding one's way in documents and bibliographies. Nothing throws for what a file contains. */
export interface Navigation {
	/** In documents, the names of bibliographies; in BibTeX files, DOIs, arXiv ids and attached files. */
	links(uri: string, token: CancellationToken): Promise<readonly DocumentLink[]>;
	/** All places of the key under the cursor in the same document. */
	highlights(uri: string, position: Position, token: CancellationToken): Promise<readonly Range[]>;
	/** The entries of a BibTeX file. */
	entrySymbols(uri: string): Promise<readonly DocumentSymbol[]>;
	/** At most 100 papers of all sources, best first. */
	paperSymbols(query: string, token: CancellationToken): Promise<readonly WorkspaceSymbol[]>;
	/** Authors and year behind keys in a part of a document. */
	inlayHints(uri: string, range: Range, keys: HintedKeys, token: CancellationToken): Promise<readonly InlayHint[]>;
	/** The entries of a BibTeX file that some document cites from; none of others. */
	citableEntries(uri: string, token: CancellationToken): Promise<readonly EntryPlace[]>;
	/** Where an entry of a BibTeX file is cited, in all projects that cite from the file. */
	citedAt(uri: string, key: string, token: CancellationToken): Promise<readonly Location[]>;
	/** The paper of the entry whose key is under the cursor in a BibTeX file, and where it is cited. */
	entryHover(uri: string, position: Position, token: CancellationToken): ReturnType<typeof hover>;
}

export function createNavigation(init: {
	readonly workspace: Workspace;
	readonly corpus: Corpus;
	readonly projects: Projects;
	readonly config: ConfigSource;
	readonly views: Views;
	readonly sources: Sources;
}): Navigation & Disposable {
	const { workspace, corpus, projects, config, views, sources } = init;
	const citers = createCiters({ workspace, projects, config, corpusFiles: views.corpusFiles });

	/** A BibTeX file; undefined for others, and where there is none. */
	async function bibtexOf(uri: string) {
		const isThere = isBibtex(uri) && (await workspace.stat(uri))?.kind === 'file';
		return isThere ? workspace.open(uri) : undefined;
	}

	return {
		async links(uri, token) {
			const bibliography = await bibtexOf(uri);
			if (bibliography) return bibliographyLinks(bibliography);
			const project = isBibtex(uri) ? undefined : await projects.projectOf(uri, token);
			const scanned = project?.documents.get(uri);
			return project && scanned ? documentLinks(scanned, project) : [];
		},
		async highlights(uri, position, token) {
			const view = await views.scopeOf(uri, token);
			const key = view && placeAt(view, position)?.item?.key;
			if (!key) return [];
			const { citations, localKeys } = view.semantics;
			const cited = citations.flatMap(({ items }) => items);
			return [...cited, ...localKeys].filter((one) => one.key === key).map(({ span }) => rangeOf(view.document, span));
		},
		async entrySymbols(uri) {
			const document = await bibtexOf(uri);
			return document ? bibliographySymbols(document) : [];
		},
		paperSymbols: (query, token) => paperSymbols(corpus, query, token),
		async inlayHints(uri, range, keys, token) {
			const view = await views.scopeOf(uri, token);
			return view ? inlayHints(view, corpus, range, keys, token) : [];
		},
		async citableEntries(uri, token) {
			const document = await bibtexOf(uri);
			if (!document || !(await citers.of(uri, token))) return [];
			return keyedEntries(document).map(({ key, keySpan }) => ({ key, range: rangeOf(document, keySpan) }));
		},
		async citedAt(uri, key, token) {
			return (await citers.of(uri, token))?.get(key) ?? [];
		},
		async entryHover(uri, position, token) {
			const document = await bibtexOf(uri);
			if (!document) return undefined;
			const citing = await citers.of(uri, token);
			// No document that cites from it may have been opened yet.
			if (citing) await sources.ensure([uri], token);
			return entryHover(document, corpus, position, citing, token);
		},
		dispose: citers.dispose,
	};
}
