import * as vscode from 'vscode';
import { bibtex } from '../../core/exporters/bibtex.ts';
import { inDigits } from '../../core/translations.ts';
import { never } from '../../core/util/cancellation.ts';
import type { Command } from './command.ts';

/** Keys that a message names. */
const named = 5;

/** Puts all papers that the project of the active document cites on the clipboard, as BibTeX. */
export const copyCited: Command = {
	id: 'relatedWork.copyCited',
	async execute({ service }) {
		const uri = vscode.window.activeTextEditor?.document.uri.toString();
		const cited = uri && (await service.citedPapers(uri, never));
		if (!cited || cited.papers.length + cited.missing.length === 0) {
			void vscode.window.showInformationMessage(vscode.l10n.t('Nothing is cited here.'));
			return;
		}
		const { papers, missing } = cited;
		await vscode.env.clipboard.writeText([...bibtex.write(papers)].join(''));
		const copied =
			papers.length === 1
				? vscode.l10n.t('Copied 1 entry.')
				: vscode.l10n.t('Copied {0} entries.', inDigits(papers.length));
		const keys = missing.slice(0, named).join(', ') + (missing.length > named ? ', …' : '');
		if (missing.length === 0) void vscode.window.showInformationMessage(copied);
		else void vscode.window.showWarningMessage(`${copied} ${vscode.l10n.t('No bibliography has {0}.', keys)}`);
	},
};
