import type { Position } from 'vscode-languageserver-types';
import type { ConfigSource } from '../config.ts';
import type { Sources } from '../corpus/sources.ts';
import type { Corpus } from '../corpus/types.ts';
import { languageFor } from '../languages/index.ts';
import type { FileEdit, Fix, Problem } from '../model/problem.ts';
import type { Workspace } from '../ports.ts';
import { ruleById } from '../rules/index.ts';
import { checkDocument, checkSource } from '../rules/runner.ts';
import type { FixView } from '../rules/types.ts';
import type { CancellationToken } from '../util/cancellation.ts';
import { addEntry } from './add-entry.ts';
import type { CitationService } from './types.ts';
import type { Views } from './views.ts';

/** What is wrong in documents and sources, and what can be done about it. */
export function createProblems(init: {
	readonly workspace: Workspace;
	readonly corpus: Corpus;
	readonly config: ConfigSource;
	readonly sources: Sources;
	readonly views: Views;
}): Pick<CitationService, 'check' | 'checkSources' | 'fixes' | 'fixesOf' | 'fixAll'> {
	const { workspace, corpus, config, sources, views } = init;

	async function check(uri: string, token: CancellationToken): Promise<readonly Problem[]> {
		const view = await views.viewOf(uri, token);
		return view ? checkDocument(view, await config.forFile(uri)) : [];
	}

	async function checkSources(): Promise<readonly Problem[]> {
		const own = [...sources.reports.values()].filter(({ file }) => !views.isForeign(file));
		const problems = own.map(async (report) => checkSource(report, await config.forFile(report.file)));
		return [...config.problems(), ...(await Promise.all(problems)).flat()];
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
			else if (rule.scope === 'source') found.push(rule.fixes(problem));
			else {
				const view = await fixViewOf(problem.file);
				found.push(view ? await rule.fixes(problem, view, token) : []);
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
				addEntry: (paper) => addEntry(workspace, view.project, view.papers.values(), paper),
			}
		);
	}

	async function fixes(problem: Problem, token: CancellationToken): Promise<readonly Fix[]> {
		return (await fixesOf([problem], token))[0]!;
	}

	async function fixAll(uri: string, token: CancellationToken): Promise<readonly FileEdit[]> {
		const own = languageFor(uri) ? await check(uri, token) : await checkSources();
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

function overlap(one: FileEdit, other: FileEdit): boolean {
	const before = (a: Position, b: Position) => a.line < b.line || (a.line === b.line && a.character <= b.character);
	return (
		one.file === other.file && !before(one.range.end, other.range.start) && !before(other.range.end, one.range.start)
	);
}
