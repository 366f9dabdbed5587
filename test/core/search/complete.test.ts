import assert from 'node:assert/strict';
import fc from 'fast-check';
import { complete, tier } from '../../../src/core/search/complete.ts';
import { classics, keysOf, libraryOf, paper } from '../../support/papers.ts';

const library = libraryOf(classics);
const none = () => 0;
const first = (query: string) => keysOf(library, complete(library, query, 10, none))[0];

describe('typed search', () => {
	for (const [query, key] of [
		['vasw', 'vaswani2017attention'],
		['vas17', 'vaswani2017attention'],
		['attention need', 'vaswani2017attention'],
		['need attention', 'vaswani2017attention'],
		['aiayn', 'vaswani2017attention'],
		['nips 2017', 'vaswani2017attention'],
		['müller 2019', 'muller2019when'],
		['muller', 'muller2019when'],
		['smith jones 2019', 'smith2019jones'],
		['shazeer', 'vaswani2017attention'],
		['pretraining bidir', 'devlin2019bert'],
		['pre-training', 'devlin2019bert'],
		['megatron-lm multi', '1909.08053v4'],
		['1909.08053', '1909.08053v4'],
		// With typos, also in the first letter and in a word that is not yet complete.
		['atention need', 'vaswani2017attention'],
		['resdiual learning', 'he2016deep'],
		['kinmga adam', 'kingma2015adam'],
		['xttention', 'vaswani2017attention'],
		['optimzati', 'kingma2015adam'],
		// A word that no paper has does not hide what the others say.
		['residual learning zzz', 'he2016deep'],
	] as const) {
		it(`finds ${key} by “${query}”`, () => assert.equal(first(query), key));
	}

	it('puts the exact key first, and then the keys that start so', () => {
		const ranked = complete(library, 'smith2020', 10, none);
		assert.deepEqual(keysOf(library, ranked.slice(0, 1)), ['smith2020']);
		assert.equal(ranked[0]!.tier, tier.exactKey);
		assert.deepEqual(
			keysOf(library, complete(library, 'SMITH20', 10, none))
				.slice(0, 2)
				.sort(),
			['smith2019jones', 'smith2020'],
		);
	});

	it('settles ties by what it is told of a paper', () => {
		const tied = libraryOf([paper('a1', 'Neural Parsing'), paper('a2', 'Neural Parsing')]);
		assert.deepEqual(
			keysOf(
				tied,
				complete(tied, 'neural', 10, (item) => item),
			),
			['a2', 'a1'],
		);
	});

	it('gives nothing for nothing, at most what is asked for, and survives anything', () => {
		assert.deepEqual(complete(library, ' ,;- ', 10, none), []);
		assert.equal(complete(library, 'a', 2, none).length, 2);
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (query) => {
				assert.ok(complete(library, query, 5, none).length <= 5);
			}),
		);
		assert.ok(complete(library, 'attention '.repeat(10_000), 5, none).length > 0);
	});

	it('finds exactly the papers that have every word, the last one begun', () => {
		const word = fc.constantFrom('alpha', 'alpine', 'beta', 'betting', 'gamma', 'delta', 'deltoid');
		const title = fc.array(word, { minLength: 1, maxLength: 4 });
		fc.assert(
			fc.property(
				fc.array(title, { minLength: 1, maxLength: 12 }),
				fc.array(word, { minLength: 1, maxLength: 3 }),
				fc.nat(4),
				(titles, asked, cut) => {
					const words = [...new Set(asked)];
					const last = words.at(-1)!;
					const begun = last.slice(0, Math.max(3, last.length - cut));
					const query = [...words.slice(0, -1), begun].join(' ');
					// Two sources, so that the parts of a library are put together rightly.
					const papers = titles.map((one, i) => paper(`#${i}`, one.join(' ')));
					const both = libraryOf(
						papers.filter((_, i) => i % 2 === 0),
						papers.filter((_, i) => i % 2 === 1),
					);
					const found = complete(both, query, 50, none).filter((one) => one.tier === tier.words);
					const expected = papers.filter(
						(_, i) =>
							words.slice(0, -1).every((one) => titles[i]!.includes(one)) &&
							titles[i]!.some((one) => one.startsWith(begun)),
					);
					assert.deepEqual(keysOf(both, found).sort(), expected.map(({ id }) => id).sort());
				},
			),
		);
	});
});
