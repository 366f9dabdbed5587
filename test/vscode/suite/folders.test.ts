import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, complete, keyOf, open, problemsWhen, service, uriOf } from '../support/editor.ts';

describe('Two folders', () => {
	before(service);
	afterEach(closeAll);

	it('cite from their own papers', async () => {
		const { uri, position } = await open('notes/own.md', 'Normalizing batches [@|].\n');
		const keys = (await complete(uri, position)).map(keyOf);
		assert.equal(keys[0], 'ioffe2015batch');
		assert.ok(!keys.includes('vaswani2017attention'));
	});

	it('cite in Quarto, which the editor itself does not know', async () => {
		const { uri, position, document } = await open('notes/own.qmd', 'Normalizing batches [@|].\n');
		assert.equal(document.languageId, 'quarto');
		assert.equal((await complete(uri, position)).map(keyOf)[0], 'ioffe2015batch');
	});

	it('are checked against their own papers', async () => {
		const { uri, document } = await open('notes/notes.md');
		const found = await problemsWhen(uri, ({ length }) => length > 0);
		assert.deepEqual(
			found.map(({ range }) => document.getText(range)),
			['he2016residual'],
		);
	});

	it('have their own levels of rules', async () => {
		const text = 'As said \\cite{srivastava2014dropout, srivastava2014dropout}.\n';
		const preamble = '\\documentclass{article}\n\\bibliography{refs}\n\\begin{document}\n';
		const notes = await open('notes/levels.md', text);
		const thesis = await open('thesis/levels.tex', preamble + text);
		const [inNotes] = await problemsWhen(notes.uri, ({ length }) => length > 0);
		const [inThesis] = await problemsWhen(thesis.uri, ({ length }) => length > 0);
		assert.equal(inNotes?.severity, vscode.DiagnosticSeverity.Error);
		assert.equal(inThesis?.severity, vscode.DiagnosticSeverity.Warning);
	});

	it('take settings of their own', async () => {
		const { uri, position } = await open('thesis/settings.md', 'Normalizing batches [@|].\n');
		assert.deepEqual(await complete(uri, position), []);
		const settings = vscode.workspace.getConfiguration('relatedWork', uri);
		const corpus = [vscode.Uri.joinPath(uriOf('notes'), 'papers', '*.jsonl').fsPath];
		await settings.update('corpus', corpus, vscode.ConfigurationTarget.WorkspaceFolder);
		try {
			assert.equal(keyOf((await complete(uri, position))[0]!), 'ioffe2015batch');
		} finally {
			await settings.update('corpus', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
		}
	});
});
