import assert from 'node:assert/strict';
import { latex } from '../../../../src/core/languages/latex.ts';
import { at, brief, scan } from '../support.ts';

/** Citations that stand in the text itself, and what its commands cite beside them. */
function cited(text: string): string[] {
	const { citations, impliedKeys = [] } = scan(latex, text);
	const own = citations.filter(({ inDefinition, closed }) => closed && !inDefinition);
	return [...own.flatMap(({ items }) => items.map(({ key }) => key)), ...impliedKeys.map((key) => `(${key})`)];
}

describe('commands that a LaTeX document defines itself', () => {
	const table: [definition: string, use: string, expected: string[]][] = [
		['\\newcommand\\eg[1]{\\citep[e.g.][]{#1}}', '\\eg{a, b}', ['a', 'b']],
		['\\newcommand*{\\eg}[1]{(see~\\cite{#1})}', '\\eg{a}', ['a']],
		['\\newcommand{\\withpage}[2]{\\cite[p.~#2]{#1}}', '\\withpage{a}{12}', ['a']],
		["\\newcommand{\\quoted}[2]{``#1'' \\cite{#2}}", '\\quoted{Words, words \\cite{b}}{a}', ['a', 'b']],
		['\\newcommand{\\see}[2][]{\\cite[#1]{#2}}', '\\see[p.~3]{a} and \\see{b}', ['a', 'b']],
		['\\newcommand{\\both}[2]{\\cite{#1} and \\cite{#2}}', '\\both{a}{b, c}', ['a', 'b', 'c']],
		['\\newcommand{\\withdate}[1]{\\citeauthor{#1} (\\citeyear{#1})}', '\\withdate{a}', ['a']],
		['\\providecommand{\\see}[1]{\\footnote{See \\cite{#1}.}}', '\\see{a}', ['a']],
		['\\DeclareRobustCommand{\\see}[1]{\\cite{#1}}', '\\see{a}', ['a']],
		['\\newcommandx{\\see}[3][1=,2=]{\\cite[#1][#2]{#3}}', '\\see[x][y]{a} \\see{b}', ['a', 'b']],
		['\\def\\see#1{\\cite{#1}}', '\\see{a}', ['a']],
		['\\def\\see[#1]#2{\\cite[#1]{#2}}', '\\see[p. 3]{a}', ['a']],
		['\\def\\see#1 with #2.{\\cite{#2}}', '\\see one with two.', ['two']],
		['\\@namedef{see}#1{\\cite{#1}}', '\\see{a}', ['a']],
		['\\NewDocumentCommand{\\see}{s o +m O{x}}{\\cite[#2]{#3}}', '\\see*[p]{a}[b] \\see{c}', ['a', 'c']],
		['\\NewDocumentCommand\\see{>{\\TrimSpaces} m d<>}{\\cite{#1}}', '\\see{a}', ['a']],
		['\\RenewDocumentCommand{\\cite}{o m}{\\textcite{#2}}', '\\cite[x]{a}', ['a']],
		['\\NewDocumentCommand\\see{m g t/ m}{\\cite{#1}}', '\\see{a}{b}/{c} \\see{d}{e}{f}', ['a', 'd']],
		// other names of a command
		['\\let\\see\\citep', '\\see*[p. 3]{a}', ['a']],
		['\\let \\see = \\citep', '\\see{a}', ['a']],
		['\\LetLtxMacro{\\see}{\\cites}', '\\see(x){a}[3]{b}', ['a', 'b']],
		['\\newcommand{\\see}{\\citet}', '\\see*[p. 3]{a}', ['a']],
		['\\newcommand{\\see}{\\citep[see][]}', '\\see{a}', ['a']],
		['\\newcommand\\see{\\@ifstar\\seestar\\seeplain}', '\\see{a}', []],
		[
			'\\newcommand\\seeplain[1]{\\cite{#1}}\\newcommand\\seestar[1]{\\cite*{#1}}\\newcommand\\see{\\@ifstar\\seestar\\seeplain}',
			'\\see*{a} \\see{b}',
			['a', 'b'],
		],
		[
			'\\def\\@see[#1]#2{\\cite[#1]{#2}}\\newcommand\\see{\\@ifnextchar[{\\@see}{\\@see[]}}',
			'\\see[p]{a} \\see{b}',
			['a', 'b'],
		],
		// commands made of commands
		['\\newcommand\\one[1]{\\cite{#1}}\\newcommand\\two[2]{#1 \\one{#2}}', '\\two{x}{a}', ['a']],
		['\\let\\old\\cite\\renewcommand{\\cite}[2][]{\\old[#1]{#2}}', '\\cite[p]{a} \\cite{b} \\old{c}', ['a', 'b', 'c']],
		['\\let\\cite\\cite\\def\\a{\\a}', '\\cite{a} \\a', ['a']],
		// keys of their own
		['\\newcommand{\\seebook}{\\cite{knuth}}', '\\seebook', ['(knuth)']],
		['\\newcommand{\\seebook}{\\cite{knuth}}', '', []],
		['\\newcommand{\\seebook}{\\cite{knuth}}\\newcommand\\more{\\seebook, too}', '\\more', ['(knuth)']],
		['\\newcommand{\\with}[1]{\\cite{knuth, #1}}', '\\with{a}', ['a', '(knuth)']],
		['\\newcommand{\\rfc}[1]{\\cite{rfc#1}}', '\\rfc{2616} \\rfc{\\x}', ['(rfc2616)']],
		['\\newcommand{\\rfc}[1]{\\cite{rfc#1}}\\newcommand\\std[2]{#1 in \\rfc{#2}}', '\\std{HTTP}{2616}', ['(rfc2616)']],
		['\\renewcommand{\\thanksnote}{Thanks to \\cite{a}}', '', ['a']],
		// packages that define commands
		['\\DeclareCiteCommand{\\see}[\\mkbibparens]{}{}{}{}', '\\see[x][p. 3]{a}', ['a']],
		['\\DeclareMultiCiteCommand{\\sees}[\\mkbibparens]{\\see}{\\multicitedelim}', '\\sees(x){a}[p]{b}', ['a', 'b']],
		['\\newcites{S, web}{More,Web}', '\\citeS{a} \\citeweb{b} \\nociteweb{c}', ['a', 'b', 'c']],
		// arguments that are not printed
		['\\newcommand{\\gone}[2]{}', '\\gone{\\cite{a}}{\\cite{b}}\\cite{c}', ['c']],
		['\\newcommand{\\gone}[2][]{\\relax}', '\\gone[\\cite{a}]{\\cite{b}}\\cite{c}', ['c']],
		['\\let\\gone\\@gobble', '\\gone{\\cite{a}}\\cite{b}', ['b']],
		['\\newcommand{\\gone}[1]{}\\renewcommand{\\gone}[1]{#1}', '\\gone{\\cite{a}}', ['a']],
		['\\let\\ifdraft\\iffalse', '\\ifdraft\\cite{a}\\else\\cite{b}\\fi', ['b']],
		['{\\renewcommand{\\footnote}[1]{}}', '\\footnote{\\cite{a}}', ['a']],
		['\\newcommand\\quiet{\\renewcommand\\note[1]{}}', '\\note{\\cite{a}}', ['a']],
		// what only looks like a cite command
		['\\newcommand{\\citefigure}[1]{Figure~\\ref{#1}}', '\\citefigure{a}', []],
		['\\newcommand{\\citationneeded}{[?]}', '\\citationneeded{}', []],
		['\\newcommand{\\linkcite}[1]{\\hyperlink{cite.#1}{#1}}', '\\linkcite{a}', []],
		// a fallback for what a package may not define
		['\\providecommand{\\citet}[1]{\\cite{#1}}', '\\citet[p. 3]{a}', ['a']],
	];
	for (const [definition, use, expected] of table) {
		it(`reads ${JSON.stringify(use)} by ${definition}`, () =>
			assert.deepEqual(cited(`${definition}\n${use}`), expected));
	}

	it('have the span of what stands there', () => {
		const text = '\\newcommand\\eg[1]{\\citep[e.g.][]{#1}} As in \\eg{ a, b }.';
		const [citation] = scan(latex, text).citations;
		assert.equal(at(text, citation!.span), '\\eg{ a, b }');
		assert.equal(citation!.command, 'eg');
		assert.deepEqual(
			citation!.items.map(({ span }) => at(text, span)),
			['a', 'b'],
		);
	});

	it('can be completed while they are typed', () => {
		const definition = '\\newcommand\\eg[1]{\\cite{#1}}\n';
		assert.deepEqual(brief(latex, `${definition}\\eg{`), ['eg _…']);
		assert.deepEqual(brief(latex, `${definition}\\eg{a, vas`), ['eg a, vas…']);
		assert.deepEqual(brief(latex, `${definition}\\eg`), []);
		assert.deepEqual(brief(latex, '\\newcommand\\eg[1]{\\cite{'), ['cite _…']);
		assert.deepEqual(brief(latex, '\\newcommand\\eg[1'), []);
		assert.deepEqual(brief(latex, '\\NewDocumentCommand\\eg{s o'), []);
	});

	it('name the citation in their definition, which counts only where they are used', () => {
		const [citation] = scan(latex, '\\newcommand{\\seebook}{\\cite{knuth}}').citations;
		assert.equal(citation!.items[0]!.key, 'knuth');
		assert.equal(citation!.inDefinition, true);
	});

	it('may cite everything', () => {
		assert.equal(scan(latex, '\\newcommand\\all{\\nocite{*}} \\all').nociteAll, true);
		assert.equal(scan(latex, '\\newcommand\\all{\\nocite{*}}').nociteAll, false);
	});
});

describe('short forms of verbatim text', () => {
	it('hide what stands in them', () => {
		for (const short of ['\\MakeShortVerb{\\|}', '\\MakeShortVerb*\\|', '\\lstMakeShortInline[language=C]|']) {
			assert.deepEqual(brief(latex, `${short} |\\cite{a}| \\cite{b} |\\cite{c} \n\\cite{d}|`), [
				'cite b',
				'cite c',
				'cite d',
			]);
		}
		assert.deepEqual(brief(latex, '|\\cite{a}|'), ['cite a']);
	});
});
