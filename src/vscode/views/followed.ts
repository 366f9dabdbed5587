import * as vscode from 'vscode';
import type { CitationService } from '../../core/features/types.ts';
import { createEmitter, type Disposable, disposeAll, type Event } from '../../core/util/event.ts';
import { isOurs } from '../providers/document-problems.ts';

/** The document that views speak of: the one that was written in last, also while a view or a card has the focus. */
export interface Followed extends Disposable {
	readonly document: vscode.TextDocument | undefined;
	/** Where the cursor stands in it, or last stood. */
	readonly position: vscode.Position;
	/** Fires when it is another document. */
	readonly onDidChange: Event<void>;
	/** Fires when the cursor moves in it. */
	readonly onDidMove: Event<void>;
	/** Its editor, shown again where it is hidden, with the focus. */
	show(): Promise<vscode.TextEditor | undefined>;
}

export function createFollowed(service: CitationService): Followed {
	const changed = createEmitter<void>();
	const moved = createEmitter<void>();
	let document: vscode.TextDocument | undefined;
	let position = new vscode.Position(0, 0);

	const take = (editor: vscode.TextEditor | undefined) => {
		if (!editor || editor.document === document || !isOurs(editor.document, service)) return;
		document = editor.document;
		position = editor.selection.end;
		changed.fire();
	};
	const subscriptions = [
		changed,
		moved,
		vscode.window.onDidChangeActiveTextEditor(take),
		vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
			if (textEditor.document !== document) return;
			position = selections[0]?.end ?? position;
			moved.fire();
		}),
		vscode.workspace.onDidCloseTextDocument((closed) => {
			if (closed !== document) return;
			document = undefined;
			take(vscode.window.activeTextEditor);
			if (!document) changed.fire();
		}),
	];
	for (const editor of [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors]) {
		if (!document) take(editor);
	}
	return {
		get document() {
			return document;
		},
		get position() {
			return position;
		},
		onDidChange: changed.event,
		onDidMove: moved.event,
		async show() {
			if (!document) return undefined;
			const visible = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
			const column = visible?.viewColumn;
			return vscode.window.showTextDocument(document, column === undefined ? {} : { viewColumn: column });
		},
		dispose: () => disposeAll(subscriptions).dispose(),
	};
}
