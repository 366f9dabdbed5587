import * as vscode from 'vscode';
import { disposeAll } from '../../core/util/event.ts';
import { source } from '../convert.ts';
import { createLatest } from '../latest.ts';
import type { Surroundings } from '../surroundings.ts';
import { answer } from './answer.ts';
import { createPublished } from './published.ts';

/** Milliseconds without typing before a document is checked. */
const pause = 200;

/** Keeps the problems of all open documents up to date. */
export function publishDocumentProblems(surroundings: Surroundings): vscode.Disposable {
	const { service, log } = surroundings;
	const published = createPublished(source, surroundings);
	const open = new Map<string, vscode.TextDocument>();
	const checks = createLatest(pause, async (uri, token) => {
		const document = open.get(uri);
		const version = document?.version;
		const problems = document && (await answer(log, 'Check', token, () => service.check(uri, token)));
		if (problems && document.version === version) published.set(uri, problems);
	});
	const opened = (document: vscode.TextDocument) => {
		if (!isOurs(document, service)) return;
		open.set(document.uri.toString(), document);
		checks.run(document.uri.toString());
	};
	const closed = ({ uri }: vscode.TextDocument) => {
		checks.cancel(uri.toString());
		open.delete(uri.toString());
		published.delete(uri.toString());
	};
	vscode.workspace.textDocuments.forEach(opened);
	return disposeAll([
		published,
		checks,
		vscode.workspace.onDidOpenTextDocument(opened),
		vscode.workspace.onDidCloseTextDocument(closed),
		vscode.workspace.onDidChangeTextDocument(({ document }) => {
			if (open.has(document.uri.toString())) checks.run(document.uri.toString());
		}),
		service.onDidChange(() => [...open.keys()].forEach(checks.run)),
	]);
}

/** Not what only looks like a file: the other side of a comparison, an output, a search result. */
export function isOurs({ uri }: vscode.TextDocument, service: Surroundings['service']): boolean {
	const schemes = vscode.workspace.workspaceFolders?.map((folder) => folder.uri.scheme) ?? [];
	return ['file', ...schemes].includes(uri.scheme) && service.reads(uri.toString());
}
