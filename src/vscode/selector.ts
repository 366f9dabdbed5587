import type * as vscode from 'vscode';
import { languages } from '../core/languages/index.ts';

/** The documents that we read: by language, and by name where no extension gives the file a language. */
export const selector: vscode.DocumentFilter[] = languages.flatMap(({ languageIds, extensions }) => [
	...languageIds.map((language) => ({ language })),
	{ pattern: `**/*{${extensions.join(',')}}` },
]);

/** Bibliographies of BibTeX. */
export const bibliographies: vscode.DocumentFilter[] = [{ language: 'bibtex' }, { pattern: '**/*.bib' }];

/** Documents, and the bibliographies that they cite from. */
export const withBibliographies: vscode.DocumentFilter[] = [...selector, ...bibliographies];
