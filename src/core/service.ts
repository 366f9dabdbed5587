import type { Position } from 'vscode-languageserver-types';
import type { ConfigSource } from './config.ts';
import { createSources } from './corpus/sources.ts';
import type { Corpus } from './corpus/types.ts';
import { addEntry } from './features/add-entry.ts';
import { type CompletionData, complete } from './features/completion.ts';
import { definition } from './features/definition.ts';
import { hover } from './features/hover.ts';
import type { DocumentScope } from './features/scope.ts';
import { suggest } from './features/suggestions.ts';
import type { CitationService } from './features/types.ts';
import { languageFor } from './languages/index.ts';
import type { Paper } from './model/paper.ts';
import type { FileEdit, Fix, Problem } from './model/problem.ts';
import { isWatching, type Logger, type TexFinder, type Workspace } from './ports.ts';
import { citesOf } from './project/cites.ts';
import { createProjects } from './project/resolver.ts';
import { card } from './render/card.ts';
import { ruleById } from './rules/index.ts';
import { checkDocument, checkSource } from './rules/runner.ts';
import type { DocumentView, FixView } from './rules/types.ts';
import { citingSentences, contextAt } from './text/context.ts';
import { type CancellationToken, never } from './util/cancellation.ts';
import { createEmitter, disposeAll } from './util/event.ts';
import { spellings } from './util/spellings.ts';

/** The only place where the parts of the core are put together. */
export function createCitationService(init: {
	readonly workspace: Workspace;
	readonly corpus: Corpus;
	readonly config: ConfigSource;
	readonly log: Logger;
	/** Where there is a TeX. */
	readonly tex?: TexFinder;
}): CitationService {
	const { workspace, corpus, config, log, tex } = init;
	const changed = createEmitter<void>();
	const sources = createSources({ workspace, corpus, log });
	const projects = createProjects({ workspace, config, log, tex });

	/** Bibliographies of TeX itself that projects use. */
	const foreign = new Set<string>();

	const corpusFiles = async (uri: string) => sources.expand((await config.forFile(uri)).corpus);

	/** A document with what it may cite, once that is loaded; undefined when cancelled before. */
	async function scopeOf(uri: string, token: CancellationToken): Promise<DocumentScope | undefined> {
		const [project, wider] = await Promise.all([projects.projectOf(uri, token), corpusFiles(uri)]);
		const scanned = project?.documents.get(uri);
		if (!project || !scanned || token.isCancellationRequested) return undefined;
		const scope = project.declares ? project.bibliographies : wider;
		for (const file of project.foreign) foreign.add(file);
		// What else the corpus has may come later: nobody should wait for it.
		void sources.ensure(wider, never);
		await sources.ensure(scope, token);
		if (token.isCancellationRequested) return undefined;
		const { document, semantics, language } = scanned;
		const text = document.getText();
		return {
			...scanned,
			project,
			scope,
			beyond: project.declares ? wider : [],
			judged: project.declares || wider.length > 0 || project.localKeys.size > 0,
			contextAt: (offset) => contextAt(text, semantics, language, offset),
			citingSentences: (except) => citingSentences(text, semantics, language, except),
		};
	}

	async function viewOf(uri: string, token: CancellationToken): Promise<DocumentView | undefined> {
		const scope = await scopeOf(uri, token);
		if (!scope) return undefined;
		const keys = [...new Set(scope.semantics.citations.flatMap(({ items }) => items.map(({ key }) => key)))];
		const found = await corpus.papers(keys, scope.scope, token);
		const papers = new Map<string, Paper>();
		for (const [index, key] of keys.entries()) if (found[index]) papers.set(key, found[index]);
		const { localKeys } = scope.project;
		const absent = keys.filter((key) => key && key !== '*' && !papers.has(key) && !localKeys.has(key));
		const elsewhere = await knownElsewhere(absent, uri, token);
		const otherCases = await otherCasesOf(
			absent.filter((key) => !elsewhere.has(key)),
			scope,
			token,
		);
		return token.isCancellationRequested ? undefined : { ...scope, papers, elsewhere, otherCases };
	}

	/** The keys, of some, that other roots which include a document let it cite. */
	async function knownElsewhere(keys: readonly string[], uri: string, token: CancellationToken) {
		const known = new Set<string>();
		const others = keys.length > 0 ? await projects.alsoIn(uri, token) : [];
		for (const { bibliographies, localKeys } of others) {
			await sources.ensure(bibliographies, token);
			const found = await corpus.papers(keys, bibliographies, token);
			for (const [index, key] of keys.entries()) if (found[index] || localKeys.has(key)) known.add(key);
		}
		return known;
	}

	/** What keys are called in other case, by the bibliographies and by the documents themselves. */
	async function otherCasesOf(keys: readonly string[], { scope, project }: DocumentScope, token: CancellationToken) {
		if (keys.length === 0) return new Map<string, readonly string[]>();
		const found = await corpus.inOtherCase(keys, scope, token);
		const local = spellings(project.localKeys);
		const others = keys.map((key, index) => {
			const same = new Set([...(found[index] ?? []), ...(local.get(key.toLowerCase()) ?? [])]);
			return [key, [...same]] as const;
		});
		return new Map(others.filter(([, same]) => same.length > 0));
	}

	async function check(uri: string, token: CancellationToken): Promise<readonly Problem[]> {
		const view = await viewOf(uri, token);
		return view ? checkDocument(view, await config.forFile(uri)) : [];
	}

	async function checkSources(): Promise<readonly Problem[]> {
		const own = [...sources.reports.values()].filter(({ file }) => !foreign.has(file));
		const problems = own.map(async (report) => checkSource(report, await config.forFile(report.file)));
		return [...config.problems(), ...(await Promise.all(problems)).flat()];
	}

	async function fixes(problem: Problem, token: CancellationToken): Promise<readonly Fix[]> {
		const rule = ruleById(problem.rule);
		if (!rule?.fixes) return [];
		if (rule.scope === 'source') return rule.fixes(problem);
		const view = await viewOf(problem.file, token);
		if (!view) return [];
		const fixView: FixView = {
			...view,
			corpus,
			addEntry: (paper) => addEntry(workspace, view.project, view.papers.values(), paper),
		};
		return rule.fixes(problem, fixView, token);
	}

	const subscriptions = [
		changed,
		sources,
		projects,
		sources.onDidChange(() => changed.fire()),
		config.onDidChange(() => changed.fire()),
	];
	if (isWatching(workspace)) subscriptions.push(workspace.onDidChange(() => changed.fire()));

	return Object.freeze({
		onDidChange: changed.event,
		reads: (uri: string) => languageFor(uri) !== undefined,
		async loadCorpus(token) {
			const files = await Promise.all(workspace.folders.map((folder) => corpusFiles(`${folder}/-`)));
			await sources.ensure([...new Set(files.flat())], token);
		},
		reload: sources.reload,
		async status() {
			return {
				papers: await corpus.count('everything'),
				sources: [...sources.reports.values()],
				loading: [...sources.loading],
			};
		},
		async complete(uri, position, token) {
			const view = await scopeOf(uri, token);
			return view && complete(view, corpus, position, token);
		},
		async suggest(uri, position, limit, token) {
			const view = await scopeOf(uri, token);
			return view ? suggest(view, corpus, position, limit, token) : [];
		},
		async resolveCompletion(item, token) {
			const { key, sentence, why } = item.data as CompletionData;
			const [paper] = await corpus.papers([key], 'everything', token);
			if (!paper) return item;
			const value = card(paper, sentence) + (why ? `\n\n*${why}*` : '');
			return { ...item, documentation: { kind: 'markdown', value } };
		},
		async hover(uri, position, token) {
			const view = await scopeOf(uri, token);
			return view && hover(view, corpus, position, token);
		},
		async definition(uri, position, token) {
			const view = await scopeOf(uri, token);
			return view ? definition(view, corpus, position, token) : [];
		},
		adopt: projects.adopt,
		check,
		checkSources,
		fixes,
		async fixAll(uri, token) {
			const own = languageFor(uri) ? await check(uri, token) : await checkSources();
			const edits: FileEdit[] = [];
			for (const problem of own.filter(({ file }) => file === uri)) {
				const fix = (await fixes(problem, token)).find(({ safe }) => safe);
				if (fix && !fix.edits.some((edit) => edits.some((other) => overlap(edit, other)))) edits.push(...fix.edits);
			}
			return token.isCancellationRequested ? [] : edits;
		},
		async addEntry(uri, key, token) {
			const view = await viewOf(uri, token);
			if (!view || view.beyond.length === 0) return [];
			const [[here], [paper]] = await Promise.all([
				corpus.papers([key], view.scope, token),
				corpus.papers([key], view.beyond, token),
			]);
			if (here || !paper || token.isCancellationRequested) return [];
			const edit = await addEntry(workspace, view.project, view.papers.values(), paper);
			return edit ? [edit] : [];
		},
		async cites(uri, token) {
			return citesOf(await projects.projectOf(uri, token));
		},
		dispose: () => disposeAll(subscriptions).dispose(),
	} satisfies CitationService);
}

function overlap(one: FileEdit, other: FileEdit): boolean {
	const before = (a: Position, b: Position) => a.line < b.line || (a.line === b.line && a.character <= b.character);
	return (
		one.file === other.file && !before(one.range.end, other.range.start) && !before(other.range.end, one.range.start)
	);
}
