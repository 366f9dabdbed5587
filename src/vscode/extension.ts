import type * as vscode from 'vscode';
import { type Api, type Main, openLater } from './front-door.ts';

/** Entry point where extensions run in Node. */
export function activate(context: vscode.ExtensionContext): Api {
	return openLater(context, async (): Promise<Main> => require('./main.js'));
}
