import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { service } from '../support/editor.ts';

describe('The manifest', () => {
	it('names commands that exist', async () => {
		await service();
		const manifest = vscode.extensions.getExtension('related-work.related-work')?.packageJSON;
		const known = new Set(await vscode.commands.getCommands(true));
		const named: string[] = manifest.contributes.commands.map(({ command }: { command: string }) => command);
		assert.ok(named.length > 0);
		assert.deepEqual(
			named.filter((command) => !known.has(command)),
			[],
		);
	});
});
