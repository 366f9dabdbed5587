import * as vscode from 'vscode';
import { toLink } from '../convert.ts';
import { withBibliographies } from '../selector.ts';
import type { Surroundings } from '../surroundings.ts';
import { answer } from './answer.ts';

/** From bibliographies in documents to the files, from ids in bibliographies to the papers. */
export function registerLinks({ service, log }: Surroundings): vscode.Disposable {
	return vscode.languages.registerDocumentLinkProvider(withBibliographies, {
		provideDocumentLinks: ({ uri }, token) =>
			answer(log, 'Links', token, async () => (await service.links(uri.toString(), token)).map(toLink)),
	});
}
