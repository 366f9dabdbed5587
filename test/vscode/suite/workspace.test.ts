import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { silent } from '../../../src/core/ports.ts';
import { createEditorWorkspace } from '../../../src/vscode/workspace.ts';
import { closeAll, open, uriOf, write } from '../support/editor.ts';
import { until } from '../support/until.ts';

describe('The files of the editor', () => {
	const home = () => uriOf('notes');
	let workspace: ReturnType<typeof createEditorWorkspace>;
	before(async () => {
		workspace = createEditorWorkspace(silent, { home: home() });
		await write('thesis/corpus/a [1].bib', '@misc{a}\n');
		await write('thesis/corpus/deep/b.bib', '@misc{b}\n');
		await write('thesis/corpus/deep/c.log', 'none\n');
		await write('thesis/corpus/node_modules/d.bib', '@misc{d}\n');
	});
	after(() => workspace.dispose());
	afterEach(closeAll);

	const names = async (pattern: string) => {
		const base = uriOf('thesis').toString();
		return (await workspace.glob(base, pattern)).map((uri) => decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)));
	};

	it('are found by globs, folders and paths', async () => {
		assert.deepEqual(await names('corpus/**/*.bib'), ['a [1].bib', 'b.bib']);
		assert.deepEqual(await names('corpus/*/*.{bib,log}'), ['b.bib', 'c.log']);
		assert.deepEqual(await names('./corpus/deep'), ['b.bib']);
		assert.deepEqual(await names('corpus/deep/c.log'), ['c.log']);
		assert.deepEqual(await names('corpus/nothing.bib'), []);
	});

	it('are found outside of their folder', async () => {
		assert.deepEqual(await names('../notes/papers/*.jsonl'), ['regularization.jsonl']);
		assert.deepEqual(await names(`${uriOf('notes').fsPath}/**/*.jsonl`), ['regularization.jsonl']);
		assert.deepEqual(await names('~/papers'), ['regularization.jsonl']);
	});

	it('have the text of the editor, one value per version', async () => {
		const { uri, document, editor } = await open('thesis/typed.bib', 'old');
		const name = uri.toString();
		const before = await workspace.stat(name);
		assert.equal(await workspace.open(name), await workspace.open(name));
		await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'new '));
		assert.equal((await workspace.open(name)).getText(), document.getText());
		assert.equal(new TextDecoder().decode(await workspace.read(name)), 'new old');
		assert.notEqual((await workspace.stat(name))?.version, before?.version);
	});

	it('say in words why they cannot be read', async () => {
		const missing = uriOf('thesis/nowhere.bib').toString();
		await assert.rejects(workspace.open(missing), { name: 'FileError', message: 'does not exist' });
		await assert.rejects(workspace.read(uriOf('thesis/corpus').toString()), { message: 'is a folder, not a file' });
		assert.equal(await workspace.stat(missing), undefined);
		assert.deepEqual(await workspace.list(missing), []);
	});

	it('are listed by name', async () => {
		assert.deepEqual(await workspace.list(uriOf('thesis/corpus').toString()), ['a [1].bib', 'deep', 'node_modules']);
	});

	it('tell of changes on disk', async () => {
		const uri = uriOf('thesis/fresh.bib').toString();
		const seen = new Set<string>();
		const listening = workspace.onDidChange((uris) => uris.forEach((one) => void seen.add(one)));
		const arrived = until(workspace.onDidChange, () => seen.has(uri) || undefined);
		await write('thesis/fresh.bib', '@misc{fresh}\n');
		await arrived;
		listening.dispose();
	});
});
