import * as vscode from 'vscode';
import { titleOf } from '../../core/render/label.ts';
import { disposeAll } from '../../core/util/event.ts';
import type { Command } from '../commands/command.ts';
import { isPaperRow, paperCard } from './paper-rows.ts';

export const showPaperCommand = 'relatedWork.views.showPaper';

const scheme = 'relatedwork-paper';

/** Cards that are kept, for previews that are shown again. */
const mostCards = 50;

const cards = () => {
	const texts = new Map<string, string>();
	return {
		add(uri: vscode.Uri, text: string) {
			texts.delete(uri.toString());
			texts.set(uri.toString(), text);
			const [oldest] = texts.keys();
			if (texts.size > mostCards && oldest !== undefined) texts.delete(oldest);
		},
		get: (uri: vscode.Uri) => texts.get(uri.toString()),
	};
};

/** Shows the card of a paper beside the text, in the editor's own preview of Markdown. */
export function paperCards(): { readonly command: Command; readonly registration: vscode.Disposable } {
	const known = cards();
	const changed = new vscode.EventEmitter<vscode.Uri>();
	const provider: vscode.TextDocumentContentProvider = {
		onDidChange: changed.event,
		provideTextDocumentContent: (uri) => known.get(uri) ?? vscode.l10n.t('Click the paper again to see it here.'),
	};
	const provided = vscode.workspace.registerTextDocumentContentProvider(scheme, provider);
	return {
		registration: { dispose: disposeAll([changed, provided]).dispose },
		command: {
			id: showPaperCommand,
			async execute(_, row) {
				if (!isPaperRow(row)) return;
				const name =
					titleOf(row.fit.paper)
						.replace(/[\\/?#:]+/g, ' ')
						.trim() || row.fit.key;
				const uri = vscode.Uri.from({ scheme, path: `/${name}.md`, query: row.fit.key });
				known.add(uri, paperCard(row));
				changed.fire(uri);
				await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
			},
		},
	};
}
