import * as vscode from 'vscode';
import { takesNotes } from '../../core/languages/cite-commands.ts';
import { selector } from '../selector.ts';
import type { Surroundings } from '../surroundings.ts';
import { usedInWords } from '../wording.ts';
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
				const fitting = ways.filter(({ sample }) => sample.startsWith(typed));
				const [usual] = fitting;
				const plain = fitting.map(({ sample, count }) => itemOf(nameOf(sample), usedInWords(count), [], range));
				const items = [...plain, ...(usual ? withNotes(nameOf(usual.sample), range) : [])];
				for (const [rank, item] of items.entries()) item.sortText = rank.toString().padStart(3, '0');
				return items;
			}),
	};
	return vscode.languages.registerCompletionItemProvider(selector, provider);
}

const nameOf = (sample: string) => sample.slice(0, sample.indexOf('{'));

/** The same with a page, and with words in front; the cursor comes to the keys first, then to the notes. */
function withNotes(name: string, range: vscode.Range): readonly vscode.CompletionItem[] {
	if (!takesNotes(name.slice(1))) return [];
	return [
		itemOf(name, vscode.l10n.t('with a page'), ['p.~'], range),
		itemOf(name, vscode.l10n.t('with words in front and a page'), ['see', 'p.~'], range),
	];
}

function itemOf(
	name: string,
	description: string,
	notes: readonly string[],
	range: vscode.Range,
): vscode.CompletionItem {
	const item = new vscode.CompletionItem({ label: name + '[…]'.repeat(notes.length), description });
	item.kind = vscode.CompletionItemKind.Function;
	item.range = range;
	item.filterText = name;
	const snippet = new vscode.SnippetString().appendText(name);
	for (const [index, note] of notes.entries())
		snippet
			.appendText('[')
			.appendPlaceholder(note, index + 2)
			.appendText(']');
	item.insertText = snippet
		.appendText('{')
		.appendTabstop(notes.length > 0 ? 1 : 0)
		.appendText('}');
	item.command = { command: 'editor.action.triggerSuggest', title: vscode.l10n.t('Papers') };
	return item;
}
