import assert from 'node:assert/strict';
import { enw } from '../../../src/core/importers/enw.ts';
import { readSource } from '../../../src/core/importers/index.ts';
import { nbib } from '../../../src/core/importers/nbib.ts';
import { ris } from '../../../src/core/importers/ris.ts';
import type { Importer } from '../../../src/core/importers/types.ts';
import type { Paper } from '../../../src/core/model/paper.ts';
import { enwText, nbibText, risText } from '../../support/sources.ts';

const read = (importer: Importer, text: string) => importer.read({ file: 'file:///refs', text, firstLine: 0 });
const formatOf = (text: string) => readSource({ file: 'file:///refs', bytes: new TextEncoder().encode(text) }).format;
const families = (people: Paper['author']) => people?.map(({ family, literal }) => family ?? literal);

/** One RIS record. */
function one(...lines: readonly string[]): Paper {
	const { papers, problems } = read(ris, `${lines.join('\n')}\nER  - \n`);
	assert.deepEqual(problems, []);
	assert.equal(papers.length, 1);
	return papers[0]!;
}

describe('RIS importer', () => {
	it('reads all that a record says', () => {
		const [article, chapter, talk] = read(ris, risText).papers;
		const { provenance, ...paper } = article!;
		assert.deepEqual(paper, {
			id: 'lake2019rivers',
			type: 'article-journal',
			title: 'Rivers That Remember',
			author: [
				{ family: 'Lake', given: 'Anna', 'non-dropping-particle': 'von' },
				{ family: 'Brook', given: 'Bo', suffix: 'Jr.' },
			],
			issued: { 'date-parts': [[2019, 6, 12]] },
			'container-title': 'Journal of Water',
			volume: '7',
			issue: '2',
			page: '10-20',
			ISSN: '1234-5679',
			DOI: '10.1000/rivers',
			URL: 'https://example.org/rivers',
			abstract: 'Rivers keep what they were told, and say it again.',
			keyword: 'memory, flow',
			fields: { JA: 'J. Water', C2: 'extra' },
		});
		assert.deepEqual(provenance[0]!.keyRange, {
			start: { line: 20, character: 6 },
			end: { line: 20, character: 20 },
		});
		assert.deepEqual(
			[chapter!.type, chapter!['container-title'], chapter!.ISBN, chapter!.page, families(chapter!.editor)],
			['chapter', 'The Book of Maps', '978-3-16-148410-0', '5-9', ['Hill']],
		);
		assert.deepEqual(
			[talk!.type, talk!['container-title'], families(talk!.author), talk!.fields],
			['paper-conference', 'Proceedings of the Boat Conference', ['Sea Company'], { T2: 'Boats' }],
		);
	});

	it('knows dates in all the ways of its writers', () => {
		const issued = (...lines: readonly string[]) => one('TY  - JOUR', 'TI  - T', ...lines).issued?.['date-parts'];
		assert.deepEqual(issued('PY  - 2017///'), [[2017]]);
		assert.deepEqual(issued('Y1  - 2017/06//Summer'), [[2017, 6]]);
		assert.deepEqual(issued('PY  - 2017', 'DA  - 2017/06/12'), [[2017, 6, 12]]);
		assert.deepEqual(issued('PY  - 2017', 'DA  - MAR 15'), [[2017, 3, 15]]);
		assert.deepEqual(issued('DA  - 2017-06-12'), [[2017, 6, 12]]);
		assert.deepEqual(issued('PY  - 2017', 'DA  - 2018/01/01'), [[2017]]);
		assert.deepEqual(issued('PY  - Jan. 2011'), [[2011, 1]]);
	});

	it('finds DOIs and numbers where programs put them', () => {
		assert.equal(one('TY  - JOUR', 'TI  - T', 'M3  - doi: 10.1000/xyz').DOI, '10.1000/xyz');
		assert.equal(one('TY  - JOUR', 'TI  - T', 'UR  - https://doi.org/10.1000/xyz').DOI, '10.1000/xyz');
		assert.equal(one('TY  - JOUR', 'TI  - T', 'SN  - 15337928 (ISSN)').ISSN, '15337928');
		const both = one('TY  - CONF', 'TI  - T', 'SN  - 0302-9743; 9783161484100');
		assert.deepEqual([both.ISSN, both.ISBN], ['0302-9743', '9783161484100']);
		assert.equal(one('TY  - JOUR', 'TI  - T', 'SP  - 12', 'EP  - 12').page, '12');
		assert.equal(one('TY  - JOUR', 'TI  - T', 'SP  - 12-15', 'EP  - 15').page, '12-15');
		assert.equal(one('TY  - JOUR', 'TI  - T', 'AN  - 123', 'DB  - PubMed').PMID, '123');
	});

	it('takes for a key only what somebody could cite by', () => {
		assert.equal(one('TY  - JOUR', 'TI  - T', 'ID  - 10.2307/1234').id, '');
		const numbered = one('TY  - JOUR', 'TI  - T', 'ID  - 42');
		assert.deepEqual([numbered.id, numbered.fields], ['', { ID: '42' }]);
		assert.equal(one('TY  - JOUR', 'TI  - T', 'ID  - 10.1000/abc.def').id, '');
		assert.equal(one('TY  - JOUR', 'TI  - T', 'ID  - https://example.org/a').id, '');
		for (const key of ['smith:2001', '1706.03762v5', 'DBLP:conf/nips/Lake19'])
			assert.equal(one('TY  - JOUR', 'TI  - T', `LB  - ${key}`).id, key);
	});

	it('calls preprints, books and other works what they are', () => {
		assert.equal(one('TY  - JOUR', 'TI  - T', 'JO  - arXiv', 'UR  - https://arxiv.org/abs/1706.03762').type, 'article');
		const book = one('TY  - BOOK', 'BT  - The Book', 'T2  - Its Series');
		assert.deepEqual(
			[book.type, book.title, book['collection-title'], book['container-title']],
			['book', 'The Book', 'Its Series', undefined],
		);
		const types = ['THES', 'RPRT', 'DATA', 'COMP', 'ELEC', 'GEN', 'XXXX'].map(
			(code) => one(`TY  - ${code}`, 'T1  - T').type,
		);
		assert.deepEqual(types, ['thesis', 'report', 'dataset', 'software', 'webpage', 'document', 'document']);
	});

	it('leaves out authors who are not named', () => {
		const paper = one('TY  - JOUR', 'TI  - T', 'AU  - Lake, Anna', 'AU  - et al.');
		assert.deepEqual([families(paper.author), paper.fields], [['Lake'], { 'and-others': 'author' }]);
	});

	it('reads what other programs write: introductions, single blanks, no ends, no blank behind the hyphen', () => {
		const introduced = `Provider: Some Publisher\nDatabase: Some\nContent: text/plain; charset="utf-8"\n\n${risText}`;
		const variants = [
			introduced,
			risText.replaceAll('  - ', ' - '),
			risText.replaceAll(/ER {2}- \n/g, ''),
			risText.replaceAll('ER  - ', 'ER  -'),
			risText.replaceAll(/^/gm, '  '),
		];
		for (const text of variants) {
			assert.equal(formatOf(text), 'ris');
			const { papers, problems } = read(ris, text);
			assert.deepEqual(problems, []);
			assert.deepEqual(
				papers.map(({ title, type }) => [title, type]),
				read(ris, risText).papers.map(({ title, type }) => [title, type]),
			);
		}
	});

	it('reads on behind a broken record, and says what is wrong with that', () => {
		const text = risText.replace('TY  - CHAP', 'T   CHAP').replace('TI  - Rivers', 'XX  - Rivers');
		const { papers, problems } = read(ris, text);
		assert.deepEqual(
			papers.map(({ title }) => title),
			['A Map of Grün & Blue', 'Counting Boats'],
		);
		assert.deepEqual(
			problems.map(({ severity, range, message }) => [severity, range.start.line, message]),
			[
				['error', 0, 'The record on line 1 has no title and was skipped. Give it one, or remove it.'],
				[
					'warning',
					25,
					'The record on line 26 does not begin with “TY  -”, as each one must: that line is missing or damaged. What is left was read; restore the line.',
				],
			],
		);
	});
});

describe('EndNote importer', () => {
	it('reads records, abstracts with blank lines in them, and keywords line by line', () => {
		const [article, chapter, talk] = read(enw, enwText).papers;
		assert.deepEqual(
			[article!.id, article!.abstract, article!.keyword, article!.page, article!.ISSN, article!.fields],
			['lake2019rivers', 'Rivers keep what they were told.', 'memory, flow', '10-20', '1234-5679', { '%M': '17' }],
		);
		assert.deepEqual(article!.issued, { 'date-parts': [[2019, 6, 12]] });
		assert.deepEqual([chapter!.type, families(chapter!.editor)], ['chapter', ['Hill']]);
		assert.deepEqual([talk!.type, families(talk!.author)], ['paper-conference', ['Sea Company']]);
	});

	it("reads refer's records, which have no types", () => {
		const text = '%A Anna Lake\n%T Rivers\n%J Water\n%D 1979\n\n%A Bo Brook\n%T Maps\n%I Map House\n%D 1981\n';
		assert.equal(formatOf(text), 'enw');
		const { papers, problems } = read(enw, text);
		assert.deepEqual(problems, []);
		assert.deepEqual(
			papers.map(({ title, type, author }) => [title, type, families(author)]),
			[
				['Rivers', 'article-journal', ['Lake']],
				['Maps', 'book', ['Brook']],
			],
		);
	});

	it('says which record has no title', () => {
		const { papers, problems } = read(enw, enwText.replace('%T Rivers', '%~ Rivers'));
		assert.equal(papers.length, 2);
		assert.deepEqual(
			problems.map(({ range }) => range.start.line),
			[0],
		);
	});
});

describe('PubMed importer', () => {
	it('reads records, with values over several lines', () => {
		const [article, preprint, last] = read(nbib, nbibText).papers;
		const { provenance: _, ...paper } = article!;
		assert.deepEqual(paper, {
			id: '',
			type: 'article-journal',
			title: 'Rivers That Remember',
			author: [
				{ family: 'Lake', given: 'Anna', 'non-dropping-particle': 'von' },
				{ family: 'Brook', given: 'Bo', suffix: 'Jr' },
			],
			issued: { 'date-parts': [[2019, 6, 12]] },
			'container-title': 'Journal of Water',
			volume: '7',
			issue: '2',
			page: '10-20',
			ISSN: '1234-5679',
			PMID: '11111111',
			DOI: '10.1000/rivers',
			language: 'eng',
			abstract: 'Rivers keep what they were told.',
			keyword: 'flow, Memory, Water/chemistry',
			fields: { OWN: 'NLM', LID: 'S123 [pii]', TA: 'J Water' },
		});
		assert.deepEqual(preprint!.author, [
			{ family: 'Brook', given: 'B.' },
			{ family: 'Hill', given: 'C. D.', 'non-dropping-particle': 'van' },
		]);
		assert.deepEqual(
			[preprint!.type, preprint!.DOI, preprint!.issued],
			['article', '10.1000/map', { 'date-parts': [[2001]] }],
		);
		assert.deepEqual(last!.author, [{ literal: 'Sea Company' }]);
	});

	it('reads a record that has lost its first line', () => {
		const { papers, problems } = read(nbib, nbibText.replace('PMID- 2222', 'P MID 2222'));
		assert.equal(papers.length, 3);
		assert.deepEqual(
			problems.map(({ severity, range }) => [severity, range.start.line]),
			[['warning', 27]],
		);
	});
});

describe('tagged formats', () => {
	it('are not seen in prose, TeX, web pages or other data', () => {
		const others = [
			'TY is a code of RIS.\nIt begins each record, as in TY  - JOUR.\nMore prose follows.',
			`# On formats\n\n${'A paragraph on what they are.\n\n'.repeat(20)}\`\`\`\nTY  - JOUR\nTI  - T\nER  -\n\`\`\`\n${'And more of it.\n\n'.repeat(40)}`,
			'\\documentclass{article}\n%A comment\n%T another\n\\begin{document}\nText.\n\\end{document}\n',
			'<!doctype html><html><body><p>TY  - JOUR</p></body></html>',
			'{"TY": "JOUR", "PMID": "PMID- 1"}',
			'PMID: 123\nTitle: no such format\n',
		];
		for (const text of others) assert.equal(formatOf(text), undefined, text.slice(0, 40));
	});

	it('take time in proportion to their length, whatever stands there', () => {
		for (const text of [
			'TY'.repeat(1_000_000),
			`TY  - JOUR\nTI  -${' '.repeat(1_000_000)}x\n`,
			'TY  - \n'.repeat(100_000),
			`TY  - JOUR\n${'KW  - ;;; \n'.repeat(50_000)}`,
		]) {
			const start = performance.now();
			read(ris, text);
			ris.cut?.(text);
			assert.ok(performance.now() - start < 8000);
		}
	});
});
