import assert from 'node:assert/strict';
import { languageFor, languages } from '../../../src/core/languages/index.ts';
import { brief } from './support.ts';

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
			const [first, ...others] = brief(language, `Text ${language.cite(['a', 'b:c'])}.`);
			assert.match(first!, / a, b:c$/);
			assert.deepEqual(others, []);
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
