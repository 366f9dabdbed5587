import assert from 'node:assert/strict';
import { org } from '../../../src/core/languages/org.ts';
import { at, brief, scan } from './support.ts';

describe('citations of Org', () => {
	const table: [input: string, expected: string[]][] = [
		['As [cite:@a] says.', ['@ a']],
		['[cite/t:@a] [cite/author/caps:@b]', ['@ a', '@ b']],
		['[cite:see @a p. 3; also @b]', ['@ a, b']],
		['[cite:common; see @a; @b; all of them]', ['@ a, b']],
		['[cite:@a [sic]; @b]', ['@ a, b']],
		[
			'[cite:@DBLP:conf/x-Y_Z+17;@10.1007/3-540_12;@Müller2019]',
			['@ DBLP:conf/x-Y_Z+17, 10.1007/3-540_12, Müller2019'],
		],
		['[cite/n:@a;@b] [cite/nocite:@*]', ['~@ a, b', '~@ *']],
		['[cite:@a\n  see @b;\n  @c]', ['@ a, c']],
		['text[fn:: See [cite:@a].] and /[cite:@b]/', ['@ a', '@ b']],
		['* Heading [cite:@a] :tag:\n- item [cite:@b]\n| cell | [cite:@c] |', ['@ a', '@ b', '@ c']],
		['#+caption: After [cite:@a]\n[[file:x.png]]', ['@ a']],
		['#+begin_quote\nSaid [cite:@a]\n#+end_quote', ['@ a']],
		// org-ref
		['See cite:a,b.', ['@ a, b']],
		['citet:a and parencite:b-c:d/e, nocite:f', ['@ a', '@ b-c:d/e', '~@ f']],
		['cite:&a;&b and citep:&c', ['@ a, b', '@ c']],
		['[[cite:a,b]] [[citep:see &c p. 3;&d][chapter 2]]', ['@ a, b', '@ c, d']],
		// LaTeX
		['\\cite{a,b} \\parencite[see][]{c}', ['cite a, b', 'parencite c']],
		// empty
		['[cite:@]', ['@ _']],
	];
	for (const [input, expected] of table) {
		it(`reads ${JSON.stringify(input)}`, () => assert.deepEqual(brief(org, input), expected));
	}

	it('have exact keys and slots', () => {
		const text = 'x [cite/t:see @a p. 3; @b] [[citep:&c p. 3;&d][note]]';
		const { citations } = scan(org, text);
		assert.deepEqual(
			citations.map(({ span }) => at(text, span)),
			['[cite/t:see @a p. 3; @b]', '[[citep:&c p. 3;&d][note]]'],
		);
		assert.deepEqual(
			citations.flatMap(({ items }) => items.map(({ slot }) => at(text, slot))),
			['see @a p. 3', ' @b', '&c p. 3', '&d'],
		);
	});
});

describe('what cites nothing in Org', () => {
	const table = [
		'# [cite:@a]',
		'  # cite:a',
		'=[cite:@a]= and ~cite:b~.',
		': [cite:@a]',
		'#+begin_src latex\n\\cite{a}\n[cite:@b]\n#+end_src',
		'#+BEGIN_EXAMPLE\n[cite:@a]\n#+END_EXAMPLE',
		'#+begin_comment\n[cite:@a]\n#+end_comment',
		':PROPERTIES:\n:source: cite:a\n:END:',
		'* COMMENT Notes\n[cite:@a]\n** More\ncite:b\n* Shown',
		'[[https://x.org/cite:a][a page]] https://x.org/@b',
		'@a and me@x.org',
		'excite:a and cite: see below',
		'[cited:@a] [citation:@a]',
		'#+filetags: :cite:a:',
	];
	for (const input of table) {
		it(`passes over ${JSON.stringify(input)}`, () => assert.deepEqual(brief(org, input), []));
		it(`reads on behind ${JSON.stringify(input)}`, () => {
			assert.deepEqual(brief(org, `${input}\n\n[cite:@z]`), ['@ z']);
		});
	}

	it('does not let something unfinished hide the rest', () => {
		for (const open of ['#+begin_src latex', ':PROPERTIES:', '=code', '[[https://x', '[cite:@']) {
			assert.equal(brief(org, `${open}\n\n[cite:@a]`).at(-1), '@ a', open);
		}
	});
});

describe('half-typed Org citations', () => {
	const table: [input: string, expected: string[]][] = [
		['[cite:', ['@ _…']],
		['[cite:@', ['@ _…']],
		['[cite:@va', ['@ va…']],
		['[cite:@va and more of it\n\nNext', ['@ va…']],
		['[cite:@a;@', ['@ a, _…']],
		['[cite:@a; ]', ['@ a, _…']],
		['[[cite:&', ['@ _…']],
		['[[cite:a,', ['@ a, _…']],
		['cite:&', ['@ _…']],
		['[cite', []],
		['[[', []],
	];
	for (const [input, expected] of table) {
		it(`reads ${JSON.stringify(input)}`, () => assert.deepEqual(brief(org, input), expected));
	}
});

describe('structure of Org documents', () => {
	const text = `#+TITLE: On /things/
#+bibliography: refs.bib
#+BIBLIOGRAPHY: "my refs.json"
#+latex_header: \\addbibresource{more.bib}
#+include: "ch/two.org"
#+include: "ch/three.org::*Part" :minlevel 2
#+include: "code.el" src elisp
#+setupfile: setup.org
#+begin_abstract
We show [cite:@a] it.
#+end_abstract
* TODO [#A] One :tag:
** Two [cite:@b]
# relwork-ignore unknown-key: mine
bibliography:old.bib,older.bib
\\bibliography{tex}
`;
	const found = scan(org, text);

	it('declares bibliographies in every form', () => {
		assert.deepEqual(
			found.bibliographies.map(({ path }) => path),
			['refs.bib', 'my refs.json', 'more.bib', 'old.bib', 'older.bib', 'tex.bib'],
		);
	});

	it('includes other Org files', () => {
		assert.deepEqual(
			found.includes.map(({ path, optional, span }) => [path, optional, at(text, span)]),
			[
				['ch/two.org', false, 'ch/two.org'],
				['ch/three.org', false, 'ch/three.org'],
				['setup.org', true, 'setup.org'],
			],
		);
	});

	it('has title, abstract, sections and suppressions', () => {
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
		assert.equal(scan(org, '[cite/n:@*]').nociteAll, true);
	});

	it('is plain text without its markup', () => {
		assert.equal(
			org.plain('* Title\nA *bold* and /lean/ =word= [cite:@a], [[https://x.org][a link]].\n\n- Item.'),
			'Title\n\nA bold and lean word , a link.\n\nItem.',
		);
	});
});
