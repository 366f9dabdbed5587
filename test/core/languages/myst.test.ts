import assert from 'node:assert/strict';
import { markdown } from '../../../src/core/languages/markdown.ts';
import { at, brief, scan } from './support.ts';

describe('citations of MyST', () => {
	const table: [input: string, expected: string[]][] = [
		['As in {cite}`a`.', ['@ a']],
		['{cite:p}`a,b` and {cite:t}`c; d`', ['@ a, b', '@ c, d']],
		['{cite:ps}`a` {footcite:t}`b` {footcite}`c` {citep}`d`', ['@ a', '@ b', '@ c', '@ d']],
		['{cite:p}`{see, e.g.}a{p. 3}, b`', ['@ a, b']],
		['{cite}`DBLP:conf/x-Y_Z+17`', ['@ DBLP:conf/x-Y_Z+17']],
		['{nocite}`a`', ['~@ a']],
		['{ref}`a` `cite` {cite}', []],
		['{cite}`a` and [@b]', ['@ a', '@ b']],
		['{cite}``', ['@ _']],
		['{cite:p}`va', ['@ va…']],
		['{cite:p}`a, va and so on\n\nNext', ['@ a, va…']],
		['{cite}`', ['@ _…']],
		// directives
		['```{note}\n{cite}`a`\n```\n{cite}`b`', ['@ a', '@ b']],
		['````{admonition} See {cite}\n```{figure} x.png\nAfter {cite}`a`\n```\n````\n{cite}`b`', ['@ a', '@ b']],
		['```{code-block} md\n{cite}`a`\n```\n{cite}`b`', ['@ b']],
		[':::{tip}\n{cite}`a`\n:::', ['@ a']],
	];
	for (const [input, expected] of table) {
		it(`reads ${JSON.stringify(input)}`, () => assert.deepEqual(brief(markdown, input), expected));
	}

	it('have exact keys and slots', () => {
		const text = 'x {cite:p}`{see}a{p. 3}, b` y';
		const [citation] = scan(markdown, text).citations;
		assert.equal(at(text, citation!.span), '{cite:p}`{see}a{p. 3}, b`');
		assert.deepEqual(
			citation!.items.map(({ span, slot }) => [at(text, span), at(text, slot)]),
			[
				['a', '{see}a{p. 3}'],
				['b', ' b'],
			],
		);
	});

	it('names bibliographies in a directive, and in raw LaTeX', () => {
		const declared = (text: string) =>
			scan(markdown, text).bibliographies.map(({ path, span }) => [path, at(text, span)]);
		assert.deepEqual(declared('```{bibliography} refs.bib more.bib\n:style: plain\n```\n'), [
			['refs.bib', 'refs.bib'],
			['more.bib', 'more.bib'],
		]);
		assert.deepEqual(declared(':::{bibliography} refs.bib\n:::'), [['refs.bib', 'refs.bib']]);
		assert.deepEqual(declared('```{bibliography}\n```\n'), []);
		assert.deepEqual(declared('Text\n\n\\bibliographystyle{plain}\\bibliography{refs, more.bib}'), [
			['refs.bib', 'refs'],
			['more.bib', 'more.bib'],
		]);
		assert.deepEqual(declared('\\addbibresource{a.bib} `\\bibliography{b}`'), [['a.bib', 'a.bib']]);
	});
});
