import assert from 'node:assert/strict';
import fc from 'fast-check';
import { biblatex, bibtex } from '../../../src/core/exporters/bibtex.ts';
import { cslJson } from '../../../src/core/exporters/csl-json.ts';
import { exporters } from '../../../src/core/exporters/index.ts';
import { jsonl } from '../../../src/core/exporters/jsonl.ts';
import { ris } from '../../../src/core/exporters/ris.ts';
import type { Name, Paper } from '../../../src/core/model/paper.ts';
import { htmlToText } from '../../../src/core/text/html.ts';
import { differences, writtenAndRead } from '../../support/round-trip.ts';

// Everything that means something to one of the formats.
const unit = fc.oneof(
	fc.constantFrom(...'aBé5 {}\\$%&#_^~-–"\'`@,;:/=()[]<>|!?.'),
	fc.constantFrom('\n', '\t', '--', '{\\', '\\}', '``', '@article{', '字', '😀', ' and ', 'ER  - ', '"},', '%\n'),
);
/** Text as any reader leaves it: white space collapsed, characters composed. */
const text = fc
	.string({ unit, minLength: 1, maxLength: 25 })
	.map((value) => value.replace(/\s+/g, ' ').trim().normalize('NFC'))
	.filter((value) => value !== '');
/** A word, without what only markup is made of. */
const word = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzäéøß'), minLength: 1, maxLength: 8 });
const upper = word
	.map((value) => value[0]!.toUpperCase().slice(0, 1) + value.slice(1))
	.filter((value) => /^\p{Lu}/u.test(value));
const digits = fc.integer({ min: 1, max: 9999 }).map(String);

const name: fc.Arbitrary<Name> = fc.oneof(
	fc.record({ family: upper, given: upper }),
	fc.record({ family: upper, given: upper, 'non-dropping-particle': fc.constantFrom('van der', 'de', "d'") }),
	fc.record({ family: upper, given: upper, suffix: fc.constantFrom('Jr.', 'III') }),
	fc.record({ family: fc.constantFrom('Two Words', 'de la Cruz', 'O, Comma', 'Black and White'), given: upper }),
	fc.record({ family: text.filter((value) => /^\p{Lu}/u.test(value)), given: text }),
	fc.record({ literal: text }),
);
const date = fc.oneof(
	fc.record({ 'date-parts': fc.tuple(fc.tuple(fc.integer({ min: 1000, max: 2100 }))) }),
	fc.record({ 'date-parts': fc.tuple(fc.tuple(fc.integer({ min: 1, max: 2100 }), fc.integer({ min: 1, max: 12 }))) }),
	fc.record({
		'date-parts': fc.tuple(
			fc.tuple(fc.integer({ min: -400, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })),
		),
	}),
	fc.record({ 'date-parts': fc.constant([[1999, 3], [2001]]) }),
	fc.record({ literal: fc.constantFrom('in press', 'forthcoming & more') }),
);
const types = fc.constantFrom(
	...['article-journal', 'paper-conference', 'book', 'chapter', 'thesis', 'report', 'webpage', 'dataset', 'software'],
	...[
		'speech',
		'post-weblog',
		'article-magazine',
		'document',
		'patent',
		'entry-dictionary',
		'song',
		'standard',
		'review',
	],
);
const papers = fc
	.record(
		{
			id: fc
				.string({ unit: fc.constantFrom(...'abcXYZ019:._+-/'), minLength: 2, maxLength: 12 })
				.map((key) => `k${key}`),
			type: types,
			title: text,
			author: fc.array(name, { minLength: 1, maxLength: 3 }),
			issued: date,
			'container-title': text,
			'collection-title': text,
			publisher: text,
			'publisher-place': text,
			volume: digits,
			issue: digits,
			page: fc.oneof(
				digits,
				fc.tuple(digits, digits).map((ends) => ends.join('-')),
				fc.constant('S1-S5, 7'),
			),
			edition: digits,
			DOI: fc.constantFrom('10.1000/a_b', '10.1000/x(1)<2>'),
			URL: fc.constantFrom('https://example.org/~a/b_c%20d?e=f&g=h#i', 'http://example.org/$1'),
			PMID: digits,
			abstract: text,
			keyword: word,
			language: word,
			note: text,
			arxiv: fc.constantFrom('1706.03762v5', 'hep-th/9901001'),
			acl: fc.constantFrom('P15-2138', '2020.acl-main.1'),
			aliases: fc.constant(['other', 'more']),
			fields: fc.dictionary(fc.constantFrom('custom', 'file', 'howpublished', 'annote', 'number2', 'x-y'), text, {
				minKeys: 1,
			}),
			provenance: fc.constant([]),
		},
		{ requiredKeys: ['id', 'type', 'title', 'provenance'] },
	)
	// Such a paper is a preprint to every reader.
	.filter(
		({ type, arxiv, 'container-title': container }) => !arxiv || !!container || !/^(?:webpage|document)$/.test(type),
	);

/** Reading takes tags off, so that text which looks like some can only come from elsewhere. */
const looksLikeMarkup = ({ title, abstract = '', 'container-title': container = '' }: Paper) =>
	[title, abstract, container].some((value) => htmlToText(value) !== value);

describe('a paper that is written and read again', () => {
	for (const exporter of [cslJson, jsonl]) {
		it(`is the same in ${exporter.name}, whatever it says`, () => {
			fc.assert(
				fc.property(papers, (paper) => {
					const read = writtenAndRead(exporter, [paper as Paper]);
					assert.deepEqual(read.problems, []);
					assert.deepEqual(differences(paper as Paper, read.papers[0]!), []);
				}),
				{ numRuns: 300 },
			);
		});
	}

	for (const exporter of [bibtex, biblatex]) {
		it(`is the same in ${exporter.name}, but for what no entry can hold`, () => {
			fc.assert(
				fc.property(papers, (made) => {
					const paper = made as Paper;
					fc.pre(!looksLikeMarkup(paper));
					const { papers: read, problems } = writtenAndRead(exporter, [paper]);
					assert.deepEqual(problems, []);
					assert.equal(read.length, 1);
					const differ = differences(paper, read[0]!).filter((name) => {
						// A value of TeX's cannot have a brace that nothing closes.
						return !name.startsWith('fields.') || isBalanced(paper.fields?.[name.slice(7)] ?? '');
					});
					assert.deepEqual(differ, []);
				}),
				{ numRuns: 300 },
			);
		});
	}

	it('is the same in RIS, as far as that has tags', () => {
		const said = [
			'title',
			'publisher',
			'publisher-place',
			'volume',
			'issue',
			'edition',
			'note',
			'abstract',
			'language',
		];
		fc.assert(
			fc.property(papers, (made) => {
				const paper = made as Paper;
				fc.pre(!looksLikeMarkup(paper));
				const { papers: read } = writtenAndRead(ris, [paper]);
				assert.equal(read.length, 1);
				assert.deepEqual(
					differences(paper, read[0]!).filter((name) => said.includes(name)),
					[],
				);
			}),
			{ numRuns: 300 },
		);
	});

	it('has control characters in JSON only, which can say them', () => {
		const paper: Paper = { id: 'a', type: 'book', title: 'A\u0000B', fields: { x: '\u0007y' }, provenance: [] };
		const titles = exporters.map((exporter) => writtenAndRead(exporter, [paper]).papers[0]?.title);
		assert.deepEqual(titles, ['AB', 'AB', 'A\u0000B', 'AB', 'A\u0000B']);
	});

	it('never takes its neighbours along', () => {
		fc.assert(
			fc.property(fc.array(papers, { minLength: 2, maxLength: 4 }), fc.constantFrom(...exporters), (made, exporter) => {
				const many = made.map((paper, at) => ({ ...(paper as Paper), id: `key${at}` }));
				const { papers: read } = writtenAndRead(exporter, many);
				assert.deepEqual(
					read.map(({ id }) => id),
					many.map(({ id }) => id),
				);
			}),
		);
	});
});

function isBalanced(value: string): boolean {
	let depth = 0;
	for (const character of value) {
		if (character === '{') depth++;
		else if (character === '}' && --depth < 0) return false;
	}
	return depth === 0;
}
