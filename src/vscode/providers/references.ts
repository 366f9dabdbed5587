import * as vscode from 'vscode';
import { fromPosition, toLocation } from '../convert.ts';
import { withBibliographies } from '../selector.ts';
import type { Surroundings } from '../surroundings.ts';
import { answer } from './answer.ts';

export function registerReferences({ service, log }: Surroundings): vscode.Disposable {
	return vscode.languages.registerReferenceProvider(withBibliographies, {
		provideReferences: ({ uri }, position, _context, token) =>
			answer(log, 'References', token, async () =>
				(await service.references(uri.toString(), fromPosition(position), token))?.map(toLocation),
			),
	});
}
