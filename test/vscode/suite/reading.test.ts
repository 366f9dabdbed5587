import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, closeAll, open, service } from '../support/editor.ts';

const hoverAt = async (uri: vscode.Uri, position: vscode.Position): Promise<string> => {
	const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
	return hovers
		.flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)))
		.join('\n');
};

describe('Reading a citation', () => {
	before(service);
	afterEach(closeAll);

	it('shows the paper with its abstract over a key', async () => {
		const { document, uri } = await open('thesis/main.tex');
		const text = await hoverAt(uri, at(document, 'vaswani2017attention', 3));
		assert.match(text, /Attention Is All You Need/);
		assert.match(text, /attention layers alone/);
	});

	it('says over an unknown key what it may have been', async () => {
		const { document, uri } = await open('thesis/main.tex');
		assert.match(await hoverAt(uri, at(document, 'he2015residual', 3)), /he2016residual/);
	});

	it('leads from a key to its entry', async () => {
		const { document, uri } = await open('thesis/main.tex');
		const position = at(document, 'vaswani2017attention', 3);
		const command = 'vscode.executeDefinitionProvider';
		const [target] = await vscode.commands.executeCommand<vscode.Location[]>(command, uri, position);
		assert.ok(target);
		assert.match(target.uri.path, /thesis\/refs\.bib$/);
		assert.equal(target.range.start.line, 0);
	});
});
