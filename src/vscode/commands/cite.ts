import * as vscode from 'vscode';
import type { WayToCite } from '../../core/features/ways-to-cite.ts';
import { never } from '../../core/util/cancellation.ts';
import { fromPosition, toWorkspaceEdit } from '../convert.ts';
import { answer } from '../providers/answer.ts';
import type { Surroundings } from '../surroundings.ts';
import { addEntryCommand } from './add-entry.ts';
import type { Command } from './command.ts';
import { pickPapers } from './paper-picker.ts';

/** Papers that the list shows. */
const rowLimit = 50;

/** Longest query that a selection makes, in characters. */
const queryLimit = 300;

/** Lets the user find papers, and cites them at the cursor. */
export const cite: Command = {
	id: 'relatedWork.cite',
	execute: (surroundings) => run(surroundings, vscode.l10n.t('Cite a paper'), {}),
};

/** The same, searching for the selected words. */
export const citeSelection: Command = {
	id: 'relatedWork.citeSelection',
	execute: (surroundings) => run(surroundings, vscode.l10n.t('Cite the selection'), { bySelection: true }),
};

/** The same with what only the corpus has. */
export const citeBeyond: Command = {
	id: 'relatedWork.citeNew',
	execute: (surroundings) =>
		run(surroundings, vscode.l10n.t('Cite a paper that is not in the bibliography'), { onlyBeyond: true }),
};

interface Options {
	readonly onlyBeyond?: boolean;
	readonly bySelection?: boolean;
}

async function run(
	{ service, log }: Surroundings,
	title: string,
	{ onlyBeyond = false, bySelection = false }: Options,
): Promise<void> {
	const editor = vscode.window.activeTextEditor;
	const uri = editor?.document.uri.toString();
	const ways = uri ? await service.waysToCite(uri, never) : [];
	if (!editor || !uri || ways.length === 0) {
		const message = vscode.l10n.t('There is nothing to cite in: open a LaTeX, Markdown, Typst or Org document.');
		void vscode.window.showInformationMessage(message);
		return;
	}
	// The words that are selected stay, and the citation comes behind them.
	const { end } = editor.selection;
	const position = fromPosition(end);
	const selected = editor.document.getText(editor.selection).replace(/\s+/g, ' ').trim().slice(0, queryLimit);
	let way = ways[0]!;
	const hits = await pickPapers({
		title,
		...(bySelection && { query: selected }),
		find: async (query, token) => {
			const search = { query, limit: rowLimit, onlyBeyond };
			return (await answer(log, 'Search', token, () => service.findPapers(uri, position, search, token))) ?? [];
		},
		...(ways.length > 1 && {
			option: {
				label: () => way.sample,
				async change() {
					way = (await chooseWay(ways, way)) ?? way;
				},
			},
		}),
	});
	if (!hits) return;
	const keys = hits.map(({ key }) => key);
	const edits = await service.cite(uri, position, { keys, sample: way.sample }, never);
	if (edits.length > 0 && (await vscode.workspace.applyEdit(toWorkspaceEdit(edits)))) {
		const { range, newText } = edits.at(-1)!;
		const start = editor.document.offsetAt(new vscode.Position(range.start.line, range.start.character));
		const cursor = editor.document.positionAt(start + newText.length);
		editor.selection = new vscode.Selection(cursor, cursor);
	}
	for (const { key, inScope } of hits) {
		if (!inScope) await vscode.commands.executeCommand(addEntryCommand, uri, key);
	}
}

async function chooseWay(ways: readonly WayToCite[], current: WayToCite): Promise<WayToCite | undefined> {
	const rows = ways.map((way) => ({
		label: way.sample,
		description: [
			way === current ? vscode.l10n.t('now') : '',
			way.count > 0 ? vscode.l10n.t('used {0} times here', way.count) : '',
		]
			.filter(Boolean)
			.join(', '),
		way,
	}));
	return (await vscode.window.showQuickPick(rows, { title: vscode.l10n.t('How to cite') }))?.way;
}
