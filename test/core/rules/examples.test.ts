import assert from 'node:assert/strict';
import { rules } from '../../../src/core/rules/index.ts';
import type { Example } from '../../../src/core/rules/types.ts';
import { checkRule } from '../../support/rule-tester.ts';

function withCrlf({ files, fixed, ...example }: Example): Example {
	const crlf = (text: string) => text.replaceAll('\n', '\r\n');
	const changed = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, crlf(text)]));
	return { ...example, files: changed, ...(fixed !== undefined && { fixed: crlf(fixed) }) };
}

describe('the examples in the documentation of the rules', () => {
	for (const rule of rules) {
		describe(rule.id, () => {
			it('shows both when it speaks and when it does not', () => {
				assert.ok(rule.examples.some(({ problems }) => problems > 0));
				assert.ok(rule.examples.some(({ problems }) => problems === 0));
			});
			for (const [index, example] of rule.examples.entries()) {
				it(`example ${index + 1} has ${example.problems} problems`, () => checkRule(rule, example));
				it(`example ${index + 1} has them with the line ends of Windows, which stay`, () =>
					checkRule(rule, withCrlf(example)));
			}
		});
	}
	it('stands in the order of the ids, which are unique', () => {
		const ids = rules.map(({ id }) => id);
		assert.deepEqual(ids, [...new Set(ids)].sort());
	});
});
