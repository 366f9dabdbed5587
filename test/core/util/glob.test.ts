import assert from 'node:assert/strict';
import { globMatcher } from '../../../src/core/util/glob.ts';

const paths = [
	'a.bib',
	'.hidden.bib',
	'A.BIB',
	'papers/a.bib',
	'papers/b.json',
	'papers/deep/er/a.bib',
	'papers/deep/er/ab.bib',
	'papers/[1].bib',
	'papers/{x}.bib',
	'papers/mü😀.bib',
];

/** Glob, and the paths that it matches. */
const cases: readonly (readonly [string, readonly string[]])[] = [
	['*.bib', ['a.bib', '.hidden.bib']],
	['papers/*.bib', ['papers/a.bib', 'papers/[1].bib', 'papers/{x}.bib', 'papers/mü😀.bib']],
	['**/a.bib', ['a.bib', 'papers/a.bib', 'papers/deep/er/a.bib']],
	['papers/**/a*.bib', ['papers/a.bib', 'papers/deep/er/a.bib', 'papers/deep/er/ab.bib']],
	['papers/**', paths.filter((path) => path.startsWith('papers/'))],
	['**/deep/**/?.bib', ['papers/deep/er/a.bib']],
	['papers/?.{bib,json}', ['papers/a.bib', 'papers/b.json']],
	['{papers/{b,c}*,a.*}', ['a.bib', 'papers/b.json']],
	['papers/[a-b].*', ['papers/a.bib', 'papers/b.json']],
	['papers/[!a].*', ['papers/b.json']],
	['papers/[[]1[]].bib', ['papers/[1].bib']],
	['papers/[{]x[}].bib', ['papers/{x}.bib']],
	['**', paths],
	['{,papers/}a.bib', ['a.bib', 'papers/a.bib']],
	['papers/[b-a].*', []],
	['papers/', []],
	['./a.bib', []],
	['papers/mü?.bib', ['papers/mü😀.bib']],
	['papers/{a.bib', []],
	['papers/[a.bib', []],
	['', []],
];

describe('globs', () => {
	for (const [glob, wanted] of cases) {
		it(`${glob || 'nothing'} matches ${wanted.length} of ${paths.length} paths`, () => {
			assert.deepEqual(paths.filter(globMatcher(glob)), wanted);
		});
	}

	it('do not take long for what is made to', () => {
		const long = 'a'.repeat(5000);
		assert.equal(globMatcher(`${'*a'.repeat(200)}b`)(long), false);
		assert.equal(globMatcher(`${'**/a/'.repeat(200)}b`)('a/'.repeat(2000)), false);
		assert.equal(globMatcher('{a,b}'.repeat(40))(long), false);
		assert.equal(globMatcher('{'.repeat(5000))(long), false);
	});
});
