import * as vscode from 'vscode';
import { type Disposable, disposeAll, type Event } from '../core/util/event.ts';

/** Where somebody is writing a word just now: what is wrong there may be right with the next letter. */
export interface TypingPlace extends Disposable {
	/** Fires when the cursor left the word, or the file was saved. */
	readonly onDidLeave: Event<string>;
	/** Is the cursor in this range, in a word that was changed since it came there? */
	isIn(document: vscode.TextDocument, range: vscode.Range): boolean;
}

/** What ends a citation key. */
const ends = /[\s,;{}[\]()]/;

export function createTypingPlace(): TypingPlace {
	const left = new vscode.EventEmitter<string>();
	let document: vscode.TextDocument | undefined;
	let place = new vscode.Position(0, 0);

	const leave = () => {
		const before = document;
		document = undefined;
		if (before) left.fire(before.uri.toString());
	};
	/** Is a position in the word that is being written? */
	const isSameWord = (other: vscode.Position) => {
		if (!document || other.line !== place.line) return false;
		const between = other.isBefore(place) ? new vscode.Range(other, place) : new vscode.Range(place, other);
		return !ends.test(document.getText(between));
	};
	const subscriptions = [
		left,
		vscode.workspace.onDidChangeTextDocument(({ document: changed, contentChanges }) => {
			const [change] = contentChanges;
			if (!change) return;
			if (changed !== vscode.window.activeTextEditor?.document) {
				if (changed === document) leave();
				return;
			}
			if (document && document !== changed) leave();
			document = changed;
			place = changed.positionAt(change.rangeOffset + change.text.length);
		}),
		vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
			if (textEditor.document !== document) return;
			if (selections.length !== 1 || !isSameWord(selections[0]!.active)) leave();
		}),
		vscode.window.onDidChangeActiveTextEditor(leave),
		vscode.workspace.onDidSaveTextDocument((saved) => {
			if (saved === document) leave();
		}),
	];
	return {
		onDidLeave: left.event,
		isIn(asked, range) {
			const cursor = vscode.window.activeTextEditor?.selection.active;
			return asked === document && cursor !== undefined && isSameWord(cursor) && range.contains(cursor);
		},
		dispose: () => disposeAll(subscriptions).dispose(),
	};
}
