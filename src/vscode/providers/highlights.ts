import * as vscode from 'vscode';
import { fromPosition, toRange } from '../convert.ts';
import { selector } from '../selector.ts';
import type { Surroundings } from '../surroundings.ts';
import { answer } from './answer.ts';

/** All citations of the key under the cursor; elsewhere the editor highlights by itself. */
export function registerHighlights({ service, log }: Surroundings): vscode.Disposable {
	return vscode.languages.registerDocumentHighlightProvider(selector, {
		provideDocumentHighlights: ({ uri }, position, token) =>
			answer(log, 'Highlights', token, async () => {
				const ranges = await service.highlights(uri.toString(), fromPosition(position), token);
				return ranges.length > 0 ? ranges.map((range) => new vscode.DocumentHighlight(toRange(range))) : undefined;
			}),
	});
}
