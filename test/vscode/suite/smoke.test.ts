import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { activated, completions, diagnostic, endOf, revert, show, uriOf } from '../support/editor.ts';
import { until } from '../support/until.ts';

describe('the extension in VS Code', () => {
	let editor: vscode.TextEditor;

	before(async () => {
		editor = await show('main.tex');
		await (await activated()).ready;
	});

	afterEach(async () => {
		editor = await show('main.tex');
		await revert();
	});

	it('is active once a LaTeX document is open', () => {
		assert.equal(editor.document.languageId, 'latex');
		assert.equal(vscode.extensions.getExtension('related-work.related-work')?.isActive, true);
	});

	it('completes the keys of the bibliography', async () => {
		const end = endOf(editor.document, 'prevents overfitting.');
		await editor.edit((edit) => edit.insert(end, ' \\cite{}'));
		const labels = await completions(editor.document, end.translate(0, ' \\cite{'.length));
		assert.deepEqual([...labels].sort(), ['he2016residual', 'srivastava2014dropout', 'vaswani2017attention']);
		assert.equal(labels[0], 'srivastava2014dropout', 'the paper that fits the sentence comes first');
	});

	it('offers a paper soon after it was written into the bibliography', async () => {
		const { service } = await activated();
		const bibliography = uriOf('refs.bib').fsPath;
		const before = await readFile(bibliography, 'utf8');
		const position = endOf(editor.document, '\\cite{');
		try {
			await writeFile(bibliography, `${before}\n@book{knuth1984texbook, title = {The TeXbook}, year = {1984}}\n`);
			const offered = await until(service.onDidChange, async () => {
				const labels = await completions(editor.document, position);
				return labels.includes('knuth1984texbook') || undefined;
			});
			assert.ok(offered);
		} finally {
			await writeFile(bibliography, before);
		}
	});

	it('marks an unknown key and repairs it', async () => {
		const mark = await diagnostic(editor.document.uri, 'unknown-key');
		assert.equal(editor.document.getText(mark.range), 'he2015residual');
		assert.equal(mark.severity, vscode.DiagnosticSeverity.Error);
		const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
			'vscode.executeCodeActionProvider',
			editor.document.uri,
			mark.range,
			vscode.CodeActionKind.QuickFix.value,
		);
		const [first] = actions;
		assert.ok(first?.edit);
		assert.ok(first.title.includes('he2016residual'), actions.map(({ title }) => title).join(', '));
		await vscode.workspace.applyEdit(first.edit);
		assert.ok(editor.document.getText().includes('\\cite{he2016residual}'));
		const cleared = await until(
			vscode.languages.onDidChangeDiagnostics,
			() => vscode.languages.getDiagnostics(editor.document.uri).length === 0 || undefined,
		);
		assert.ok(cleared);
	});

	it('shows the abstract of a cited paper', async () => {
		const [hover, ...more] = await vscode.commands.executeCommand<vscode.Hover[]>(
			'vscode.executeHoverProvider',
			editor.document.uri,
			endOf(editor.document, '\\cite{vaswani'),
		);
		assert.equal(more.length, 0);
		const text = hover?.contents.map((content) => (typeof content === 'string' ? content : content.value)).join('\n');
		assert.match(text ?? '', /Attention Is All You Need/);
		assert.match(text ?? '', /attention layers alone/);
	});

	it('leads from a key to its entry', async () => {
		const [target] = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
			'vscode.executeDefinitionProvider',
			editor.document.uri,
			endOf(editor.document, '\\cite{vaswani'),
		);
		assert.ok(target);
		const uri = 'uri' in target ? target.uri : target.targetUri;
		assert.equal(uri.toString(), uriOf('refs.bib').toString());
	});
});
