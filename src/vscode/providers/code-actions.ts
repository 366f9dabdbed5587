import * as vscode from 'vscode';
import type { Fix, Problem } from '../../core/model/problem.ts';
import { ruleOf, source, toRange, toWorkspaceEdit } from '../convert.ts';
import type { Surroundings } from '../surroundings.ts';
import { answer } from './answer.ts';

const quickFix = vscode.CodeActionKind.QuickFix;

/** The repairs of our problems. Bibliographies have problems, too, so that every document is asked about. */
export function registerQuickFixes({ service, log }: Surroundings): vscode.Disposable {
	const provider: vscode.CodeActionProvider = {
		provideCodeActions: ({ uri }, range, context, token) =>
			answer(log, 'Quick fix', token, async () => {
				const ours = context.diagnostics.filter((diagnostic) => diagnostic.source === source);
				if (ours.length === 0 || (context.only && !context.only.contains(quickFix))) return [];
				// Asked anew: the marks in the editor may be older than its text.
				const problems = await (service.reads(`${uri}`) ? service.check(`${uri}`, token) : service.checkSources());
				const here = problems.filter(({ file, range: at }) => file === `${uri}` && range.intersection(toRange(at)));
				const fixes = await service.fixesOf(here, token);
				return here.flatMap((problem, index) => actions(problem, fixes[index]!, ours));
			}),
	};
	return vscode.languages.registerCodeActionsProvider('*', provider, { providedCodeActionKinds: [quickFix] });
}

function actions(problem: Problem, fixes: readonly Fix[], marks: readonly vscode.Diagnostic[]): vscode.CodeAction[] {
	const at = toRange(problem.range);
	const diagnostics = marks.filter((mark) => ruleOf(mark) === problem.rule && mark.range.isEqual(at));
	return fixes.map((fix, index) => {
		const action = new vscode.CodeAction(fix.title, quickFix);
		action.edit = toWorkspaceEdit(fix.edits);
		action.diagnostics = diagnostics;
		action.isPreferred = index === 0;
		return action;
	});
}
