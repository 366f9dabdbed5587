import * as vscode from 'vscode';
import { disposeAll } from '../../core/util/event.ts';
import { paperActions } from '../commands/paper-actions.ts';
import { fromPosition, toHover } from '../convert.ts';
import { bibliographies, selector } from '../selector.ts';
import type { Surroundings } from '../surroundings.ts';
import { answer } from './answer.ts';

export function registerHover({ service, settings, log }: Surroundings): vscode.Disposable {
	const over = (hoverAt: typeof service.hover, options = {}): vscode.HoverProvider => ({
		provideHover: (document, position, token) =>
			answer(log, 'Hover', token, async () => {
				if (!settings.isEnabled('hover', document)) return undefined;
				const hover = await hoverAt(document.uri.toString(), fromPosition(position), token);
				if (!hover) return undefined;
				const shown = toHover(hover);
				const { about, range } = hover;
				const place = { uri: document.uri.toString(), position: range?.start ?? fromPosition(position) };
				if (about) shown.contents.push(paperActions({ ...place, key: about.key }, options));
				return shown;
			}),
	});
	return disposeAll([
		vscode.languages.registerHoverProvider(selector, over(service.hover)),
		vscode.languages.registerHoverProvider(bibliographies, over(service.entryHover, { atEntry: true })),
	]);
}
