import * as vscode from 'vscode';
import { Position } from 'vscode-languageserver-types';
import type { Paper } from '../../core/model/paper.ts';
import { never } from '../../core/util/cancellation.ts';
import { fromPosition } from '../convert.ts';
import type { Surroundings } from '../surroundings.ts';

/** Where a paper is named: in a document, or in its bibliography. */
export interface PaperPlace {
	readonly uri: string;
	readonly position: Position;
	readonly key: string;
}

/**
 * The paper that a command is about: the one that its argument names, else that of the key at the cursor. Undefined, of
 * which the user is told, where there is none.
 */
export async function paperAt(
	{ service }: Surroundings,
	argument: unknown,
): Promise<(PaperPlace & { readonly paper: Paper }) | undefined> {
	const place = isPlace(argument) ? argument : await placeAtCursor(service);
	const paper = place && (await service.paperAt(place.uri, place.key, never));
	if (paper) return { ...place, paper };
	const message = place
		? vscode.l10n.t('No paper is known for “{0}”.', place.key)
		: vscode.l10n.t('There is no citation key at the cursor.');
	void vscode.window.showInformationMessage(message);
	return undefined;
}

async function placeAtCursor(service: Surroundings['service']): Promise<PaperPlace | undefined> {
	const editor = vscode.window.activeTextEditor;
	if (!editor) return undefined;
	const uri = editor.document.uri.toString();
	const position = fromPosition(editor.selection.active);
	const found = await service.keyAt(uri, position, never);
	return found && { uri, position, key: found.key };
}

function isPlace(value: unknown): value is PaperPlace {
	if (typeof value !== 'object' || value === null || !('uri' in value && 'key' in value && 'position' in value))
		return false;
	return typeof value.uri === 'string' && typeof value.key === 'string' && Position.is(value.position);
}
