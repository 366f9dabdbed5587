import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CitationService } from '../../../src/core/features/types.ts';
import { paperDrag } from '../../../src/vscode/views/drag.ts';
import { closeAll, complete, keyOf, open, service, uriOf, write } from '../support/editor.ts';

describe('The corpus', () => {
	let core: CitationService;
	before(async () => {
		core = await service();
	});
	afterEach(closeAll);

	const use = (uri: vscode.Uri) => vscode.commands.executeCommand('relatedWork.useAsCorpus', uri, [uri]);
	const sourceOf = async (uri: vscode.Uri) => (await core.status()).sources.find(({ file }) => file === uri.toString());

	it('takes in a file, in the settings of a folder that has no relatedwork.json', async () => {
		const uri = await write('thesis/extra/more [1].bib', '@misc{taken, title = {Taken In}}\n');
		const settings = () => vscode.workspace.getConfiguration('relatedWork', uri);
		await use(uri);
		try {
			assert.deepEqual(settings().inspect('corpus')?.workspaceFolderValue, ['extra/more [[]1[]].bib']);
			assert.equal((await sourceOf(uri))?.papers, 1);
			const { uri: document, position } = await open('thesis/taken.md', 'It was taken in [@|].\n');
			assert.ok((await complete(document, position)).map(keyOf).includes('taken'));
		} finally {
			await settings().update('corpus', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
		}
	});

	it('takes in a folder, in the relatedwork.json that there is', async () => {
		await write('notes/shelf/one.bib', '@misc{shelved, title = {On the Shelf}}\n');
		const configuration = uriOf('notes/relatedwork.json');
		const before = await vscode.workspace.fs.readFile(configuration);
		await use(uriOf('notes/shelf'));
		try {
			const after = new TextDecoder().decode(await vscode.workspace.fs.readFile(configuration));
			assert.match(after, /"shelf"/);
			assert.equal((await sourceOf(uriOf('notes/shelf/one.bib')))?.papers, 1);
		} finally {
			await vscode.workspace.fs.writeFile(configuration, before);
		}
	});

	it('takes in what is dropped on a list of papers', async () => {
		const uri = await write('notes/dropped.bib', '@misc{dropped, title = {Dropped}}\n');
		const configuration = uriOf('notes/relatedwork.json');
		const before = await vscode.workspace.fs.readFile(configuration);
		const data = new vscode.DataTransfer();
		data.set('text/uri-list', new vscode.DataTransferItem(`# a comment\r\n${uri.toString()}\r\n`));
		try {
			await paperDrag().handleDrop?.(undefined, data, new vscode.CancellationTokenSource().token);
			assert.equal((await sourceOf(uri))?.papers, 1);
		} finally {
			await vscode.workspace.fs.writeFile(configuration, before);
		}
	});

	it('gives what a document cites to the clipboard', async () => {
		await open('thesis/main.tex');
		await vscode.commands.executeCommand('relatedWork.copyCited');
		const copied = await vscode.env.clipboard.readText();
		assert.match(copied, /^@inproceedings\{vaswani2017attention,/m);
		assert.doesNotMatch(copied, /srivastava2014dropout/);
	});
});
