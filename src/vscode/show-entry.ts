import * as vscode from 'vscode';
import type { Paper } from '../core/model/paper.ts';
import { toRange } from './convert.ts';

/** Shows where the entry of a paper stands. */
export async function showEntry({ provenance: [at] }: Paper): Promise<void> {
	if (!at) return;
	const selection = toRange(at.keyRange ?? at.range);
	await vscode.window.showTextDocument(vscode.Uri.parse(at.file), { selection });
}
