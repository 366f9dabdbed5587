import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readSource } from '../../../src/core/importers/index.ts';
import { jsonl } from '../../../src/core/importers/jsonl.ts';
import { shapes } from '../../../src/core/importers/shapes/index.ts';

const read = (value: unknown, file = 'export.json', indent = 1) =>
	readSource({
		file: `file:///${file}`,
		bytes: new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value, null, indent)),
	});

/** The only paper of a value, without its provenance; the format must be recognised in every layout. */
function only(format: string, value: unknown) {
	for (const [file, indent] of [
		['export.json', 0],
		['export.json', 2],
		['no-name', 2],
	] as const) {
		assert.equal(read(value, file, indent).format, format);
	}
	const { papers, problems } = read(value);
	assert.deepEqual(problems, []);
	assert.equal(papers.length, 1);
	const { provenance: _, ...rest } = papers[0]!;
	return rest;
}

const titles = (value: unknown) => read(value).papers.map(({ title }) => title);

describe('Zotero items', () => {
	const item = {
		key: 'ABCD2345',
		version: 3,
		itemType: 'conferencePaper',
		title: 'Attention in <i>Ants</i>',
		creators: [
			{ firstName: 'Ada', lastName: 'Lovelace', creatorType: 'author' },
			{ name: 'Ant Society', creatorType: 'author' },
			{ firstName: 'Ed', lastName: 'Itor', creatorType: 'editor' },
			{ firstName: 'Trans', lastName: 'Lator', creatorType: 'translator' },
		],
		abstractNote: 'Ants attend.',
		proceedingsTitle: 'Proceedings of Ants',
		conferenceName: 'Ants 2020',
		date: '2020-06-01',
		place: 'Paris',
		pages: '1–9',
		volume: '2',
		series: 'LNCS',
		DOI: '10.1000/ants',
		extra: 'arXiv: 2001.00001\nPMID: 77\nBest paper.',
		tags: [{ tag: 'ants' }, { tag: 'attention', type: 1 }],
		libraryCatalog: 'DBLP',
		collections: [],
		attachments: [{ path: '/papers/ants.pdf' }, { path: '/papers/ants.html' }],
		citationKey: 'lovelace2020ants',
	};
	const expected = {
		id: 'lovelace2020ants',
		type: 'paper-conference',
		title: 'Attention in Ants',
		author: [{ family: 'Lovelace', given: 'Ada' }, { literal: 'Ant Society' }],
		editor: [{ family: 'Itor', given: 'Ed' }],
		issued: { 'date-parts': [[2020, 6, 1]] },
		'container-title': 'Proceedings of Ants',
		'collection-title': 'LNCS',
		'publisher-place': 'Paris',
		volume: '2',
		page: '1-9',
		DOI: '10.1000/ants',
		PMID: '77',
		abstract: 'Ants attend.',
		keyword: 'ants, attention',
		note: 'Best paper.',
		arxiv: '2001.00001',
		fields: {
			conferenceName: 'Ants 2020',
			libraryCatalog: 'DBLP',
			file: '/papers/ants.pdf;/papers/ants.html',
		},
	};

	it("are read from Better BibTeX's JSON", () => {
		const file = {
			config: { id: 'x', label: 'BetterBibTeX JSON', options: { items: [] } },
			version: {},
			collections: {},
			items: [item],
		};
		assert.deepEqual(only('better-bibtex', file), expected);
	});

	it("are read from Zotero's API, without notes and attachments", () => {
		const wrapped = { key: 'ABCD2345', version: 3, library: { type: 'user' }, data: item };
		const note = { key: 'N', data: { itemType: 'note', note: '<p>Mine</p>' } };
		assert.deepEqual(
			only('better-bibtex', [wrapped, note, { data: { itemType: 'attachment', title: 'PDF' } }]),
			expected,
		);
	});

	it('get a made key where they have none, and the key that stands in extra', () => {
		const { citationKey: _, ...keyless } = item;
		assert.equal(only('better-bibtex', [keyless]).id, '');
		assert.equal(only('better-bibtex', [{ ...keyless, extra: 'Citation Key: ants' }]).id, 'ants');
	});

	it('that are preprints have their arXiv id', () => {
		const preprint = { itemType: 'preprint', title: 'P', repository: 'arXiv', archiveID: 'arXiv:2001.00001' };
		const { type, arxiv, publisher } = only('better-bibtex', [preprint]);
		assert.deepEqual([type, arxiv, publisher], ['article', '2001.00001', 'arXiv']);
	});
});

describe('Semantic Scholar', () => {
	const paper = {
		paperId: '0123456789abcdef0123456789abcdef01234567',
		externalIds: { ArXiv: '2001.00001', DOI: '10.1000/ants', ACL: '2020.acl-main.1', PubMed: '77', CorpusId: 5 },
		title: 'Attention in Ants',
		abstract: 'Ants attend.',
		authors: [{ authorId: '1', name: 'Ada Lovelace' }],
		year: 2020,
		venue: '',
		publicationVenue: { id: 'v', name: 'Conference on Ants' },
		journal: { name: 'Ants', pages: ' 1-9 ', volume: '2' },
		publicationTypes: ['Conference'],
		publicationDate: '2020-06-01',
		tldr: { model: 'm', text: 'They do.' },
		citationCount: 3,
		openAccessPdf: { url: 'https://example.org/ants.pdf' },
		references: [{ paperId: 'other', title: 'Not this one' }],
	};
	const read = only;

	it('is read with all ids', () => {
		const { fields, ...rest } = read('semantic-scholar', paper);
		assert.deepEqual(rest, {
			id: '',
			type: 'paper-conference',
			title: 'Attention in Ants',
			author: [{ family: 'Lovelace', given: 'Ada' }],
			issued: { 'date-parts': [[2020, 6, 1]] },
			'container-title': 'Conference on Ants',
			volume: '2',
			page: '1-9',
			DOI: '10.1000/ants',
			URL: 'https://example.org/ants.pdf',
			PMID: '77',
			abstract: 'Ants attend.',
			arxiv: '2001.00001',
			acl: '2020.acl-main.1',
		});
		assert.deepEqual(
			[fields!['semantic-scholar'], fields!.CorpusId, fields!.citationCount, fields!.tldr],
			[paper.paperId, '5', '3', 'They do.'],
		);
	});

	it('is read from answers of every kind', () => {
		const { references: _, ...own } = paper;
		const other = { ...own, paperId: 'b', title: 'Ants at Rest', externalIds: { CorpusId: 6 } };
		const both = ['Attention in Ants', 'Ants at Rest'];
		assert.deepEqual(titles({ total: 2, offset: 0, data: [paper, other] }), both);
		assert.deepEqual(titles({ recommendedPapers: [paper, other] }), both);
		assert.deepEqual(titles([paper, other]), both);
		assert.deepEqual(titles({ offset: 0, data: [{ contexts: ['x'], citedPaper: own }, { citedPaper: other }] }), both);
		assert.deepEqual(titles({ data: [{ isInfluential: true, citingPaper: own }] }), ['Attention in Ants']);
	});

	it('says what a batch does not know, and reads on', () => {
		const { papers, problems } = readSource({
			file: 'file:///a.json',
			bytes: new TextEncoder().encode(JSON.stringify([paper, null, { ...paper, title: 'B' }], null, 1)),
		});
		assert.equal(papers.length, 2);
		assert.deepEqual(
			problems.map(({ severity }) => severity),
			['information'],
		);
		assert.match(problems[0]!.message, /^Item 2 of the list, on line \d+, is empty/);
	});
});

describe('OpenAlex', () => {
	const work = {
		id: 'https://openalex.org/W123',
		doi: 'https://doi.org/10.1000/ants',
		title: 'Attention in Ants',
		display_name: 'Attention in Ants',
		publication_year: 2020,
		publication_date: '2020-06-01',
		ids: { openalex: 'https://openalex.org/W123', pmid: 'https://pubmed.ncbi.nlm.nih.gov/77' },
		language: 'en',
		primary_location: {
			landing_page_url: 'https://doi.org/10.1000/ants',
			source: { display_name: 'Journal of Ants', issn_l: '1234-5678', host_organization_name: 'Ant Press' },
		},
		locations: [{ landing_page_url: 'https://arxiv.org/abs/2001.00001' }],
		type: 'article',
		authorships: [
			{ author: { id: 'https://openalex.org/A1', display_name: 'Ada Lovelace' } },
			{ author: {}, raw_author_name: 'A. Turing' },
		],
		biblio: { volume: '2', issue: '3', first_page: '1', last_page: '9' },
		keywords: [{ id: 'k', display_name: 'Ants', score: 0.5 }],
		cited_by_count: 7,
		abstract_inverted_index: { attend: [1, 3], Ants: [0], and: [2], 'too.': [1_000_000_000] },
	};

	it('is read, its abstract put together', () => {
		assert.deepEqual(only('openalex', work), {
			id: '',
			type: 'article-journal',
			title: 'Attention in Ants',
			author: [
				{ family: 'Lovelace', given: 'Ada' },
				{ family: 'Turing', given: 'A.' },
			],
			issued: { 'date-parts': [[2020, 6, 1]] },
			'container-title': 'Journal of Ants',
			publisher: 'Ant Press',
			volume: '2',
			issue: '3',
			page: '1-9',
			DOI: '10.1000/ants',
			URL: 'https://doi.org/10.1000/ants',
			ISSN: '1234-5678',
			PMID: '77',
			abstract: 'Ants attend and attend too.',
			keyword: 'Ants',
			language: 'en',
			arxiv: '2001.00001',
			fields: {
				openalex: 'https://openalex.org/W123',
				locations: '[{"landing_page_url":"https://arxiv.org/abs/2001.00001"}]',
				cited_by_count: '7',
			},
		});
	});

	it('is read from searches and lists', () => {
		const other = { ...work, title: 'Ants at Rest', type: 'dissertation' };
		const both = ['Attention in Ants', 'Ants at Rest'];
		assert.deepEqual(titles({ meta: { count: 2 }, results: [work, other], group_by: [] }), both);
		assert.deepEqual(titles([work, other]), both);
		assert.equal(only('openalex', { results: [other] }).type, 'thesis');
	});
});

describe('Hugging Face papers', () => {
	const paper = {
		id: '2001.00001',
		authors: [{ _id: 'a', name: 'Ada Lovelace', hidden: false }],
		publishedAt: '2020-06-01T17:57:34.000Z',
		title: 'Attention in Ants',
		summary: 'Ants\nattend.',
		upvotes: 12,
		ai_keywords: ['ants', 'attention'],
		githubRepo: 'https://example.org/ants',
	};
	const expected = {
		id: '2001.00001',
		type: 'article',
		title: 'Attention in Ants',
		author: [{ family: 'Lovelace', given: 'Ada' }],
		issued: { 'date-parts': [[2020, 6, 1]] },
		abstract: 'Ants attend.',
		keyword: 'ants, attention',
		arxiv: '2001.00001',
		fields: { upvotes: '12', githubRepo: 'https://example.org/ants' },
	};

	it('are read alone, and from the list of a day', () => {
		assert.deepEqual(only('hugging-face', paper), expected);
		const daily = { paper, publishedAt: '2020-06-02T00:00:00.000Z', title: 'Attention in Ants', numComments: 2 };
		assert.deepEqual(only('hugging-face', [daily]), expected);
	});
});

describe('Crossref', () => {
	const work = {
		DOI: '10.1000/ants',
		type: 'journal-article',
		title: ['Attention in Ants'],
		subtitle: ['A Study'],
		author: [{ given: 'Ada', family: 'Lovelace', sequence: 'first' }, { name: 'Ant Society' }],
		issued: { 'date-parts': [[2020, 6]] },
		'container-title': ['Journal of Ants', 'J. Ants'],
		publisher: 'Ant Press',
		'publisher-location': 'Paris',
		volume: '2',
		issue: '3',
		page: '1-9',
		abstract: '<jats:p>Ants attend.</jats:p>',
		'is-referenced-by-count': 4,
		reference: [],
	};

	it('is read alone and in lists, which are wrapped', () => {
		const one = only('crossref', { status: 'ok', 'message-type': 'work', message: work });
		assert.deepEqual(one, {
			id: '',
			type: 'article-journal',
			title: 'Attention in Ants: A Study',
			author: [{ family: 'Lovelace', given: 'Ada' }, { literal: 'Ant Society' }],
			issued: { 'date-parts': [[2020, 6]] },
			'container-title': 'Journal of Ants',
			publisher: 'Ant Press',
			'publisher-place': 'Paris',
			volume: '2',
			issue: '3',
			page: '1-9',
			DOI: '10.1000/ants',
			abstract: 'Ants attend.',
			fields: { 'is-referenced-by-count': '4' },
		});
		const list = { status: 'ok', 'message-type': 'work-list', message: { facets: {}, items: [work, work] } };
		assert.equal(titles(list).length, 2);
		assert.deepEqual(only('crossref', { ...list, message: { 'total-results': 1, items: [work] } }), one);
	});

	it('does not take an unknown date for one', () => {
		const message = { ...work, issued: { 'date-parts': [[null]] } };
		assert.equal(only('crossref', { 'message-type': 'work', message }).issued, undefined);
	});
});

describe('OpenReview notes', () => {
	const content = {
		title: { value: 'Attention in Ants' },
		authors: { value: ['Ada Lovelace'] },
		authorids: { value: ['~Ada_Lovelace1'] },
		keywords: { value: ['ants', 'attention'] },
		abstract: { value: 'Ants attend.' },
		venue: { value: 'ANTS 2020 poster' },
		_bibtex: { value: '@inproceedings{\nlovelace2020attention,\ntitle={Attention in Ants},\nyear={2020}\n}' },
	};
	const note = { id: 'n1', forum: 'f1', invitations: ['Ants/-/Submission'], cdate: 1577836800000, content };
	const review = { id: 'n2', forum: 'f1', invitations: ['x'], content: { review: { value: 'Accept.' } } };

	it('are read, without reviews', () => {
		assert.deepEqual(only('openreview', { notes: [note, review], count: 2 }), {
			id: 'lovelace2020attention',
			type: 'paper-conference',
			title: 'Attention in Ants',
			author: [{ family: 'Lovelace', given: 'Ada' }],
			issued: { 'date-parts': [[2020]] },
			'container-title': 'ANTS 2020 poster',
			URL: 'https://openreview.net/forum?id=f1',
			abstract: 'Ants attend.',
			keyword: 'ants, attention',
			fields: { authorids: '["~Ada_Lovelace1"]', openreview: 'f1' },
		});
	});

	it('of version 1 are read, too', () => {
		const plain = Object.fromEntries(Object.entries(content).map(([name, { value }]) => [name, value]));
		const { _bibtex: _, ...rest } = plain;
		const { title, issued } = only('openreview', { notes: [{ ...note, invitation: 'x', content: rest }] });
		assert.deepEqual([title, issued], ['Attention in Ants', { 'date-parts': [[2020, 1, 1]] }]);
	});
});

describe('JSON of services', () => {
	const records = [
		{ paperId: 'a', title: 'One', externalIds: {} },
		{ id: 'https://openalex.org/W1', title: 'Two', authorships: [] },
		{ id: '2001.00001', title: 'Three', upvotes: 1 },
		{ itemType: 'note', note: 'no paper' },
		{ key: 'K', data: { itemType: 'book', title: 'Four' } },
	];

	it('is read from JSON Lines, too', () => {
		const { format, papers, problems } = read(
			records.map((record) => `${JSON.stringify(record)}\n`).join(''),
			'a.json',
		);
		assert.equal(format, 'jsonl');
		assert.deepEqual(problems, []);
		assert.deepEqual(
			papers.map(({ title }) => title),
			['One', 'Two', 'Three', 'Four'],
		);
	});

	it('keeps what stands around a broken record, which it names', () => {
		const { papers, problems } = read(
			'{"results": [{"id": "https://openalex.org/W1", "title": "A"},\n{"id": oops},\n7,\n{"id": "https://openalex.org/W2", "title": "D"}]}',
		);
		assert.deepEqual(
			papers.map(({ title }) => title),
			['A', 'D'],
		);
		assert.deepEqual(
			problems.map(({ range }) => range.start.line),
			[1, 2],
		);
	});

	it('is left alone by a text that only mentions it', () => {
		const mention = [
			{ id: 'a', title: 'On "paperId": and "itemType":', abstract: '"upvotes": "publishedAt": openalex.org' },
		];
		assert.equal(read(mention).format, 'csl-json');
	});

	it('never throws, whatever the shape', () => {
		const names = fc.constantFrom(
			...[
				'paperId',
				'externalIds',
				'citedPaper',
				'title',
				'id',
				'authorships',
				'abstract_inverted_index',
				'biblio',
				'ids',
			],
			...[
				'paper',
				'authors',
				'upvotes',
				'message',
				'content',
				'forum',
				'data',
				'itemType',
				'creators',
				'extra',
				'tags',
			],
			...['custom', 'fields', 'issued', 'DOI', 'journal', 'cdate', '_bibtex', 'attachments', 'locations', '__proto__'],
		);
		const inner = fc.dictionary(names, fc.jsonValue({ maxDepth: 2 }));
		const records = fc.dictionary(names, fc.oneof(fc.jsonValue({ maxDepth: 3 }), inner, fc.array(inner)));
		fc.assert(
			fc.property(records, (record) => {
				for (const shape of shapes) shape.toRecord(record);
				assert.ok(Array.isArray(jsonl.read({ file: '', text: JSON.stringify(record), firstLine: 0 }).papers));
			}),
		);
	});
});
