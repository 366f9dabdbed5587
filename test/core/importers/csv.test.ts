import assert from 'node:assert/strict';
import fc from 'fast-check';
import { csv } from '../../../src/core/importers/csv.ts';
import { rowsOf } from '../../../src/core/importers/delimited.ts';
import { readSource, readSourceInPieces } from '../../../src/core/importers/index.ts';
import type { Paper } from '../../../src/core/model/paper.ts';
import { csvText } from '../../support/sources.ts';

const read = (text: string) => csv.read({ file: 'file:///x.csv', text, firstLine: 0 });
const formatOf = (text: string) => readSource({ file: 'file:///x.csv', bytes: new TextEncoder().encode(text) }).format;
const families = (people: Paper['author']) => people?.map(({ family, literal }) => family ?? literal);
const cells = (text: string, delimiter = ',') => [...rowsOf(text, delimiter)].map((row) => row.cells);

/** The paper of a header and one row. */
function one(header: string, row: string): Paper {
	assert.equal(formatOf(`${header}\n${row}\n`), 'csv');
	const { papers, problems } = read(`${header}\n${row}\n`);
	assert.deepEqual(problems, []);
	return papers[0]!;
}

describe('CSV importer', () => {
	it('reads cells with delimiters, line breaks and quotation marks in them', () => {
		const [first, second] = read(csvText).papers;
		const { provenance, ...paper } = first!;
		assert.deepEqual(paper, {
			id: 'lake2019',
			type: 'article-journal',
			title: 'Rivers That Remember',
			author: [
				{ family: 'Lake', given: 'Anna', 'non-dropping-particle': 'von' },
				{ family: 'Brook', given: 'Bo' },
			],
			issued: { 'date-parts': [[2019]] },
			'container-title': 'Journal of Water',
			DOI: '10.1000/rivers',
			abstract: 'Rivers keep "what" they were told, twice.',
			fields: { 'Note on it': 'extra' },
		});
		assert.deepEqual(provenance[0], {
			file: 'file:///x.csv',
			range: { start: { line: 1, character: 0 }, end: { line: 2, character: 44 } },
			keyRange: { start: { line: 1, character: 0 }, end: { line: 1, character: 8 } },
		});
		assert.equal(second!.provenance[0]!.range.start.line, 3);
	});

	it("knows Zotero's columns, whose Key is no citation key", () => {
		const paper = one(
			'"Key","Item Type","Publication Year","Author","Title","Publication Title","ISSN","Url","Abstract Note","Date","Date Added","Pages","Issue","Volume","Extra"',
			'"ABCD1234","journalArticle","2019","Lake, Anna; Brook, Bo","T","Water","1234-5679","https://example.org/t","Abs.","2019-06-12","2020-01-01","1-9","2","7","Citation Key: lake19"',
		);
		assert.deepEqual(
			[paper.id, paper.type, paper['container-title'], paper.page, paper.issue, paper.fields?.Key, paper.issued],
			['lake19', 'article-journal', 'Water', '1-9', '2', 'ABCD1234', { 'date-parts': [[2019, 6, 12]] }],
		);
	});

	it("knows Scopus's columns", () => {
		const paper = one(
			'"Authors","Author full names","Author(s) ID","Title","Year","Source title","Volume","Issue","Art. No.","Page start","Page end","Cited by","DOI","Link","Abstract","Author Keywords","Document Type","Source","EID"',
			'"Lake A.; van Brook B.C.","Lake, Anna (571); van Brook, Bo C. (572)","571; 572","T","2019","Water","7","2","","10","20","3","10.1000/x","https://example.org","Abs.","flow; memory","Conference paper","Scopus","2-s2.0"',
		);
		assert.deepEqual(
			[families(paper.author), paper.type, paper.page, paper.keyword, paper.DOI],
			[['Lake', 'Brook'], 'paper-conference', '10-20', 'flow, memory', '10.1000/x'],
		);
		assert.equal(paper.fields?.['Cited by'], '3');
	});

	it("knows Web of Science's tags, of which ID is no key", () => {
		const paper = one(
			'PT\tAU\tAF\tTI\tSO\tDE\tID\tAB\tSN\tPY\tVL\tIS\tBP\tEP\tDI\tUT',
			'J\tLake, A\tLake, Anna\tT\tWATER\tflow\tSTREAMS\tAbs.\t1234-5679\t2019\t7\t2\t10\t20\t10.1000/x\tWOS:1',
		);
		assert.deepEqual(
			[paper.id, paper.author, paper['container-title'], paper.page, paper.ISSN, paper.fields?.ID],
			['', [{ family: 'Lake', given: 'Anna' }], 'WATER', '10-20', '1234-5679', 'STREAMS'],
		);
	});

	it('knows the columns of Google Scholar, PubMed, OpenReview and Semantic Scholar', () => {
		const scholar = one(
			'Authors,Title,Publication,Volume,Number,Pages,Year,Publisher',
			'"Lake, Anna; Brook, Bo; ",T,Water,7,2,10-20,2019,Press',
		);
		assert.deepEqual([families(scholar.author), scholar.issue, scholar.publisher], [['Lake', 'Brook'], '2', 'Press']);
		const pubmed = one(
			'PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,PMCID,NIHMS ID,DOI',
			'123,T,"Lake A, van Brook BC.",Water,Lake A,Water,2019,2019/01/01,,,10.1000/x',
		);
		assert.deepEqual([pubmed.PMID, pubmed.author?.[1]?.given, pubmed['container-title']], ['123', 'B. C.', 'Water']);
		const openReview = one(
			'number,forum,title,authors,abstract,venue',
			`17,abc,T,"['Anna Lake', ""Bo O'Brook""]",Abs.,ICLR 2024`,
		);
		assert.deepEqual(
			[families(openReview.author), openReview.issue, openReview.type],
			[['Lake', "O'Brook"], undefined, 'paper-conference'],
		);
		const semantic = one(
			'paperId,title,year,venue,authors,publicationDate',
			'0123abcd,T,2019,Water,"Anna Lake, Bo Brook",2019-06-12',
		);
		assert.deepEqual(
			[semantic.id, families(semantic.author), semantic.fields],
			['', ['Lake', 'Brook'], { paperId: '0123abcd' }],
		);
	});

	it('knows keys of all kinds, but not numbers of rows', () => {
		assert.equal(one('id,title,year', '1706.03762v5,T,2017').id, '1706.03762v5');
		assert.equal(one('id,title,year', '17,T,2017').id, '');
		assert.equal(one('ID;TITLE;YEAR', 'a;T;2017').id, 'a');
		assert.equal(one('sep=;\nid;title;year', 'a;T, and more;2017').title, 'T, and more');
	});

	it('reads lists of authors in whatever way they are written', () => {
		const authors = (list: string) => families(one('title\tauthors\tyear', `T\t${list}\t2000`).author);
		assert.deepEqual(authors('Anna Lake and Bo Brook'), ['Lake', 'Brook']);
		assert.deepEqual(authors('Lake, Anna and Brook, Bo'), ['Lake', 'Brook']);
		assert.deepEqual(authors('Anna Lake, Bo Brook, and Cy Hill'), ['Lake', 'Brook', 'Hill']);
		assert.deepEqual(authors('van Lake, Anna Maria'), ['Lake']);
		assert.deepEqual(authors('Anna Lake|Bo Brook'), ['Lake', 'Brook']);
		assert.deepEqual(authors('["Anna Lake", "Bo Brook"]'), ['Lake', 'Brook']);
		assert.deepEqual(authors('Anna Lake; et al.'), ['Lake']);
	});

	it('reads on behind a quotation mark that nothing closes', () => {
		const text = 'id,title,year\na,"Broken, 2001\nb,"Two\nlines",2002\nc,Three,2003\n';
		const { papers, problems } = read(text);
		assert.deepEqual(
			papers.map(({ id, title }) => [id, title]),
			[
				['a', 'Broken'],
				['b', 'Two lines'],
				['c', 'Three'],
			],
		);
		assert.deepEqual(
			problems.map(({ severity, range }) => [severity, range.start.line]),
			[['warning', 1]],
		);
		assert.match(problems[0]!.message, /^On line 2, a quotation mark is opened and not closed; .* Put values/);
	});

	it('says which rows have too many values, or no title', () => {
		const { papers, problems } = read('title,year\nA,2001,x,\n,2002\nB\n,,\n');
		assert.deepEqual(
			papers.map(({ title }) => title),
			['A', 'B'],
		);
		assert.deepEqual(
			problems.map(({ severity, message }) => [severity, message.slice(0, 44)]),
			[
				['warning', 'The row on line 2 has 3 values for 2 columns'],
				['error', 'The row on line 3 has no title and was skipp'],
			],
		);
	});

	it('reads large tables piece by piece, rows that straddle pieces as well', () => {
		const abstract = 'Words in "quotes",\nover lines, é. '.repeat(20).replaceAll('"', '""');
		const rows = Array.from({ length: 1500 }, (_, at) => `k${at},Title ${at},2019,"${abstract}"\n`);
		const text = `id,title,year,abstract\n${rows.join('')}x,"Open,2001,\nlast,Last,2002,\n`;
		const whole = read(text);
		assert.equal(whole.papers.length, 1502);
		const pieces = [...readSourceInPieces({ file: 'file:///x.csv', bytes: new TextEncoder().encode(text) })];
		assert.ok(pieces.every(({ papers }) => papers.length <= 32));
		assert.deepEqual(
			pieces.flatMap(({ papers }) => papers),
			whole.papers,
		);
		assert.deepEqual(
			pieces.flatMap(({ problems }) => problems),
			whole.problems,
		);
		assert.deepEqual(
			whole.problems.map(({ range }) => range.start.line),
			[1500 * 21 + 1],
		);
	});

	it('is not seen in prose, code, or tables of something else', () => {
		for (const text of [
			'The title, the author and the year are what one needs, as we said.\nMore prose.\n',
			'name,age,city\nAnna,3,Bergen\n',
			'title\nOnly one column\n',
			'\\title{A, B}\n\\author{C}\n',
			'title: A\nauthor: B\n',
			'<table><tr><td>title,author</td></tr></table>\n',
		])
			assert.equal(formatOf(text), undefined, text);
	});
});

describe('rows of a table', () => {
	it('are what was written into it', () => {
		const cell = fc.string({ unit: fc.constantFrom('a', 'b', ' ', ',', ';', '"', '\n', '\r\n', 'é'), maxLength: 8 });
		const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 });
		fc.assert(
			fc.property(table, fc.constantFrom(',', ';', '\t'), (rows, delimiter) => {
				const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(delimiter)).join('\r\n');
				assert.deepEqual(cells(text, delimiter), rows);
			}),
		);
	});

	it('take quotation marks in the middle of a line for themselves', () => {
		assert.deepEqual(cells('5" disks,y'), [['5" disks', 'y']]);
		assert.deepEqual(cells('a "b" c,"d "e" f"'), [['a "b" c', 'd "e" f']]);
	});

	it('of any shape are read in linear time, with spans in order', () => {
		const pieces = fc.constantFrom('"', '""', ',', '\n', '\r', 'a', ' ', '"a');
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
				const text = parts.join('');
				let last = 0;
				for (const { span, spans, cells: own } of rowsOf(text, ',')) {
					assert.ok(span.start >= last && span.end >= span.start && spans.length === own.length);
					last = span.end;
				}
				assert.ok(Array.isArray(read(`title,year\n${text}`).papers));
			}),
		);
		const start = performance.now();
		for (const piece of ['"a,', ',""""x\n', '"', '"\n', ',"\n', '"a\n', ' '])
			for (const row of rowsOf(piece.repeat(200_000), ',')) assert.ok(row.span.end > 0);
		assert.ok(performance.now() - start < 20_000);
	});
});
