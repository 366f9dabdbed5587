import * as vscode from 'vscode';
import { disposeAll } from '../../core/util/event.ts';
import { addEntries } from '../cite-at.ts';
import { fromPosition, toWorkspaceEdit } from '../convert.ts';
import { answer } from '../providers/answer.ts';
import { selector } from '../selector.ts';
import type { Surroundings } from '../surroundings.ts';
import { isPaperRow } from './paper-rows.ts';

/** What is carried: keys, as a JSON array. */
const mime = 'application/vnd.relatedwork.papers';

/** Files and folders, as every program drags them: a URI a line, and comments. */
const files = 'text/uri-list';

/** Lets papers be dragged out of a view, and files of papers into it. */
export function paperDrag<T>(): vscode.TreeDragAndDropController<T> {
	return {
		dragMimeTypes: [mime],
		dropMimeTypes: [files],
		handleDrag(rows, data) {
			const keys = rows.flatMap((row) => (isPaperRow(row) ? [row.fit.key] : []));
			if (keys.length > 0) data.set(mime, new vscode.DataTransferItem(JSON.stringify(keys)));
		},
		async handleDrop(_row, data) {
			const lines = (await data.get(files)?.asString())?.split(/\r?\n/) ?? [];
			const uris = lines.filter((line) => line && !line.startsWith('#')).map((line) => vscode.Uri.parse(line));
			if (uris.length > 0) await vscode.commands.executeCommand('relatedWork.useAsCorpus', uris[0], uris);
		},
	};
}

/** Cites papers where they are dropped, in the way that the document cites. */
export function registerPaperDrop({ service, log }: Surroundings): vscode.Disposable {
	let dropped: vscode.Disposable | undefined;
	const provider: vscode.DocumentDropEditProvider = {
		provideDocumentDropEdits: (document, position, data, token) =>
			answer(log, 'Drop', token, async () => {
				const keys = keysIn(await data.get(mime)?.asString());
				if (keys.length === 0) return undefined;
				const uri = document.uri.toString();
				const at = fromPosition(position);
				const edits = await service.cite(uri, at, { keys }, token);
				if (edits.length === 0) return undefined;
				const [first] = edits;
				const isPlain = edits.length === 1 && first && isAt(first.range.start, at) && isAt(first.range.end, at);
				const edit = new vscode.DocumentDropEdit(isPlain ? first.newText : '');
				if (!isPlain) edit.additionalEdit = toWorkspaceEdit(edits);
				edit.title = vscode.l10n.t('Cite');
				edit.kind = vscode.DocumentDropOrPasteEditKind.Text.append('citation');
				// Nothing else tells that a drop was made.
				dropped?.dispose();
				dropped = vscode.workspace.onDidChangeTextDocument(async ({ document: changed }) => {
					if (changed !== document) return;
					dropped?.dispose();
					await addEntries(uri, keys);
				});
				return edit;
			}),
	};
	const metadata = { dropMimeTypes: [mime], providedDropEditKinds: [vscode.DocumentDropOrPasteEditKind.Text] };
	const registration = vscode.languages.registerDocumentDropEditProvider(selector, provider, metadata);
	return disposeAll([registration, { dispose: () => dropped?.dispose() }]);
}

function isAt(one: { line: number; character: number }, other: { line: number; character: number }): boolean {
	return one.line === other.line && one.character === other.character;
}

function keysIn(json: string | undefined): readonly string[] {
	try {
		const keys: unknown = JSON.parse(json ?? '[]');
		return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : [];
	} catch {
		return [];
	}
}
