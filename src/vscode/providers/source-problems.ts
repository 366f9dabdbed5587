import * as vscode from 'vscode';
import type { Problem } from '../../core/model/problem.ts';
import { inDigits } from '../../core/translations.ts';
import { disposeAll } from '../../core/util/event.ts';
import { source } from '../convert.ts';
import { createLatest } from '../latest.ts';
import type { Surroundings } from '../surroundings.ts';
import { answer } from './answer.ts';
import { createPublished } from './published.ts';

/** Problems shown of one source: where there are more, the file is mostly of another kind. */
const limit = 200;

/** Milliseconds in which no source changes before their problems are gathered. */
const pause = 200;

/** Keeps the problems of bibliographies, corpus and configuration files up to date, open in an editor or not. */
export function publishSourceProblems(surroundings: Surroundings): vscode.Disposable {
	const { service, log } = surroundings;
	const published = createPublished(`${source}: sources`, surroundings);
	const gathering = createLatest(pause, async (_, token) => {
		const problems = await answer(log, 'Check of sources', token, () => service.checkSources());
		if (!problems) return;
		const byFile = new Map<string, Problem[]>(problems.map(({ file }) => [file, []]));
		for (const problem of problems) byFile.get(problem.file)?.push(problem);
		for (const file of published.files()) if (!byFile.has(file)) published.delete(file);
		for (const [file, list] of byFile) published.set(file, shown(list));
	});
	const gather = () => gathering.run('all');
	gather();
	return disposeAll([published, gathering, service.onDidChangeSources(gather)]);
}

function shown(problems: readonly Problem[]): readonly Problem[] {
	const next = problems[limit];
	if (!next) return problems;
	const left = problems.length - limit;
	const message =
		left === 1
			? vscode.l10n.t('1 more problem in this file is not shown. Repair those above first.')
			: vscode.l10n.t('{0} more problems in this file are not shown. Repair those above first.', inDigits(left));
	return [...problems.slice(0, limit), { ...next, severity: 'information', message }];
}
