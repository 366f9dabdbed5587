import * as vscode from 'vscode';
import { selector } from '../selector.ts';
import type { Surroundings } from '../surroundings.ts';
import { answer } from './answer.ts';

/** A command that is being typed in front of the cursor. */
const begun = /\\[A-Za-z]{1,30}$/;

/** The cite commands of a document while one is typed, each with the list of papers opened in it. */
export function registerCiteCommands({ service, settings, log }: Surroundings): vscode.Disposable {
	const provider: vscode.CompletionItemProvider = {
		provideCompletionItems: (document, position, token) =>
			answer(log, 'Cite commands', token, async () => {
				const line = document.lineAt(position.line).text.slice(0, position.character);
				const typed = begun.exec(line)?.[0];
				if (!typed || !settings.isEnabled('completion', document)) return [];
				const ways = await service.waysToCite(document.uri.toString(), token);
				const range = new vscode.Range(position.translate(0, -typed.length), position);
				return ways
					.filter(({ sample }) => sample.startsWith(typed))
					.map(({ sample, count }, rank) => itemOf(sample, count, rank, range));
			}),
	};
	return vscode.languages.registerCompletionItemProvider(selector, provider);
}

function itemOf(sample: string, count: number, rank: number, range: vscode.Range): vscode.CompletionItem {
	const name = sample.slice(0, sample.indexOf('{'));
	const item = new vscode.CompletionItem({ label: name, description: usedOften(count) });
	item.kind = vscode.CompletionItemKind.Function;
	item.range = range;
	item.filterText = name;
	item.sortText = rank.toString().padStart(3, '0');
	item.insertText = new vscode.SnippetString().appendText(`${name}{`).appendTabstop(0).appendText('}');
	item.command = { command: 'editor.action.triggerSuggest', title: vscode.l10n.t('Papers') };
	return item;
}

function usedOften(count: number): string {
	return count > 0 ? vscode.l10n.t('used {0} times here', count) : '';
}
