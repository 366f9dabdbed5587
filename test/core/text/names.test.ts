import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseNames } from '../../../src/core/text/names.ts';

const one = (text: string) => parseNames(text).names[0];

describe('names', () => {
	it('reads the three forms of BibTeX', () => {
		assert.deepEqual(one('Ludwig van Beethoven'), {
			family: 'Beethoven',
			given: 'Ludwig',
			'non-dropping-particle': 'van',
		});
		assert.deepEqual(one('van der Maaten, Laurens'), {
			family: 'Maaten',
			given: 'Laurens',
			'non-dropping-particle': 'van der',
		});
		assert.deepEqual(one('King, Jr., Martin Luther'), { family: 'King', given: 'Martin Luther', suffix: 'Jr.' });
		assert.deepEqual(one('Jean-Baptiste Mouret'), { family: 'Mouret', given: 'Jean-Baptiste' });
	});

	it('decodes TeX in names, and goes by the letter under the accent', () => {
		assert.deepEqual(one("{\\'E}tienne Simon"), { family: 'Simon', given: 'Étienne' });
		assert.deepEqual(one('M{\\"o}senlechner, Lorenz'), { family: 'Mösenlechner', given: 'Lorenz' });
	});

	it('takes a name in braces for one that has no parts', () => {
		assert.deepEqual(parseNames('{Barnes and Noble} and {OECD}').names, [
			{ literal: 'Barnes and Noble' },
			{ literal: 'OECD' },
		]);
		assert.deepEqual(one('C. J. {van Rijsbergen}'), { family: 'van Rijsbergen', given: 'C. J.' });
	});

	it("reads biblatex's extended form", () => {
		assert.deepEqual(one('family=Verclos, given=Jean, prefix=de, useprefix=false'), {
			family: 'Verclos',
			given: 'Jean',
			'dropping-particle': 'de',
		});
	});

	it('reads names alike with and without TeX in them', () => {
		for (const list of [
			'Ann Smith and Doe, Bob',
			"J. P. Serre and O'Brien, Pat",
			'Smith, Ann',
			'Smith',
			'Smith, and Jones',
			'Per Brinch Hansen and Brinch Hansen, Per',
			'Ann Smith AND Bob Doe',
			'Ann Smith and and Bob Doe and',
			'Ludwig van Beethoven and others',
			'Smith, Jr., Ann',
			'family=Doe, given=Bob',
			'ann smith',
			"al-Khwarizmi, Muhammad and d'Alembert, Jean",
			'',
		]) {
			// A line's end keeps them from the short way, and changes nothing.
			const slow = parseNames(`${list}\n`);
			assert.deepEqual(parseNames(list), slow, list);
		}
	});

	it('tells that others follow', () => {
		assert.deepEqual(parseNames('A. Author AND others'), { names: [{ family: 'Author', given: 'A.' }], others: true });
	});

	it('splits at line ends, and passes over what is empty', () => {
		assert.equal(parseNames('A One\n  and\n  B Two and  and ').names.length, 2);
		assert.deepEqual(parseNames('').names, []);
	});

	it('never throws', () => {
		const odd = fc.string({ unit: fc.constantFrom(' and ', ',', '{', '}', '=', 'family', 'a', 'B', ' ', '\\', '~') });
		fc.assert(fc.property(odd, (text) => Array.isArray(parseNames(text).names)));
	});

	it('reads a name by itself, whatever the others of its list are like', () => {
		const list = 'Ann Lee and Ludwig van Beethoven and Ørsted, Hans and lee and Sand And Company and Others';
		const { names, others } = parseNames(list);
		assert.equal(others, true);
		assert.deepEqual(names, [
			{ family: 'Lee', given: 'Ann' },
			{ family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' },
			{ family: 'Ørsted', given: 'Hans' },
			{ family: 'lee' },
			{ family: 'Sand' },
			{ family: 'Company' },
		]);
		assert.deepEqual(parseNames('Lee, Ann and Others'), { names: [{ family: 'Lee', given: 'Ann' }], others: true });
	});
});
