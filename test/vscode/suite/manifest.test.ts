import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { languages } from '../../../src/core/languages/index.ts';
import { service } from '../support/editor.ts';

describe('The manifest', () => {
	before(service);
	const manifestOf = () => vscode.extensions.getExtension('related-work.related-work')?.packageJSON;

	it('starts the extension for every language that it reads', () => {
		const events = new Set<string>(manifestOf().activationEvents);
		const wanted = languages.flatMap(({ languageIds }) => languageIds.map((id) => `onLanguage:${id}`));
		assert.deepEqual(
			wanted.filter((event) => !events.has(event)),
			[],
		);
	});

	it('names commands that exist', async () => {
		const manifest = manifestOf();
		const known = new Set(await vscode.commands.getCommands(true));
		const named: string[] = manifest.contributes.commands.map(({ command }: { command: string }) => command);
		assert.ok(named.length > 0);
		assert.equal(new Set(named).size, named.length);
		assert.deepEqual(
			named.filter((command) => !known.has(command)),
			[],
		);
	});
});
