import type { Position } from 'vscode-languageserver-types';
import type { Sources } from '../corpus/sources.ts';
import type { Browsed, BrowseQuestion, Corpus, Hit, TopicsAnswer, Venue } from '../corpus/types.ts';
import type { Paper } from '../model/paper.ts';
import { citesOf } from '../project/cites.ts';
import type { Projects } from '../project/resolver.ts';
import type { CancellationToken } from '../util/cancellation.ts';
import { isBibtex } from './bibliography-text.ts';
import { type Fits, fitsAt } from './fits.ts';
import { type Outline, outlineOf, type ProblemsByFile } from './outline.ts';
import { type Picture, pictureOf } from './picture.ts';
import { similarTo } from './similar.ts';
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
	/** What the project of a document cites, as numbers to draw; undefined where it cannot be read. */
	picture(uri: string, token: CancellationToken): Promise<Picture | undefined>;
	/**
	 * The map of all papers, and where on it those of some keys are; undefined where it was cancelled.
	 *
	 * @param uri The document whose keys these are; keys of the whole corpus without one.
	 * @param known The stamp of the map that is there already.
	 */
	topics(
		uri: string | undefined,
		keys: readonly string[],
		known: string | undefined,
		token: CancellationToken,
	): Promise<TopicsAnswer | undefined>;
	/**
	 * Papers that say what another one says, best first.
	 *
	 * @param uri The document that cites it, or the source that it stands in.
	 */
	similar(uri: string, key: string, limit: number, token: CancellationToken): Promise<readonly Hit[]>;
	/** The paper of a key as a document cites it, or in the source that `uri` is. */
	paperAt(uri: string, key: string, token: CancellationToken): Promise<Paper | undefined>;
	/** The paper of a key in one source. */
	paperIn(source: string, key: string, token: CancellationToken): Promise<Paper | undefined>;
}

export function createBrowsing(init: {
	readonly corpus: Corpus;
	readonly views: Views;
	readonly projects: Projects;
	readonly sources: Sources;
}): Browsing {
	const { corpus, views, projects, sources } = init;
	/** A place that papers are named at: with what a document may cite, or a source. */
	const placeOf = async (uri: string, token: CancellationToken) => {
		const view = isBibtex(uri) ? undefined : await views.scopeOf(uri, token);
		// No document that cites from it may have been opened yet.
		if (isBibtex(uri)) await sources.ensure([uri], token);
		return { scope: view?.scope ?? [uri], beyond: view?.beyond ?? [], view };
	};
	const paperAt = async (uri: string, key: string, token: CancellationToken) => {
		const { scope } = await placeOf(uri, token);
		const [paper] = await corpus.papers([key], scope, token);
		return paper;
	};
	return {
		paperAt,
		async similar(uri, key, limit, token) {
			const { view, scope, beyond } = await placeOf(uri, token);
			const [paper] = await corpus.papers([key], scope, token);
			if (!paper || token.isCancellationRequested) return [];
			const question = view ? { scope, beyond, limit } : { scope: 'everything' as const, beyond: [], limit };
			return similarTo(corpus, paper, question, token);
		},
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
		async picture(uri, token) {
			const view = await views.scopeOf(uri, token);
			if (!view) return undefined;
			const { keys } = citesOf(view.project);
			const found = await corpus.papers(keys, view.scope, token);
			if (token.isCancellationRequested) return undefined;
			return pictureOf(view.project, new Map(keys.flatMap((key, i) => (found[i] ? [[key, found[i]] as const] : []))));
		},
		async topics(uri, keys, known, token) {
			const view = uri === undefined ? undefined : await views.scopeOf(uri, token);
			if (token.isCancellationRequested) return undefined;
			return corpus.topics({ keys, scope: view?.scope ?? 'everything', ...(known && { known }) }, token);
		},
		async paperIn(source, key, token) {
			const [paper] = await corpus.papers([key], [source], token);
			return paper;
		},
	};
}
