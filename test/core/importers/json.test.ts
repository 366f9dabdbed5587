import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cslJson } from '../../../src/core/importers/csl-json.ts';
import { jsonl } from '../../../src/core/importers/jsonl.ts';

const readLines = (text: string, firstLine = 0) => jsonl.read({ file: 'file:///a.jsonl', text, firstLine });
const readJson = (text: string) => cslJson.read({ file: 'file:///a.json', text, firstLine: 0 });

/** What becomes of one record, without its provenance. */
function paper(record: unknown) {
	const { papers, problems } = readLines(JSON.stringify(record));
	assert.deepEqual(problems, []);
	const { provenance: _, ...rest } = papers[0]!;
	return rest;
}

describe('JSON Lines importer', () => {
	it('reads simple shapes', () => {
		const record = {
			key: 'mouret2015',
			title: 'Illuminating <i>search</i> spaces',
			authors: ['Jean-Baptiste Mouret', 'Clune, Jeff', 'Wei Wang 0001'],
			year: 2015,
			venue: 'NeurIPS',
			abstract: 'Many fields.',
			cit: 17,
			src: 'x',
			empty: null,
		};
		assert.deepEqual(paper(record), {
			id: 'mouret2015',
			type: 'paper-conference',
			title: 'Illuminating search spaces',
			author: [
				{ family: 'Mouret', given: 'Jean-Baptiste' },
				{ family: 'Clune', given: 'Jeff' },
				{ family: 'Wang', given: 'Wei' },
			],
			issued: { 'date-parts': [[2015]] },
			'container-title': 'NeurIPS',
			abstract: 'Many fields.',
			fields: { cit: '17', src: 'x' },
		});
	});

	it('reads CSL-JSON items', () => {
		const item = {
			id: 'a',
			type: 'chapter',
			title: 'T',
			author: [{ family: 'Maaten', given: 'L.', 'non-dropping-particle': 'van der' }, { literal: 'OECD' }],
			issued: { 'date-parts': [['2020', 3]] },
			'container-title': 'Book',
			DOI: '10.1000/x',
			ISSN: '1234-5678',
		};
		const { author, issued, ...rest } = paper(item);
		assert.deepEqual(author, [
			{ family: 'Maaten', given: 'L.', 'non-dropping-particle': 'van der' },
			{ literal: 'OECD' },
		]);
		assert.deepEqual(issued, { 'date-parts': [[2020, 3]] });
		assert.deepEqual(rest, {
			id: 'a',
			type: 'chapter',
			title: 'T',
			'container-title': 'Book',
			DOI: '10.1000/x',
			ISSN: '1234-5678',
		});
	});

	it("reads Semantic Scholar's shape", () => {
		const read = paper({
			paperId: 'abc',
			title: 'T',
			authors: [{ authorId: '1', name: 'Ada Lovelace' }],
			publicationDate: '2017-06-12',
			year: 2017,
			journal: { name: 'J' },
			externalIds: { DOI: '10.1000/x', ArXiv: '1706.03762', PubMed: 12, ACL: 'P15-2138' },
		});
		assert.equal(read.id, '', 'its own id is no key that anybody cites by');
		assert.deepEqual(read.author, [{ family: 'Lovelace', given: 'Ada' }]);
		assert.deepEqual(read.issued, { 'date-parts': [[2017, 6, 12]] });
		assert.equal(read['container-title'], 'J');
		assert.deepEqual([read.DOI, read.arxiv, read.PMID, read.acl], ['10.1000/x', '1706.03762', '12', 'P15-2138']);
	});

	it('takes a key that is an arXiv id for one', () => {
		assert.equal(paper({ id: '1504.04909v1', title: 'T' }).arxiv, '1504.04909v1');
		assert.equal(paper({ id: 'smith2015', title: 'T', arxiv: 'arXiv:1504.04909' }).arxiv, '1504.04909');
		assert.equal(paper({ id: '12345', title: 'T' }).arxiv, undefined);
	});

	it('reads author lists in one string', () => {
		const families = (authors: string) => paper({ title: 'T', authors }).author?.map((name) => name.family);
		assert.deepEqual(families('Ada Lovelace and Alan Turing'), ['Lovelace', 'Turing']);
		assert.deepEqual(families('Lovelace, Ada; Turing, Alan'), ['Lovelace', 'Turing']);
		assert.deepEqual(families('Ada Lovelace, Alan Turing, Kurt Gödel'), ['Lovelace', 'Turing', 'Gödel']);
		assert.deepEqual(families('Ada Lovelace, Alan Turing, and Kurt Gödel'), ['Lovelace', 'Turing', 'Gödel']);
		assert.deepEqual(families('Lovelace, Ada'), ['Lovelace']);
	});

	it('leaves out a bad line, names it, and loads the others', () => {
		const good = (id: string) => JSON.stringify({ id, title: `Title ${id}` });
		const text = `${good('a')}\n${good('b')}\n{"id": "c", "title": oops}\n\n${good('d')}\r\n[1]\n{"year": 1}\n`;
		const { papers, problems } = readLines(text);
		assert.deepEqual(
			papers.map((one) => one.id),
			['a', 'b', 'd'],
		);
		assert.deepEqual(
			problems.map((one) => one.range.start.line),
			[2, 5, 6],
		);
		assert.match(problems[0]!.message, /not valid JSON.*line 3 was skipped/);
	});

	it('counts lines from where the piece begins, and finds the key', () => {
		const [read] = readLines('\n{"title": "x", "id": "a\\"b"}', 100).papers;
		assert.deepEqual(read!.provenance[0], {
			file: 'file:///a.jsonl',
			range: { start: { line: 101, character: 0 }, end: { line: 101, character: 28 } },
			keyRange: { start: { line: 101, character: 22 }, end: { line: 101, character: 26 } },
		});
	});

	it('never throws for records of any shape', () => {
		const names = fc.constantFrom(
			'id',
			'key',
			'title',
			'author',
			'authors',
			'issued',
			'year',
			'venue',
			'externalIds',
			'doi',
			'type',
			'keywords',
			'__proto__',
		);
		const records = fc.dictionary(names, fc.jsonValue({ maxDepth: 3 }));
		fc.assert(fc.property(records, (record) => Array.isArray(readLines(JSON.stringify(record)).papers)));
		fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(readLines(text).papers)));
	});
});

describe('records that are nested deeply', () => {
	it('are read without them', () => {
		const deep = '['.repeat(200_000) + ']'.repeat(200_000);
		for (const name of ['extra', 'author', 'venue', 'keywords']) {
			assert.ok(Array.isArray(readLines(`{"title": "T", "${name}": ${deep}}`).papers));
		}
	});
});

describe('CSL-JSON importer', () => {
	const items = [
		{ id: 'a', title: 'A' },
		{ id: 'b', title: 'B [x] {y} "z"' },
	];

	it('reads arrays, and objects that hold one', () => {
		for (const value of [
			items,
			{ items },
			{ version: { a: [1] }, references: items },
			{ config: { items: {} }, items },
		]) {
			for (const indent of [0, 2]) {
				const { papers, problems } = readJson(JSON.stringify(value, null, indent));
				assert.deepEqual(
					papers.map((one) => one.id),
					['a', 'b'],
				);
				assert.deepEqual(problems, []);
			}
		}
		assert.deepEqual(readJson(JSON.stringify(items[0], null, 2)).papers[0]!.id, 'a');
		assert.deepEqual(readJson('[]'), { papers: [], problems: [] });
	});

	it('gives each item its place', () => {
		const [, second] = readJson(JSON.stringify(items, null, 1)).papers;
		assert.equal(second!.provenance[0]!.range.start.line, 5);
		assert.deepEqual(second!.provenance[0]!.keyRange!.start, { line: 6, character: 9 });
	});

	it('leaves out a bad item and loads the others', () => {
		const { papers, problems } = readJson('[{"id": "a", "title": "A"},\n{"id": oops},\n7,\n{"id": "d", "title": "D"}]');
		assert.deepEqual(
			papers.map((one) => one.id),
			['a', 'd'],
		);
		assert.deepEqual(
			problems.map((one) => one.range.start.line),
			[1, 2],
		);
		assert.match(problems[0]!.message, /Item 2 of the list, on line 2/);
	});

	it('reads what there is of a list that is cut off, and says so once', () => {
		const { papers, problems } = readJson(JSON.stringify(items).slice(0, -6));
		assert.deepEqual(
			papers.map((one) => one.id),
			['a'],
		);
		assert.equal(problems.length, 1);
		assert.match(problems[0]!.message, /not closed/);
	});

	it('never throws', () => {
		const unit = fc.constantFrom('[', ']', '{', '}', '"', ',', ':', 'items', '\\', '1', ' ', '\n', '"title"', '"x"');
		fc.assert(fc.property(fc.string({ unit }), (text) => Array.isArray(readJson(text).papers)));
		assert.equal(readJson('['.repeat(300_000)).papers.length, 0);
	});
});
