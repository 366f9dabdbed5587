import type { Position } from 'vscode-languageserver-types';
import type { Corpus, Hit } from '../corpus/types.ts';
import type { FileEdit } from '../model/problem.ts';
import type { Workspace } from '../ports.ts';
import { citesOf } from '../project/cites.ts';
import { type WayToCite, waysToCite } from '../project/ways-to-cite.ts';
import type { CancellationToken } from '../util/cancellation.ts';
import { type CiteRequest, cite } from './cite.ts';
import { type CitedPapers, citedPapers } from './cited-papers.ts';
import { findPapers, type PaperSearch } from './find-papers.ts';
import { type CitedPaste, citeText } from './paste.ts';
import type { Views } from './views.ts';

/** Finding papers and citing them at a place of a document, for a front end's own list of papers. */
export interface Citing {
	/** The ways to cite in a document, most used first; none where it cannot be read. */
	waysToCite(uri: string, token: CancellationToken): Promise<readonly WayToCite[]>;
	/** Papers to cite at a place, best first. */
	findPapers(uri: string, position: Position, search: PaperSearch, token: CancellationToken): Promise<readonly Hit[]>;
	/** The edits of a document that cite papers at a place; those of bibliographies are `addEntry`'s. */
	cite(uri: string, position: Position, request: CiteRequest, token: CancellationToken): Promise<readonly FileEdit[]>;
	/** What pasting a text at a place would do if it is to be cited; undefined where it stands for no paper. */
	citeText(uri: string, position: Position, text: string, token: CancellationToken): Promise<CitedPaste | undefined>;
	/** What the project of a document cites; undefined where it cannot be read. */
	citedPapers(uri: string, token: CancellationToken): Promise<CitedPapers | undefined>;
}

export function createCiting(init: {
	readonly workspace: Workspace;
	readonly corpus: Corpus;
	readonly views: Views;
	/** How the keys of papers are made that have none, for a file. */
	readonly keyFormula: (file: string) => Promise<string | undefined>;
}): Citing {
	const { workspace, corpus, views, keyFormula } = init;
	return {
		async waysToCite(uri, token) {
			const view = await views.scopeOf(uri, token);
			return view ? waysToCite(view) : [];
		},
		async findPapers(uri, position, search, token) {
			const view = await views.scopeOf(uri, token);
			return view ? findPapers(view, corpus, position, search, token) : [];
		},
		async cite(uri, position, request, token) {
			const view = await views.scopeOf(uri, token);
			return view ? cite(view, corpus, position, request, token) : [];
		},
		async citeText(uri, position, text, token) {
			const view = await views.viewOf(uri, token);
			return view && citeText(view, corpus, workspace, position, text, () => keyFormula(uri), token);
		},
		async citedPapers(uri, token) {
			const view = await views.scopeOf(uri, token);
			return view && citedPapers(corpus, citesOf(view.project), view.scope, token);
		},
	};
}
