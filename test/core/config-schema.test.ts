import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { levels, parseConfigFile } from '../../src/core/config-file.ts';
import { defaultLevel, rules } from '../../src/core/rules/index.ts';

const schema = JSON.parse(readFileSync(join(__dirname, '../../media/relatedwork.schema.json'), 'utf8'));
const validate = new Ajv({ allErrors: true }).compile(schema);

/** Configuration files, and whether they are sound. */
const cases: readonly (readonly [text: string, sound: boolean])[] = [
	['{}', true],
	['{"$schema": "./relatedwork.schema.json"}', true],
	['{"corpus": ["papers.jsonl", "lists/**/*.txt", "../shared"]}', true],
	['{"corpus": "papers.jsonl"}', false],
	['{"corpus": [1]}', false],
	['{"corpora": []}', false],
	['{"citeCommands": ["mycite"]}', true],
	['{"citeCommands": {"mycite": 1}}', false],
	['{"citationKeyFormula": "auth.lower + year"}', true],
	['{"citationKeyFormula": 3}', false],
	['{"rules": {"unknown-key": "hint"}}', true],
	['{"rules": {"unknown-key": "loud"}}', false],
	['{"rules": {"unknown-keys": "hint"}}', false],
	['{"rules": ["unknown-key"]}', false],
	['{"rules": {"uncited-mention": {"level": "off", "minimumWords": 2}}}', true],
	['{"rules": {"uncited-mention": {"minimumWords": 0}}}', false],
	['{"rules": {"uncited-mention": {"minimumWords": 1.5}}}', false],
	['{"rules": {"uncited-mention": {"words": 2}}}', false],
	['{"rules": {"incomplete-entry": {"level": "warning", "fields": ["doi|url"]}}}', true],
	['{"rules": {"incomplete-entry": {"fields": "doi"}}}', false],
	['[]', false],
];

describe('the schema of relatedwork.json', () => {
	for (const [text, sound] of cases) {
		it(`${sound ? 'takes' : 'refuses'} ${text}, and so does who reads it`, () => {
			assert.equal(validate(JSON.parse(text)), sound, JSON.stringify(validate.errors));
			const { problems } = parseConfigFile('file:///relatedwork.json', text);
			assert.equal(problems.length === 0, sound, JSON.stringify(problems));
		});
	}

	it('takes every rule at every level, and says the level that it has by itself', () => {
		for (const rule of rules) {
			for (const level of levels) assert.ok(validate({ rules: { [rule.id]: level } }), `${rule.id} ${level}`);
			const said = schema.properties.rules.properties[rule.id];
			const { default: own } = said.anyOf ? said.anyOf[0] : said;
			assert.equal(own, defaultLevel(rule), rule.id);
		}
	});

	it('says of every setting what it is for', () => {
		for (const [name, { description }] of Object.entries<{ description?: string }>(schema.properties))
			assert.ok(name === '$schema' || (description?.length ?? 0) > 20, name);
	});
});
