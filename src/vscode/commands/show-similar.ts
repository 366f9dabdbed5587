import * as vscode from 'vscode';
import { titleOf } from '../../core/render/label.ts';
import { citeAt } from '../cite-at.ts';
import { toRange } from '../convert.ts';
import { answer } from '../providers/answer.ts';
import { showEntry } from '../show-entry.ts';
import type { Command } from './command.ts';
import { pickPapers } from './paper-picker.ts';
import { paperAt } from './paper-place.ts';

export const showSimilarId = 'relatedWork.showSimilar';

/** Papers that the list shows. */
const rowLimit = 50;

/** Lists papers that are like another one, to cite them beside it; in a bibliography, to go to them. */
export const showSimilar: Command = {
	id: showSimilarId,
	async execute(surroundings, argument) {
		const found = await paperAt(surroundings, argument);
		if (!found) return;
		const { service, log } = surroundings;
		const { uri, key, position, paper } = found;
		const isDocument = service.reads(uri);
		const hits = await pickPapers({
			title: vscode.l10n.t('Similar to “{0}”', titleOf(paper) || key),
			find: async (query, token) => {
				const search = { query, limit: rowLimit };
				const ask = async () =>
					query.trim() === ''
						? service.similar(uri, key, rowLimit, token)
						: (await service.browse(isDocument ? uri : undefined, search, token)).papers;
				return (await answer(log, 'Similar papers', token, ask)) ?? [];
			},
		});
		const [first] = hits ?? [];
		if (!hits || !first) return;
		if (isDocument) {
			const editor = await vscode.window.showTextDocument(vscode.Uri.parse(uri));
			const place = toRange({ start: position, end: position }).start;
			return citeAt(service, editor, place, { keys: hits.map((hit) => hit.key) });
		}
		await showEntry(first.paper);
	},
};
