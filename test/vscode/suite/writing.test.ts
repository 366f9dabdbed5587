import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { silent } from '../../../src/core/ports.ts';
import { addEntryCommand } from '../../../src/vscode/commands/add-entry.ts';
import { createEditorWorkspace } from '../../../src/vscode/workspace.ts';
import { at, closeAll, open, service, uriOf, write } from '../support/editor.ts';

const tex = (bibliographies: string, body: string) =>
	`\\documentclass{article}\n\\bibliography{${bibliographies}}\n\\begin{document}\n${body}\n\\end{document}\n`;

const onDisk = async (uri: vscode.Uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
const add = (uri: vscode.Uri, key: string) => vscode.commands.executeCommand(addEntryCommand, uri.toString(), key);
const rename = (uri: vscode.Uri, position: vscode.Position, name: string) =>
	vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', uri, position, name);

describe('Writing to bibliographies', () => {
	before(service);
	afterEach(closeAll);

	describe('keys', () => {
		const refs = '@book{first, title = {One}}\n@inbook{part, crossref = {first}}\n';

		it('are renamed in every document and in the bibliography, saved or not', async () => {
			const bib = await write('thesis/rename.bib', refs);
			const other = await write('thesis/rename-other.tex', tex('rename', '\\cite{part, first}'));
			const { uri, document, editor } = await open('thesis/rename.tex', tex('rename', 'None.'));
			await editor.edit((edit) => edit.insert(at(document, 'None'), 'As in \\citep[p.~1]{first}. '));
			const position = at(document, '{first}', 3);
			const prepared = await vscode.commands.executeCommand<{ placeholder: string }>(
				'vscode.prepareRename',
				uri,
				position,
			);
			assert.equal(prepared.placeholder, 'first');
			assert.ok(await vscode.workspace.applyEdit(await rename(uri, position, 'second')));
			assert.match(document.getText(), /\\citep\[p\.~1\]\{second\}/);
			assert.match((await vscode.workspace.openTextDocument(other)).getText(), /\\cite\{part, second\}/);
			assert.equal((await vscode.workspace.openTextDocument(bib)).getText(), refs.replaceAll('first', 'second'));
		});

		it('are not given the name of another', async () => {
			const { uri, document } = await open('thesis/taken.bib', refs);
			await write('thesis/taken.tex', tex('taken', '\\cite{first}'));
			await assert.rejects(
				async () => rename(uri, at(document, 'first'), 'Part'),
				/“part” is a key of taken\.bib already \(line 2\)/,
			);
			await assert.rejects(
				Promise.resolve(vscode.commands.executeCommand('vscode.prepareRename', uri, at(document, 'One'))),
				/no citation key here/,
			);
		});

		it('are found wherever they stand', async () => {
			const { uri, document } = await open('thesis/found.bib', refs);
			await write('thesis/found.tex', tex('found', '\\cite{first} and \\cite{part,first}'));
			const found = await vscode.commands.executeCommand<vscode.Location[]>(
				'vscode.executeReferenceProvider',
				uri,
				at(document, 'first'),
			);
			const places = found.map((location) => `${location.uri.path.split('/').at(-1)} ${location.range.start.line}`);
			assert.deepEqual(places.sort(), ['found.bib 0', 'found.bib 1', 'found.tex 3', 'found.tex 3']);
		});

		it('of one work become one', async () => {
			const one = '@misc{one, title = {A Work of Some Length}, year = 2001}\n';
			const two = '@misc{two, title = {A work of some length}, year = 2001, doi = {10.1/x}}\n';
			const { uri, document } = await open('thesis/merge.bib', one + two);
			const cites = await write('thesis/merge.tex', tex('merge', '\\cite{two}'));
			const range = new vscode.Range(at(document, 'one'), at(document, 'one'));
			const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
				'vscode.executeCodeActionProvider',
				uri,
				range,
				'refactor.rewrite',
			);
			const merge = actions.find(({ title }) => title.startsWith('Merge “two”'));
			assert.ok(merge?.command);
			await vscode.commands.executeCommand(merge.command.command, ...(merge.command.arguments ?? []));
			assert.equal(await onDisk(uri), one.replace('2001', '2001, doi = {10.1/x}'));
			assert.match(await onDisk(cites), /\\cite\{one\}/);
		});
	});

	describe('entries', () => {
		it('are written as the file is, and saved where nothing else was unsaved', async () => {
			const before = '@Misc{a,\r\n\tTitle = "A",\r\n\tYear = 2001\r\n}\r\n';
			const bib = await write('notes/style.bib', before);
			const { uri } = await open('notes/style.md', '---\nbibliography: style.bib\n---\nText.\n');
			await add(uri, 'ioffe2015batch');
			const text = await onDisk(bib);
			assert.ok(text.startsWith(before));
			assert.match(
				text,
				/\r\n\r\n@Misc\{ioffe2015batch,\r\n\tTitle = "Batch Normalization",\r\n[\s\S]*\tYear = 2015[\s\S]*\r\n\}\r\n$/,
			);
		});

		it('are left unsaved beside what is unsaved', async () => {
			const { uri } = await open('notes/unsaved.md', '---\nbibliography: unsaved.bib\n---\nText.\n');
			const { document, editor, uri: bib } = await open('notes/unsaved.bib', '@misc{a, title = {A}}\n');
			await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '% mine\n'));
			await add(uri, 'ioffe2015batch');
			assert.match(document.getText(), /^% mine\n@misc\{a[\s\S]*\{ioffe2015batch,/);
			assert.ok(document.isDirty);
			assert.equal(await onDisk(bib), '@misc{a, title = {A}}\n');
		});

		it('go where the user says, who is asked once', async () => {
			const files = { 'one.bib': '@misc{a, title = {A}}\n', 'two.bib': '@misc{b, title = {B}}\n' };
			for (const [name, text] of Object.entries(files)) await write(`notes/${name}`, text);
			const { uri } = await open('notes/asked.md', '---\nbibliography: [one.bib, two.bib]\n---\nText.\n');
			let isAdded = false;
			const adding = Promise.resolve(add(uri, 'ioffe2015batch')).then(() => (isAdded = true));
			// Does nothing until the list is there.
			while (!isAdded) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
			await adding;
			const written = await Promise.all(['one.bib', 'two.bib'].map((name) => onDisk(uriOf(`notes/${name}`))));
			const chosen = written.findIndex((text) => text.includes('ioffe2015batch'));
			assert.ok(chosen >= 0);
			await add(uri, 'srivastava2014dropout');
			assert.match(await onDisk(uriOf(`notes/${Object.keys(files)[chosen]}`)), /srivastava2014dropout/);
		});

		it('never take the place of what another program wrote meanwhile', async () => {
			const { uri } = await open('notes/raced.md', '---\nbibliography: raced.bib\n---\nText.\n');
			const { uri: bib } = await open('notes/raced.bib', '@misc{a, title = {A}}\n');
			const theirs = '@misc{a, title = {A}}\n@misc{theirs, title = {Theirs}}\n';
			await write('notes/raced.bib', theirs);
			await add(uri, 'ioffe2015batch');
			assert.ok((await onDisk(bib)).startsWith(theirs));
		});
	});

	it('knows the encoding of a file, and whether it may be written', async () => {
		const workspace = createEditorWorkspace(silent);
		try {
			const uri = await write('thesis/form.bib', '@misc{a}\n');
			assert.deepEqual(await workspace.form?.(uri.toString()), { encoding: 'utf8', readOnly: false });
			await vscode.workspace.openTextDocument(uri, { encoding: 'iso88591' });
			assert.deepEqual(await workspace.form?.(uri.toString()), { encoding: 'iso88591', readOnly: false });
		} finally {
			workspace.dispose();
		}
	});
});
