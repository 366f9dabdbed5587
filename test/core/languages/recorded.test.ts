import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { languages } from '../../../src/core/languages/index.ts';
import { scan } from './support.ts';

/** What the languages' own tools find in small documents: keys in the order of the text, `~` before silent ones. */
const recorded: readonly [file: string, language: string, tool: string][] = [
	['pandoc', 'markdown', 'Pandoc 2.17'],
	['myst', 'markdown', 'MyST 1.7'],
	['typst', 'typst', 'Typst 0.14'],
	['org', 'org', 'Org 9.5'],
];

const folder = new URL('../../fixtures/citations/', import.meta.url);

for (const [file, id, tool] of recorded) {
	const language = languages.find((one) => one.id === id)!;
	const answers: Record<string, string> = JSON.parse(readFileSync(new URL(`${file}.json`, folder), 'utf8'));
	const keysOf = (text: string) =>
		scan(language, text)
			.citations.filter(({ command }) => command === '@')
			.flatMap(({ items, silent }) => items.filter(({ key }) => key).map(({ key }) => (silent ? `~${key}` : key)))
			.join(' ');

	describe(`keys of ${id} are those that ${tool} sees`, () => {
		for (const [text, keys] of Object.entries(answers)) {
			it(JSON.stringify(text), () => assert.equal(keysOf(text), keys));
		}
	});
}

describe('where languages are read otherwise than their tools read them', () => {
	const table: [why: string, text: string, keys: string, language?: string][] = [
		['an address is one, as R Markdown and MyST have it', 'http://x.org/@a https://x.org/b@c', ''],
		['the attributes of a tag are code', '<span @a>x</span>', ''],
		['a fence that is not closed yet hides what follows', '```{r}\n@a\n', ''],
		['a list may interrupt a paragraph, as in CommonMark', 'x\n- foo\n\n    @x', 'x'],
		['code is read though it may not be run', '#if x [@a] else [@b]', 'a b', 'typst'],
		['a comment that is not closed yet hides nothing', '/* @a', 'a', 'typst'],
		['a part that is not published is not read', '* COMMENT x\n[cite:@a]\n* y\n[cite:@b]', 'b', 'org'],
		['a log is not read', ':LOGBOOK:\n- [cite:@a]\n:END:', '', 'org'],
		['a link of org-ref needs no link around it', '[cite:a]', 'a', 'org'],
		['a figure is none of the papers', '@fig-a [@tbl-b; @c]', 'c'],
	];
	for (const [why, text, keys, id = 'markdown'] of table) {
		const language = languages.find((one) => one.id === id)!;
		it(why, () => {
			const { citations } = scan(language, text);
			assert.equal(citations.flatMap(({ items }) => items.map(({ key }) => key)).join(' '), keys);
		});
	}
});
