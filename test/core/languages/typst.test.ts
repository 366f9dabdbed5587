import assert from 'node:assert/strict';
import { typst } from '../../../src/core/languages/typst.ts';
import { at, brief, scan } from './support.ts';

describe('citations of Typst', () => {
	const table: [input: string, expected: string[]][] = [
		['As @a shows.', ['@ a']],
		['@a @b, (@c) "@d" *@e*', ['@ a', '@ b', '@ c', '@ d', '@ e']],
		['@a.', ['@ a']],
		['@a: and @DBLP:conf_x.y-z...', ['@ a', '@ DBLP:conf_x.y-z']],
		['@Müller2019 @陈_2011', ['@ Müller2019', '@ 陈_2011']],
		['@a[p.~3 and @b] end', ['@ a', '@ b']],
		['#cite(<a>)', ['@ a']],
		['#cite(<a>, form: "prose", supplement: [p. 3, @b]) @c', ['@ a', '@ b', '@ c']],
		['#cite(label("DBLP:a/b"), style: "ieee")', ['@ DBLP:a/b']],
		['#cite("a", "b")', ['@ a, b']],
		['#cite(<a>)#cite(<b>)', ['@ a', '@ b']],
		['#footnote[See @a.] #emph[@b] and #text(red)[@c]', ['@ a', '@ b', '@ c']],
		['#figure(image("x.png"), caption: [After @a]) <fig>', ['@ a']],
		['#let note = [see @a]\n@b', ['@ a', '@ b']],
		['#if x [@a] else [@b]\n@c', ['@ a', '@ b', '@ c']],
		['#{ let x = cite(<a>)\n x }\n@b', ['@ a', '@ b']],
		['#show: doc => template(doc)\n@a', ['@ a']],
		['[plain] [brackets @a] @b', ['@ a', '@ b']],
		['#f(x)[@a].g(y) @b', ['@ a', '@ b']],
		['- item @a\n+ item @b\n/ term: @c', ['@ a', '@ b', '@ c']],
		['https://x.org/a//b @a', ['@ a']],
		['$x$ costs @a', ['@ a']],
	];
	for (const [input, expected] of table) {
		it(`reads ${JSON.stringify(input)}`, () => assert.deepEqual(brief(typst, input), expected));
	}

	it('have exact keys', () => {
		const text = 'x @a[p. 3] #cite(label("b/c"), form: "year") #cite(<d>)';
		const { citations } = scan(typst, text);
		assert.deepEqual(
			citations.map(({ span }) => at(text, span)),
			['@a[p. 3]', '#cite(label("b/c"), form: "year")', '#cite(<d>)'],
		);
		assert.deepEqual(
			citations.map(({ items }) => at(text, items[0]!.span)),
			['a', 'b/c', 'd'],
		);
	});
});

describe('what cites nothing in Typst', () => {
	const table = [
		'\\@a',
		'// @a',
		'/* @a /* @b */ @c */',
		'`@a` ``` @a ```',
		'```typ\n@a\n#cite(<b>)\n```',
		'$ x @a $',
		'#link("https://x.org/@a")',
		'#let x = "@a [@b]"',
		'https://x.org/@a',
		'= Intro <intro>\n@intro and @fig:a, @tbl-b',
		'#figure(x) <plot> @plot',
		'#print-glossary((key: "ai", short: "AI")) @ai',
		'#cite(key)',
	];
	for (const input of table) {
		it(`passes over ${JSON.stringify(input)}`, () => assert.deepEqual(brief(typst, input), []));
		it(`reads on behind ${JSON.stringify(input)}`, () => assert.deepEqual(brief(typst, `${input}\n\n@z`), ['@ z']));
	}

	it('does not let something unfinished hide the rest', () => {
		for (const open of ['/* ', '``` ', '` ', '$ x ', '#text("', '#f[', '#f(']) {
			assert.deepEqual(brief(typst, `${open}\n\n= Next\n@a`), ['@ a'], open);
		}
	});
});

describe('half-typed Typst citations', () => {
	const table: [input: string, expected: string[]][] = [
		['See @', ['@ _…']],
		['See @ more', ['@ _…']],
		['See @va', ['@ va']],
		['#cite(<', ['@ _…']],
		['#cite(<va', ['@ va…']],
		['#cite(<va\n\nMore @a', ['@ va…', '@ a']],
		['#cite(<>)', ['@ _']],
		['#cite(', []],
		['#cite(label("a/', ['@ a/…']],
		['#', []],
	];
	for (const [input, expected] of table) {
		it(`reads ${JSON.stringify(input)}`, () => assert.deepEqual(brief(typst, input), expected));
	}
});

describe('structure of Typst documents', () => {
	const text = `#import "@preview/charged-ieee:0.1.3": ieee
#import "/lib/own.typ": *
#show: ieee.with(
  title: [On _things_],
  abstract: [We show @a it.],
  bibliography: bibliography("refs.bib"),
)
= One <one>
#include "chapters/two.typ"
== Two @b // aside
// relwork-ignore unknown-key: mine
See @one.
#bibliography(("a.bib", "more/b.yml"), style: "ieee.csl", title: "x.bib.old")
`;
	const found = scan(typst, text);

	it('declares bibliographies, also in a template', () => {
		assert.deepEqual(
			found.bibliographies.map(({ path, span }) => [path, at(text, span)]),
			[
				['refs.bib', 'refs.bib'],
				['a.bib', 'a.bib'],
				['more/b.yml', 'more/b.yml'],
			],
		);
		const declared = (source: string) => scan(typst, source).bibliographies.map(({ path }) => path);
		assert.deepEqual(declared('#show: conf.with(bibliography-file: "r.bib")\n'), ['r.bib']);
		assert.deepEqual(declared('#bibliography("r.bib", style: "own.yml")'), ['r.bib']);
		assert.deepEqual(declared('#read("data.yml")'), []);
	});

	it('includes files, and imports its own code', () => {
		assert.deepEqual(
			found.includes.map(({ path, optional }) => [path, optional]),
			[
				['lib/own.typ', true],
				['chapters/two.typ', false],
			],
		);
	});

	it('has title, abstract and sections', () => {
		assert.equal(found.title, 'On things');
		assert.equal(found.abstract, 'We show it.');
		assert.deepEqual(
			found.sections.map(({ level, title }) => [level, title]),
			[
				[0, 'One'],
				[1, 'Two'],
			],
		);
		assert.deepEqual(
			found.suppressions.map(({ rules }) => rules),
			[['unknown-key']],
		);
	});

	it('is a root by its template or bibliography', () => {
		assert.equal(found.isRoot, true);
		assert.equal(scan(typst, '#bibliography("a.bib")').isRoot, true);
		assert.equal(scan(typst, '= Chapter\nText.').isRoot, false);
	});

	it('is plain text without its markup', () => {
		assert.equal(
			typst.plain('= Title\nA *bold* and _lean_ word @a[p. 3], `code` #footnote[aside] and $x$. // no\n\n- Item.'),
			'Title\n\nA bold and lean word , code aside and $x$.\n\nItem.',
		);
	});
});
