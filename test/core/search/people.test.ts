import assert from 'node:assert/strict';
import { paperOfItem } from '../../../src/core/search/library.ts';
import { namedPeople } from '../../../src/core/search/people.ts';
import { libraryOf, paper } from '../../support/papers.ts';

const library = libraryOf([
	paper('smith2019', 'Trees', { author: ['Smith, Ann', 'Lee, Bo', 'Roe, Cy'], year: 2019 }),
	paper('smith2020', 'Graphs', { author: ['Smith, Ann'], year: 2020 }),
	paper('maaten2008', 'Maps', { author: ['van der Maaten, Laurens', 'Hinton, Geoffrey'], year: 2008 }),
	paper('muller2001', 'Vowels', { author: ['Müller, Ina'], year: 2001 }),
	{ ...paper('academy', 'Grand Plans'), author: [{ literal: 'National Academy of Engineering' }] },
]);

function named(text: string) {
	return namedPeople(library, text).map(({ start, end, items, ...one }) => ({
		...one,
		said: text.slice(start, end),
		keys: items.map((item) => paperOfItem(library, item).id),
	}));
}

describe('authors that a sentence names', () => {
	it('come with “et al.”, colleagues, a second name or a year', () => {
		for (const text of [
			'Smith et al.',
			'Smith et al. (2019)',
			'Smith and colleagues',
			'Smith, Lee, and Roe',
			'Smith (2020)',
		]) {
			const [one, ...others] = named(`As ${text} say`);
			assert.equal(one?.families[0], 'Smith', text);
			assert.deepEqual(others, []);
		}
		assert.deepEqual(named('We saw Smith there.'), []);
	});

	it('stand for their papers, of the year that is said', () => {
		assert.deepEqual(named('Smith et al. did')[0]?.keys, ['smith2019', 'smith2020']);
		assert.deepEqual(named('Smith et al. (2019) did')[0]?.keys, ['smith2019']);
		assert.deepEqual(named('Smith et al. (1999) did')[0]?.keys, []);
		assert.deepEqual(named('Lee and Roe did')[0]?.keys, ['smith2019']);
	});

	it('come with the papers first that the sentence speaks of, and that are by more than two for “et al.”', () => {
		const wang = (id: string, title: string, year: number, ...others: string[]) =>
			paper(id, title, { author: ['Wang, Li', ...others], year });
		const many = libraryOf([
			wang('wang1', 'Parsing of Trees', 2011, 'A, B', 'C, D'),
			wang('wang2', 'Sparse Codes of Files', 2012, 'A, B', 'C, D'),
			wang('wang3', 'Sparse Codes of Files, Again', 2013),
			...[4, 5, 6, 7].map((n) => wang(`wang${n}`, `On ${n}`, 2000 + n, 'A, B', 'C, D')),
		]);
		const keys = (text: string) => namedPeople(many, text)[0]!.items.map((item) => paperOfItem(many, item).id);
		assert.equal(keys('Wang et al. took sparse codes of fragments of files')[0], 'wang2');
		assert.equal(keys('Wang et al. took sparse codes of fragments of files').length, 7);
		// A preprint has another year than the print.
		assert.deepEqual(keys('Wang et al. (2014) took sparse codes'), ['wang2', 'wang3']);
		// So many papers say of a name alone that it is anybody's.
		assert.deepEqual(keys('after Wang \ue000'), []);
	});

	it('may have particles, accents, initials and possessives', () => {
		assert.deepEqual(named('By van der Maaten and Hinton (2008) so')[0]?.keys, ['maaten2008']);
		assert.deepEqual(named('H. Muller’s (2001) work')[0]?.keys, ['muller2001']);
		assert.deepEqual(named('Müller et al.’s work')[0]?.keys, ['muller2001']);
	});

	it('stand alone only in front of a citation, and are no word of an institution', () => {
		assert.deepEqual(named('Smith \ue000 says')[0]?.keys, ['smith2019', 'smith2020']);
		assert.deepEqual(named('in Engineering \ue000')[0]?.keys, []);
		assert.deepEqual(named('In Parsing, Smith and Lee \ue000')[0]?.families, ['Smith', 'Lee']);
	});
});
