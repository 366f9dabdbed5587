import * as vscode from 'vscode';
import { fromPosition, toHover } from '../convert.ts';
import { selector } from '../selector.ts';
import type { Surroundings } from '../surroundings.ts';
import { answer } from './answer.ts';

export function registerHover({ service, settings, log }: Surroundings): vscode.Disposable {
	return vscode.languages.registerHoverProvider(selector, {
		provideHover: (document, position, token) =>
			answer(log, 'Hover', token, async () => {
				if (!settings.isEnabled('hover', document)) return undefined;
				const hover = await service.hover(document.uri.toString(), fromPosition(position), token);
				return hover && toHover(hover);
			}),
	});
}
