import * as vscode from 'vscode';
import type { CompletionItem } from 'vscode-languageserver-types';
import type { CompletionData } from '../../core/features/completion.ts';
import { addEntryCommand } from '../commands/add-entry.ts';
import { fromPosition, toCompletionItem, toMarkdown } from '../convert.ts';
import { selector } from '../selector.ts';
import type { Surroundings } from '../surroundings.ts';
import { answer } from './answer.ts';

/** A space asks only inside of a citation: elsewhere the service has no answer. */
const triggers = ['{', ',', '[', '@', ' ', '<', '`', '&'];

export function registerCompletion({ service, settings, log }: Surroundings): vscode.Disposable {
	const origins = new WeakMap<vscode.CompletionItem, CompletionItem>();
	const convert = (origin: CompletionItem): vscode.CompletionItem => {
		const item = toCompletionItem(origin);
		const { add, uri, key }: Partial<CompletionData> = origin.data ?? {};
		const title = vscode.l10n.t('Add to the bibliography');
		if (add) item.command = { command: addEntryCommand, title, arguments: [uri, key] };
		origins.set(item, origin);
		return item;
	};
	const provider: vscode.CompletionItemProvider = {
		provideCompletionItems: (document, position, token) =>
			answer(log, 'Completion', token, async () => {
				if (!settings.isEnabled('completion', document)) return undefined;
				const items = await service.complete(document.uri.toString(), fromPosition(position), token);
				// Never complete: each letter is a new question, which the index answers better than the editor's filter.
				return items && new vscode.CompletionList(items.map(convert), true);
			}),
		resolveCompletionItem: (item, token) =>
			answer(log, 'Completion', token, async () => {
				const origin = origins.get(item);
				const card = origin && (await service.resolveCompletion(origin, token)).documentation;
				if (card) item.documentation = toMarkdown(card)[0]!;
				return item;
			}),
	};
	return vscode.languages.registerCompletionItemProvider(selector, provider, ...triggers);
}
