import * as vscode from 'vscode';
import { pageStyle, type ReportFrame, reportPage } from '../../core/report/page.ts';
import type { ReportData } from '../../core/report/types.ts';
import { longDate } from '../../core/translations.ts';
import type { Disposable } from '../../core/util/event.ts';
import { baseName } from '../../core/util/paths.ts';
import { type FromReport, readFromReport } from '../../webviews/messages.ts';
import { reportStyle } from '../../webviews/report/style.ts';
import type { Command } from '../commands/command.ts';
import { toRange } from '../convert.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Followed } from './followed.ts';
import { addressIn, hashOf, nonce, panelColumn, webviewOptions } from './webview.ts';

const stepInWords = {
	documents: (at: number, of: number) => vscode.l10n.t('document {0} of {1}', at, of),
	sections: (at: number, of: number) => vscode.l10n.t('section {0} of {1}', at, of),
};

const reportPanel = 'relatedWork.report';

/** A report that is open. */
interface Open {
	readonly panel: vscode.WebviewPanel;
	data: ReportData;
	/** The document that it is about. */
	uri: string;
}

/** The report on what the followed document cites, in an editor of its own; made again by the same command. */
export function createReport(
	{ service, extensionUri, log }: Surroundings,
	followed: Followed,
): Disposable & { readonly commands: readonly Command[] } {
	let open: Open | undefined;

	const page = async (webview: vscode.Webview, data: ReportData) => {
		const script = { address: addressIn(webview, extensionUri, 'report.js'), nonce: nonce() };
		const frame: ReportFrame = { style: reportStyle, script };
		return reportPage(data, await hashOf(pageStyle(frame)), frame);
	};

	function panelFor(data: ReportData, uri: string): Open {
		const options = { ...webviewOptions(extensionUri), enableFindWidget: true };
		const panel = vscode.window.createWebviewPanel(reportPanel, '', panelColumn(), options);
		const made: Open = { panel, data, uri };
		panel.webview.onDidReceiveMessage((message) => {
			const read = readFromReport(message);
			if (read) void act(made, read).catch((error) => log.error(`Report: ${error}`));
		});
		panel.onDidDispose(() => {
			if (open === made) open = undefined;
		});
		return made;
	}

	async function act({ data, uri }: Open, message: FromReport): Promise<void> {
		if (message.type === 'save') return save(data, uri);
		const at = data.problems[message.index]?.at;
		if (!at) return;
		const target = vscode.Uri.parse(at.uri);
		const visible = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === at.uri);
		const column = (visible ?? vscode.window.visibleTextEditors[0])?.viewColumn ?? vscode.ViewColumn.Beside;
		await vscode.window.showTextDocument(target, { selection: toRange(at.range), viewColumn: column });
	}

	async function save(data: ReportData, uri: string): Promise<void> {
		const root = vscode.Uri.parse(uri);
		const name = root.path.replace(/\.[^./]*$/, '');
		const target = await vscode.window.showSaveDialog({
			defaultUri: root.with({ path: `${name}-citations.html`, query: '', fragment: '' }),
			filters: { HTML: ['html'] },
			title: vscode.l10n.t('Save the Report'),
		});
		if (!target) return;
		const plain = reportPage(data, await hashOf(pageStyle()));
		await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(plain));
		vscode.window.setStatusBarMessage(vscode.l10n.t('Saved {0}.', baseName(target.path)), 5000);
	}

	const make: Command = {
		id: reportPanel,
		async execute() {
			const uri = followed.document?.uri.toString();
			if (!uri) {
				const message = vscode.l10n.t('Open a document first: the report is about what it cites.');
				void vscode.window.showInformationMessage(message);
				return;
			}
			const options = {
				location: vscode.ProgressLocation.Notification,
				title: vscode.l10n.t('Making the report'),
				cancellable: true,
			};
			const data = await vscode.window.withProgress(options, (progress, token) =>
				service.report(
					uri,
					{
						show: (file) => vscode.workspace.asRelativePath(vscode.Uri.parse(file)),
						made: longDate(new Date()),
						progress: ({ step, done, of }) => progress.report({ message: stepInWords[step](done + 1, of) }),
					},
					token,
				),
			);
			if (!data) return;
			if (!open) open = panelFor(data, uri);
			else Object.assign(open, { data, uri });
			open.panel.title = vscode.l10n.t('Citations of {0}', data.root);
			const { panel } = open;
			panel.webview.html = await page(panel.webview, data);
			panel.reveal();
		},
	};
	const saveAs: Command = {
		id: 'relatedWork.report.save',
		execute: async () => open && save(open.data, open.uri),
	};
	return { commands: [make, saveAs], dispose: () => open?.panel.dispose() };
}
