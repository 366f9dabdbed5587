import assert from 'node:assert/strict';
import { conflictingRecord } from '../../../src/core/rules/conflicting-record.ts';
import { idYearMismatch } from '../../../src/core/rules/id-year-mismatch.ts';
import { impossibleId } from '../../../src/core/rules/impossible-id.ts';
import { incompleteEntry } from '../../../src/core/rules/incomplete-entry.ts';
import { placeholderEntry } from '../../../src/core/rules/placeholder-entry.ts';
import { unusedEntry } from '../../../src/core/rules/unused-entry.ts';
import { never } from '../../../src/core/util/cancellation.ts';
import { memoryWorkspace, uriOf } from '../../support/memory-workspace.ts';
import { checkRule } from '../../support/rule-tester.ts';
import { serviceOver } from '../../support/service.ts';

const entry = (fields: string, type = 'article') =>
	`@${type}{k, title = {Counting Birds by Song}, author = {Ito, Rei}, journal = {Birds}, ${fields}}\n`;

describe('impossible-id', () => {
	const cases: [fields: string, says?: RegExp][] = [
		['eprint = {2313.01234}, archiveprefix = {arXiv}', /would be of month 13/],
		['url = {https://arxiv.org/abs/2300.01234}', /would be of month 00/],
		['note = {arXiv:1706.3762}', /should have 5 digits behind the dot, not 4/],
		['note = {arXiv:0601.1234}', /would be older than ids of this form/],
		['doi = {10.48550/arXiv.9901.01234}', /would be of 2099-01/],
		['doi = {urn:isbn:123}', /“urn:isbn:123” is no DOI/],
		['eprint = {2005.98765}, archiveprefix = {arXiv}', /not so many papers in that month/],
		['eprint = {2301.00000}, archiveprefix = {arXiv}', /counted from 1/],
		['doi = {10.561/100}', /a DOI begins with “10.”, four digits or more, and a slash/],
		['eprint = {2510.27999}, archiveprefix = {arXiv}'],
		['eprint = {1706.03762v5}, archiveprefix = {arXiv}'],
		['eprint = {hep-th/9901001}, archiveprefix = {arXiv}'],
		['eprint = {0704.0001}, archiveprefix = {arXiv}'],
		['doi = {10.1000/182}, url = {https://birds.test/2313.01234}'],
		['eprint = {12345678}, eprinttype = {pubmed}'],
	];
	for (const [fields, says] of cases) {
		it(`${fields} ${says ? 'cannot be' : 'may be'}`, () =>
			checkRule(impossibleId, {
				files: { 'refs.bib': entry(fields) },
				problems: says ? 1 : 0,
				...(says && { messages: [says], marks: ['k'] }),
			}));
	}
});

describe('id-year-mismatch', () => {
	const preprint = (more: string) => `@misc{k, title = {Counting Birds}, author = {Ito, Rei}, ${more}}\n`;
	const cases: [bib: string, problems: number][] = [
		[preprint('year = 2019, eprint = {2004.01234}, archiveprefix = {arXiv}'), 1],
		[preprint('year = 2020, eprint = {2004.01234}, archiveprefix = {arXiv}'), 0],
		[preprint('year = 2024, eprint = {2004.01234v9}, archiveprefix = {arXiv}'), 0],
		[entry('year = 2005, eprint = {2004.01234}, archiveprefix = {arXiv}'), 0],
		[entry('year = 2012, url = {https://aclanthology.org/P15-2138}', 'inproceedings'), 1],
		[entry('year = 2015, url = {https://aclanthology.org/P15-2138}', 'inproceedings'), 0],
	];
	for (const [bib, problems] of cases) {
		it(`${bib.trim()} has ${problems}`, () => checkRule(idYearMismatch, { files: { 'refs.bib': bib }, problems }));
	}
});

describe('placeholder-entry', () => {
	const named = (author: string, title = 'Counting Birds', more = '') =>
		`@article{k, title = {${title}}, author = {${author}}, year = 2020${more}}\n`;
	const cases: [bib: string, problems: number][] = [
		[named('Author, A. and Author, B.'), 1],
		[named('John Doe and Ito, Rei'), 1],
		[named('Firstname Lastname'), 1],
		[named('Anonymous and others'), 1],
		[named('Anonymous'), 0],
		[named('Doe, Jonathan'), 0],
		[named('Ito, Rei', 'TODO'), 1],
		[named('Ito, Rei', 'Todo Lists Considered'), 0],
		[named('Ito, Rei', 'Birds', ', doi = {10.xxxx/xxxxx}'), 1],
		[named('Ito, Rei', 'Birds', ', note = {arXiv:XXXX.XXXXX}'), 1],
		[named('Ito, Rei', 'Birds', ', url = {https://example.com/paper}'), 1],
		[named('Ito, Rei').replace('2020', '{YYYY}'), 1],
		[named('Ito, Rei').replace('2020', '{n.d.}'), 0],
		[named('Ito, Rei').replace('2020', '{199X}'), 0],
	];
	for (const [bib, problems] of cases) {
		it(`${bib.trim()} has ${problems}`, () => checkRule(placeholderEntry, { files: { 'refs.bib': bib }, problems }));
	}
});

describe('conflicting-record', () => {
	const draft = '---\nbibliography: refs.bib\n---\n[@k]\n';
	const held = (own: string, other: string) => ({ 'refs.bib': own, 'library.bib': other, 'a.md': draft });
	const known =
		'@article{x, title = {Sleep of Whales in Winter}, author = {Moe, Ola}, doi = {10.1000/182}, year = 2019}\n';
	const cases: [what: string, own: string, other: string, severities: ('warning' | 'information')[]][] = [
		['the DOI of another paper', entry('doi = {10.1000/182}'), known, ['warning']],
		['the same paper', known.replace('{x,', '{k,'), known, []],
		['a renamed paper by the same people', entry('doi = {10.1000/182}').replace('Ito, Rei', 'Moe, Ola'), known, []],
		['a paper that no source knows', entry('doi = {10.1000/999}'), known, []],
		[
			'a chapter that bears the DOI of its book',
			entry('doi = {10.1000/182}', 'incollection'),
			known.replace('@article', '@book'),
			[],
		],
		[
			'the title of one work and the DOI of another one by the same people',
			'@article{k, title = {Sleep of Whales in Winter}, author = {Moe, Ola}, doi = {10.1000/777}}\n',
			`${known}@article{y, title = {Counting Birds by Song}, author = {Moe, Ola}, doi = {10.1000/777}}\n`,
			['warning'],
		],
		['the authors of another paper', known.replace('{x,', '{k,').replace('Moe, Ola', 'Ito, Rei'), known, ['warning']],
		['a paper of which a company signs', known.replace('{x,', '{k,').replace('Moe, Ola', '{Whale Watch}'), known, []],
		['another year', known.replace('{x,', '{k,').replace('2019', '2009'), known, ['information']],
		['the year of the preprint', known.replace('{x,', '{k,').replace('2019', '2017'), known, []],
		[
			'a DOI with a wrong digit',
			known.replace('{x,', '{k,').replace('of Whales', 'of Grey Whales').replace('10.1000/182', '10.1000/183'),
			known.replace('of Whales', 'of Grey Whales'),
			['information'],
		],
		[
			'a review of a book',
			'@book{k, title = {Sleep of Whales in the Winter}, author = {Ito, Rei}, year = 2017}\n',
			known.replace('in Winter', 'in the Winter').replace('doi = {10.1000/182}, ', ''),
			[],
		],
		[
			'other authors for a title',
			'@article{k, title = {Sleep of Whales in the Winter of Norway}, author = {Ito, Rei}}\n',
			known.replace('in Winter', 'in the Winter of Norway'),
			['information'],
		],
		[
			'another arXiv id for one paper',
			'@misc{k, title = {Sleep of Whales in Norway}, author = {Moe, Ola}, eprint = {2004.01234}, archiveprefix = {arXiv}}\n',
			'@misc{x, title = {Sleep of Whales in Norway}, author = {Moe, Ola}, eprint = {2005.04321}, archiveprefix = {arXiv}}\n',
			['information'],
		],
	];
	for (const [what, own, other, severities] of cases) {
		it(`${severities[0] ?? 'nothing'} for ${what}`, () =>
			checkRule(conflictingRecord, {
				files: held(own, other),
				corpus: ['refs.bib', 'library.bib'],
				problems: severities.length,
				severities,
			}));
	}
});

describe('conflicting-record, three sources', () => {
	const right = '@article{k, title = {Sleep of Whales in Winter}, author = {Moe, Ola}, doi = {10.1000/182}}\n';
	const wrong = '@article{z, title = {Counting Birds by Song}, author = {Ito, Rei}, doi = {10.1000/182}}\n';

	it('believes an id that two of them give to the same work', () =>
		checkRule(conflictingRecord, {
			files: { 'refs.bib': right, 'wrong.bib': wrong, 'right.bib': right },
			corpus: ['refs.bib', 'wrong.bib', 'right.bib'],
			problems: 0,
		}));
	it('reports the third one', () =>
		checkRule(conflictingRecord, {
			files: { 'refs.bib': wrong, 'right.bib': right, 'again.bib': right },
			corpus: ['refs.bib', 'right.bib', 'again.bib'],
			problems: 1,
		}));
});

describe('incomplete-entry', () => {
	it('names what is missing, of the type and of the options', () =>
		checkRule(incompleteEntry, {
			files: { 'refs.bib': '@inproceedings{k, title = {Birds}, year = 2020, url = {https://birds.test}}\n' },
			options: { fields: ['doi|url', 'pages'] },
			problems: 1,
			messages: [/This inproceedings lacks author, booktitle, pages\./],
		}));
	it('counts what a parent gives', () =>
		checkRule(incompleteEntry, {
			files: {
				'refs.bib':
					'@inproceedings{k, title = {Birds}, author = {Ito, Rei}, crossref = {p}}\n@proceedings{p, title = {All Birds}, booktitle = {All Birds}, year = 2020}\n',
			},
			problems: 0,
		}));
});

describe('unused-entry', () => {
	const bib = '@misc{a, title = {A}, crossref = {c}}\n@misc{b, title = {B}}\n@misc{c, title = {C}}\n';
	const tex = (body: string) => `\\documentclass{article}\\begin{document}${body}\\bibliography{refs}\\end{document}\n`;
	const cases: [what: string, files: Record<string, string>, marks: string[]][] = [
		['what nobody cites, but no parent of what is cited', { 'a.tex': tex('\\cite{a}') }, ['b']],
		['what another document cites', { 'a.tex': tex('\\cite{a}'), 'b.tex': tex('\\cite{b}') }, []],
		['where all is cited', { 'a.tex': tex('\\cite{a}\\nocite{*}') }, []],
		['where a part of a document is missing', { 'a.tex': tex('\\cite{a}\\input{gone}') }, []],
		['where no document declares the file', { 'a.tex': 'Nothing.\n' }, []],
	];
	for (const [what, files, marks] of cases) {
		it(`reports ${marks.join() || 'nothing'}: ${what}`, () =>
			checkRule(unusedEntry, { files: { 'refs.bib': bib, ...files }, problems: marks.length, marks }));
	}
});

describe('which entries are looked at', () => {
	const bad = (key: string) => `@misc{${key}, title = {Birds ${key}}, author = {Author, A.}, year = 2020}\n`;
	const files = { 'refs.bib': bad('a') + bad('b'), 'main.md': '---\nbibliography: refs.bib\n---\n[@a]\n' };
	const marked = async (service: ReturnType<typeof serviceOver>, named: string[] = []) =>
		(await service.checkSources(named)).map(({ range }) => range.start.line);

	it('those that a checked document cites, as soon as it does', async () => {
		const workspace = memoryWorkspace(files);
		const service = serviceOver(workspace, { corpus: ['refs.bib'] });
		await service.loadCorpus(never);
		assert.deepEqual(await marked(service), []);
		let changes = 0;
		service.onDidChangeSources(() => changes++);
		await service.check(uriOf('main.md'), never);
		assert.deepEqual(await marked(service), [0]);
		assert.ok(changes > 0);
		workspace.set('main.md', `${files['main.md']}[@b]\n`);
		await service.check(uriOf('main.md'), never);
		assert.deepEqual(await marked(service), [0, 1]);
	});
	it('all of a file that is named', async () => {
		const service = serviceOver(memoryWorkspace(files), { corpus: ['refs.bib'] });
		await service.loadCorpus(never);
		assert.deepEqual(await marked(service, [uriOf('refs.bib')]), [0, 1]);
	});
});
