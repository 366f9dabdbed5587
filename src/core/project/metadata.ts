import { type Metadata, readBookFiles, readMetadata } from '../languages/front-matter.ts';
import type { FileReference } from '../languages/types.ts';
import { resolvePath } from '../util/paths.ts';

/** A bibliography that a file for a whole project declares. */
export interface Declaration {
	/** The file. */
	readonly from: string;
	readonly reference: FileReference;
}

/** Quarto's: for a folder and those below it, and for the project, above which nothing counts. */
const FOLDER = ['_metadata.yml', '_metadata.yaml'];
const PROJECT = ['_quarto.yml', '_quarto.yaml'];
/** MyST's and Jupyter Book's. */
const BOOK = ['myst.yml', '_config.yml'];

/**
 * The bibliographies that files above a Markdown document declare for it. Quarto joins those of the document, its folders and
 * the project where they are lists, and else takes the nearest (https://quarto.org/docs/projects/quarto-projects.html#metadata-merging);
 * those of MyST, Jupyter Book and bookdown, whose first document speaks for all, count where nothing else is declared.
 *
 * @param folders The document's folder and those above it, nearest first.
 * @param declares The document declares a bibliography itself.
 * @param read The text of a file; undefined where there is none.
 */
export async function declaredAbove(
	document: string,
	folders: readonly string[],
	declares: boolean,
	read: (uri: string) => Promise<string | undefined>,
): Promise<readonly Declaration[]> {
	const found: Declaration[] = [];
	let joins = declares && readMetadata(document).isList;

	async function take(from: string, { bibliographies, isList }: Metadata): Promise<void> {
		const isFirst = !declares && found.length === 0;
		if (bibliographies.length === 0 || !(isFirst || joins || isList)) return;
		found.push(...bibliographies.map((reference) => ({ from, reference })));
		joins ||= isList;
	}

	async function takeFrom(folder: string, names: readonly string[]): Promise<boolean> {
		let isThere = false;
		for (const name of names) {
			const uri = resolvePath(folder, name);
			const text = await read(uri);
			if (text === undefined) continue;
			isThere = true;
			await take(uri, readMetadata(text));
		}
		return isThere;
	}

	for (const folder of folders) {
		await takeFrom(folder, FOLDER);
		if (await takeFrom(folder, PROJECT)) break;
	}
	for (const folder of folders) {
		if (declares || found.length > 0) break;
		const listed = readBookFiles((await read(resolvePath(folder, '_bookdown.yml'))) ?? '');
		await takeFrom(folder, [...BOOK, ...listed.slice(0, 1), 'index.Rmd']);
	}
	return found;
}
