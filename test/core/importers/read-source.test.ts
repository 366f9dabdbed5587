import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { importers, readSource, readSourceInPieces, sourceEndings } from '../../../src/core/importers/index.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)));
const read = (file: string, bytes: Uint8Array | string) =>
	readSource({ file: `file:///${file}`, bytes: typeof bytes === 'string' ? utf8(bytes) : bytes });

const entry = '@article{a,\n  title = {Grün},\n}\n';
const line = '{"id": "a", "title": "T"}\n';

describe('reading a source', () => {
	it('goes by the content, not by the name', () => {
		assert.equal(read('papers.txt', entry).format, 'bibtex');
		assert.equal(read('papers.bib', line).format, 'jsonl');
		assert.equal(read('papers.json', line + line).format, 'jsonl');
		assert.equal(read('papers.jsonl', `[${line}]`).format, 'csl-json');
		assert.equal(read('papers', `{"items": [${line}]}`).format, 'csl-json');
		assert.equal(
			read('x.json', JSON.stringify([{ title: 'T', author: [{ family: 'F' }] }], null, 2)).format,
			'csl-json',
		);
		assert.equal(read('x.json', JSON.stringify({ title: 'T', author: [{ family: 'F' }] }, null, 2)).format, 'csl-json');
		assert.equal(read('x.bib', '% nothing yet\n').format, 'bibtex');
		assert.equal(read('x.bib', `Written by a program.\n\n${'%'.repeat(300)}\n${entry}`).papers.length, 1);
	});

	it('recognises JSON Lines by any of its first lines', () => {
		const { format, papers, problems } = read('a.jsonl', `oops\n${line}${line}`);
		assert.deepEqual([format, papers.length, problems.length], ['jsonl', 2, 1]);
	});

	it('says of a file of no known format which ones there are', () => {
		for (const [name, text] of [
			['notes.txt', 'Just some notes.'],
			['package.json', '{"name": "x", "version": "1.0.0"}'],
			['log.jsonl', '{"level": "info", "id": 1}\n'],
			['page.html', '<html><body>@me</body></html>'],
		] as const) {
			const { format, papers, problems } = read(name, text);
			assert.deepEqual([format, papers.length, problems.length], [undefined, 0, 1], name);
			assert.equal(problems[0]!.severity, 'error');
			assert.match(problems[0]!.message, /not recognised.*BibTeX, JSON Lines,.* CSL-JSON/);
		}
	});

	it('says of a .bib file without entries that there are none, unless all of it is comments', () => {
		assert.match(read('refs.bib', '<html>Not found</html>').problems[0]!.message, /no BibTeX entry/);
		assert.deepEqual(read('refs.bib', '% to be filled\n').problems, []);
		assert.deepEqual(read('refs.bib', '@comment{to be filled}').problems, []);
	});

	it('says once that a file is empty', () => {
		for (const text of ['', ' \n\n', '\ufeff']) {
			const { papers, problems } = read('refs.bib', text);
			assert.equal(papers.length, 0);
			assert.equal(problems.length, 1);
			assert.equal(problems[0]!.severity, 'warning');
			assert.match(problems[0]!.message, /empty/);
		}
	});

	it('refuses a binary file that is called .bib', () => {
		const { format, problems } = read(
			'refs.bib',
			Uint8Array.from({ length: 1000 }, (_, at) => (at * 31) % 256),
		);
		assert.equal(format, undefined);
		assert.equal(problems.length, 1);
		assert.equal(problems[0]!.severity, 'error');
	});

	it('reads Latin-1, and says that it is not UTF-8', () => {
		const { papers, problems } = read('refs.bib', latin1(entry));
		assert.equal(papers[0]!.title, 'Grün');
		assert.equal(problems.length, 1);
		assert.match(problems[0]!.message, /Save it as UTF-8/);
	});

	it('reads UTF-16', () => {
		const units = Uint16Array.from([...`\ufeff${entry}`].map((letter) => letter.charCodeAt(0)));
		assert.equal(read('refs.bib', new Uint8Array(units.buffer)).papers[0]!.title, 'Grün');
	});

	it('reads large JSON Lines in pieces, with the right line numbers, and letters that straddle none', () => {
		const count = 40_000;
		const text = Array.from({ length: count }, (_, at) =>
			JSON.stringify({ id: `k${at}`, title: `Übung ${at}`, abstract: 'é'.repeat(60) }),
		).join('\n');
		const pieces = [...readSourceInPieces({ file: 'file:///big.jsonl', bytes: utf8(`${text}\noops`) })];
		assert.ok(pieces.length > 2);
		const papers = pieces.flatMap((piece) => piece.papers);
		assert.equal(papers.length, count);
		assert.ok(papers.every((paper, at) => paper.id === `k${at}` && paper.title === `Übung ${at}`));
		assert.equal(papers.at(-1)!.provenance[0]!.range.start.line, count - 1);
		const problems = pieces.flatMap((piece) => piece.problems);
		assert.deepEqual(
			problems.map((problem) => problem.range.start.line),
			[count],
		);
		assert.ok(pieces.every((piece) => piece.format === 'jsonl'));
	});

	it('lists no more problems than anyone reads, and says how many more there are', () => {
		const { papers, problems } = read('a.jsonl', line + 'oops\n'.repeat(1000));
		assert.equal(papers.length, 1);
		assert.equal(problems.length, 201);
		assert.match(problems.at(-1)!.message, /^800 more problems/);
	});

	it('reads BibTeX in small parts, parents behind their children as well', () => {
		const children = Array.from({ length: 500 }, (_, i) => `@inproceedings{c${i}, title = {T${i}}, crossref = {p}}\n`);
		for (const parent of ['@proceedings{p, title = {Whole}, year = 2020}', '']) {
			const bytes = utf8(children.join('') + parent);
			const parts = [...readSourceInPieces({ file: 'file:///x.bib', bytes })];
			const most = Math.max(...parts.map(({ papers }) => papers.length));
			assert.ok(most > 0 && most < 100, `${most} papers in one part`);
			const papers = parts.flatMap((part) => part.papers);
			assert.deepEqual(papers, read('x.bib', bytes).papers);
			assert.equal(papers.length, parent ? 501 : 500);
			assert.equal(papers[0]!['container-title'], parent ? 'Whole' : undefined);
		}
	});

	it('reads what a packed file holds, under any name, and says what is wrong with it', () => {
		const text = Array.from({ length: 5000 }, (_, at) => `@article{k${at}, title = {Number ${at * at}}}`).join('\n');
		const packed = gzipSync(text);
		for (const name of ['refs.bib.gz', 'refs.gz', 'refs.bib']) {
			const { format, papers, problems } = read(name, packed);
			assert.deepEqual([format, papers.length, problems], ['bibtex', 5000, []], name);
		}
		const cut = read('refs.bib.gz', packed.subarray(0, packed.length / 2));
		assert.ok(cut.papers.length > 1000 && cut.papers.length < 5000);
		assert.match(cut.problems.at(-1)!.message, /This gzip archive is cut off: only what stands in front.*again\.$/);
		assert.equal(read('refs.bib.gz', gzipSync('')).problems[0]!.severity, 'warning');
		assert.match(read('refs.zip.gz', gzipSync('PK\x03\x04…')).problems[0]!.message, /zip archive/);
	});

	it('reads packed files in any encoding, and JSON Lines that are longer than a piece', () => {
		assert.equal(read('refs.bib.gz', gzipSync(latin1(entry))).papers[0]!.title, 'Grün');
		const lines = Array.from({ length: 3000 }, (_, at) =>
			JSON.stringify({ id: `k${at}`, title: `Ü ${at}`, n: `${at}é`.repeat(20) }),
		);
		const long = JSON.stringify({ id: 'long', title: 'L', abstract: 'é '.repeat(200_000) });
		const { papers, problems } = read(
			'x.jsonl.gz',
			gzipSync([...lines, long, ...lines.map((one) => one.replace('"k', '"m'))].join('\n')),
		);
		assert.deepEqual([papers.length, problems], [6001, []]);
		assert.equal(papers.at(-1)!.provenance[0]!.range.start.line, 6000);
	});

	it('lists endings of packed files, too', () => {
		for (const ending of ['.bib', '.bib.gz', '.ris', '.nbib.gz', '.jsonl.gz', '.csv'])
			assert.ok(sourceEndings.includes(ending));
	});

	it('never throws, whatever the bytes', () => {
		fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => Array.isArray(read('x.bib', bytes).papers)));
		const starts = fc.constantFrom(entry, line, `[${line}`, '{"items": [', '@', '@string{');
		fc.assert(
			fc.property(starts, fc.string({ unit: 'binary' }), (start, rest) =>
				Array.isArray(read('x', start + rest).papers),
			),
		);
	});

	it('knows each format by an id of its own, and each ending once', () => {
		assert.equal(new Set(sourceEndings).size, sourceEndings.length);
		assert.ok(sourceEndings.every((ending) => /^\.[a-z]+(?:\.gz)?$/.test(ending)));
		assert.equal(new Set(importers.map((importer) => importer.id)).size, importers.length);
	});
});
