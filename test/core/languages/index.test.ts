import assert from 'node:assert/strict';
import { languageFor, languages } from '../../../src/core/languages/index.ts';

describe('languages', () => {
	it('are found by the id of the editor, else by the name of the file', () => {
		assert.equal(languageFor('file:///w/a.tex')?.id, 'latex');
		assert.equal(languageFor('file:///w/A.TEX')?.id, 'latex');
		assert.equal(languageFor('file:///w/a.qmd')?.id, 'markdown');
		assert.equal(languageFor('untitled:Untitled-1', 'markdown')?.id, 'markdown');
		assert.equal(languageFor('file:///w/a.txt', 'latex')?.id, 'latex');
		assert.equal(languageFor('file:///w/a.bib', 'bibtex'), undefined);
	});

	for (const language of languages) {
		it(`${language.id}: reads back the citation that it writes`, () => {
			const { citations } = language.scan(`Text ${language.cite(['a', 'b:c', 'd/e'])}.`, { citeCommands: [] });
			const keys = citations.flatMap(({ items }) => items.map(({ key }) => key));
			assert.deepEqual(keys, ['a', 'b:c', 'd/e']);
		});

		it(`${language.id}: reads back the suppression that it writes`, () => {
			const { suppressions } = language.scan(`Text.\n${language.suppression('unknown-key')}\n`, { citeCommands: [] });
			assert.deepEqual(
				suppressions.map(({ rules, reach }) => [reach, ...rules]),
				[['line', 'unknown-key']],
			);
		});
	}
});
