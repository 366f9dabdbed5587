import * as vscode from 'vscode';
import type { Problem } from '../../core/model/problem.ts';
import { disposeAll } from '../../core/util/event.ts';
import { source, toRange } from '../convert.ts';
import { createLatest } from '../latest.ts';
import type { Surroundings } from '../surroundings.ts';
import { createTypingPlace } from '../typing-place.ts';
import { answer } from './answer.ts';
import { createPublished } from './published.ts';

/** Milliseconds without typing before a document is checked. */
const pause = 200;

/** Rules on keys: a key that is being typed is not wrong yet. */
const held = new Set(['unknown-key', 'wrong-case-key', 'repeated-key', 'empty-citation', 'empty-slot']);

/** Keeps the problems of all open documents up to date. */
export function publishDocumentProblems(surroundings: Surroundings): vscode.Disposable {
	const { service, log } = surroundings;
	const published = createPublished(source, surroundings);
	const open = new Map<string, vscode.TextDocument>();
	const found = new Map<string, readonly Problem[]>();
	const typing = createTypingPlace();
	const checks = createLatest(pause, async (uri, token) => {
		const document = open.get(uri);
		const version = document?.version;
		const problems = document && (await answer(log, 'Check', token, () => service.check(uri, token)));
		if (!problems || document.version !== version) return;
		found.set(uri, problems);
		publish(uri);
	});
	const publish = (uri: string) => {
		const document = open.get(uri);
		const isHeld = ({ rule, range }: Problem) => held.has(rule) && document && typing.isIn(document, toRange(range));
		published.set(
			uri,
			(found.get(uri) ?? []).filter((problem) => !isHeld(problem)),
		);
	};
	const opened = (document: vscode.TextDocument) => {
		if (!isOurs(document, service)) return;
		open.set(document.uri.toString(), document);
		checks.run(document.uri.toString());
	};
	const closed = ({ uri }: vscode.TextDocument) => {
		checks.cancel(uri.toString());
		open.delete(uri.toString());
		found.delete(uri.toString());
		published.delete(uri.toString());
	};
	vscode.workspace.textDocuments.forEach(opened);
	return disposeAll([
		published,
		checks,
		typing,
		typing.onDidLeave((uri) => {
			if (found.has(uri)) publish(uri);
		}),
		vscode.workspace.onDidOpenTextDocument(opened),
		vscode.workspace.onDidCloseTextDocument(closed),
		vscode.workspace.onDidChangeTextDocument(({ document }) => {
			if (open.has(document.uri.toString())) checks.run(document.uri.toString());
		}),
		service.onDidChange(() => [...open.keys()].forEach(checks.run)),
	]);
}

/** Not what only looks like a file: the other side of a comparison, an output, a search result. */
export function isOurs({ uri, languageId }: vscode.TextDocument, service: Surroundings['service']): boolean {
	const schemes = vscode.workspace.workspaceFolders?.map((folder) => folder.uri.scheme) ?? [];
	return ['file', 'untitled', ...schemes].includes(uri.scheme) && service.reads(uri.toString(), languageId);
}
