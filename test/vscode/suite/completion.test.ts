import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, complete, keyOf, open, service } from '../support/editor.ts';

const preamble = '\\documentclass{article}\n\\addbibresource{refs.bib}\n\\begin{document}\n';

describe('Completion', () => {
	before(service);
	afterEach(closeAll);

	it('offers what fits the sentence before a letter is typed', async () => {
		const text = `${preamble}Leaving out units at random keeps networks from overfitting \\cite{|}.`;
		const { uri, position } = await open('thesis/fitting.tex', text);
		const keys = (await complete(uri, position)).map(keyOf);
		assert.equal(keys[0], 'srivastava2014dropout');
	});

	it('finds a paper by words of its title in any order', async () => {
		const { uri, position } = await open('thesis/words.tex', `${preamble}So it is \\cite{need attention|}.`);
		const [first] = await complete(uri, position);
		assert.ok(first);
		assert.equal(keyOf(first), 'vaswani2017attention');
		assert.equal(first.filterText, 'need attention');
	});

	it('shows the abstract of the chosen row', async () => {
		const { uri, position } = await open('thesis/abstract.tex', `${preamble}So it is \\cite{vasw|}.`);
		const [first] = await complete(uri, position, 1);
		assert.ok(first?.documentation instanceof vscode.MarkdownString);
		assert.match(first.documentation.value, /attention layers alone/);
	});

	it('replaces the key on both sides of the cursor and leaves out what is cited already', async () => {
		const text = `${preamble}So it is \\cite{he2016residual, vasw|wrong}.`;
		const { uri, position, document } = await open('thesis/replacing.tex', text);
		const rows = await complete(uri, position);
		assert.ok(!rows.map(keyOf).includes('he2016residual'));
		const range = rows[0]?.range;
		assert.ok(range instanceof vscode.Range);
		assert.equal(document.getText(range), 'vaswwrong');
	});

	it('has nothing to say outside of citations', async () => {
		const { uri, position } = await open('thesis/outside.tex', `${preamble}So it is, |of course.`);
		assert.deepEqual(await complete(uri, position), []);
	});

	it('writes a paper that only the corpus has into the bibliography', async () => {
		await open('notes/own.bib', '@misc{other, title = {Another}}\n');
		const text = '---\nbibliography: own.bib\n---\nNormalized inputs help [@batch norm|].\n';
		const { uri, position } = await open('notes/completion.md', text);
		const row = (await complete(uri, position)).find((item) => keyOf(item) === 'ioffe2015batch');
		assert.ok(row?.command);
		await vscode.commands.executeCommand(row.command.command, ...(row.command.arguments ?? []));
		const bibliography = vscode.workspace.textDocuments.find((document) => document.fileName.endsWith('own.bib'));
		assert.match(bibliography?.getText() ?? '', /\{ioffe2015batch,/);
	});

	it('is off where the setting says so', async () => {
		const { uri, position } = await open('thesis/off.tex', `${preamble}So it is \\cite{vasw|}.`);
		const settings = vscode.workspace.getConfiguration('relatedWork', uri);
		await settings.update('completion.enabled', false, vscode.ConfigurationTarget.WorkspaceFolder);
		try {
			assert.deepEqual(await complete(uri, position), []);
		} finally {
			await settings.update('completion.enabled', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
		}
	});
});
