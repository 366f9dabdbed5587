// What the editor's user reads in English: the texts of all `l10n.t(…)` in the sources.
import { readdirSync, readFileSync } from 'node:fs';
import { getL10nJson } from '@vscode/l10n-dev';
import { inProject } from '../lib/project.mjs';

/**
 * The bundle of English texts, in the order of the alphabet, whatever file they are in: a text may be in several.
 * @param {string} folder
 */
export async function englishTexts(folder) {
	const files = readdirSync(inProject(folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.ts'))
		.map((name) => ({ extension: '.ts', contents: readFileSync(inProject(folder, name), 'utf8') }))
		.filter(({ contents }) => contents.includes('l10n.t('));
	const texts = Object.entries(await getL10nJson(files));
	return Object.fromEntries(texts.sort(([a], [b]) => (a < b ? -1 : 1)));
}
