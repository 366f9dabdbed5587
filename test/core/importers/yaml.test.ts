import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cslYaml } from '../../../src/core/importers/csl-yaml.ts';
import { hayagriva } from '../../../src/core/importers/hayagriva.ts';
import { readSource } from '../../../src/core/importers/index.ts';
import type { Importer } from '../../../src/core/importers/types.ts';

const file = 'file:///w/refs.yml';
const read = (importer: Importer, text: string) => importer.read({ file, text, firstLine: 0 });
const recognised = (text: string) => readSource({ file, bytes: new TextEncoder().encode(text) }).format;

const library = `# My papers
boats:
    type: Article
    title: "On {Boats}: a Study"
    author: ["von Rivers, Anna", "Lake, Bo, Jr.", Sea Company]
    date: 2021-05-03
    page-range: 10-20
    serial-number:
        doi: "10.1000/xyz"
        arxiv: 2105.01234
    parent:
        type: Periodical
        title: { value: Journal of Water, verbatim: true }
        volume: 7
        issue: 2
"DBLP:conf/x/Y20":
    type: article
    title: Ships
    author: { name: Harbour, given-name: Cy, prefix: de }
    date: 2020
    url: { value: "https://x.org/y", date: 2021-01-01 }
    parent: { type: proceedings, title: Proceedings of Ships }
thesis: { type: thesis, title: Anchors, organization: Port University }
`;

describe('Hayagriva importer', () => {
	const { papers, problems } = read(hayagriva, library);

	it('reads entries with what they appeared in', () => {
		assert.deepEqual(problems, []);
		const { provenance: _, ...first } = papers[0]!;
		assert.deepEqual(first, {
			id: 'boats',
			type: 'article-journal',
			title: 'On Boats: a Study',
			author: [
				{ family: 'Rivers', given: 'Anna', 'non-dropping-particle': 'von' },
				{ family: 'Lake', given: 'Bo', suffix: 'Jr.' },
				{ family: 'Company', given: 'Sea' },
			],
			issued: { 'date-parts': [[2021, 5, 3]] },
			'container-title': 'Journal of Water',
			volume: '7',
			issue: '2',
			page: '10-20',
			DOI: '10.1000/xyz',
			arxiv: '2105.01234',
		});
		assert.deepEqual(
			papers.map(({ id, type }) => [id, type]),
			[
				['boats', 'article-journal'],
				['DBLP:conf/x/Y20', 'paper-conference'],
				['thesis', 'thesis'],
			],
		);
		assert.deepEqual(papers[1]!.author, [{ family: 'Harbour', given: 'Cy', 'non-dropping-particle': 'de' }]);
		assert.equal(papers[1]!.URL, 'https://x.org/y');
		assert.equal(papers[2]!.publisher, 'Port University');
	});

	it('says where each entry and key stands', () => {
		const rows = library.split('\n');
		const keys = papers.map(({ provenance: [place] }) => {
			const { start, end } = place!.keyRange!;
			return rows[start.line]!.slice(start.character, end.character);
		});
		assert.deepEqual(keys, ['boats', 'DBLP:conf/x/Y20', 'thesis']);
		assert.equal(papers[0]!.provenance[0]!.range.start.line, 1);
	});

	it('reads on behind what is broken, and says what that is', () => {
		const result = read(hayagriva, 'a:\n  title: A\nempty:\nb:\n  title: "B\nc:\n  title: C\n');
		assert.equal(result.papers[0]!.title, 'A');
		assert.ok(result.problems.length >= 2);
		assert.match(result.problems.map(({ message }) => message).join('\n'), /“empty” has no fields/);
	});

	it('is recognised by its content', () => {
		assert.equal(recognised(library), 'hayagriva');
		assert.equal(recognised('---\nreferences:\n- id: a\n  title: A\n'), 'csl-yaml');
		assert.equal(recognised('@misc{a, title = {type: x}}'), 'bibtex');
	});
});

describe('CSL YAML importer', () => {
	it('reads a list of references, and where their keys stand', () => {
		const text =
			'---\nreferences:\n- id: "a:1"\n  type: article-journal\n  title: A\n  author:\n  - family: Roe\n    given: Jo\n  issued:\n    date-parts: [[2020, 1]]\n- id: b\n  title: B\n...\n';
		const { papers, problems } = read(cslYaml, text);
		assert.deepEqual(problems, []);
		assert.deepEqual(
			papers.map(({ id, title, type }) => [id, title, type]),
			[
				['a:1', 'A', 'article-journal'],
				['b', 'B', 'article'],
			],
		);
		assert.deepEqual(papers[0]!.issued, { 'date-parts': [[2020, 1]] });
		assert.deepEqual(papers[0]!.provenance[0]!.keyRange, {
			start: { line: 2, character: 7 },
			end: { line: 2, character: 10 },
		});
	});
});

describe('YAML importers, whatever they are given', () => {
	it('never throw', () => {
		const pieces = [
			'a:',
			'\n',
			'  ',
			'- ',
			'title: ',
			'parent:',
			'{',
			'}',
			'[',
			']',
			'"',
			"'",
			'&x',
			'*x',
			'<<: ',
			'#',
			'|',
			': ',
			'\t',
			'2020',
		];
		const texts = fc.oneof(
			fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join('')),
			fc.string({ unit: 'binary', maxLength: 100 }),
		);
		fc.assert(
			fc.property(texts, (text) => {
				for (const importer of [hayagriva, cslYaml]) {
					importer.recognises(text);
					for (const { provenance } of read(importer, text).papers) assert.equal(provenance.length, 1);
				}
			}),
			{ numRuns: 500 },
		);
	});
});
