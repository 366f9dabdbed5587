import * as l10n from '@vscode/l10n';
import { insertEntry } from '../bibtex/insert.ts';
import type { Paper } from '../model/paper.ts';
import type { FileEdit } from '../model/problem.ts';
import { FileError, type Workspace } from '../ports.ts';
import type { Project } from '../project/types.ts';
import { holderOf } from '../text/holds.ts';
import { baseName } from '../util/paths.ts';
import { insertRecord, recordEndings } from './insert-record.ts';
import type { Added } from './types.ts';

/** The endings of the files that entries are written to. */
const bibtexEnding = /\.(?:bib|bibtex)$/i;

/**
 * The edit that writes a paper into the bibliography of a project: the one that holds most of the papers given, or
 * `into` where several do, or none. Files of TeX itself and those that may not be written to are left alone.
 */
export async function addEntry(
	workspace: Workspace,
	project: Project,
	cited: Iterable<Paper>,
	paper: Paper,
	into?: string,
): Promise<Added> {
	const found = await writable(workspace, project);
	if ('refused' in found) return refusal(found.refused);
	const best = mostHeld(found.files, cited);
	const file = best.length === 1 ? best[0]! : best.find((one) => one === into);
	return file === undefined ? { kind: 'choice', files: best } : editOf(workspace, file, paper);
}

/** Like {@link addEntry}, for who cannot ask: into the first bibliography declared of those that fit alike. */
export async function editThatAdds(
	workspace: Workspace,
	project: Project,
	cited: Iterable<Paper>,
	paper: Paper,
): Promise<FileEdit | undefined> {
	const papers = [...cited];
	const added = await addEntry(workspace, project, papers, paper);
	const settled = added.kind === 'choice' ? await addEntry(workspace, project, papers, paper, added.files[0]) : added;
	return settled.kind === 'edits' ? settled.edits[0] : undefined;
}

async function writable(
	workspace: Workspace,
	{ bibliographies, foreign }: Project,
): Promise<{ readonly files: readonly string[] } | { readonly refused: string }> {
	const own = bibliographies.filter((file) => !foreign.has(file));
	if (own.length === 0)
		return { refused: l10n.t('This document has no bibliography of its own that the paper could be added to.') };
	const known = own.filter((file) => bibtexEnding.test(file) || recordEndings.test(file));
	if (known.length === 0)
		return {
			refused: l10n.t(
				'{0} is not in a format that entries can be added to (BibTeX, CSL-JSON, YAML).',
				baseName(own[0]!),
			),
		};
	const forms = await Promise.all(known.map((file) => workspace.form?.(file)));
	const files = known.filter((_, at) => !forms[at]?.readOnly);
	return files.length > 0
		? { files }
		: {
				refused: l10n.t(
					'{0} is read-only: the paper was not added. Make the file writable first.',
					baseName(known[0]!),
				),
			};
}

/** The files that hold most of these papers; all of them where none holds any. */
function mostHeld(files: readonly string[], cited: Iterable<Paper>): readonly string[] {
	const held = new Map(files.map((file) => [file, 0]));
	for (const { provenance } of cited) {
		for (const file of new Set(provenance.map((place) => place.file))) {
			const count = held.get(file);
			if (count !== undefined) held.set(file, count + 1);
		}
	}
	const most = Math.max(...held.values());
	return files.filter((file) => held.get(file) === most);
}

async function editOf(workspace: Workspace, file: string, paper: Paper): Promise<Added> {
	const name = baseName(file);
	try {
		const document = await workspace.open(file);
		const text = document.getText();
		if (text.includes('\ufffd'))
			return refusal(
				l10n.t(
					'{0} has characters that could not be read, which writing to it would lose. Open it in its own encoding, or save it as UTF-8.',
					name,
				),
			);
		const holds = holderOf((await workspace.form?.(file))?.encoding ?? 'utf-8');
		const change = bibtexEnding.test(file) ? insertEntry(text, paper, holds) : insertRecord(file, text, paper);
		if ('refused' in change) return refusal(`${name} ${change.refused}.`);
		const range = { start: document.positionAt(change.start), end: document.positionAt(change.end) };
		return { kind: 'edits', file, edits: [{ file, range, newText: change.newText }] };
	} catch (error) {
		if (!(error instanceof FileError)) throw error;
		return refusal(`${name} ${error.message}.`);
	}
}

function refusal(why: string): Added {
	return { kind: 'refused', why };
}
