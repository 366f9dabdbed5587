import assert from 'node:assert/strict';
import { identities } from '../../../src/core/corpus/identity.ts';
import { createView, representative, wholePaper } from '../../../src/core/corpus/view.ts';
import { bestEntry } from '../../../src/core/corpus/works.ts';
import type { Paper } from '../../../src/core/model/paper.ts';
import { createLibrary, type Library, paperOfItem } from '../../../src/core/search/library.ts';
import { buildSegment, type Segment } from '../../../src/core/search/segment.ts';
import { paper } from '../../support/papers.ts';

const title = 'Attention Is All You Need';
const author = ['Vaswani, Ashish', 'Shazeer, Noam'];
const venue = { type: 'paper-conference', 'container-title': 'Neural Information Processing' };

function segmentOf(papers: readonly Paper[]): Segment {
	const work = buildSegment('file:///a.bib', papers, identities, undefined, () => 'made');
	for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}

/** Which papers, each in a source of its own, are one work: their keys, work by work. */
function worksOf(...papers: readonly Paper[]): string[] {
	const library = createLibrary(papers.map((one) => segmentOf([one])));
	const works = new Map<number, string[]>();
	for (let item = 0; item < library.size; item++) {
		const best = bestEntry(library, item, () => 0);
		works.set(best, [...(works.get(best) ?? []), keyOf(library, item)]);
	}
	return [...works.values()].map((keys) => keys.sort().join(' ')).sort();
}

const keyOf = (library: Library, item: number) => paperOfItem(library, item).id;

/** The same works in whatever order the sources come. */
function worksInAnyOrder(...papers: readonly Paper[]): string[] {
	const found = worksOf(...papers);
	for (let turn = 1; turn < papers.length; turn++) {
		assert.deepEqual(worksOf(...papers.slice(turn), ...papers.slice(0, turn)), found);
	}
	assert.deepEqual(worksOf(...[...papers].reverse()), found);
	return found;
}

describe('works', () => {
	it('are joined by what others have in common with both', () => {
		const works = worksInAnyOrder(
			paper('a', 'Attention, Renamed', { DOI: '10.1000/a', author }),
			paper('b', title, { DOI: '10.1000/a', arxiv: '1706.03762', author, year: 2017 }),
			paper('c', 'Transformers', { arxiv: '1706.03762v2', author, year: 2016 }),
			paper('d', 'Something Else Altogether', { author, year: 2017 }),
		);
		assert.deepEqual(works, ['a b c', 'd']);
	});

	it('are not joined where two ends of a chain contradict each other: the surer link holds', () => {
		const works = worksInAnyOrder(
			paper('a', title, { DOI: '10.1000/a', author, year: 2017, ...venue }),
			paper('b', title, { arxiv: '1706.03762', author, year: 2016 }),
			paper('c', title, { DOI: '10.1000/c', author, year: 2019, ...venue }),
		);
		assert.deepEqual(works, ['a b', 'c']);
	});

	it('do not take in a bare title that may be of several', () => {
		const works = worksInAnyOrder(
			paper('a', title, { author, year: 2017, ...venue }),
			paper('b', title, { author: ['Smith, Ann'], year: 2017, ...venue }),
			paper('bare', title),
		);
		assert.deepEqual(works, ['a', 'b', 'bare']);
		assert.deepEqual(worksInAnyOrder(paper('a', title, { author, year: 2017 }), paper('bare', title)), ['a bare']);
	});

	it('leave parts apart, even if something has the id of one and the title of the other', () => {
		const works = worksInAnyOrder(
			paper('one', 'Theory of Learning, Part 1', { DOI: '10.1000/1', author, year: 2001 }),
			paper('two', 'Theory of Learning, Part 2', { DOI: '10.1000/2', author, year: 2001 }),
			paper('odd', 'Theory of Learning, Part 2', { DOI: '10.1000/1', author, year: 2001 }),
		);
		assert.ok(!works.some((work) => work.includes('one') && work.includes('two')), works.join('; '));
	});

	it('are shown by what was published, under a given key, and first by the bibliography', () => {
		const preprint = paper('preprint', title, { arxiv: '1706.03762', author, year: 2016, abstract: 'Of attention.' });
		const published = paper('published', title, { DOI: '10.1000/a', author, year: 2017, ...venue });
		const listed = paper('', title, { author, year: 2017 });
		const [first, second, third] = [segmentOf([listed]), segmentOf([preprint]), segmentOf([published])];
		const shown = (own: readonly Segment[], others: readonly Segment[]) => {
			const view = createView(own, others);
			return [0, 1, 2].map((item) => wholePaper(view, representative(view, item)).id);
		};
		assert.deepEqual(shown([first, second, third], []), ['published', 'published', 'published']);
		assert.deepEqual(shown([second], [first, third]), ['preprint', 'preprint', 'preprint']);
		assert.deepEqual(shown([first], [second, third]), ['made', 'made', 'made']);
		const whole = wholePaper(createView([first, second, third], []), 2);
		assert.equal(whole.arxiv, '1706.03762');
		assert.equal(whole.abstract, 'Of attention.');
		assert.equal(whole['container-title'], venue['container-title']);
		assert.equal(whole.provenance.length, 3);
	});

	it('fill what the preprint lacks from what was published, and change nothing of what it says', () => {
		const preprint = paper('preprint', title, { arxiv: '1706.03762', author, year: 2016 });
		const other = paper('other', title, { arxiv: '1706.03762', author, year: 2016, note: 'preprint', volume: '1' });
		const published = paper('published', title, { arxiv: '1706.03762', author, year: 2017, volume: '30', ...venue });
		const whole = wholePaper(
			createView(
				[preprint, other, published].map((one) => segmentOf([one])),
				[],
			),
			0,
		);
		assert.deepEqual(whole.issued, { 'date-parts': [[2016]] });
		assert.equal(whole.volume, '30');
		assert.equal(whole.note, 'preprint');
	});

	it('stay apart in one source, each under its own key', () => {
		const twice = segmentOf([paper('a', title, { author, year: 2017 }), paper('b', title, { author, year: 2017 })]);
		const other = segmentOf([paper('c', title, { author, year: 2017 })]);
		const view = createView([twice, other], []);
		assert.deepEqual(
			[0, 1, 2].map((item) => keyOf(view.library, representative(view, item))),
			['a', 'b', 'a'],
		);
	});
});
