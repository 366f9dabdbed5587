import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { readJson } from '../../scripts/lib/project.mjs';

type Texts = Readonly<Record<string, string>>;

const english: Texts = readJson('l10n/bundle.l10n.json');
const languages = readdirSync('l10n').flatMap((file) => /^bundle\.l10n\.([\w-]+)\.json$/.exec(file)?.[1] ?? []);

/** What is called the same in other languages. */
const sameEverywhere = new Set(['BibTeX', 'Paper', 'relatedwork.json', '`{0}` in {1}']);

/** The `{0}` and `{name}` of a text, in the order of the alphabet. */
const placeholders = (text: string) => [...new Set(text.match(/\{[^{}]+\}/g))].sort();

describe('translations', () => {
	it('include German', () => assert.ok(languages.includes('de')));

	for (const language of languages) {
		describe(language, () => {
			const own: Texts = readJson(`l10n/bundle.l10n.${language}.json`);

			it('has each English text, in its order, and no other', () => {
				assert.deepEqual(Object.keys(own), Object.keys(english));
			});

			it('fills in what the English texts do', () => {
				const differing = Object.entries(own).filter(
					([text, translated]) => placeholders(text).join() !== placeholders(translated).join(),
				);
				assert.deepEqual(differing, []);
			});

			it('says which language it is', () => assert.equal(own.en, language));

			it('leaves nothing in English', () => {
				const left = Object.entries(own).flatMap(([text, translated]) => (text === translated ? text : []));
				assert.deepEqual(
					left.filter((text) => !sameEverywhere.has(text)),
					[],
				);
			});
		});
	}
});
