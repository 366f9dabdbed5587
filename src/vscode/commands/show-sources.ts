import * as vscode from 'vscode';
import { URI, Utils } from 'vscode-uri';
import type { SourceReport } from '../../core/corpus/types.ts';
import { toRange } from '../convert.ts';
import { counted, summary } from '../wording.ts';
import type { Command } from './command.ts';

export const showSourcesCommand = 'relatedWork.showSources';

/** Lists where papers come from, with how many and what is wrong; opens the one that is chosen. */
export const showSources: Command = {
	id: showSourcesCommand,
	async execute({ service }) {
		const { papers, sources } = await service.status();
		const title = `Related Work: ${counted(papers, 'paper')} from ${counted(sources.length, 'source')}`;
		const placeHolder = sources.length > 0 ? 'Open a source' : 'No bibliography or corpus was read yet';
		const chosen = await vscode.window.showQuickPick(sources.map(row), {
			title,
			placeHolder,
			matchOnDescription: true,
		});
		if (!chosen) return;
		const at = chosen.report.problems[0]?.range;
		const uri = vscode.Uri.parse(chosen.report.file);
		await vscode.window.showTextDocument(uri, at ? { selection: toRange(at) } : {});
	},
};

function row(report: SourceReport): vscode.QuickPickItem & { readonly report: SourceReport } {
	const uri = URI.parse(report.file);
	const faulty = report.problems.some(({ severity }) => severity === 'error');
	return {
		label: `$(${faulty ? 'warning' : 'book'}) ${Utils.basename(uri)}`,
		description: summary(report),
		detail: vscode.workspace.asRelativePath(vscode.Uri.parse(report.file)),
		report,
	};
}
