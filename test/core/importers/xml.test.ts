import assert from 'node:assert/strict';
import fc from 'fast-check';
import { aclXml } from '../../../src/core/importers/acl-xml.ts';
import { arxivAtom } from '../../../src/core/importers/arxiv-atom.ts';
import { dblp } from '../../../src/core/importers/dblp.ts';
import { endnoteXml } from '../../../src/core/importers/endnote-xml.ts';
import { readSource } from '../../../src/core/importers/index.ts';
import type { Importer } from '../../../src/core/importers/types.ts';
import { findElements, parseElement, textOf } from '../../../src/core/importers/xml.ts';
import { aclText, atomText, dblpText, endnoteXmlText } from '../../support/sources.ts';

const read = (importer: Importer, text: string) => importer.read({ file: 'file:///x.xml', text, firstLine: 0 });
const titles = (importer: Importer, text: string) => read(importer, text).papers.map(({ title }) => title);
const formatOf = (text: string) => readSource({ file: 'file:///x.xml', bytes: new TextEncoder().encode(text) }).format;

describe('DBLP importer', () => {
	it('reads records, and passes over the pages of people', () => {
		const [article, preprint, talk, ...more] = read(dblp, dblpText).papers;
		assert.deepEqual(more, []);
		const { provenance, ...paper } = article!;
		assert.deepEqual(paper, {
			id: 'DBLP:journals/water/LakeB19',
			type: 'article-journal',
			title: 'Rivers That Remember',
			author: [
				{ family: 'Lake', given: 'Anna', 'non-dropping-particle': 'von' },
				{ family: 'Bröök', given: 'Bo' },
			],
			issued: { 'date-parts': [[2019]] },
			'container-title': 'J. Water',
			volume: '7',
			issue: '2',
			page: '10-20',
			DOI: '10.1000/rivers',
			URL: 'https://doi.org/10.1000/rivers',
			fields: {
				mdate: '2020-01-02',
				ee: 'https://doi.org/10.1000/rivers https://example.org/rivers',
				url: 'db/journals/water/water7.html#LakeB19',
			},
		});
		assert.deepEqual(provenance[0]!.range, { start: { line: 3, character: 0 }, end: { line: 15, character: 10 } });
		assert.deepEqual([preprint!.type, preprint!.arxiv], ['article', '1906.01234']);
		assert.deepEqual([talk!.type, talk!['container-title']], ['paper-conference', 'BOATS']);
	});

	it('reads the page of one record', () => {
		const page =
			'<?xml version="1.0"?>\n<dblp>\n<phdthesis key="phd/Lake01"><author>Anna Lake</author><title>Rivers...</title><year>2001</year><school>Bergen</school></phdthesis>\n</dblp>\n';
		assert.equal(formatOf(page), 'dblp');
		const [paper] = read(dblp, page).papers;
		assert.deepEqual([paper!.title, paper!.type, paper!.publisher], ['Rivers...', 'thesis', 'Bergen']);
	});

	it('reads on behind a record that is not closed, or has no title', () => {
		const unclosed = read(dblp, dblpText.replace('</article>', ''));
		assert.equal(unclosed.papers.length, 3);
		assert.match(unclosed.problems[0]!.message, /<article> on line 4 is not closed.*<\/article>/);
		const untitled = read(dblp, dblpText.replace(/<title>Rivers.*<\/title>\n/, ''));
		assert.equal(untitled.papers.length, 2);
		assert.match(untitled.problems[0]!.message, /line 4 has no title and was skipped/);
	});

	it('reads what is not well-formed as far as it goes, and says so', () => {
		const { papers, problems } = read(
			dblp,
			dblpText.replace('<pages>', '<pages').replace('Counting Boats.', 'Counting & Boats.'),
		);
		assert.equal(papers.length, 3);
		assert.deepEqual(
			problems.map(({ range }) => range.start.line),
			[3],
		);
		assert.match(problems[0]!.message, /not valid XML \(.+\), so that some of it may be missing\. Correct it\.$/);
		assert.equal(papers[2]!.title, 'Counting & Boats');
	});
});

describe('ACL Anthology importer', () => {
	it('reads papers with what their volume says of all of them', () => {
		const [first, second, third] = read(aclXml, aclText).papers;
		const { provenance: _, ...paper } = first!;
		assert.deepEqual(paper, {
			id: 'lake-brook-2020-rivers',
			aliases: ['2020.boats-main.1'],
			acl: '2020.boats-main.1',
			type: 'paper-conference',
			title: 'Rivers That Remember',
			author: [
				{ family: 'von Lake', given: 'Anna' },
				{ family: 'Brook', given: 'Bo' },
			],
			editor: [{ family: 'Hill', given: 'Cy' }],
			issued: { 'date-parts': [[2020, 7]] },
			'container-title': 'Proceedings of the Boat Conference',
			publisher: 'Association for Boats',
			'publisher-place': 'Bergen',
			page: '10-20',
			DOI: '10.18653/v1/2020.boats-main.1',
			URL: 'https://aclanthology.org/2020.boats-main.1',
			abstract: 'Rivers keep $x^2$ of what they were told.',
			fields: { video: 'https://example.org/1' },
		});
		assert.equal(second!.id, '2020.boats-main.2');
		assert.deepEqual(
			[third!.id, third!['container-title'], third!.editor],
			['2020.boats-short.7', 'Short Boats', undefined],
		);
	});

	it('makes the ids of old volumes as the Anthology does', () => {
		const id = (collection: string, volume: string, paper: string) =>
			read(
				aclXml,
				`<collection id="${collection}"><volume id="${volume}"><meta><year>2000</year></meta><paper id="${paper}"><title>T</title></paper></volume></collection>`,
			).papers[0]!.acl;
		assert.equal(id('P15', '2', '138'), 'P15-2138');
		assert.equal(id('W19', '52', '1'), 'W19-5201');
		assert.equal(id('W04', '1', '12'), 'W04-0112');
		assert.equal(id('D19', '57', '2'), 'D19-5702');
		assert.equal(id('D19', '1', '1'), 'D19-1001');
	});

	it('reads the volume itself where it can be cited, and journals as such', () => {
		const text = `<collection id="2020.cl"><volume id="1"><meta><booktitle>Issue 1</booktitle><year>2020</year></meta><frontmatter><bibkey>cl-2020-issue</bibkey></frontmatter><paper id="1"><title>T</title></paper></volume></collection>`;
		assert.deepEqual(
			read(aclXml, text).papers.map(({ id, type, title }) => [id, type, title]),
			[
				['cl-2020-issue', 'book', 'Issue 1'],
				['2020.cl-1.1', 'article-journal', 'T'],
			],
		);
	});
});

describe('arXiv importer', () => {
	it('reads entries, under their ids with versions', () => {
		const [first] = read(arxivAtom, atomText).papers;
		const { provenance, ...paper } = first!;
		assert.deepEqual(paper, {
			id: '1906.01234v2',
			arxiv: '1906.01234v2',
			type: 'article',
			title: 'Rivers That Remember',
			author: [
				{ family: 'Lake', given: 'Anna', 'non-dropping-particle': 'von' },
				{ family: 'Brook', given: 'Bo' },
			],
			issued: { 'date-parts': [[2019, 6, 12]] },
			DOI: '10.1000/rivers',
			URL: 'http://arxiv.org/abs/1906.01234v2',
			abstract: 'Rivers keep what they were told, for $x < y$.',
			keyword: 'cs.CL, cs.LG',
			fields: { updated: '2019-08-01T10:00:00Z', comment: '9 pages', journal_ref: 'J. Water 7 (2019)' },
		});
		assert.deepEqual(provenance[0]!.keyRange!.start, { line: 5, character: 29 });
	});

	it('is not seen in feeds of others', () => {
		assert.equal(formatOf(atomText.replaceAll('arxiv.org/abs', 'example.org/abs')), undefined);
	});
});

describe('EndNote XML importer', () => {
	it('reads styled text, and records in one line', () => {
		const [first, second, third] = read(endnoteXml, endnoteXmlText).papers;
		assert.deepEqual(
			[first!.id, first!.title, first!.issued, first!.page, first!.keyword, first!.fields?.custom1],
			['lake2019rivers', 'Rivers That Remember', { 'date-parts': [[2019, 6, 12]] }, '10-20', 'memory, flow', 'extra'],
		);
		assert.deepEqual(
			[second!.type, second!.title, second!.editor?.[0]?.family],
			['chapter', 'A Map of Grün & Blue', 'Hill'],
		);
		assert.deepEqual([third!.type, third!.author], ['paper-conference', [{ literal: 'Sea Company' }]]);
	});
});

describe('XML', () => {
	it('of other kinds is not taken for papers', () => {
		for (const text of [
			'<?xml version="1.0"?><project><dependency><title>T</title></dependency></project>',
			'<!doctype html><html><body><article key="a/b"><title>T</title></article></body></html>',
			'<rss><channel><item><title>T</title><author>A</author></item></channel></rss>',
			'<svg><title>T</title></svg>',
			'<records><record><name>N</name></record></records>',
		])
			assert.equal(formatOf(text), undefined, text);
	});

	it('that is commented out is passed over', () => {
		const [start, end] = [dblpText.indexOf('<www'), dblpText.indexOf('</www>') + 6];
		const text = `${dblpText.slice(0, start)}<!-- <article key="a/b"><title>No</title></article> -->${dblpText.slice(end)}`;
		assert.deepEqual(titles(dblp, text), titles(dblp, dblpText));
	});

	it('knows no entity by the name of something else', () => {
		const { element } = parseElement('<a>x &constructor; &toString; &uuml; &#x41; y</a>');
		assert.equal(textOf(element!), 'x &constructor; &toString; ü A y');
	});

	it('of any shape is read in linear time, and never throws', () => {
		const pieces = fc.constantFrom(
			'<a>',
			'</a>',
			'<a ',
			'<b/>',
			'<!--',
			'-->',
			'<![CDATA[',
			']]>',
			'&',
			'&uuml;',
			'"',
			'>',
			'x',
			'\u0000',
			'<?',
			'<!',
		);
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
				const text = parts.join('');
				parseElement(text);
				let last = 0;
				for (const { span } of findElements(text, ['a', 'b'])) {
					assert.ok(span.start >= last && span.end > span.start);
					last = span.end;
				}
			}),
		);
		const start = performance.now();
		for (const piece of ['<article ', '<!-- ', '<article key="a/b">', '<article key="a/b"><title>', '<a>', '&#'])
			assert.ok(Array.isArray(read(dblp, piece.repeat(30_000)).papers));
		assert.ok(performance.now() - start < 20_000);
	});
});
