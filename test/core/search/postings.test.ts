import assert from 'node:assert/strict';
import { readExactly } from '../../../src/core/search/match.ts';
import { matchAll, matchSome } from '../../../src/core/search/postings.ts';
import { top } from '../../../src/core/search/top.ts';
import { libraryOf, paper } from '../../support/papers.ts';

const subjects = ['parsing', 'parsers', 'graphs', 'grammars', 'speech', 'vision', 'planning'];
// Every third paper says `models` in its title, the others of some only in the venue; what follows is spread evenly.
const library = libraryOf(
	Array.from({ length: 6000 }, (_, i) =>
		paper(`key${i}`, `${i % 3 === 0 ? 'Models' : 'Notes'} of ${subjects[i % 7]} ${subjects[(i >> 3) % 7]}`, {
			...(i % 5 === 0 && { 'container-title': 'Workshop on Models' }),
		}),
	),
);
const most = 20;

describe('papers that have every word', () => {
	for (const [first, last] of [
		['models', 'p'],
		['models', 'gr'],
		['models', 'pars'],
		['models', 'vision'],
		['notes', 's'],
	] as const) {
		it(`are the best ones for “${first} ${last}”, though not all are looked at`, () => {
			const readings = [
				readExactly(library, { text: first, prefix: false }),
				readExactly(library, { text: last, prefix: true }),
			];
			const best = (matches: ReturnType<typeof matchAll>) => {
				const kept = top(most);
				kept.addAll(matches);
				return kept.items().map(({ score }) => score.toFixed(2));
			};
			const all = matchAll(library, readings);
			assert.ok(all.items.length > 16 * most, 'there are many');
			assert.deepEqual(best(matchAll(library, readings, most)), best(all));
			// Nothing is left behind for the next question.
			assert.deepEqual(matchAll(library, readings), all);
		});
	}
});

describe('papers that have some of the words', () => {
	it('are the best ones, though not all are looked at', () => {
		const readings = ['key42', 'planning', 'models', 'of'].map((text) => readExactly(library, { text, prefix: false }));
		const best = (matches: ReturnType<typeof matchSome>) => {
			const kept = top(most);
			kept.addAll(matches);
			return kept.items().map(({ score }) => score.toFixed(2));
		};
		const all = matchSome(library, readings);
		const some = matchSome(library, readings, most);
		assert.ok(some.items.length < all.items.length, 'not all are looked at');
		assert.deepEqual(best(some), best(all));
		assert.deepEqual(matchSome(library, readings), all);
	});
});
