import * as vscode from 'vscode';
import { never } from '../../core/util/cancellation.ts';
import { toLocation } from '../convert.ts';
import type { Command } from './command.ts';

export const showCitationsCommand = 'relatedWork.showCitations';

/** Shows where an entry is cited; run by the count above it. */
export const showCitations: Command = {
	id: showCitationsCommand,
	async execute({ service }, uri, position, key) {
		const places = (await service.citedAt(`${uri}`, `${key}`, never)).map(toLocation);
		const file = vscode.Uri.parse(`${uri}`);
		await vscode.commands.executeCommand('editor.action.showReferences', file, position, places);
	},
};
