import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { never } from '../../../src/core/util/cancellation.ts';
import { at, closeAll, complete, keyOf, open, problemsWhen, service, uriOf, write } from '../support/editor.ts';
import { MemoryFiles } from '../support/memory-files.ts';
import { until } from '../support/until.ts';

const files: Readonly<Record<string, string>> = {
	'main.tex':
		'\\documentclass{article}\n\\bibliography{refs}\n\\begin{document}\nAs said \\cite{near2020, neer2020}.\n\\end{document}\n',
	'refs.bib': '@misc{near2020,\n  author = {Near, Nora},\n  title = {Things That Are Near},\n  year = {2020}\n}\n',
	'relatedwork.json': '{ "corpus": ["shelf/**/*.bib", "~/library.bib"] }\n',
	'shelf/deep/far.bib': '@misc{far2021, author = {Far, Fred}, title = {Things That Are Far}, year = {2021}}\n',
	'shelf/node_modules/other.bib': '@misc{other, title = {Of No One}}\n',
};

describe('A folder that is on no disk', () => {
	const memory = new MemoryFiles();
	const registration = vscode.workspace.registerFileSystemProvider('related-work-memory', memory);
	const root = vscode.Uri.parse('related-work-memory:/virtual');

	const changeFolders = async (change: (count: number) => boolean, wanted: number) => {
		const folders = () => vscode.workspace.workspaceFolders?.length ?? 0;
		assert.ok(change(folders()));
		await until(vscode.workspace.onDidChangeWorkspaceFolders, () => folders() === wanted || undefined);
	};

	before(async () => {
		for (const [path, text] of Object.entries(files))
			memory.writeFile(vscode.Uri.joinPath(root, path), new TextEncoder().encode(text));
		const core = await service();
		const add = (count: number) => vscode.workspace.updateWorkspaceFolders(count, 0, { uri: root, name: 'virtual' });
		await changeFolders(add, 3);
		await core.loadCorpus(never);
	});
	after(async () => {
		await changeFolders((count) => vscode.workspace.updateWorkspaceFolders(count - 1, 1), 2);
		registration.dispose();
	});
	afterEach(closeAll);

	it('has its citations completed, from its own corpus too', async () => {
		const text = `${files['main.tex']?.split('As said')[0]}Things \\cite{things|}.\n`;
		const { uri, position } = await open('virtual/completion.tex', text);
		const keys = (await complete(uri, position)).map(keyOf);
		assert.deepEqual(keys, ['near2020', 'far2021']);
	});

	it('has its papers shown', async () => {
		const { uri, document } = await open('virtual/main.tex');
		const command = 'vscode.executeHoverProvider';
		const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(command, uri, at(document, 'near2020', 2));
		const shown = hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)));
		assert.match(shown.join('\n'), /Things That Are Near/);
	});

	it('is checked, and repaired', async () => {
		const { uri, document } = await open('virtual/main.tex');
		const [found] = await problemsWhen(uri, ({ length }) => length > 0);
		assert.ok(found);
		assert.equal(document.getText(found.range), 'neer2020');
		const command = 'vscode.executeCodeActionProvider';
		const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(command, uri, found.range);
		const repair = actions.find(({ title }) => title.includes('near2020'));
		assert.ok(repair?.edit, actions.map(({ title }) => title).join(', '));
		await vscode.workspace.applyEdit(repair.edit);
		assert.match(document.getText(), /\\cite\{near2020, near2020\}/);
	});

	it('gets the entry of a paper that only its corpus has', async () => {
		const text = `${files['main.tex']?.split('As said')[0]}Far \\cite{far|}.\n`;
		const { uri, position } = await open('virtual/accepting.tex', text);
		const row = (await complete(uri, position)).find((item) => keyOf(item) === 'far2021');
		assert.ok(row?.command);
		await vscode.commands.executeCommand(row.command.command, ...(row.command.arguments ?? []));
		assert.match(memory.text(uriOf('virtual/refs.bib')), /^@misc\{far2021,\n {2}author/m);
	});

	it('is read again where it changes', async () => {
		const { uri, document } = await open('virtual/late.tex', `${files['main.tex']?.replace('neer', 'late')}`);
		await problemsWhen(uri, ([first]) => first !== undefined && document.getText(first.range) === 'late2020');
		await write('virtual/refs.bib', `${files['refs.bib']}@misc{late2020, title = {Things That Come Late}}\n`);
		await problemsWhen(uri, ({ length }) => length === 0);
	});
});
