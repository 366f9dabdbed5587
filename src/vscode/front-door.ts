import * as vscode from 'vscode';
import type { Running } from './start.ts';

/** What `activate` returns. */
export interface Api {
	/** Resolves when everything is registered; rejects where the code cannot be loaded. */
	readonly running: Promise<Running>;
}

/** The code of the product, which is large. */
export interface Main {
	run(context: vscode.ExtensionContext): Running;
}

/**
 * Lets the editor go on at once, and loads the product when whatever else it starts had its turn. A command that is
 * called meanwhile waits; whatever else is registered late, the editor asks for when it is.
 */
export function openLater(context: vscode.ExtensionContext, load: () => Promise<Main>): Api {
	const ids = contributedCommands(context.extension.packageJSON);
	const waiting = ids.map((id) =>
		vscode.commands.registerCommand(id, async (...args: readonly unknown[]) => {
			await running;
			return vscode.commands.executeCommand(id, ...args);
		}),
	);
	const open = async () => {
		await new Promise((resolve) => setTimeout(resolve));
		const { run } = await load();
		for (const command of waiting) command.dispose();
		return run(context);
	};
	const running = open();
	running.catch((error: unknown) => {
		const why = error instanceof Error ? error.message : String(error);
		void vscode.window.showErrorMessage(vscode.l10n.t('Related Work could not start: {0}', why));
	});
	return { running };
}

function contributedCommands(manifest: {
	readonly contributes: { readonly commands: readonly { command: string }[] };
}) {
	return manifest.contributes.commands.map(({ command }) => command);
}
