import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, closeAll, open, service, uriOf } from '../support/editor.ts';
import { until } from '../support/until.ts';

const preamble = '\\documentclass{article}\n\\addbibresource{refs.bib}\n\\begin{document}\n';

/** What the hover at a place has beneath the card: its markdown, which may run commands. */
async function actionsAt(uri: vscode.Uri, position: vscode.Position): Promise<vscode.MarkdownString | undefined> {
	const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
	const contents = hovers.flatMap((hover) => hover.contents);
	const strings = contents.filter((content) => content instanceof vscode.MarkdownString);
	return strings.find(({ value }) => value.includes('](command:relatedWork.'));
}

/** Runs the command of a link. */
function follow(actions: vscode.MarkdownString, id: string): Thenable<unknown> {
	const argument = new RegExp(`\\(command:${id}\\?([^)]*)\\)`).exec(actions.value)?.[1];
	assert.ok(argument, `${id} is not offered in ${actions.value}`);
	return vscode.commands.executeCommand(id, ...JSON.parse(decodeURIComponent(argument)));
}

describe('What a hover offers to do with a paper', () => {
	before(service);
	afterEach(closeAll);

	it('copies its entry, from the text and from the bibliography', async () => {
		const { uri, document } = await open('thesis/actions.tex', `${preamble}Nets \\cite{he2016residual}.\n`);
		const actions = await actionsAt(uri, at(document, 'he2016', 2));
		assert.ok(actions);
		await follow(actions, 'relatedWork.copyBibtex');
		assert.match(await vscode.env.clipboard.readText(), /^@\w+\{he2016residual,/);
		await vscode.env.clipboard.writeText('');
		const bibliography = await open('thesis/refs.bib');
		const there = await actionsAt(bibliography.uri, at(bibliography.document, 'he2016residual', 2));
		assert.ok(there);
		await follow(there, 'relatedWork.copyBibtex');
		assert.match(await vscode.env.clipboard.readText(), /^@\w+\{he2016residual,/);
	});

	it('leads to its entry', async () => {
		const { uri, document } = await open('thesis/entry.tex', `${preamble}Nets \\cite{he2016residual}.\n`);
		const actions = await actionsAt(uri, at(document, 'he2016', 2));
		assert.ok(actions);
		await follow(actions, 'relatedWork.goToEntry');
		const editor = await until(vscode.window.onDidChangeActiveTextEditor, () => {
			const active = vscode.window.activeTextEditor;
			return active?.document.uri.toString() === uriOf('thesis/refs.bib').toString() ? active : undefined;
		});
		assert.equal(editor.document.getText(editor.selection), 'he2016residual');
	});

	it('runs nothing but its own commands, and never what a paper says', async () => {
		const evil = 'x](command:workbench.action.quit)';
		await open('notes/evil.bib', `@misc{evil, title = {${evil}}, author = {${evil}}, abstract = {${evil}}}\n`);
		const { uri, document } = await open('notes/evil.md', '---\nbibliography: evil.bib\n---\nAs [@evil] says.\n');
		const actions = await actionsAt(uri, at(document, '@evil', 2));
		assert.ok(actions && typeof actions.isTrusted === 'object');
		assert.ok(actions.isTrusted.enabledCommands.every((command) => command.startsWith('relatedWork.')));
		assert.doesNotMatch(actions.value, /workbench/);
	});

	it('is nothing over a key that nobody knows', async () => {
		const { uri, document } = await open('thesis/none.tex', `${preamble}Nets \\cite{nobody}.\n`);
		assert.equal(await actionsAt(uri, at(document, 'nobody', 2)), undefined);
	});
});
