import assert from 'node:assert/strict';
import { identities, merge, sameWork, titleKey } from '../../../src/core/corpus/identity.ts';
import type { Paper } from '../../../src/core/model/paper.ts';

const paper = (fields: Partial<Paper>): Paper => ({ id: '', type: 'article', title: '', provenance: [], ...fields });
const issued = (year: number) => ({ 'date-parts': [[year]] });
const title = 'Attention Is All You Need';
const author = [{ family: 'Vaswani', given: 'A.' }];

/** Both ways, and found by a string in common if it is the same work. */
function same(a: Paper, b: Paper): boolean {
	const answer = sameWork(a, b);
	assert.equal(sameWork(b, a), answer);
	if (answer) assert.ok(identities(a).some((one) => identities(b).includes(one)));
	return answer;
}

describe('identity of papers', () => {
	it('goes by ids, however they are written', () => {
		assert.ok(same(paper({ DOI: '10.1000/AbC' }), paper({ DOI: '10.1000/abc', title })));
		assert.ok(same(paper({ arxiv: '1706.03762v1' }), paper({ arxiv: 'arXiv:1706.03762v7' })));
		assert.ok(same(paper({ arxiv: '1706.03762' }), paper({ DOI: '10.48550/arXiv.1706.03762' })));
		assert.ok(same(paper({ acl: 'P15-2138' }), paper({ acl: 'p15-2138' })));
		assert.ok(same(paper({ PMID: '1' }), paper({ PMID: '1', title })));
	});

	it('keeps papers apart that have different ids of one kind', () => {
		assert.ok(!same(paper({ title, author, DOI: '10.1000/a' }), paper({ title, author, DOI: '10.1000/b' })));
		assert.ok(!same(paper({ title, arxiv: '1706.03762' }), paper({ title, arxiv: '1706.03763' })));
	});

	it('does not trust an id that title and author contradict', () => {
		const junk = { arxiv: '1011.1669v3' };
		assert.ok(
			!same(paper({ title, author, ...junk }), paper({ title: 'Other Work', author: [{ family: 'Smith' }], ...junk })),
		);
		assert.ok(same(paper({ title, author, ...junk }), paper({ title: 'Attention, Retitled', author, ...junk })));
	});

	it('goes by title, first author and year where there are no ids in common', () => {
		const full = paper({ title, author, issued: issued(2017), DOI: '10.1000/a' });
		assert.ok(
			same(full, paper({ title: 'Attention is all you need.', author, issued: issued(2017), arxiv: '1706.03762' })),
		);
		assert.ok(same(full, paper({ title, author })));
		assert.ok(!same(full, paper({ title, author: [{ family: 'Smith' }], issued: issued(2017) })));
		assert.ok(!same(full, paper({ title, author, issued: issued(2020) })));
	});

	it('sees names alike with and without particle and accents', () => {
		const a = paper({ title, author: [{ family: 'Möller', 'non-dropping-particle': 'van' }] });
		assert.ok(same(a, paper({ title, author: [{ family: 'van Moller' }] })));
	});

	it('brings a bare title together with the full record, unless it is too short to mean one work', () => {
		assert.ok(same(paper({ title }), paper({ title, author, issued: issued(2017), DOI: '10.1000/a' })));
		assert.ok(same(paper({ title }), paper({ title: 'Attention is All you Need' })));
		assert.ok(!same(paper({ title: 'Preface' }), paper({ title: 'Preface', author })));
		assert.ok(!same(paper({}), paper({})));
	});

	it('keeps parts and versions of a title apart', () => {
		assert.ok(
			!same(
				paper({ title: 'Theory of Learning, Part I', author }),
				paper({ title: 'Theory of Learning, Part II', author }),
			),
		);
		assert.notEqual(titleKey('A Tour of C++'), titleKey('A Tour of C'));
		assert.equal(titleKey('Pre-training “Größe”'), titleKey('pretraining GRÖSSE'));
		assert.notEqual(titleKey('小麦'), '');
	});

	it('merges records: the first wins, the second fills gaps, both are remembered', () => {
		const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
		const a = paper({ id: 'a', title: 'T', fields: { x: '1' }, aliases: ['z'], provenance: [{ file: 'a', range }] });
		const b = paper({
			id: 'b',
			title: 'U',
			abstract: 'Abs',
			fields: { x: '2', y: '3' },
			aliases: ['z', 'w'],
			provenance: [{ file: 'b', range }],
		});
		assert.deepEqual(merge(a, b), {
			id: 'a',
			type: 'article',
			title: 'T',
			abstract: 'Abs',
			aliases: ['z', 'w'],
			fields: { x: '1', y: '3' },
			provenance: [
				{ file: 'a', range },
				{ file: 'b', range },
			],
		});
		assert.equal(merge(paper({}), b).id, 'b');
	});
});
