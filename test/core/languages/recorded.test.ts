import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { languages } from '../../../src/core/languages/index.ts';
import { scan } from './support.ts';

/** What the languages' own tools find in small documents: keys in the order of the text, `~` before silent ones. */
const recorded: readonly [file: string, language: string, tool: string][] = [['pandoc', 'markdown', 'Pandoc 2.17']];

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

describe('where Markdown is read otherwise than Pandoc reads it', () => {
	const markdown = languages.find(({ id }) => id === 'markdown')!;
	const table: [why: string, text: string, keys: string][] = [
		['an address is one, as R Markdown and MyST have it', 'http://x.org/@a https://x.org/b@c', ''],
		['the attributes of a tag are code', '<span @a>x</span>', ''],
		['a fence that is not closed yet hides what follows', '```{r}\n@a\n', ''],
		['a list may interrupt a paragraph, as in CommonMark', 'x\n- foo\n\n    @x', 'x'],
		['a figure is none of the papers', '@fig-a [@tbl-b; @c]', 'c'],
	];
	for (const [why, text, keys] of table) {
		it(why, () => {
			const { citations } = scan(markdown, text);
			assert.equal(citations.flatMap(({ items }) => items.map(({ key }) => key)).join(' '), keys);
		});
	}
});
