import type { ConfigSource } from './config.ts';
import { remembering } from './corpus/remembering.ts';
import { createSources } from './corpus/sources.ts';
import type { Corpus } from './corpus/types.ts';
import { addEntry } from './features/add-entry.ts';
import { createBrowsing } from './features/browsing.ts';
import { createCited } from './features/cited.ts';
import { createCiting } from './features/citing.ts';
import { type CompletionData, complete } from './features/completion.ts';
import { createCorpusFiles } from './features/corpus-files.ts';
import { definition } from './features/definition.ts';
import { hover } from './features/hover.ts';
import { createKeys } from './features/keys.ts';
import { createNavigation } from './features/navigation.ts';
import { createProblems } from './features/problems.ts';
import { createRewriting } from './features/rewriting.ts';
import { suggest } from './features/suggestions.ts';
import type { CitationService } from './features/types.ts';
import { createUnused } from './features/unused.ts';
import { createViews } from './features/views.ts';
import { languageFor } from './languages/index.ts';
import { isWatching, type Logger, type TexFinder, type Wait, type Workspace } from './ports.ts';
import { citesOf } from './project/cites.ts';
import { createProjects } from './project/resolver.ts';
import { card } from './render/card.ts';
import { collectReport } from './report/collect.ts';
import { createEmitter, disposeAll } from './util/event.ts';

/** The only place where the parts of the core are put together. */
export function createCitationService(init: {
	readonly workspace: Workspace;
	readonly corpus: Corpus;
	readonly config: ConfigSource;
	readonly log: Logger;
	/** Where there is a TeX. */
	readonly tex?: TexFinder;
	/** Where files change while the service runs, and there is time to wait until they are written to the end. */
	readonly wait?: Wait;
	/** Milliseconds since 1970: papers of the future are none. The clock of the machine by default. */
	readonly now?: () => number;
}): CitationService {
	const { workspace, config, log, tex, wait, now = Date.now } = init;
	const corpus = remembering(init.corpus);
	/** Files that lie elsewhere are named by the project, and it says how their keys are made. */
	const keyFormula = async (file: string) => {
		const [first] = workspace.folders;
		const inside =
			first === undefined || workspace.folders.some((folder) => file.startsWith(`${folder.replace(/\/$/, '')}/`));
		return (await config.forFile(inside ? file : `${first}/-`)).citationKeyFormula;
	};
	const changed = createEmitter<void>();
	const sourcesChanged = createEmitter<void>();
	const papersChanged = createEmitter<void>();
	const sources = createSources({ workspace, corpus, log, wait, keyFormula });
	const projects = createProjects({ workspace, config, log, tex });
	const cited = createCited();
	const unused = createUnused({ workspace, corpus, projects });
	const views = createViews({ corpus, config, sources, projects, cited });
	const keys = createKeys({ workspace, projects });
	const problems = createProblems({ workspace, corpus, config, sources, views, cited, unused, keys, now });
	const { unmatched, ...corpusFiles } = createCorpusFiles({ workspace, config, sources });
	const navigation = createNavigation({ workspace, corpus, projects, config, views, sources });

	const subscriptions = [
		changed,
		sourcesChanged,
		papersChanged,
		corpus,
		sources,
		projects,
		views,
		navigation,
		cited,
		sources.onDidChange(() => {
			sourcesChanged.fire();
			papersChanged.fire();
			changed.fire();
		}),
		config.onDidChange(() => {
			sourcesChanged.fire();
			papersChanged.fire();
			changed.fire();
			void sources.renewKeys();
		}),
		// Nothing else changes for documents.
		cited.onDidChange(() => sourcesChanged.fire()),
	];
	if (isWatching(workspace)) subscriptions.push(workspace.onDidChange(() => changed.fire()));

	const service: CitationService = Object.freeze({
		onDidChange: changed.event,
		onDidChangeSources: sourcesChanged.event,
		onDidChangePapers: papersChanged.event,
		onDidProgress: corpus.onDidProgress,
		reads: (uri, languageId) => languageFor(uri, languageId) !== undefined,
		async loadCorpus(token) {
			const files = await Promise.all(workspace.folders.map((folder) => views.corpusFiles(`${folder}/-`)));
			await sources.ensure([...new Set(files.flat())], token);
		},
		reload: sources.reload,
		stopLoading: sources.stop,
		async status() {
			return {
				papers: await corpus.count('everything'),
				sources: [...sources.reports.values()],
				loading: [...sources.loading],
				stopped: [...sources.stopped],
				unmatched: await unmatched(),
			};
		},
		async complete(uri, position, token) {
			const view = await views.scopeOf(uri, token);
			return view && complete(view, corpus, position, token);
		},
		async suggest(uri, position, limit, token) {
			const view = await views.scopeOf(uri, token);
			return view ? suggest(view, corpus, position, limit, token) : [];
		},
		async resolveCompletion(item, token) {
			// A row that stands for no paper says all from the start.
			if (!item.data) return item;
			const { uri, key, sentence, add, why } = item.data as CompletionData;
			const view = await views.scopeOf(uri, token);
			if (!view) return item;
			// Another source may have another paper under that key.
			const [paper] = await corpus.papers([key], add ? view.beyond : view.scope, token);
			if (!paper) return item;
			const value = card(paper, sentence) + (why ? `\n\n*${why}*` : '');
			return { ...item, documentation: { kind: 'markdown', value } };
		},
		async hover(uri, position, token) {
			const view = await views.scopeOf(uri, token);
			return view && hover(view, corpus, position, token);
		},
		async definition(uri, position, token) {
			const view = await views.scopeOf(uri, token);
			return view ? definition(view, corpus, position, token) : [];
		},
		references: keys.references,
		keyAt: keys.keyAt,
		rename: keys.rename,
		twins: keys.twins,
		merge: keys.merge,
		adopt: projects.adopt,
		...problems,
		...createCiting({ workspace, corpus, views, keyFormula }),
		...createRewriting({ corpus, views }),
		...navigation,
		...createBrowsing({ corpus, views, projects, sources }),
		...corpusFiles,
		async addEntry(uri, key, token, into) {
			const nothing = { kind: 'nothing' } as const;
			const view = await views.viewOf(uri, token);
			if (!view || view.beyond.length === 0) return nothing;
			const [[here], [paper]] = await Promise.all([
				corpus.papers([key], view.scope, token),
				corpus.papers([key], view.beyond, token),
			]);
			if (here || !paper || token.isCancellationRequested) return nothing;
			return addEntry(workspace, view.project, view.papers.values(), paper, into);
		},
		async cites(uri, token) {
			return citesOf(await projects.projectOf(uri, token));
		},
		report: (uri, wish, token) => collectReport({ workspace, config, service }, uri, wish, token),
		dispose: () => disposeAll(subscriptions).dispose(),
	} satisfies CitationService);
	return service;
}
