import * as vscode from 'vscode';
import type { Position } from 'vscode-languageserver-types';
import type { CitationService } from '../../core/features/types.ts';
import type { WayToCite } from '../../core/project/ways-to-cite.ts';
import { never } from '../../core/util/cancellation.ts';
import { citeAt, sayNoPapers, sayNothingToCiteIn } from '../cite-at.ts';
import { fromPosition } from '../convert.ts';
import { answer } from '../providers/answer.ts';
import { isOurs } from '../providers/document-problems.ts';
import type { Surroundings } from '../surroundings.ts';
import { usedInWords } from '../wording.ts';
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
	{ service, log, followed }: Surroundings,
	title: string,
	{ onlyBeyond = false, bySelection = false }: Options,
): Promise<void> {
	const active = vscode.window.activeTextEditor;
	// Buttons of the walkthrough and of the views are pressed while another editor is active.
	const editor = active && isOurs(active.document, service) ? active : await followed.show();
	const uri = editor?.document.uri.toString();
	const ways = uri ? await service.waysToCite(uri, never) : [];
	if (!editor || !uri || ways.length === 0) {
		return sayNothingToCiteIn();
	}
	// The words that are selected stay, and the citation comes behind them.
	const { end } = editor.selection;
	const position = fromPosition(end);
	if (await hasNoPapers(service, uri, position)) return sayNoPapers();
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
	await citeAt(service, editor, end, { keys: hits.map(({ key }) => key), sample: way.sample });
}

/** Is there nothing to choose from, also once the bibliographies of a document are read? */
async function hasNoPapers(service: CitationService, uri: string, position: Position): Promise<boolean> {
	const isEmpty = async () => {
		const { papers, loading } = await service.status();
		return papers === 0 && loading.length === 0;
	};
	if (!(await isEmpty())) return false;
	await service.findPapers(uri, position, { query: '', limit: 1 }, never);
	return isEmpty();
}

async function chooseWay(ways: readonly WayToCite[], current: WayToCite): Promise<WayToCite | undefined> {
	const rows = ways.map((way) => ({
		label: way.sample,
		description: [way === current ? vscode.l10n.t('now') : '', usedInWords(way.count)].filter(Boolean).join(', '),
		way,
	}));
	return (await vscode.window.showQuickPick(rows, { title: vscode.l10n.t('How to cite') }))?.way;
}
