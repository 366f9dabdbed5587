import * as vscode from 'vscode';
import type { SourceReport } from '../core/corpus/types.ts';
import type { CorpusStatus } from '../core/features/types.ts';
import { disposeAll } from '../core/util/event.ts';
import { showSourcesCommand } from './commands/show-sources.ts';
import { source as product } from './convert.ts';
import { createLatest } from './latest.ts';
import { answer } from './providers/answer.ts';
import type { Surroundings } from './surroundings.ts';
import { counted, summary } from './wording.ts';

/** Sources that the tooltip lists; the command shows them all. */
const listed = 12;

/** "1,234 papers", with what is being read, and what could not be, in the tooltip. */
export function createStatusBar({ service, log }: Surroundings): vscode.Disposable {
	const item = vscode.window.createStatusBarItem('relatedWork.papers', vscode.StatusBarAlignment.Right, 90);
	item.name = product;
	item.command = showSourcesCommand;
	const refreshing = createLatest(100, async (_, token) => {
		const status = await answer(log, 'Status', token, () => service.status());
		if (status) show(item, status);
	});
	const refresh = () => refreshing.run('all');
	item.text = '$(loading~spin) papers';
	item.show();
	refresh();
	return disposeAll([item, refreshing, service.onDidChange(refresh)]);
}

function show(item: vscode.StatusBarItem, { papers, sources, loading }: CorpusStatus): void {
	const text = counted(papers, 'paper');
	item.text = `${loading.length > 0 ? '$(loading~spin)' : '$(library)'} ${text}`;
	const state = loading.length > 0 ? `reading ${counted(loading.length, 'file')}` : '';
	item.accessibilityInformation = { label: [`${product}: ${text}`, state].filter(Boolean).join(', ') };
	const lines = sources.slice(0, listed).map(line);
	if (sources.length > listed) lines.push(`… and ${sources.length - listed} more`);
	if (sources.length === 0) lines.push('No bibliography or corpus was read yet.');
	const title = [`${text} to cite`, state].filter(Boolean).join(', ');
	item.tooltip = new vscode.MarkdownString().appendText([title, '', ...lines].join('\n'));
}

function line(report: SourceReport): string {
	return `${vscode.workspace.asRelativePath(vscode.Uri.parse(report.file))}: ${summary(report)}`;
}
