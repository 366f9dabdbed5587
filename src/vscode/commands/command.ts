import * as vscode from 'vscode';
import { disposeAll } from '../../core/util/event.ts';
import type { Surroundings } from '../surroundings.ts';

/** One command: what it is called in `package.json`, and what it does. */
export interface Command {
	readonly id: string;
	execute(surroundings: Surroundings, ...args: readonly unknown[]): Promise<void>;
}

/** Makes commands known to the editor. One that fails says so, with the way to the log. */
export function registerCommands(commands: readonly Command[], surroundings: Surroundings): vscode.Disposable {
	const run = async (command: Command, args: readonly unknown[]) => {
		try {
			await command.execute(surroundings, ...args);
		} catch (error) {
			surroundings.log.error(`${command.id}: ${error instanceof Error ? error.stack : error}`);
			const show = vscode.l10n.t('Show Log');
			const why = error instanceof Error ? error.message : `${error}`;
			const message = vscode.l10n.t('Related Work could not finish this: {0}', why);
			if ((await vscode.window.showErrorMessage(message, show)) === show) surroundings.log.show();
		}
	};
	return disposeAll(
		commands.map((command) => vscode.commands.registerCommand(command.id, (...args) => run(command, args))),
	);
}
