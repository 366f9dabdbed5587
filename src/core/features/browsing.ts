import type { Position } from 'vscode-languageserver-types';
import type { Browsed, BrowseQuestion, Corpus, Venue } from '../corpus/types.ts';
import type { Paper } from '../model/paper.ts';
import { citesOf } from '../project/cites.ts';
import type { Projects } from '../project/resolver.ts';
import type { CancellationToken } from '../util/cancellation.ts';
import { type Fits, fitsAt } from './fits.ts';
import { type Outline, outlineOf, type ProblemsByFile } from './outline.ts';
import type { Views } from './views.ts';

/** What someone looks for among all papers. */
export interface PaperFilter extends Pick<BrowseQuestion, 'query' | 'limit' | 'years' | 'venue' | 'source'> {
	/** Only what the project cites, or only what it does not. */
	readonly cited?: boolean;
}

/** Papers and citations to look through, for lists that stay on the screen. */
export interface Browsing {
	/**
	 * What the project of a document cites, by section; undefined where it cannot be read. Loads no bibliography.
	 *
	 * @param problems What `check` gave for its files, as far as it is to be shown.
	 */
	outline(uri: string, problems: ProblemsByFile, token: CancellationToken): Promise<Outline | undefined>;
	/** What keys of a document stand for, in order; undefined for those that it cannot cite. */
	papersOf(uri: string, keys: readonly string[], token: CancellationToken): Promise<readonly (Paper | undefined)[]>;
	/** What fits a place of a document; undefined where it cannot be read. */
	fitsAt(uri: string, position: Position, limit: number, token: CancellationToken): Promise<Fits | undefined>;
	/** Papers that were read, as `uri` would cite them: those of its bibliography first, and by its keys. */
	browse(uri: string | undefined, filter: PaperFilter, token: CancellationToken): Promise<Browsed>;
	/** Where papers appeared, most papers first. */
	venues(token: CancellationToken): Promise<readonly Venue[]>;
}

export function createBrowsing(init: {
	readonly corpus: Corpus;
	readonly views: Views;
	readonly projects: Projects;
}): Browsing {
	const { corpus, views, projects } = init;
	return {
		async outline(uri, problems, token) {
			const project = await projects.projectOf(uri, token);
			return project && !token.isCancellationRequested ? outlineOf(project, problems) : undefined;
		},
		async papersOf(uri, keys, token) {
			const view = await views.scopeOf(uri, token);
			return view ? corpus.papers(keys, view.scope, token) : keys.map(() => undefined);
		},
		async fitsAt(uri, position, limit, token) {
			const view = await views.scopeOf(uri, token);
			return view && fitsAt(view, corpus, position, limit, token);
		},
		async browse(uri, { cited, ...filter }, token) {
			const view = uri === undefined ? undefined : await views.scopeOf(uri, token);
			const keys = cited === undefined || !view ? undefined : citesOf(view.project).keys;
			const question = { ...filter, scope: view?.scope ?? ('everything' as const) };
			return corpus.browse({ ...question, ...(keys && { cited: { keys, wanted: cited === true } }) }, token);
		},
		venues: (token) => corpus.venues(token),
	};
}
