import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, closeAll, open, problemsWhen, service } from '../support/editor.ts';
import { until } from '../support/until.ts';

const preamble = '\\documentclass{article}\n\\addbibresource{refs.bib}\n\\begin{document}\n';

const actionsAt = (uri: vscode.Uri, at: vscode.Position, kind?: string) =>
	vscode.commands.executeCommand<vscode.CodeAction[]>(
		'vscode.executeCodeActionProvider',
		uri,
		new vscode.Range(at, at),
		kind,
	);

describe('Repairs', () => {
	before(service);
	afterEach(closeAll);

	it('puts the key that was meant in the place of an unknown one', async () => {
		const text = `${preamble}Very deep networks \\cite{he2015residual}.\n`;
		const { uri, document } = await open('thesis/repair.tex', text);
		const [problem] = await problemsWhen(uri, ({ length }) => length > 0);
		assert.ok(problem);
		const [first, ...others] = await actionsAt(uri, at(document, 'he2015', 4));
		assert.ok(first?.edit);
		assert.equal(first.isPreferred, true);
		assert.ok(others.length > 0 && others.every(({ isPreferred }) => !isPreferred));
		await vscode.workspace.applyEdit(first.edit);
		assert.equal(document.getText(), text.replace('he2015residual', 'he2016residual'));
		await problemsWhen(uri, ({ length }) => length === 0);
	});

	it('repairs what is safe on save, and nothing else', async () => {
		const text = `${preamble}Networks \\cite{he2016residual, he2016residual}, \\cite{vaswani2017attention,}, \\cite{nobody}.\n`;
		const { uri, document, editor } = await open('thesis/save.tex', text);
		const settings = vscode.workspace.getConfiguration('editor', uri);
		const onSave = { 'source.fixAll.relatedWork': 'explicit' };
		await settings.update('codeActionsOnSave', onSave, vscode.ConfigurationTarget.WorkspaceFolder);
		try {
			await editor.edit((edit) => edit.insert(document.lineAt(document.lineCount - 1).range.end, '% edited\n'));
			await document.save();
			assert.match(document.getText(), /\\cite\{he2016residual\}, \\cite\{vaswani2017attention\}, \\cite\{nobody\}/);
		} finally {
			await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
		}
	});

	it('has the same as a command', async () => {
		const { document } = await open(
			'thesis/command.tex',
			`${preamble}Networks \\cite{he2016residual,,vaswani2017attention}.\n`,
		);
		await vscode.commands.executeCommand('relatedWork.fixAll');
		await until(vscode.workspace.onDidChangeTextDocument, () => document.isDirty || undefined);
		assert.match(document.getText(), /\\cite\{he2016residual,vaswani2017attention\}/);
	});

	it('repairs a bibliography', async () => {
		const entry = '@misc{one, title = {One}}\n';
		const { uri, document } = await open('thesis/repeated.bib', entry + entry);
		await open('thesis/repeated.md', '---\nbibliography: repeated.bib\n---\nAs said [@one].\n');
		await problemsWhen(uri, ({ length }) => length > 0);
		const [action] = await actionsAt(uri, new vscode.Position(1, 3));
		assert.ok(action?.edit);
		await vscode.workspace.applyEdit(action.edit);
		assert.equal(document.getText(), entry);
		await problemsWhen(uri, ({ length }) => length === 0);
	});
});
