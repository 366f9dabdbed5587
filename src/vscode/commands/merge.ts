import * as vscode from 'vscode';
import { Position } from 'vscode-languageserver-types';
import { never } from '../../core/util/cancellation.ts';
import { applyEdits } from '../apply.ts';
import type { Command } from './command.ts';

export const mergeCommand = 'relatedWork.mergeEntries';

/** Makes one entry of two of the same work; run by the code action that offers it. */
export const mergeEntries: Command = {
	id: mergeCommand,
	async execute({ service }, uri, position, other) {
		if (!Position.is(position)) return;
		const merge = () => service.merge(`${uri}`, position, `${other}`, never);
		const first = await merge();
		if (first.kind === 'refused') void vscode.window.showWarningMessage(first.why);
		else
			await applyEdits(async () => {
				const changed = await merge();
				return changed.kind === 'edits' ? changed.edits : [];
			});
	},
};
