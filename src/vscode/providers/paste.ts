import * as vscode from 'vscode';
import { fromPosition, toWorkspaceEdit } from '../convert.ts';
import { selector } from '../selector.ts';
import type { Surroundings } from '../surroundings.ts';
import { answer } from './answer.ts';

const kind = vscode.DocumentDropOrPasteEditKind.Text.append('citation');

/** Offers to cite what a pasted id, web address or record stands for; what is pasted by default stays the text. */
export function registerPaste({ service, log }: Surroundings): vscode.Disposable {
	const provider: vscode.DocumentPasteEditProvider = {
		provideDocumentPasteEdits: ({ uri }, ranges, data, _context, token) =>
			answer(log, 'Paste', token, async () => {
				const [range] = ranges;
				const text = await data.get('text/plain')?.asString();
				// Words that are selected would be replaced.
				if (!text || !range?.isEmpty || ranges.length > 1) return [];
				const cited = await service.citeText(uri.toString(), fromPosition(range.start), text, token);
				if (!cited) return [];
				const title = vscode.l10n.t('Paste as citation of {0}', cited.keys.join(', '));
				const edit = new vscode.DocumentPasteEdit('', title, kind);
				edit.additionalEdit = toWorkspaceEdit(cited.edits);
				edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
				return [edit];
			}),
	};
	const metadata = { providedPasteEditKinds: [kind], pasteMimeTypes: ['text/plain'] };
	return vscode.languages.registerDocumentPasteEditProvider(selector, provider, metadata);
}
