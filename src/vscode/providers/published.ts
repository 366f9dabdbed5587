import * as vscode from 'vscode';
import type { Problem } from '../../core/model/problem.ts';
import type { Disposable } from '../../core/util/event.ts';
import { toDiagnostic } from '../convert.ts';
import type { Surroundings } from '../surroundings.ts';

/** Problems shown by the editor, file by file. */
export interface Published extends Disposable {
	set(uri: string, problems: readonly Problem[]): void;
	/** Files that have problems shown, or an empty list of them. */
	files(): readonly string[];
	delete(uri: string): void;
}

/**
 * A collection that leaves alone what stays as it was: the editor closes an open list of repairs, and asks for them
 * anew, whenever the problems of a file are set.
 */
export function createPublished(name: string, { extensionUri }: Pick<Surroundings, 'extensionUri'>): Published {
	const pages = vscode.Uri.joinPath(extensionUri, 'docs', 'rules');
	const collection = vscode.languages.createDiagnosticCollection(name);
	const shown = new Map<string, string>();
	return {
		set(uri, problems) {
			const content = JSON.stringify(problems);
			if (shown.get(uri) === content) return;
			shown.set(uri, content);
			collection.set(
				vscode.Uri.parse(uri),
				problems.map((problem) => toDiagnostic(problem, pages)),
			);
		},
		files: () => [...shown.keys()],
		delete(uri) {
			shown.delete(uri);
			collection.delete(vscode.Uri.parse(uri));
		},
		dispose: () => collection.dispose(),
	};
}
