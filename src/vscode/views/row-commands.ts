import * as vscode from 'vscode';
import { bibtex } from '../../core/exporters/bibtex.ts';
import type { Paper } from '../../core/model/paper.ts';
import { never } from '../../core/util/cancellation.ts';
import { citeAt, sayNothingToCiteIn } from '../cite-at.ts';
import type { Command } from '../commands/command.ts';
import { toRange } from '../convert.ts';
import { showEntry } from '../show-entry.ts';
import type { Surroundings } from '../surroundings.ts';
import { addressOf } from './address.ts';
import type { CitationRow } from './citations-model.ts';
import type { Followed } from './followed.ts';
import { isPaperRow } from './paper-rows.ts';

type CitedRow = Extract<CitationRow, { readonly kind: 'citation' }>;

function isCitedRow(value: unknown): value is CitedRow {
	return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'citation';
}

/** The rows that a command of a menu is for: all that are selected, where the one that was clicked is among them. */
function rowsOf(args: readonly unknown[]): readonly unknown[] {
	const [row, selected] = args;
	return Array.isArray(selected) && selected.includes(row) ? selected : [row];
}

/**
 * What menus of the views do with the rows that they are opened on.
 *
 * @param focused The rows of a view that a key is for.
 */
export function rowCommands(
	followed: Followed,
	focused: (view: string) => Promise<readonly unknown[]>,
): readonly Command[] {
	return [
		{
			id: 'relatedWork.views.cite',
			async execute({ service }, ...args) {
				const [view] = args;
				// A key binding names its view.
				const rows = typeof view === 'string' ? await focused(view) : rowsOf(args);
				const keys = rows.flatMap((row) => (isPaperRow(row) ? [row.fit.key] : []));
				const { position } = followed;
				if (keys.length === 0) return;
				const editor = await followed.show();
				if (editor) await citeAt(service, editor, position, { keys });
				else sayNothingToCiteIn();
			},
		},
		{
			id: 'relatedWork.views.copyKey',
			async execute(_, ...args) {
				const keys = rowsOf(args).flatMap((row) => keyOf(row) ?? []);
				await vscode.env.clipboard.writeText([...new Set(keys)].join(', '));
			},
		},
		{
			id: 'relatedWork.views.copyBibtex',
			async execute({ service }, ...args) {
				const papers = await papersOf(service, rowsOf(args));
				if (papers.length > 0) await vscode.env.clipboard.writeText([...bibtex.write(papers)].join(''));
			},
		},
		{
			id: 'relatedWork.views.openOnline',
			async execute({ service }, ...args) {
				const [paper] = await papersOf(service, rowsOf(args).slice(0, 1));
				const address = paper && addressOf(paper);
				if (address) await vscode.env.openExternal(vscode.Uri.parse(address));
			},
		},
		{
			id: 'relatedWork.views.goToEntry',
			async execute({ service }, ...args) {
				const [paper] = await papersOf(service, rowsOf(args).slice(0, 1));
				if (paper) await showEntry(paper);
			},
		},
		{
			id: 'relatedWork.views.findReferences',
			async execute(_, row) {
				if (!isCitedRow(row)) return;
				const { file, range } = row.cited;
				const uri = vscode.Uri.parse(file);
				const { start } = toRange(range);
				const inView = 'references-view.findReferences';
				const known = await vscode.commands.getCommands();
				await (known.includes(inView)
					? vscode.commands.executeCommand(inView, new vscode.Location(uri, start))
					: vscode.commands.executeCommand('editor.action.findReferences', uri, start));
			},
		},
	];
}

function keyOf(row: unknown): string | undefined {
	if (isPaperRow(row)) return row.fit.key;
	return isCitedRow(row) && row.cited.key !== '' ? row.cited.key : undefined;
}

async function papersOf(service: Surroundings['service'], rows: readonly unknown[]): Promise<readonly Paper[]> {
	const papers: Paper[] = [];
	for (const row of rows) {
		const [paper] = isPaperRow(row)
			? [row.fit.paper]
			: isCitedRow(row)
				? await service.papersOf(row.cited.file, [row.cited.key], never)
				: [];
		if (paper) papers.push(paper);
	}
	return papers;
}
