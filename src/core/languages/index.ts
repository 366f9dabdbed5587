import { globOf } from '../util/paths.ts';
import { latex } from './latex.ts';
import { markdown } from './markdown.ts';
import { org } from './org.ts';
import type { Language } from './types.ts';
import { typst } from './typst.ts';

/** Every document language. */
export const languages: readonly Language[] = [latex, markdown, typst, org];

/** A glob of every document. */
export const documents = globOf(languages.flatMap(({ extensions }) => extensions));

/** The language of a document, by the id that its editor gives it, else by its name; undefined for other files. */
export function languageFor(uri: string, languageId?: string): Language | undefined {
	const byId = languageId && languages.find(({ languageIds }) => languageIds.includes(languageId));
	if (byId) return byId;
	const path = uri.replace(/[?#].*$/, '').toLowerCase();
	return languages.find(({ extensions }) => extensions.some((extension) => path.endsWith(extension.toLowerCase())));
}
