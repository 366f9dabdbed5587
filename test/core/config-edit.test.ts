import assert from 'node:assert/strict';
import { newConfigText, withCorpus, withoutCorpus } from '../../src/core/config-edit.ts';
import { parseConfigFile } from '../../src/core/config-file.ts';

const corpusOf = (text: string) => {
	const { config, problems } = parseConfigFile('file:///w/relatedwork.json', text);
	assert.deepEqual(problems, []);
	return config.corpus.map(({ pattern }) => pattern);
};

describe('Edits of relatedwork.json', () => {
	const text = '{\n\t// what we read\n\t"corpus": ["a.bib"],\n\t"rules": { "empty-slot": "off" }\n}\n';

	it('add papers behind those that are there, and keep comments and the other settings', () => {
		const after = withCorpus(text, ['papers', 'a.bib', 'b.bib']);
		assert.deepEqual(corpusOf(after), ['a.bib', 'papers', 'b.bib']);
		assert.match(after, /\/\/ what we read/);
		assert.match(after, /"rules": \{ "empty-slot": "off" \}/);
	});

	it('add papers where there were none', () => {
		for (const empty of ['', '{}', '{ "corpus": [] }', '{ "rules": {} }'])
			assert.deepEqual(corpusOf(withCorpus(empty, ['a.bib'])), ['a.bib']);
	});

	it('change nothing where all is there already', () => {
		assert.equal(withCorpus(text, ['a.bib']), text);
		assert.equal(withoutCorpus(text, 'b.bib'), text);
	});

	it('take papers out', () => {
		assert.deepEqual(corpusOf(withoutCorpus(text, 'a.bib')), []);
		assert.deepEqual(corpusOf(withoutCorpus(withCorpus(text, ['b.bib']), 'a.bib')), ['b.bib']);
	});

	it('make a new file that is valid', () => {
		assert.deepEqual(corpusOf(newConfigText(['a.bib'])), ['a.bib']);
	});
});
