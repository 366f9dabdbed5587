import * as vscode from 'vscode';
import { URI, Utils } from 'vscode-uri';
import type { CorpusPattern } from '../../core/config.ts';
import type { SourceReport } from '../../core/corpus/types.ts';
import type { UnmatchedPattern } from '../../core/features/corpus-files.ts';
import { inDigits } from '../../core/translations.ts';
import { source as product, toRange } from '../convert.ts';
import { removeFromCorpus } from '../corpus-setting.ts';
import type { Surroundings } from '../surroundings.ts';
import { papersInWords, summary } from '../wording.ts';
import type { Command } from './command.ts';

export const showSourcesCommand = 'relatedWork.showSources';

interface Row extends vscode.QuickPickItem {
	/** Undefined for a pattern that gives no papers. */
	readonly report?: SourceReport;
	/** What names it, if the configuration does. */
	readonly patterns: readonly CorpusPattern[];
}

/** Lists where papers come from, with how many and what is wrong: to be opened, read again, or taken out. */
export const showSources: Command = {
	id: showSourcesCommand,
	execute: (surroundings) =>
		new Promise((resolve) => {
			const picker = vscode.window.createQuickPick<Row>();
			const subscriptions = [
				picker,
				surroundings.service.onDidChangeSources(() => void fill(picker, surroundings)),
				picker.onDidTriggerItemButton(({ item, button }) => void act(surroundings, item, button)),
				picker.onDidAccept(() => {
					const [row] = picker.activeItems;
					if (row?.report) void openSource(row.report);
					picker.hide();
				}),
				picker.onDidHide(() => {
					for (const one of subscriptions) one.dispose();
					resolve();
				}),
			];
			picker.matchOnDescription = true;
			picker.matchOnDetail = true;
			picker.show();
			void fill(picker, surroundings);
		}),
};

const again: vscode.QuickInputButton = {
	iconPath: new vscode.ThemeIcon('refresh'),
	tooltip: vscode.l10n.t('Read it again'),
};
const remove: vscode.QuickInputButton = {
	iconPath: new vscode.ThemeIcon('trash'),
	tooltip: vscode.l10n.t('Remove from the corpus'),
};

async function fill(picker: vscode.QuickPick<Row>, { service }: Surroundings): Promise<void> {
	const { papers, sources, loading, unmatched } = await service.status();
	picker.busy = loading.length > 0;
	picker.title = `${product}: ${papersInWords(papers)} · ${sourcesInWords(sources.length)}`;
	picker.placeholder =
		sources.length + unmatched.length > 0
			? vscode.l10n.t('Open a source')
			: vscode.l10n.t('No bibliography or corpus was read yet. The command “Add Papers…” names one.');
	const rows = await Promise.all(sources.map(async (report) => rowOf(report, await service.patternsOf(report.file))));
	picker.items = [...rows, ...unmatched.map(unmatchedRow)];
}

function sourcesInWords(count: number): string {
	return count === 1 ? vscode.l10n.t('1 source') : vscode.l10n.t('{0} sources', inDigits(count));
}

function unmatchedRow({ why, ...pattern }: UnmatchedPattern): Row {
	return { label: `$(circle-slash) ${pattern.pattern}`, description: why, buttons: [remove], patterns: [pattern] };
}

function rowOf(report: SourceReport, patterns: readonly CorpusPattern[]): Row {
	const uri = URI.parse(report.file);
	const path = vscode.workspace.asRelativePath(vscode.Uri.parse(report.file));
	const faulty = report.problems.some(({ severity }) => severity === 'error');
	return {
		label: `$(${faulty ? 'warning' : 'book'}) ${Utils.basename(uri)}`,
		description: summary(report),
		...(path !== Utils.basename(uri) && { detail: path }),
		buttons: patterns.length > 0 ? [again, remove] : [again],
		report,
		patterns,
	};
}

async function openSource({ file, problems }: SourceReport): Promise<void> {
	const at = problems[0]?.range;
	await vscode.window.showTextDocument(vscode.Uri.parse(file), at ? { selection: toRange(at) } : {});
}

async function act(surroundings: Surroundings, { report, patterns }: Row, button: vscode.QuickInputButton) {
	if (button === again) return report && surroundings.service.reloadSource(report.file);
	const names = patterns.map(({ pattern }) => vscode.l10n.t('“{0}”', pattern)).join(', ');
	const message = vscode.l10n.t('Remove {0} from the corpus?', names);
	const detail = vscode.l10n.t('Only the configuration changes. No file is deleted.');
	const yes = vscode.l10n.t('Remove');
	const chosen = await vscode.window.showWarningMessage(message, { modal: true, detail }, yes);
	if (chosen !== yes) return;
	const { service } = surroundings;
	const files = (await service.status()).sources.map(({ file }) => file);
	const named = await Promise.all(files.map(async (file) => (await service.patternsOf(file)).length > 0));
	await removeFromCorpus(surroundings, patterns);
	// A pattern may have stood for several.
	for (const file of files.filter((_, index) => named[index])) await service.releaseSource(file);
}
