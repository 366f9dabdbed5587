import assert from 'node:assert/strict';
import fc from 'fast-check';
import { escapeTex } from '../../../src/core/bibtex/escape.ts';
import { collapse, fieldToText, texToText } from '../../../src/core/text/tex.ts';

const table: Readonly<Record<string, string>> = {
	'plain text': 'plain text',
	'M{\\"u}ller, M\\"uller, M\\"{u}ller': 'Müller, Müller, Müller',
	"\\'{\\i} {\\'e} \\`a \\^o \\~n": 'í é à ô ñ',
	'\\v{s}\\v s Erd{\\H o}s \\c{c} \\k{a} \\r{a} \\u{g} \\d{t}': 'šš Erdős ç ą å ğ ṭ',
	"Nguy{\\~{\\^e}}n V\\'{\\^e}": 'Nguyễn Vế',
	'{\\ss}{\\o}{\\L}ukasz \\aa{}ngstr\\"om \\AE ': 'ßøŁukasz ångström Æ',
	'1--2, a---b, \\textendash{} \\textemdash': '1–2, a—b, – —',
	"``quoted'' O'Neil": "“quoted” O'Neil",
	'Fig.~3 \\& 50\\% \\#1 a\\_b \\$5': 'Fig. 3 & 50% #1 a_b $5',
	'\\emph{very \\textbf{bold}} {BERT} {\\em it}': 'very bold BERT it',
	'\\unknown{kept} \\also[opt]{x}': 'kept [opt]x',
	'$O(n^{2})$ and $\\alpha_{i}$ {X}': '$O(n^{2})$ and $\\alpha_{i}$ X',
	'\\alpha-helix, 5\\,\\textmu m, 3 \\textgreater{} 2': 'α-helix, 5 µm, 3 > 2',
	'\\^{} \\~{}home \\textasciitilde': '^ ~home ~',
	'\\href{https://example.org}{link} \\url{https://example.org/a_b}': 'link https://example.org/a_b',
	'a $ b {c': 'a $ b c',
};

describe('TeX to text', () => {
	for (const [tex, text] of Object.entries(table)) it(`${tex} → ${text}`, () => assert.equal(texToText(tex), text));

	it('makes composed characters', () => {
		assert.equal(texToText('\\"u').length, 1);
	});

	it('keeps white space, and collapses it in fields', () => {
		assert.equal(texToText('a\n\n{b}'), 'a\n\nb');
		assert.equal(fieldToText(' a\n\t {b}  c '), 'a b c');
		assert.equal(collapse('a b'), 'a b');
	});

	it('undoes what the writer escapes', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom('a', 'Ü', '&', '%', '#', '_', '~', '^', '\\', '{', '}', ' ') }),
				(text) => {
					assert.equal(texToText(escapeTex(text)), text);
				},
			),
		);
	});

	it('never throws, and takes linear time for deep nests', () => {
		const odd = fc.string({ unit: fc.constantFrom('\\', '{', '}', '$', '-', "'", '"', 'a', 'i', ' ', '~', '😀') });
		fc.assert(fc.property(odd, (text) => typeof texToText(text) === 'string'));
		const deep = '{\\"'.repeat(200_000);
		assert.equal(typeof texToText(deep), 'string');
		assert.equal(typeof texToText('$'.repeat(200_001)), 'string');
		assert.equal(typeof texToText('\\begin{'.repeat(100_000)), 'string');
	});

	it('collapses white space of all kinds, in short and long texts alike', () => {
		const long = 'Many words and no end of them. '.repeat(10);
		for (const blank of ['\u00a0', '\u2009', '\u202f', '\ufeff', '\f', '\v', '\t', '  ', '\r\n']) {
			assert.equal(fieldToText(`a${blank}b`), 'a b');
			assert.equal(fieldToText(`${long}a${blank}b`), `${long}a b`);
		}
	});
});
