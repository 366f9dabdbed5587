import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type CliFolder, cliFolder } from '../support/cli.ts';

const bib = `@article{later1997,
  title = {Long Memory of Ants}, author = {van der Berg, Ann and {Ant Society}}, journal = {J. Ants},
  year = 1997, volume = 2, number = 3, pages = {10--20}, month = mar # "~12", annote = {Read {again}}}
@book{early1950, title = {Ants}, author = {Lee, Bo}, year = 1950, publisher = {Ant Press}}
@misc{never2000, title = {Nobody Cites Me}, year = 2000}
`;

describe('convert', () => {
	let folder: CliFolder;
	beforeEach(() => {
		folder = cliFolder({
			'refs.bib': bib,
			'main.tex':
				'\\documentclass{article}\\begin{document}\n\\cite{early1950}\\input{part}\n\\bibliography{refs}\\end{document}',
			'part.tex': '\\cite{later1997}\n',
		});
	});
	afterEach(() => folder.dispose());

	const keysOf = (text: string) => [...text.matchAll(/^@\w+\{([^,]*),/gm)].map(([, key]) => key);

	it('writes entries as BibTeX and as BibLaTeX have them', async () => {
		const { code, out, err } = await folder.run(['convert', '--to', 'bibtex', 'refs.bib']);
		assert.deepEqual({ code, err }, { code: 0, err: [] });
		assert.ok(
			out.startsWith(`@article{later1997,
  title = {Long Memory of Ants},
  author = {van der Berg, Ann and {Ant Society}},
  journal = {J. Ants},
  volume = {2},
  number = {3},
  pages = {10--20},
  year = {1997},
  month = mar # "~12",
  annote = {Read {again}},
}

@book{early1950,
`),
			out,
		);
		const modern = (await folder.run(['convert', '--to', 'biblatex', 'refs.bib'])).out;
		assert.match(modern, /journaltitle = \{J\. Ants\}/);
		assert.match(modern, /date = \{1997-03-12\}/);
		assert.doesNotMatch(modern, /year|month/);
	});

	it('writes CSL-JSON that other programs read', async () => {
		const { json } = await folder.run(['convert', '--to', 'csl-json', 'refs.bib']);
		assert.deepEqual(json[0], {
			id: 'later1997',
			type: 'article-journal',
			title: 'Long Memory of Ants',
			author: [{ family: 'Berg', given: 'Ann', 'non-dropping-particle': 'van der' }, { literal: 'Ant Society' }],
			issued: { 'date-parts': [[1997, 3, 12]] },
			'container-title': 'J. Ants',
			volume: '2',
			issue: '3',
			page: '10-20',
			custom: { annote: 'Read {again}' },
		});
	});

	it('writes RIS and JSON Lines', async () => {
		const { out } = await folder.run(['convert', '--to', 'ris', 'refs.bib']);
		const [first] = out.split('\r\n\r\n');
		assert.equal(
			first,
			[
				'TY  - JOUR',
				'ID  - later1997',
				'TI  - Long Memory of Ants',
				'AU  - van der Berg, Ann',
				'AU  - Ant Society,',
				'PY  - 1997',
				'DA  - 1997/03/12/',
				'T2  - J. Ants',
				'VL  - 2',
				'IS  - 3',
				'SP  - 10',
				'EP  - 20',
				'ER  - ',
			].join('\r\n'),
		);
		const { lines } = await folder.run(['convert', '--to', 'jsonl', 'refs.bib']);
		assert.deepEqual(
			lines.map(({ id }) => id),
			['later1997', 'early1950', 'never2000'],
		);
		assert.deepEqual(lines[0].fields, { annote: 'Read {again}' });
	});

	it('makes keys, and writes once what several files have', async () => {
		folder.write(
			'more.jsonl',
			'{"title":"Ants","authors":["Bo Lee"],"year":1950}\n{"title":"On the Rest of Ants","authors":["Ann Lee"],"year":2001}\n',
		);
		const { out } = await folder.run(['convert', '--to', 'bibtex', 'refs.bib', 'more.jsonl']);
		assert.deepEqual(keysOf(out), ['later1997', 'early1950', 'never2000', 'leeRestAnts2001']);
	});

	describe('--cited-in', () => {
		it('keeps what a project cites, in the order of its bibliography', async () => {
			const { code, out, err } = await folder.run(['convert', '--to', 'bibtex', '--cited-in', 'main.tex']);
			assert.deepEqual({ code, err }, { code: 0, err: [] });
			assert.deepEqual(keysOf(out), ['later1997', 'early1950']);
		});

		it('takes other files where they are named, and says what they lack', async () => {
			folder.write('other.bib', '@misc{EARLY1950, title = {Ants}}\n@misc{x, title = {X}}\n');
			const { code, out, err } = await folder.run(['convert', '--to', 'bibtex', '--cited-in', 'main.tex', 'other.bib']);
			assert.equal(code, 1);
			assert.deepEqual(keysOf(out), ['EARLY1950']);
			assert.deepEqual(err, ['relwork: 1 cited key in none of the files: later1997']);
		});

		it('keeps everything for \\nocite{*}, and an entry by its other key', async () => {
			folder.write(
				'main.tex',
				'\\documentclass{article}\\begin{document}\\nocite{*}\\bibliography{refs}\\end{document}',
			);
			assert.equal(keysOf((await folder.run(['convert', '--to', 'bibtex', '--cited-in', 'main.tex'])).out).length, 3);
			folder.write('a.md', '---\nbibliography: a.bib\n---\nSee [@other].\n');
			folder.write('a.bib', '@misc{one, ids = {other}, title = {One}}\n@misc{two, title = {Two}}\n');
			const { out } = await folder.run(['convert', '--to', 'bibtex', '--cited-in', 'a.md']);
			assert.deepEqual(keysOf(out), ['one']);
			assert.match(out, /ids = \{other\}/);
		});

		it('leaves out the name of a parent that is not written, too', async () => {
			folder.write('a.md', '---\nbibliography: a.bib\n---\nSee [@child].\n');
			folder.write(
				'a.bib',
				'@inproceedings{child, title = {C}, crossref = {whole}}\n@proceedings{whole, title = {Whole}, year = 2001}\n',
			);
			const { out } = await folder.run(['convert', '--to', 'bibtex', '--cited-in', 'a.md']);
			assert.match(out, /booktitle = \{Whole\}/);
			assert.doesNotMatch(out, /crossref/);
			assert.match((await folder.run(['convert', '--to', 'bibtex', 'a.bib'])).out, /crossref = \{whole\}/);
		});
	});

	describe('--out', () => {
		it('writes a file, and says so', async () => {
			for (const before of [undefined, 'old']) {
				if (before) folder.write('out.json', before);
				const { code, out } = await folder.run(['convert', '--to', 'csl-json', 'refs.bib', '--out', 'out.json']);
				assert.deepEqual({ code, out }, { code: 0, out: 'out.json  3 papers  CSL-JSON\n' });
				assert.equal(JSON.parse(folder.read('out.json').toString()).length, 3);
			}
		});

		it('never replaces what it reads, nor a file by less than was asked for', async () => {
			const same = await folder.run(['convert', '--to', 'biblatex', 'refs.bib', '--out', './refs.bib']);
			assert.equal(same.code, 2);
			assert.match(same.err.join(), /one of the files that are read/);
			assert.equal(folder.read('refs.bib').toString(), bib);
			const { code, err } = await folder.run(['convert', '--to', 'ris', 'refs.bib', 'gone.bib', '--out', 'out.ris']);
			assert.equal(code, 2);
			assert.match(err.join(), /gone\.bib/);
			assert.ok(!existsSync(join(folder.path, 'out.ris')));
		});

		it('says that a folder is not there', async () => {
			const { code, err } = await folder.run(['convert', '--to', 'ris', 'refs.bib', '--out', 'gone/out.ris']);
			assert.equal(code, 2);
			assert.equal(err.length, 1);
			assert.match(err[0]!, /^relwork: gone\/out\.ris /);
		});
	});

	it('names what is broken, and writes the rest', async () => {
		folder.write('bad.jsonl', '{"id":"a","title":"A"}\n{"id": oops}\n{"id":"b c","title":"B"}\n');
		const { code, out, err } = await folder.run(['convert', '--to', 'bibtex', 'bad.jsonl']);
		assert.equal(code, 1);
		assert.deepEqual(keysOf(out), ['a', 'b-c']);
		assert.match(err[0]!, /^relwork: bad\.jsonl:2:1: .*not valid JSON/);
		assert.match(err[1]!, /“b c”.*“b-c”/);
		assert.equal(err.length, 2);
	});

	it('wants a known format, and something to convert', async () => {
		for (const args of [['refs.bib'], ['--to', 'word', 'refs.bib'], ['--to', 'ris']]) {
			const { code, out, err } = await folder.run(['convert', ...args]);
			assert.deepEqual({ code, out, lines: err.length }, { code: 2, out: '', lines: 1 });
		}
	});
});
