import * as vscode from 'vscode';
import { disposeAll } from '../../core/util/event.ts';
import { source as product, toSymbol, toWorkspaceSymbol } from '../convert.ts';
import { bibliographies } from '../selector.ts';
import type { Surroundings } from '../surroundings.ts';
import { answer } from './answer.ts';

/** Entries as symbols of their file, papers as symbols of the workspace. */
export function registerSymbols({ service, log }: Surroundings): vscode.Disposable {
	const entries: vscode.DocumentSymbolProvider = {
		provideDocumentSymbols: ({ uri }, token) =>
			answer(log, 'Symbols', token, async () => (await service.entrySymbols(uri.toString())).map(toSymbol)),
	};
	const papers: vscode.WorkspaceSymbolProvider = {
		provideWorkspaceSymbols: (query, token) =>
			answer(log, 'Symbols', token, async () => (await service.paperSymbols(query, token)).map(toWorkspaceSymbol)),
	};
	return disposeAll([
		vscode.languages.registerDocumentSymbolProvider(bibliographies, entries, { label: product }),
		vscode.languages.registerWorkspaceSymbolProvider(papers),
	]);
}
