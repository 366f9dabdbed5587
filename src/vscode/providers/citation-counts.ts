import * as vscode from 'vscode';
import { disposeAll } from '../../core/util/event.ts';
import { showCitationsCommand } from '../commands/show-citations.ts';
import { toRange } from '../convert.ts';
import { createLatest } from '../latest.ts';
import { bibliographies } from '../selector.ts';
import type { Surroundings } from '../surroundings.ts';
import { answer } from './answer.ts';

/** Milliseconds without a change of any document before entries are counted anew. */
const pause = 500;

/** An entry whose count is looked up when it comes into view. */
class EntryLens extends vscode.CodeLens {
	readonly uri: string;
	readonly key: string;
	constructor(range: vscode.Range, uri: string, key: string) {
		super(range);
		this.uri = uri;
		this.key = key;
	}
}

/** Above each entry of a bibliography, how often it is cited. */
export function registerCitationCounts({ service, settings, log }: Surroundings): vscode.Disposable {
	const changed = new vscode.EventEmitter<void>();
	const counting = createLatest(pause, async () => changed.fire());
	const provider: vscode.CodeLensProvider<EntryLens> = {
		onDidChangeCodeLenses: changed.event,
		provideCodeLenses: (document, token) =>
			answer(log, 'Citation counts', token, async () => {
				const uri = document.uri.toString();
				if (!settings.showsCounts(document)) return [];
				const entries = await service.citableEntries(uri, token);
				return entries.map(({ key, range }) => new EntryLens(toRange(range), uri, key));
			}),
		resolveCodeLens: (lens, token) =>
			answer(log, 'Citation counts', token, async () => {
				const { length } = await service.citedAt(lens.uri, lens.key, token);
				const title = titleOf(length);
				const command = length > 0 ? showCitationsCommand : '';
				lens.command = { title, command, arguments: [lens.uri, lens.range.start, lens.key] };
				return lens;
			}),
	};
	return disposeAll([
		changed,
		counting,
		service.onDidChange(() => counting.run('all')),
		settings.onDidChange(() => changed.fire()),
		vscode.languages.registerCodeLensProvider(bibliographies, provider),
	]);
}

function titleOf(count: number): string {
	if (count === 0) return vscode.l10n.t('not cited');
	return count === 1 ? vscode.l10n.t('cited once') : vscode.l10n.t('cited {0} times', count);
}
