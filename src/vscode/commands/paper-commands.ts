import * as vscode from 'vscode';
import { bibtex } from '../../core/exporters/bibtex.ts';
import { never } from '../../core/util/cancellation.ts';
import { toLocation, toRange } from '../convert.ts';
import { showEntry } from '../show-entry.ts';
import type { Command } from './command.ts';
import { paperAt } from './paper-place.ts';

export const copyBibtexId = 'relatedWork.copyBibtex';
export const findCitationsId = 'relatedWork.findCitations';
export const goToEntryId = 'relatedWork.goToEntry';

/** Puts the entry of a paper on the clipboard. */
export const copyBibtex: Command = {
	id: copyBibtexId,
	async execute(surroundings, place) {
		const found = await paperAt(surroundings, place);
		if (!found) return;
		await vscode.env.clipboard.writeText([...bibtex.write([found.paper])].join(''));
		vscode.window.setStatusBarMessage(vscode.l10n.t('Copied the entry of {0}.', found.key), 5000);
	},
};

/** Shows every place that cites a paper, and its entry. */
export const findCitations: Command = {
	id: findCitationsId,
	async execute(surroundings, argument) {
		const found = await paperAt(surroundings, argument);
		if (!found) return;
		const { uri, position } = found;
		const places = (await surroundings.service.references(uri, position, never)) ?? [];
		const at = toRange({ start: position, end: position }).start;
		await vscode.commands.executeCommand(
			'editor.action.showReferences',
			vscode.Uri.parse(uri),
			at,
			places.map(toLocation),
		);
	},
};

/** Shows where the entry of a paper stands. */
export const goToEntry: Command = {
	id: goToEntryId,
	async execute(surroundings, argument) {
		const found = await paperAt(surroundings, argument);
		if (found) await showEntry(found.paper);
	},
};
