import assert from 'node:assert/strict';
import { parseConfigFile } from '../../src/core/config-file.ts';
import { never } from '../../src/core/util/cancellation.ts';
import { memoryWorkspace, uriOf } from '../support/memory-workspace.ts';
import { serviceOver } from '../support/service.ts';

describe('rules in relatedwork.json', () => {
	const said: readonly (readonly [rules: string, at: string, message: RegExp])[] = [
		['{"unknown-keys": "off"}', '"unknown-keys"', /no rule "unknown-keys"; did you mean "unknown-key"\?/],
		['{"zzz": "off"}', '"zzz"', /no rule "zzz"; there are .*wrong-case-key/],
		['{"unknown-key": "fatal"}', '"fatal"', /one of error, warning, information, hint, off/],
		['{"unknown-key": {"level": 3}}', '3', /one of error/],
		['{"unknown-key": {"words": 3}}', '"words"', /"unknown-key" has no option "words"; there are level\./],
		[
			'{"uncited-mention": {"minimumWord": 3}}',
			'"minimumWord"',
			/no option "minimumWord"; did you mean "minimumWords"\?/,
		],
		['{"uncited-mention": {"minimumWords": 0}}', '0', /must be a whole number of at least 1/],
		['{"incomplete-entry": {"fields": "doi"}}', '"doi"', /must be a list of strings/],
		['["unknown-key"]', '["unknown-key"]', /must be an object/],
	];
	for (const [rules, at, message] of said) {
		it(`${rules} is told where it stands`, () => {
			const text = `{\n"rules": ${rules}\n}`;
			const { problems } = parseConfigFile('file:///relatedwork.json', text);
			assert.equal(problems.length, 1, JSON.stringify(problems));
			const { range } = problems[0]!;
			const line = text.split('\n')[range.start.line]!;
			assert.equal(line.slice(range.start.character, range.end.character), at);
			assert.match(problems[0]!.message, message);
		});
	}

	it('can be levels, or objects of levels and options', () => {
		const rules = '{"empty-slot": "off", "uncited-mention": {"level": "warning", "minimumWords": 2}}';
		const { config, problems } = parseConfigFile('file:///relatedwork.json', `{"rules": ${rules}}`);
		assert.deepEqual(problems, []);
		assert.deepEqual(config.rules, { 'empty-slot': 'off', 'uncited-mention': 'warning' });
		assert.deepEqual(config.ruleOptions, { 'uncited-mention': { minimumWords: 2 } });
	});

	it('hold in their folder and below, each value over that of the settings', async () => {
		const bib = '@misc{d, title = {BERT: Deep Transformers for Text}}\n';
		const text = '---\nbibliography: refs.bib\n---\nWe use BERT.\n';
		const workspace = memoryWorkspace({
			'one/a.md': text,
			'one/refs.bib': bib,
			'two/relatedwork.json': '{"rules": {"uncited-mention": {"minimumWords": 2}}}',
			'two/deep/a.md': text,
			'two/deep/refs.bib': bib,
		});
		const service = serviceOver(workspace, { rules: { 'uncited-mention': 'error' } });
		const found = async (file: string) => (await service.check(uriOf(file), never)).map(({ severity }) => severity);
		assert.deepEqual(await found('one/a.md'), ['error']);
		assert.deepEqual(await found('two/deep/a.md'), []);
	});
});
