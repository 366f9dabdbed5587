import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import * as vscode from 'vscode';
import type { CitationService } from '../../../src/core/features/types.ts';
import { closeAll, complete, keyOf, open, service, write } from '../support/editor.ts';
import { until } from '../support/until.ts';

const entry = (key: string) => `@article{${key}, title = {On ${key}}, author = {Writer, Ada}, year = {2020}}\n`;
const citing = (bibliography: string) => `---\nbibliography: ${bibliography}\n---\nAs said [@|].\n`;

describe('Changes of a bibliography', () => {
	let core: CitationService;
	before(async () => {
		core = await service();
	});
	afterEach(closeAll);

	const untilKeys = (uri: vscode.Uri, position: vscode.Position, wanted: (keys: readonly string[]) => boolean) =>
		until(core.onDidChange, async () => {
			const keys = (await complete(uri, position)).map(keyOf);
			return wanted(keys) ? keys : undefined;
		});

	it('are seen when another program writes the file', async () => {
		await write('thesis/live.bib', entry('first'));
		const { uri, position } = await open('thesis/live.md', citing('live.bib'));
		assert.ok((await complete(uri, position)).map(keyOf).includes('first'));
		await write('thesis/live.bib', entry('first') + entry('second'));
		await untilKeys(uri, position, (keys) => keys.includes('second'));
	});

	it('are seen when the file comes into being', async () => {
		const { uri, position } = await open('thesis/late.md', citing('late.bib'));
		await write('thesis/late.bib', entry('latecomer'));
		await untilKeys(uri, position, (keys) => keys.includes('latecomer'));
	});

	it('are seen outside of the open folders', async () => {
		const folder = vscode.Uri.joinPath(vscode.Uri.file(tmpdir()), `outside-${process.pid}`);
		const file = vscode.Uri.joinPath(folder, 'far away [1].bib');
		const bytes = (text: string) => new TextEncoder().encode(text);
		await vscode.workspace.fs.createDirectory(folder);
		try {
			await vscode.workspace.fs.writeFile(file, bytes(entry('distant')));
			const { uri, position } = await open('thesis/far.md', citing(`"${file.fsPath}"`));
			assert.ok((await complete(uri, position)).map(keyOf).includes('distant'));
			await vscode.workspace.fs.writeFile(file, bytes(entry('distant') + entry('nearer')));
			await untilKeys(uri, position, (keys) => keys.includes('nearer'));
		} finally {
			await vscode.workspace.fs.delete(folder, { recursive: true });
		}
	});

	it('count before they are saved, and no longer when they are thrown away', async () => {
		const bibliography = await open('thesis/unsaved.bib', entry('saved'));
		await bibliography.editor.edit((edit) => edit.insert(new vscode.Position(0, 0), entry('unsaved')));
		const { uri, position } = await open('thesis/unsaved.md', citing('unsaved.bib'));
		await untilKeys(uri, position, (keys) => keys.includes('unsaved'));
		await vscode.window.showTextDocument(bibliography.document);
		await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
		await untilKeys(uri, position, (keys) => !keys.includes('unsaved') && keys.includes('saved'));
	});
});
