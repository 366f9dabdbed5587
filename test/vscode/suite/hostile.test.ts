import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { withoutIcons } from '../../../src/vscode/plain-text.ts';
import { assertHarmlessMarkdown, assertPlainLine, hostileJsonLines, hostileTitles } from '../../support/hostile.ts';
import { at, closeAll, complete, open, service, uriOf, write } from '../support/editor.ts';

describe('Papers whose texts attack the editor', () => {
	before(service);
	afterEach(closeAll);
	// Other tests list the files of this folder.
	after(() => vscode.workspace.fs.delete(uriOf('notes/hostile.jsonl')));

	it('are rows, cards and symbols of one line', async () => {
		await write('notes/hostile.jsonl', hostileJsonLines);
		const text = `---\nbibliography: hostile.jsonl\n---\nAs [@${Object.keys(hostileTitles).join('; @')}] say [@attack|].\n`;
		const { uri, document, position } = await open('notes/hostile.md', text);
		const rows = await complete(uri, position, 20);
		assert.equal(rows.length, Object.keys(hostileTitles).length);
		for (const { label, documentation, insertText } of rows) {
			assert.ok(typeof label === 'object' && documentation instanceof vscode.MarkdownString);
			for (const part of [label.label, label.detail, label.description]) assertPlainLine(part ?? '', 100);
			assertHarmlessMarkdown(documentation.value, 8000);
			assert.ok(!documentation.isTrusted && !documentation.supportHtml && typeof insertText === 'string');
		}
		const command = 'vscode.executeHoverProvider';
		const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(command, uri, at(document, '@link', 2));
		const [card] = hovers.flatMap(({ contents }) => contents);
		assert.ok(card instanceof vscode.MarkdownString && !card.isTrusted && !card.supportHtml);
		const find = 'vscode.executeWorkspaceSymbolProvider';
		const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(find, 'attack');
		assert.ok(symbols.length > 0);
		for (const { name, containerName } of symbols) {
			assertPlainLine(name, 510);
			assertPlainLine(containerName, 100);
		}
	});

	it('have no pictures in lists', () => {
		assert.equal(withoutIcons('a $(trash) $(sync~spin) $5 $(x y)'), 'a \\$(trash) \\$(sync~spin) $5 $(x y)');
	});
});
