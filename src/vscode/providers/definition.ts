import * as vscode from 'vscode';
import { fromPosition, toLocation } from '../convert.ts';
import { selector } from '../selector.ts';
import type { Surroundings } from '../surroundings.ts';
import { answer } from './answer.ts';

export function registerDefinition({ service, log }: Surroundings): vscode.Disposable {
	return vscode.languages.registerDefinitionProvider(selector, {
		provideDefinition: ({ uri }, position, token) =>
			answer(log, 'Definition', token, async () =>
				(await service.definition(uri.toString(), fromPosition(position), token)).map(toLocation),
			),
	});
}
