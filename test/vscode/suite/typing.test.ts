import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, closeAll, complete, keyOf, open, problems, problemsWhen, service, uriOf } from '../support/editor.ts';

const preamble = '\\documentclass{article}\n\\addbibresource{refs.bib}\n\\begin{document}\n';

describe('Typing', () => {
	before(service);
	afterEach(closeAll);

	it('marks a key only when the cursor has left it', async () => {
		const text = `${preamble}Wrong \\cite{nobody}, and \\cite{|}.\n`;
		const { uri, document, editor, position } = await open('thesis/typing.tex', text);
		await problemsWhen(uri, ({ length }) => length === 2);
		editor.selection = new vscode.Selection(position, position);
		await vscode.commands.executeCommand('type', { text: 'vasw' });
		const marked = (found: readonly vscode.Diagnostic[]) => found.map(({ range }) => document.getText(range));
		const [other] = await problemsWhen(uri, ({ length }) => length === 1);
		assert.deepEqual(marked(other ? [other] : []), ['nobody']);
		const away = at(document, 'Wrong');
		editor.selection = new vscode.Selection(away, away);
		await problemsWhen(uri, ({ length }) => length === 2);
		assert.deepEqual(marked(problems(uri)), ['nobody', 'vasw']);
	});

	it('goes on marking a key that the cursor merely comes to', async () => {
		const { uri, editor, position } = await open('thesis/resting.tex', `${preamble}Wrong \\cite{nob|ody}.\n`);
		await problemsWhen(uri, ({ length }) => length === 1);
		editor.selection = new vscode.Selection(position, position);
		await (await service()).check(uri.toString(), new vscode.CancellationTokenSource().token);
		assert.equal(problems(uri).length, 1);
	});

	it('offers the cite commands of the document, most used first', async () => {
		const text = `${preamble}\\textcite{a} \\textcite{b} \\parencite{a} \\te|\n`;
		const { uri, position } = await open('thesis/commands.tex', text);
		const command = 'vscode.executeCompletionItemProvider';
		const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(command, uri, position);
		const ours = items.filter(({ label }) => typeof label !== 'string' && label.label === '\\textcite');
		assert.equal(ours.length, 1);
		const [item] = ours;
		assert.ok(item?.insertText instanceof vscode.SnippetString);
		assert.equal(item.insertText.value, '\\\\textcite{$0\\}');
		assert.equal(item.command?.command, 'editor.action.triggerSuggest');
	});

	it('is helped in a document that was never saved', async () => {
		const content = `Leaving out units at random \\cite{srivastava2014dropout}, \\cite{nobody}, \\cite{}.`;
		const document = await vscode.workspace.openTextDocument({ language: 'latex', content });
		await vscode.window.showTextDocument(document);
		const settings = vscode.workspace.getConfiguration('relatedWork', uriOf('thesis/main.tex'));
		await settings.update('corpus', ['refs.bib'], vscode.ConfigurationTarget.WorkspaceFolder);
		try {
			const found = await problemsWhen(document.uri, ({ length }) => length === 2);
			assert.deepEqual(found.map(({ code }) => (typeof code === 'object' ? code.value : code)).sort(), [
				'empty-citation',
				'unknown-key',
			]);
			const rows = await complete(document.uri, at(document, '}.'));
			assert.ok(rows.map(keyOf).includes('vaswani2017attention'));
		} finally {
			await settings.update('corpus', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
		}
	});
});
