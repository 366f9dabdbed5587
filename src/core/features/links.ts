import * as l10n from '@vscode/l10n';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentLink } from 'vscode-languageserver-types';
import { attachedFiles } from '../bibtex/attached.ts';
import type { BibEntry } from '../bibtex/types.ts';
import { normaliseDoi, writeArxiv } from '../model/ids.ts';
import { isRemote } from '../project/locate.ts';
import type { Project, ScannedDocument } from '../project/types.ts';
import { baseName, folderOf, resolvePath } from '../util/paths.ts';
import { fieldText, keyedEntries, rangeOf } from './bibliography-text.ts';

/** From the names of bibliographies in a document to the files. */
export function documentLinks({ document, semantics }: ScannedDocument, { bibliographies }: Project): DocumentLink[] {
	return semantics.bibliographies.flatMap(({ path, span }) => {
		const target = bibliographies.find((uri) => isNamed(uri, path));
		return target ? [{ range: rangeOf(document, span), target, tooltip: l10n.t('Open {0}', baseName(target)) }] : [];
	});
}

/** Does a name in a document lead to this file? It may lack the ending, and say how to come there. */
function isNamed(uri: string, path: string): boolean {
	const name = path.replaceAll('\\', '/').replace(/^(?:\.{1,2}\/)+/, '');
	const file = decoded(uri).toLowerCase();
	return [name, `${name}.bib`].some((one) =>
		file.endsWith(one.startsWith('/') ? one.toLowerCase() : `/${one.toLowerCase()}`),
	);
}

function decoded(uri: string): string {
	try {
		return decodeURIComponent(uri);
	} catch {
		return uri;
	}
}

/** From what identifies a paper in a BibTeX file to the web, and from its `file` to the disk. Web addresses are links anyway. */
export function bibliographyLinks(document: TextDocument): DocumentLink[] {
	const text = document.getText();
	const folder = folderOf(document.uri);
	return keyedEntries(document).flatMap((entry) => [
		...idLinks(document, entry, text),
		...fileLinks(document, entry, text, folder),
	]);
}

function* idLinks(document: TextDocument, entry: BibEntry, text: string): Generator<DocumentLink> {
	const doi = fieldText(entry, 'doi', text);
	const id = doi && !isRemote(doi.value) ? normaliseDoi(doi.value) : undefined;
	if (doi && id) {
		const target = `https://doi.org/${encodeURI(id).replace(/[?#]/g, encodeURIComponent)}`;
		yield { range: rangeOf(document, doi.span), target, tooltip: l10n.t('Open the DOI') };
	}
	const eprint = fieldText(entry, 'eprint', text);
	const type = fieldText(entry, 'archiveprefix', text) ?? fieldText(entry, 'eprinttype', text);
	const arxiv = eprint && /^(?:arxiv)?$/i.test(type?.value ?? '') ? writeArxiv(eprint.value) : undefined;
	if (eprint && arxiv && !isRemote(eprint.value)) {
		yield {
			range: rangeOf(document, eprint.span),
			target: `https://arxiv.org/abs/${arxiv}`,
			tooltip: l10n.t('Open on arXiv'),
		};
	}
}

function* fileLinks(document: TextDocument, entry: BibEntry, text: string, folder: string): Generator<DocumentLink> {
	const file = fieldText(entry, 'file', text);
	for (const { path, start, end } of attachedFiles(file?.value ?? '')) {
		const span = { start: file!.span.start + start, end: file!.span.start + end };
		const target = resolvePath(folder, path);
		yield { range: rangeOf(document, span), target, tooltip: l10n.t('Open {0}', baseName(target)) };
	}
}
