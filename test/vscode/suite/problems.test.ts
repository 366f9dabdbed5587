import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, closeAll, open, problemsWhen, service } from '../support/editor.ts';

describe('Problems', () => {
	before(service);
	afterEach(closeAll);

	it('stand at an unknown key, by their rule', async () => {
		const { uri, document } = await open('thesis/main.tex');
		const [found] = await problemsWhen(uri, ({ length }) => length > 0);
		assert.ok(found);
		assert.equal(document.getText(found.range), 'he2015residual');
		assert.ok(typeof found.code === 'object');
		assert.equal(found.code.value, 'unknown-key');
		const page = await vscode.workspace.fs.readFile(found.code.target);
		assert.match(new TextDecoder().decode(page), /^# `unknown-key`$/m);
		assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
	});

	it('follow what is typed', async () => {
		const { uri, document, editor } = await open('thesis/main.tex');
		await problemsWhen(uri, ({ length }) => length === 1);
		await editor.edit((edit) => edit.insert(at(document, 'he2015residual', 5), '6'));
		await editor.edit((edit) => edit.delete(new vscode.Range(at(document, 'he20165', 6), at(document, 'he20165', 7))));
		await problemsWhen(uri, ({ length }) => length === 0);
		await editor.edit((edit) => edit.insert(at(document, 'he2016residual'), 'x'));
		await problemsWhen(uri, ({ length }) => length === 1);
	});

	it('have the level that the settings give', async () => {
		const { uri } = await open('thesis/main.tex');
		await problemsWhen(uri, ([first]) => first?.severity === vscode.DiagnosticSeverity.Error);
		const settings = vscode.workspace.getConfiguration('relatedWork', uri);
		const set = (level?: string) =>
			settings.update('rules.unknown-key', level, vscode.ConfigurationTarget.WorkspaceFolder);
		try {
			await set('hint');
			await problemsWhen(uri, ([first]) => first?.severity === vscode.DiagnosticSeverity.Hint);
			await set('off');
			await problemsWhen(uri, ({ length }) => length === 0);
		} finally {
			await set();
		}
		await problemsWhen(uri, ([first]) => first?.severity === vscode.DiagnosticSeverity.Error);
	});

	it('stand in a bibliography, with the place that takes part', async () => {
		const bibliography = '@misc{one, title = {One}}\n@misc{one, title = {Two}}\n';
		const { uri } = await open('thesis/twice.bib', bibliography);
		await open('thesis/twice.md', '---\nbibliography: twice.bib\n---\nAs said [@one].\n');
		const [found] = await problemsWhen(uri, ({ length }) => length > 0);
		assert.ok(typeof found?.code === 'object');
		assert.equal(found.code.value, 'duplicate-entry');
		assert.equal(found.range.start.line, 1);
		assert.equal(found.relatedInformation?.[0]?.location.range.start.line, 0);
	});
});
