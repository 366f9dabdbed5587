import * as vscode from 'vscode';
import { copyReferenceId } from './copy-reference.ts';
import { copyBibtexId, findCitationsId, goToEntryId } from './paper-commands.ts';
import type { PaperPlace } from './paper-place.ts';
import { showSimilarId } from './show-similar.ts';

/**
 * What can be done with a paper, as links for a hover. They stand apart from the card, as only they may run commands, and
 * only these: nothing of what a paper says is a part of them but its key, and that as data.
 *
 * @param options.atEntry the hover stands over the entry itself
 */
export function paperActions(place: PaperPlace, { atEntry = false } = {}): vscode.MarkdownString {
	const actions: readonly (readonly [icon: string, title: string, id: string])[] = [
		...(atEntry ? [] : [['$(go-to-file)', vscode.l10n.t('Entry'), goToEntryId] as const]),
		['$(copy)', 'BibTeX', copyBibtexId],
		['$(quote)', vscode.l10n.t('Reference…'), copyReferenceId],
		['$(references)', vscode.l10n.t('Citations'), findCitationsId],
		['$(sparkle)', vscode.l10n.t('Similar…'), showSimilarId],
	];
	const argument = encodeURIComponent(JSON.stringify([place])).replace(
		/[()']/g,
		(mark) => `%${mark.charCodeAt(0).toString(16)}`,
	);
	const links = actions.map(([icon, title, id]) => `[${icon} ${title}](command:${id}?${argument})`);
	const line = new vscode.MarkdownString(links.join(' &nbsp; '), true);
	line.isTrusted = { enabledCommands: actions.map(([, , id]) => id) };
	return line;
}
