import assert from 'node:assert/strict';
import { markdown } from '../../../src/core/languages/markdown.ts';
import { at, brief, scan } from './support.ts';

const pandoc = '---\nbibliography: refs.bib\n---\n';

describe('citations of Markdown', () => {
	const table: [input: string, expected: string[]][] = [
		['[@a]', ['@ a']],
		['[@a; @b]', ['@ a, b']],
		['[see @a, pp. 33-35; also @b, p. 3 and *passim*; -@c]', ['@ a, b, c']],
		['Smith says @a [p. 33] and @b.', ['@ a', '@ b']],
		['@a [p. 30; see also @b]', ['@ a', '@ b']],
		['As @{https://x.org/a?b=c} and [@{a b}] say', ['@ https://x.org/a?b=c']],
		['[@Smith2023.] and @Foo--bar and @a:', ['@ Smith2023', '@ Foo', '@ a']],
		['[@DBLP:conf/nips/X-Y_Z+17] [@10.1007/3-540_12]', ['@ DBLP:conf/nips/X-Y_Z+17', '@ 10.1007/3-540_12']],
		['[@Müller2019; @陈_2011]', ['@ Müller2019, 陈_2011']],
		['[see [the book] by @a]', ['@ a']],
		['*@a* (@b) "@c"', ['@ a', '@ b', '@ c']],
		['# Heading [@a]\n\n> quoted [@b]\n\n- item @c\n    continued @d', ['@ a', '@ b', '@ c', '@ d']],
		['a footnote^[As in @a.] and[^1]\n\n[^1]: See @b.', ['@ a', '@ b']],
		['[a\nb @a]', ['@ a']],
		['\\cite{a,b} \\citep[see][p. 3]{c} \\cite{}', ['cite a, b', 'citep c', 'cite _']],
		['\\cite{1803.05407v3,2403.04706v1}', ['cite 1803.05407v3, 2403.04706v1']],
		['[@]', ['@ _']],
		['[@a; @]', ['@ a, _']],
	];
	for (const [input, expected] of table) {
		it(`reads ${JSON.stringify(input)}`, () => assert.deepEqual(brief(markdown, pandoc + input), expected));
	}

	it('have exact keys, slots from separator to separator, and the hyphen of a suppressed author', () => {
		const text = `${pandoc}[see @a, p. 3; -@{b c}; -@d] -@e`;
		const [bracketed, narrative] = scan(markdown, text).citations;
		assert.deepEqual(
			bracketed!.items.map(({ span }) => at(text, span)),
			['a', 'd'],
		);
		assert.equal(at(text, bracketed!.items[0]!.slot), 'see @a, p. 3');
		assert.equal(at(text, narrative!.span), '-@e');
	});
});

describe('what cites nothing in Markdown', () => {
	const table = [
		'mail me@x.org or <me@x.org>',
		'`@a` ``x ` @a`` ',
		'```\n@a\n```',
		'```{r}\nx@a\n```',
		'~~~ {.python}\n@a\n~~~',
		'> ```\n> @a\n> ```',
		'Code:\n\n    @decorator\n    @other',
		'@fig-a @tbl-b @sec-c @eq-d @lst-e @thm-f [@fig-a; @eq-b] @fig:a',
		'\\@ref(fig:a) and \\@a',
		'https://medium.com/@user/post and <https://x.org/@b>',
		'[link](https://x.org/@a "t")',
		'<!-- @a \\cite{b} -->',
		'<a href="mailto:@a" title="@b">',
		'$$ x @a $$',
		'[^@a]',
		'![](@a)',
	];
	for (const input of table) {
		it(`passes over ${JSON.stringify(input)}`, () => assert.deepEqual(brief(markdown, `${pandoc}${input}`), []));
		it(`reads on behind ${JSON.stringify(input)}`, () => {
			assert.deepEqual(brief(markdown, `${pandoc}${input}\n\n[@z]`), ['@ z']);
		});
	}

	it('doubts names without a bibliography or a bracket', () => {
		assert.deepEqual(brief(markdown, 'Thanks to @someone'), ['@ someone…']);
		assert.deepEqual(brief(markdown, 'As @someone says [@a]'), ['@ someone', '@ a']);
	});
});

describe('half-typed Markdown citations', () => {
	const table: [input: string, expected: string[]][] = [
		['See [@', ['@ _…']],
		['See [@\nand more text.', ['@ _…']],
		['See [@va', ['@ va…']],
		['See [@a; @va and so on', ['@ a, va…']],
		['See [@a; ', ['@ a…']],
		['See [@a; ]', ['@ a, _…']],
		['See [@a;]', ['@ a, _…']],
		['See @', ['@ _…']],
		['See [', []],
		['See [@{', []],
		['5 @ 3', ['@ _…']],
	];
	for (const [input, expected] of table) {
		it(`reads ${JSON.stringify(input)}`, () => assert.deepEqual(brief(markdown, pandoc + input), expected));
	}
});

describe('structure of Markdown documents', () => {
	it('declares bibliographies in every form that YAML has for them', () => {
		const declared = (yaml: string) => {
			const text = `---\n${yaml}\n---\nText.`;
			const { bibliographies } = scan(markdown, text);
			for (const { path, span } of bibliographies) assert.equal(at(text, span), path);
			return bibliographies.map(({ path }) => path);
		};
		assert.deepEqual(declared('bibliography: a.bib'), ['a.bib']);
		assert.deepEqual(declared('bibliography: "my refs.bib" # mine'), ['my refs.bib']);
		assert.deepEqual(declared('bibliography: [a.bib, "b.json"]'), ['a.bib', 'b.json']);
		assert.deepEqual(declared('title: x\nbibliography:\n  - a.bib\n  - sub/b.bib\n'), ['a.bib', 'sub/b.bib']);
		assert.deepEqual(declared('bibliography:\n  main: a.bib\n  other: b.bib'), ['a.bib', 'b.bib']);
		assert.deepEqual(declared('bibliography:'), []);
		assert.deepEqual(declared('bibliography: [a.bib'), ['a.bib']);
	});

	const text = `---
title: "On *things*"
abstract: |
  We show
  things.
nocite: |
  @n1, @{n2}
references:
- id: own1
  title: X
- {id: own2}
---

# One [@a] {#one}

Two
===

### Three ###

<!-- relwork-ignore unknown-key: mine -->
<!-- relwork-ignore-file -->
\`\`\`
# not a heading
\`\`\`
`;
	const found = scan(markdown, text);

	it('reads title, abstract, keys of its own and of nocite', () => {
		assert.equal(found.title, 'On *things*');
		assert.equal(found.abstract, 'We show\nthings.');
		assert.deepEqual(
			found.localKeys.map(({ key, span }) => [key, at(text, span)]),
			[
				['own1', 'own1'],
				['own2', 'own2'],
			],
		);
		assert.deepEqual(brief(markdown, text), ['~@ n1', '~@ n2', '@ a']);
		assert.equal(found.nociteAll, false);
		assert.equal(scan(markdown, "---\nnocite: '@*'\n---\n").nociteAll, true);
	});

	it('reads headings of both kinds, without their markup', () => {
		assert.deepEqual(
			found.sections.map(({ level, title }) => [level, title]),
			[
				[0, 'One'],
				[0, 'Two'],
				[2, 'Three'],
			],
		);
	});

	it('reads comments that turn rules off', () => {
		assert.deepEqual(
			found.suppressions.map(({ rules, reach }) => [reach, ...rules]),
			[['line', 'unknown-key'], ['file']],
		);
	});

	it('stands by itself', () => assert.equal(found.isRoot, true));
});
