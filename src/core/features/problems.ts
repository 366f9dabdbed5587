import type { Position } from 'vscode-languageserver-types';
import type { Config, ConfigSource } from '../config.ts';
import type { Sources } from '../corpus/sources.ts';
import type { Corpus, SourceReport } from '../corpus/types.ts';
import { languageFor } from '../languages/index.ts';
import type { FileEdit, Fix, Problem } from '../model/problem.ts';
import type { Workspace } from '../ports.ts';
import { ruleById } from '../rules/index.ts';
import { asksFor, checkDocument, checkSource, type JudgedEntries } from '../rules/runner.ts';
import type { FixView } from '../rules/types.ts';
import { shown } from '../text/shown.ts';
import { type CancellationToken, never } from '../util/cancellation.ts';
import { editThatAdds } from './add-entry.ts';
import type { Cited } from './cited.ts';
import type { Keys } from './keys.ts';
import type { CitationService } from './types.ts';
import type { Unused } from './unused.ts';
import type { Views } from './views.ts';

/** What is wrong in documents and sources, and what can be done about it. */
export function createProblems(init: {
	readonly workspace: Workspace;
	readonly corpus: Corpus;
	readonly config: ConfigSource;
	readonly sources: Sources;
	readonly views: Views;
	readonly cited: Cited;
	readonly unused: Unused;
	readonly keys: Keys;
	/** Milliseconds since 1970. */
	readonly now: () => number;
}): Pick<CitationService, 'check' | 'checkSources' | 'fixes' | 'fixesOf' | 'fixAll'> {
	const { workspace, corpus, config, sources, views, cited, unused, keys, now } = init;

	async function check(uri: string, token: CancellationToken): Promise<readonly Problem[]> {
		const view = await views.viewOf(uri, token);
		return view ? checkDocument(view, await config.forFile(uri)) : [];
	}

	async function checkSources(named: readonly string[] = []): Promise<readonly Problem[]> {
		const problems = [...config.problems()];
		for (const report of [...sources.reports.values()]) {
			if (views.isForeign(report.file)) continue;
			const own = await config.forFile(report.file);
			problems.push(...checkSource(report, await entriesOf(report, own, named.includes(report.file)), own));
		}
		return problems;
	}

	/** The entries of a source that rules look at. */
	async function entriesOf({ file, papers }: SourceReport, own: Config, isNamed: boolean): Promise<JudgedEntries> {
		const keys = isNamed ? 'all' : cited.keysOf(file);
		const looksAt = papers > 0 && keys.length > 0 && asksFor('cited', own);
		const date = new Date(now());
		return {
			cited: looksAt ? await corpus.entries(file, keys, never) : [],
			unused: papers > 0 && asksFor('unused', own) ? await unused.in(file, never) : [],
			today: { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 },
		};
	}

	async function fixesOf(problems: readonly Problem[], token: CancellationToken): Promise<readonly (readonly Fix[])[]> {
		const fixViews = new Map<string, Promise<FixView | undefined>>();
		const fixViewOf = (uri: string) => {
			let view = fixViews.get(uri);
			if (!view) fixViews.set(uri, (view = prepare(uri, token)));
			return view;
		};
		const found: (readonly Fix[])[] = [];
		for (const problem of problems) {
			const rule = ruleById(problem.rule);
			if (!rule?.fixes || token.isCancellationRequested) found.push([]);
			else if (rule.scope === 'source') found.push(titled(await rule.fixes(problem, keys)));
			else if (rule.scope === 'entry') found.push(titled(rule.fixes(problem)));
			else if (rule.scope === 'suppression')
				found.push(titled(rule.fixes(problem, await views.scopeOf(problem.file, token))));
			else {
				const view = await fixViewOf(problem.file);
				found.push(view ? titled(await rule.fixes(problem, view, token)) : []);
			}
		}
		return found;
	}

	async function prepare(uri: string, token: CancellationToken): Promise<FixView | undefined> {
		const view = await views.viewOf(uri, token);
		return (
			view && {
				...view,
				corpus,
				addEntry: (paper) => editThatAdds(workspace, view.project, view.papers.values(), paper),
			}
		);
	}

	async function fixes(problem: Problem, token: CancellationToken): Promise<readonly Fix[]> {
		return (await fixesOf([problem], token))[0]!;
	}

	async function fixAll(uri: string, token: CancellationToken): Promise<readonly FileEdit[]> {
		const isDocument = languageFor(uri) !== undefined;
		// Places in a file that changed since it was read are places of something else.
		if (!isDocument) await sources.settled(uri, token);
		const own = isDocument ? await check(uri, token) : await checkSources();
		const edits: FileEdit[] = [];
		const here = own.filter(({ file }) => file === uri);
		for (const offered of await fixesOf(here, token)) {
			const fix = offered.find(({ safe }) => safe);
			if (fix && !fix.edits.some((edit) => edits.some((other) => overlap(edit, other)))) edits.push(...fix.edits);
		}
		return token.isCancellationRequested ? [] : edits;
	}

	return { check, checkSources, fixes, fixesOf, fixAll };
}

/** What names keys and papers, as a list shows it. */
const titled = (fixes: readonly Fix[]) => fixes.map((fix) => ({ ...fix, title: shown(fix.title) }));

function overlap(one: FileEdit, other: FileEdit): boolean {
	const before = (a: Position, b: Position) => a.line < b.line || (a.line === b.line && a.character <= b.character);
	return (
		one.file === other.file && !before(one.range.end, other.range.start) && !before(other.range.end, one.range.start)
	);
}
