import * as vscode from 'vscode';
import type { SourceReport } from '../core/corpus/types.ts';
import type { CorpusStatus } from '../core/features/types.ts';
import { inDigits } from '../core/translations.ts';
import { disposeAll } from '../core/util/event.ts';
import { reloadCommand } from './commands/reload.ts';
import { showSourcesCommand } from './commands/show-sources.ts';
import { source as product } from './convert.ts';
import { createLatest } from './latest.ts';
import { answer } from './providers/answer.ts';
import type { Surroundings } from './surroundings.ts';
import { papersInWords, summary } from './wording.ts';

/** Sources that the tooltip lists; the command shows them all. */
const listed = 12;

/** "1,234 papers", with what is being read, and what could not be, in the tooltip. */
export function createStatusBar({ service, log }: Surroundings): vscode.Disposable {
	const item = vscode.window.createStatusBarItem('relatedWork.papers', vscode.StatusBarAlignment.Right, 90);
	item.name = product;
	const refreshing = createLatest(100, async (_, token) => {
		const status = await answer(log, 'Status', token, () => service.status());
		if (status) show(item, status);
	});
	const refresh = () => refreshing.run('all');
	item.text = `$(loading~spin) ${vscode.l10n.t('papers')}`;
	item.show();
	refresh();
	return disposeAll([item, refreshing, service.onDidChangeSources(refresh)]);
}

function show(item: vscode.StatusBarItem, status: CorpusStatus): void {
	const { papers, sources, loading, stopped, unmatched } = status;
	const text = papersInWords(papers);
	const icon = loading.length > 0 ? 'loading~spin' : stopped.length > 0 ? 'debug-pause' : 'library';
	item.text = `$(${icon}) ${text}`;
	item.command = loading.length === 0 && stopped.length > 0 ? reloadCommand : showSourcesCommand;
	const state = stateOf(status);
	item.accessibilityInformation = { label: [`${product}: ${text}`, state].filter(Boolean).join(', ') };
	const lines = sources.slice(0, listed).map(line);
	if (sources.length > listed) lines.push(vscode.l10n.t('… and {0} more', sources.length - listed));
	lines.push(...unmatched.map(({ pattern, why }) => `${pattern} ${why}`));
	if (lines.length === 0) lines.push(vscode.l10n.t('No bibliography or corpus was read yet.'));
	const citable =
		papers === 1 ? vscode.l10n.t('1 paper to cite') : vscode.l10n.t('{0} papers to cite', inDigits(papers));
	const title = [citable, state].filter(Boolean).join(', ');
	item.tooltip = new vscode.MarkdownString().appendText([title, '', ...lines].join('\n'));
}

/** What is going on, if anything. */
function stateOf({ loading, stopped }: CorpusStatus): string {
	if (loading.length > 0)
		return loading.length === 1 ? vscode.l10n.t('reading 1 file') : vscode.l10n.t('reading {0} files', loading.length);
	if (stopped.length === 0) return '';
	return stopped.length === 1
		? vscode.l10n.t('reading was stopped before 1 file was read; click to start it again')
		: vscode.l10n.t('reading was stopped before {0} files were read; click to start it again', stopped.length);
}

function line(report: SourceReport): string {
	return `${vscode.workspace.asRelativePath(vscode.Uri.parse(report.file))}: ${summary(report)}`;
}
