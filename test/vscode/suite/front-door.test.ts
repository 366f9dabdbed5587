import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Main, openLater } from '../../../src/vscode/front-door.ts';

/** What the editor gives an extension that has one command. */
function contextWith(command: string): vscode.ExtensionContext {
	const parts = { subscriptions: [], extension: { packageJSON: { contributes: { commands: [{ command }] } } } };
	return parts as unknown as vscode.ExtensionContext;
}

describe('While the product is being loaded', () => {
	it('a command waits, and is run by the product', async () => {
		const id = 'relatedWorkTest.early';
		let loaded: (main: Main) => void = () => {};
		const main = new Promise<Main>((resolve) => {
			loaded = resolve;
		});
		const { running } = openLater(contextWith(id), () => main);
		const answer = vscode.commands.executeCommand(id, 'a word');
		const registered: vscode.Disposable[] = [];
		const run = () => {
			registered.push(vscode.commands.registerCommand(id, (word) => `${word} from the product`));
			return {};
		};
		loaded({ run } as unknown as Main);
		assert.equal(await answer, 'a word from the product');
		await running;
		vscode.Disposable.from(...registered).dispose();
	});

	it('a failure reaches whoever waits', async () => {
		const id = 'relatedWorkTest.broken';
		const { running } = openLater(contextWith(id), () => Promise.reject(new Error('no such file')));
		await assert.rejects(running, /no such file/);
		await assert.rejects(async () => vscode.commands.executeCommand(id), /no such file/);
	});
});
