import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bibtex } from '../../../src/core/importers/bibtex.ts';
import { readSource } from '../../../src/core/importers/read-source.ts';

const file = 'file:///refs.bib';
const read = (text: string) => bibtex.read({ file, text, firstLine: 0 });
/** The same, as a file is read that is too long for one piece. */
const readInPieces = (text: string) => readSource({ file, bytes: new TextEncoder().encode(text) });

/** The only paper, without its provenance. */
function paper(text: string) {
	const { papers } = read(text);
	assert.equal(papers.length, 1);
	const { provenance: _, ...rest } = papers[0]!;
	return rest;
}

describe('BibTeX importer', () => {
	it('makes CSL of an article', () => {
		const text = `@article{moesen2012,
  author = {M{\\"o}senlechner, Lorenz and {The Robot Group} and others},
  title = {Learning {BERT} \\& more -- with $\\alpha$},
  journal = {J. Robots}, volume = 4, number = {2}, pages = {10--20}, year = 2012, month = feb,
  publisher = {ACM}, doi = {https://doi.org/10.1145/12345.678\\_9}, keywords = {a, b},
  abstract = {First
    line.}, custom = {K{\\"e}pt}
}`;
		assert.deepEqual(paper(text), {
			id: 'moesen2012',
			type: 'article-journal',
			title: 'Learning BERT & more – with $\\alpha$',
			author: [{ family: 'Mösenlechner', given: 'Lorenz' }, { literal: 'The Robot Group' }],
			issued: { 'date-parts': [[2012, 2]] },
			'container-title': 'J. Robots',
			publisher: 'ACM',
			volume: '4',
			issue: '2',
			page: '10-20',
			keyword: 'a, b',
			abstract: 'First line.',
			DOI: '10.1145/12345.678_9',
			fields: { custom: 'K{\\"e}pt', 'and-others': 'author' },
		});
	});

	it('makes CSL of a biblatex entry', () => {
		const text =
			'@thesis{a, title = {Main}, subtitle = {Sub}, date = {2014-02-15}, institution = {MIT}, location = {Cambridge}, langid = {english}, ids = {b, c}}';
		assert.deepEqual(paper(text), {
			id: 'a',
			type: 'thesis',
			title: 'Main: Sub',
			issued: { 'date-parts': [[2014, 2, 15]] },
			publisher: 'MIT',
			'publisher-place': 'Cambridge',
			language: 'english',
			aliases: ['b', 'c'],
			fields: { 'entry-type': 'thesis' },
		});
	});

	it('finds the arXiv id wherever people put it', () => {
		for (const fields of [
			'eprint = {1706.03762v5}, archivePrefix = {arXiv}',
			'eprint = {arXiv:1706.03762v5}, eprinttype = {arxiv}',
			'arxiv = {http://arxiv.org/abs/1706.03762v5}',
			'journal = {arXiv preprint arXiv:1706.03762v5}',
			'doi = {10.48550/arXiv.1706.03762v5}',
			'url = {https://arxiv.org/abs/1706.03762v5}',
			'journal = {CoRR}, volume = {abs/1706.03762v5}',
			'howpublished = {arXiv:1706.03762v5}',
		]) {
			assert.equal(paper(`@misc{a, title = {T}, ${fields}}`).arxiv, '1706.03762v5', fields);
		}
		assert.equal(paper('@article{DBLP:journals/corr/abs-1706-03762, title = {T}}').arxiv, '1706.03762');
		assert.equal(paper('@misc{a, title = {T}, eprint = {1706.03762}, archiveprefix = {arXiv}}').type, 'article');
	});

	it('finds ACL and PubMed ids, and the DOI in an address', () => {
		assert.equal(paper('@misc{a, url = {https://aclanthology.org/P15-2138}}').acl, 'P15-2138');
		assert.equal(paper('@misc{a, eprint = {123}, eprinttype = {pubmed}}').PMID, '123');
		assert.equal(paper('@misc{a, url = {https://doi.org/10.1000/x}}').DOI, '10.1000/x');
	});

	it('keeps a DOI that is none as a field, and finds the one inside of others', () => {
		assert.deepEqual(paper('@misc{a, doi = {null}}').fields, { doi: 'null' });
		assert.equal(paper('@misc{a, doi = {awp183 [pii] 10.1093/brain/awp183}}').DOI, '10.1093/brain/awp183');
	});

	it('takes off braces that were escaped by mistake', () => {
		assert.equal(paper('@misc{a, title = {Bosons at the \\{LHC\\} of $x_{1}$}}').title, 'Bosons at the LHC of $x_{1}$');
	});

	it('reads addresses as they are meant', () => {
		assert.equal(
			paper('@misc{a, url = {http://x.org/a\\_b\\%20c/{\\textasciitilde}d}}').URL,
			'http://x.org/a_b%20c/~d',
		);
		const several = paper('@misc{a, url = {http://x.org/a http://x.org/b}}');
		assert.equal(several.URL, 'http://x.org/a');
		assert.equal(several.fields!.url, 'http://x.org/a http://x.org/b');
	});

	it('inherits from crossref and xdata; what the entry says itself wins', () => {
		const text = `@inproceedings{p, title = {Paper}, author = {A B}, crossref = {PROC}, xdata = {x}}
@proceedings{proc, title = {The Proceedings}, year = 2001, publisher = {Pub}, doi = {10.1000/proc}, editor = {E F}}
@xdata{x, publisher = {Own}, note = {N}}`;
		const { papers } = read(text);
		assert.deepEqual(
			papers.map((one) => one.id),
			['p', 'proc'],
		);
		const [child] = papers;
		assert.equal(child!.title, 'Paper');
		assert.equal(child!['container-title'], 'The Proceedings');
		assert.equal(child!.publisher, 'Own');
		assert.equal(child!.DOI, undefined);
		assert.deepEqual(child!.issued, { 'date-parts': [[2001]] });
		assert.deepEqual(child!.editor, [{ family: 'F', given: 'E' }]);
	});

	it('survives entries that inherit from each other', () => {
		const circle =
			'@misc{a, crossref = {b}, title = {A}}@misc{b, crossref = {a}, note = {N}}@misc{c, crossref = {c}}@misc{d, crossref = {gone}}';
		const { papers } = read(circle);
		assert.equal(papers.length, 4);
		assert.equal(papers[0]!.title, 'A');
		const chain = Array.from(
			{ length: 4_000 },
			(_, at) => `@misc{k${at}, crossref = {k${at + 1}}, xdata = {k${at + 2}, k${at + 3}}}`,
		);
		assert.equal(read(chain.join('\n')).papers.length, 4_000);
	});

	it('gives every entry its place, also those that share a key', () => {
		const text = '@misc{same, title = {A}}\r\n@misc{ same, title = {B}}\r\n';
		const places = read(text).papers.map((one) => one.provenance[0]);
		assert.deepEqual(
			places.map((place) => place!.range.start),
			[
				{ line: 0, character: 0 },
				{ line: 1, character: 0 },
			],
		);
		assert.deepEqual(places[1]!.keyRange, { start: { line: 1, character: 7 }, end: { line: 1, character: 11 } });
		assert.equal(places[0]!.file, 'file:///refs.bib');
	});

	it('loads the other four of five entries, and names the line of the broken one', () => {
		const ok = (key: string) => `@article{${key},\n  title = {Title ${key}},\n  year = 2000\n}\n`;
		const { papers, problems } = read(
			`${ok('a')}@article{b,\n  title = {Broken {one},\n}\n${ok('c')}${ok('d')}${ok('e')}`,
		);
		assert.deepEqual(
			papers.filter((one) => one.title.startsWith('Title')).map((one) => one.id),
			['a', 'c', 'd', 'e'],
		);
		assert.equal(problems.length, 1);
		assert.match(problems[0]!.message, /“b” \(line 5\)/);
		assert.equal(problems[0]!.range.start.line, 4);
	});

	it('reads comments that turn rules off', () => {
		const text =
			'% relwork-ignore-file entry-syntax: made by a program\n@misc{a, note = {% relwork-ignore no-comment}}\n\n  % relwork-ignore\n@misc{b}\n';
		assert.deepEqual(read(text).suppressions, [
			{ rules: ['entry-syntax'], reach: 'file', line: 0 },
			{ rules: [], reach: 'line', line: 3 },
		]);
	});

	it('tells once of a macro that nothing defines, and keeps its name', () => {
		const { papers, problems } = read(
			'@string{own = "Own"}\n@article{a, title = {T}, journal = jair}\n@article{b, journal = JAIR # own, month = jan}\n@article{c, journal = jacm}\n@article{d, journal = IEEE_J_PAMI}',
		);
		assert.deepEqual(
			papers.map((one) => one['container-title']),
			['jair', 'JAIROwn', 'Journal of the ACM', 'IEEE_J_PAMI'],
		);
		assert.equal(problems.length, 1);
		// A bibliography that stands in front of this one may define it.
		assert.equal(problems[0]!.severity, 'information');
		assert.match(problems[0]!.message, /Nothing above defines “jair”/);
		assert.deepEqual(problems[0]!.range, { start: { line: 1, character: 35 }, end: { line: 1, character: 39 } });
	});

	it('finds a parent of any type, however far in front of its first child it stands', () => {
		const filler = Array.from({ length: 3000 }, (_, at) => `@article{k${at}, title = {Title ${at}}, year = 2000}\n`);
		const text = [
			'@string{acm = "ACM"}\n',
			'@thesis{Parent, title = {T}, publisher = acm, year = 1999}\n',
			...filler,
			'@inbook{child, title = {C}, crossref = {parent}, xdata = {k7}}\n',
			'@misc{behind, title = {B}}\n',
		].join('');
		const { papers } = read(text);
		assert.deepEqual(readInPieces(text).papers, papers);
		assert.equal(papers.length, 3003);
		const [child, behind] = papers.slice(-2);
		assert.deepEqual([child!.id, behind!.id], ['child', 'behind']);
		assert.equal(child!.publisher, 'ACM');
		assert.deepEqual(child!.issued, { 'date-parts': [[2000]] });
		assert.equal(child!.provenance[0]!.range.start.line, 3002);
	});

	it('reads what one entry broke off, wherever the file is cut', () => {
		const entry = (at: number) => `@article{k${at},\n  title = {Title ${at}},\n  note = {me\n@home, not {@work}}\n}\n`;
		const entries = Array.from({ length: 2000 }, (_, at) => entry(at));
		entries[700] = '@article{k700,\n  title = {Title 700,\n  year = 2000\n}\n% between\n';
		const { papers, problems } = read(entries.join(''));
		const inPieces = readInPieces(entries.join(''));
		assert.deepEqual([inPieces.papers, inPieces.problems], [papers, problems]);
		assert.deepEqual(
			papers.map((paper) => paper.id),
			entries.map((_, at) => `k${at}`),
		);
		assert.equal(papers[3]!.note, 'me @home, not @work');
		assert.equal(papers[700]!.issued?.['date-parts']?.[0]?.[0], 2000);
		assert.equal(papers[1999]!.provenance[0]!.range.start.line, 1999 * 5);
		assert.deepEqual(
			problems.map((problem) => problem.range.start.line),
			[700 * 5 + 1],
		);
	});

	it('renames titles as biblatex does when they are inherited', () => {
		const { papers } = read(`@inbook{part, title = {Part}, crossref = {book}}
@book{book, title = {Book}, author = {A B}, crossref = {all}}
@mvbook{all, title = {All Volumes}, subtitle = {In Two}, publisher = {P}}
@inproceedings{talk, title = {Talk}, crossref = {proc}}
@proceedings{proc, title = {Proceedings}, subtitle = {Sub}, indextitle = {I}, date = {2020}}
@article{art, title = {Art}, crossref = {journal}, xref = {proc}}
@periodical{journal, title = {Journal}, issn = {1234-5678}}
@incollection{direct, title = {Direct}, crossref = {all}}`);
		const by = new Map(papers.map((one) => [one.id, one]));
		assert.equal(by.get('part')!['container-title'], 'Book');
		assert.equal(by.get('part')!.publisher, 'P');
		assert.equal(by.get('part')!.fields!.maintitle, 'All Volumes');
		assert.equal(by.get('book')!.title, 'Book');
		assert.equal(by.get('talk')!['container-title'], 'Proceedings: Sub');
		assert.equal(by.get('talk')!.fields?.indextitle, undefined);
		assert.equal(by.get('art')!['container-title'], 'Journal');
		assert.equal(by.get('art')!.issued, undefined);
		assert.equal(by.get('direct')!['container-title'], 'All Volumes: In Two');
	});

	it('goes by the year where a date has none, and parts keywords by commas', () => {
		const odd = paper('@article{a, title = {T}, date = {Jun 01}, year = {2018}, keywords = {bees; wax ;honey}}');
		assert.deepEqual(odd.issued, { 'date-parts': [[2018]] });
		assert.equal(odd.keyword, 'bees, wax, honey');
		assert.equal(paper('@misc{a, keywords = {Bee, honey; wax}}').keyword, 'Bee, honey; wax');
	});

	for (const [program, text] of Object.entries({
		Zotero:
			'@article{smith_bees_2020,\n\ttitle = {On {Bees}},\n\tvolume = {1},\n\turldate = {2021-01-01},\n\tauthor = {Smith, Ann},\n\tyear = {2020},\n\tfile = {Full Text:C\\:\\\\Users\\\\a\\{b.pdf:application/pdf},\n}\n@misc{next, title = {Next}}\n',
		'Better BibTeX':
			'@article{smithBees2020,\n  title = {On {{Bees}}},\n  author = {Smith, Ann},\n  date = {2020-05-01},\n  journaltitle = {J},\n  langid = {english},\n  keywords = {a,b}\n}\n@misc{next, title = {Next}}\n\n% == BibTeX quality report for smithBees2020:\n% ? unused Library catalog\n',
		Mendeley:
			'Automatically generated by Mendeley Desktop 1.19\nAny changes to this file will be lost.\n\n@article{Smith2020,\nabstract = {Text},\nauthor = {Smith, Ann},\ntitle = {{On Bees}},\nyear = {2020}\n}\n@misc{next, title = {Next}}\n',
		JabRef:
			'% Encoding: UTF-8\n\n@Article{Smith2020,\n  author = {Ann Smith},\n  title  = {On Bees},\n  year   = {2020},\n  groups = {A},\n}\n@misc{next, title = {Next}}\n\n@Comment{jabref-meta: databaseType:bibtex;}\n@Comment{jabref-meta: grouping:\n0 AllEntriesGroup:;\n1 StaticGroup:A\\;0\\;1\\;\\;\\;\\;;\n}\n',
		ACM: '@article{10.1145/1.2,\nauthor = {Smith, Ann},\ntitle = {On Bees},\nyear = {2020},\nissue_date = {May 2020},\npublisher = {Association for Computing Machinery},\ndoi = {10.1145/1.2},\nmonth = {may},\nnumpages = {3}\n}\n\n@misc{next, title = {Next}}',
		IEEE: '@ARTICLE{9000001,\n  author={Smith, Ann},\n  journal={IEEE Access}, \n  title={On Bees}, \n  year={2020},\n  volume={1},\n  number={},\n  pages={1-3},\n  doi={10.1109/X.2020.1}}\n@misc{next, title = {Next}}',
		DBLP: '@article{DBLP:journals/x/Smith20,\n  author       = {Ann Smith},\n  title        = {On\n                  Bees},\n  journal      = {J.},\n  year         = {2020},\n  biburl       = {https://dblp.org/rec/x.bib},\n  bibsource    = {dblp, https://dblp.org}\n}\n@misc{next, title = {Next}}',
		ACL: '@article{smith-2020-bees,\n    title = "On Bees",\n    author = "Smith, Ann",\n    month = may,\n    year = "2020",\n    url = "https://aclanthology.org/2020.tacl-1.1/"\n}\n@misc{next, title = {Next}}',
	})) {
		it(`reads what ${program} exports`, () => {
			const { papers } = read(text);
			assert.equal(papers.length, 2);
			const [first, next] = papers;
			assert.equal(first!.title, 'On Bees');
			assert.equal(first!.type, 'article-journal');
			assert.deepEqual(first!.author, [{ family: 'Smith', given: 'Ann' }]);
			assert.equal(first!.issued!['date-parts']![0]![0], 2020);
			assert.equal(next!.title, 'Next');
		});
	}

	it('never throws, and keeps ranges inside of the text', () => {
		const unit = fc.constantFrom(
			'@inproceedings{',
			'}',
			'{',
			'"',
			',',
			'=',
			'title',
			'author',
			'and',
			' ',
			'\n',
			'date',
			'\\',
			'$',
			'#',
			'crossref',
			'k',
			'1',
			'-',
		);
		fc.assert(
			fc.property(fc.string({ unit, maxLength: 80 }), (text) => {
				const lines = text.split('\n');
				const result = read(text);
				for (const range of [
					...result.papers.map((one) => one.provenance[0]!.range),
					...result.problems.map((one) => one.range),
				]) {
					assert.ok(range.end.line < lines.length && range.end.character <= lines[range.end.line]!.length);
				}
			}),
		);
	});
});
