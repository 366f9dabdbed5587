import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { never } from '../../../src/core/util/cancellation.ts';
import { closeAll, open, service, uriOf } from '../support/editor.ts';
import { until } from '../support/until.ts';

/** Runs a command that asks something, and accepts what is offered first. */
async function acceptIn(command: string): Promise<void> {
	let isDone = false;
	const running = Promise.resolve(vscode.commands.executeCommand(command)).finally(() => {
		isDone = true;
	});
	// Does nothing until the list is there.
	while (!isDone) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
	await running;
}

describe('Commands in a browser', () => {
	before(service);
	afterEach(closeAll);

	const head = '\\documentclass{article}\n\\bibliography{refs}\n\\begin{document}\n';

	it('list what fits the cursor, and cite it', async () => {
		const { uri, document, editor, position } = await open(
			'thesis/web-cite.tex',
			`${head}Dropping units at random prevents overfitting|.\n`,
		);
		editor.selection = new vscode.Selection(position, position);
		const core = await service();
		const [hit] = await core.findPapers(uri.toString(), position, { query: '', limit: 3 }, never);
		assert.equal(hit?.key, 'srivastava2014dropout');
		await acceptIn('relatedWork.cite');
		assert.match(document.getText(), /overfitting~\\cite\{srivastava2014dropout\}\./);
	});

	it('know what is pasted', async () => {
		const { uri, position } = await open('thesis/web-paste.tex', `${head}Nets weave|.\n`);
		const record = '@book{web2020, title = {Webs}, author = {Spinner, Ada}, year = {2020}}';
		const pasted = await (await service()).citeText(uri.toString(), position, record, never);
		assert.deepEqual(pasted?.keys, ['web2020']);
		assert.deepEqual(
			pasted?.edits.map(({ file }) => file.split('/').at(-1)),
			['web-paste.tex', 'refs.bib'],
		);
	});

	it('make a report', async () => {
		await open('thesis/main.tex');
		await vscode.commands.executeCommand('relatedWork.report');
		const isThere = () =>
			vscode.window.tabGroups.all.some(({ tabs }) =>
				tabs.some(({ label }) => label === 'Citations of thesis/main.tex'),
			);
		assert.ok(await until(vscode.window.tabGroups.onDidChangeTabs, () => isThere() || undefined));
	});

	it('make a configuration in the folder that is chosen', async () => {
		const file = uriOf('thesis/relatedwork.json');
		try {
			await acceptIn('relatedWork.createConfiguration');
			const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
			assert.deepEqual(JSON.parse(text), { corpus: [], rules: {} });
		} finally {
			await closeAll();
			await vscode.workspace.fs.delete(file);
		}
	});
});
