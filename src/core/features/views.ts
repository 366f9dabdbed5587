import type { ConfigSource } from '../config.ts';
import type { Sources } from '../corpus/sources.ts';
import type { Alternatives, Corpus } from '../corpus/types.ts';
import type { Paper } from '../model/paper.ts';
import type { Projects } from '../project/resolver.ts';
import type { DocumentView } from '../rules/types.ts';
import { citingSentences, contextAt } from '../text/context.ts';
import { type CancellationToken, never } from '../util/cancellation.ts';
import type { Disposable } from '../util/event.ts';
import { baseName } from '../util/paths.ts';
import { spellings } from '../util/spellings.ts';
import type { Cited } from './cited.ts';
import type { DocumentScope } from './scope.ts';
import { createStatements } from './statements.ts';

/** Documents with all that features and rules look at. Undefined where there is none, or when cancelled. */
export interface Views extends Disposable {
	/** A document with what it may cite, once that is loaded. */
	scopeOf(uri: string, token: CancellationToken): Promise<DocumentScope | undefined>;
	/** The same with what its keys stand for. */
	viewOf(uri: string, token: CancellationToken): Promise<DocumentView | undefined>;
	/** The files that the configuration of a file names as its corpus. */
	corpusFiles(uri: string): Promise<readonly string[]>;
	/** True for bibliographies of TeX itself, which are nobody's to repair. */
	isForeign(file: string): boolean;
}

export function createViews(init: {
	readonly corpus: Corpus;
	readonly config: ConfigSource;
	readonly sources: Sources;
	readonly projects: Projects;
	readonly cited: Cited;
}): Views {
	const { corpus, config, sources, projects, cited } = init;
	const statements = createStatements(corpus);
	const foreign = new Set<string>();

	const corpusFiles = async (uri: string) => sources.expand((await config.forFile(uri)).corpus);

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
		const unread = scope.flatMap((file) => {
			const why = sources.whyUnread(file);
			return why ? [`${baseName(file)} ${why}`] : [];
		});
		const text = document.getText();
		return {
			...scanned,
			// What could not be read may have any key.
			project: unread.length > 0 ? { ...project, open: [...project.open, ...unread] } : project,
			scope,
			beyond: project.declares ? wider : [],
			judged: project.declares || wider.length > 0 || project.localKeys.size > 0,
			contextAt: (offset) => contextAt(text, semantics, language, offset),
			citingSentences: (except) => [
				...citingSentences(text, semantics, language, except),
				...[...project.documents.values()]
					.filter((other) => other !== scanned)
					.flatMap((other) => citingSentences(other.document.getText(), other.semantics, other.language)),
			],
		};
	}

	async function viewOf(uri: string, token: CancellationToken): Promise<DocumentView | undefined> {
		const scope = await scopeOf(uri, token);
		if (!scope) {
			if (!token.isCancellationRequested) cited.forget(uri);
			return undefined;
		}
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
		const alternatives = await alternativesOf([...papers.keys()], scope, token);
		const said = await statements.of(scope, token);
		if (token.isCancellationRequested) return undefined;
		cited.note(uri, scope.scope === 'everything' ? [] : scope.scope, papers.keys(), scope.project);
		return { ...scope, papers, elsewhere, otherCases, alternatives, statements: said };
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

	/** Other entries of the works that keys stand for. */
	async function alternativesOf(keys: readonly string[], { scope, beyond }: DocumentScope, token: CancellationToken) {
		const found = keys.length > 0 ? await corpus.alternatives({ keys, scope, beyond }, token) : [];
		const alternatives = new Map<string, Alternatives>();
		for (const [index, key] of keys.entries()) if (found[index]) alternatives.set(key, found[index]);
		return alternatives;
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

	return { scopeOf, viewOf, corpusFiles, isForeign: (file) => foreign.has(file), dispose: statements.dispose };
}
