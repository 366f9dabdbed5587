import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type CliFolder, cliFolder } from '../support/cli.ts';

const refs = `@article{turing1950, title = {Computing Machinery and Intelligence}, author = {Turing, Alan}, year = 1950}
@article{shannon1948, title = {A Mathematical Theory of Communication}, author = {Shannon, Claude}, year = 1948}
`;
const main = `\\documentclass{article}
\\begin{document}
\\input{part}
Machines may think \\cite{turing1950}, or not \\cite{turing1590, shannon1948}.
\\bibliography{refs}
\\end{document}
`;
const part = 'A part with \\cite{} nothing, and \\cite{shannon1948,,turing1950}.\n';

describe('relwork check', () => {
	let folder: CliFolder;
	beforeEach(() => {
		folder = cliFolder({ 'main.tex': main, 'part.tex': part, 'refs.bib': refs });
	});
	afterEach(() => folder.dispose());

	// biome-ignore lint/suspicious/noExplicitAny: problems as JSON
	const brief = (problems: any[]) => problems.map(({ file, rule, severity }) => `${file} ${rule} ${severity}`);

	it('reports problems of a paper and of all that it includes', async () => {
		const { code, json, err } = await folder.run(['check', 'main.tex', '--format', 'json']);
		assert.equal(code, 1);
		assert.deepEqual(err, []);
		assert.deepEqual(Object.keys(json), ['files', 'problems', 'summary']);
		assert.equal(json.files, 2);
		assert.deepEqual(brief(json.problems), [
			'main.tex unknown-key error',
			'part.tex empty-citation error',
			'part.tex empty-slot warning',
		]);
		assert.deepEqual(json.summary, {
			errors: 2,
			warnings: 1,
			information: 0,
			hints: 0,
			citations: 4,
			emptyCitations: 1,
			keys: 3,
			papers: 2,
		});
	});

	it('gives each problem its place as LSP counts it, and its repairs, best first', async () => {
		const { json } = await folder.run(['check', 'main.tex', '--format', 'json']);
		const [problem] = json.problems;
		assert.deepEqual(Object.keys(problem), [
			'file',
			'range',
			'rule',
			'severity',
			'message',
			'data',
			'fixes',
			'fingerprint',
		]);
		const range = { start: { line: 3, character: 51 }, end: { line: 3, character: 61 } };
		assert.deepEqual(problem.range, range);
		const { title, safe, edits } = problem.fixes[0];
		assert.match(title, /turing1950/);
		assert.equal(safe, false);
		assert.deepEqual(edits, [{ file: 'main.tex', range, newText: 'turing1950' }]);
	});

	it('checks a part alone where only the part is named', async () => {
		const { json } = await folder.run(['check', 'part.tex', '--format', 'json']);
		assert.equal(json.files, 1);
		assert.deepEqual(brief(json.problems), ['part.tex empty-citation error', 'part.tex empty-slot warning']);
	});

	it('judges a part by the paper that is named, where several include it', async () => {
		const other = (bibliography: string) =>
			`\\documentclass{article}\\begin{document}\\input{shared}\\bibliography{${bibliography}}\\end{document}\n`;
		folder.write(
			'shared.tex',
			'\\documentclass[main.tex]{subfiles} Machines \\cite{turing1950} and more \\cite{other2000}.\n',
		);
		folder.write('a.tex', other('refs'));
		folder.write('b.tex', other('others'));
		folder.write('others.bib', '@misc{other2000, title = {Others}}\n');
		const unknown = async (root: string) => {
			const { json } = await folder.run(['check', root, '--format', 'json']);
			// biome-ignore lint/suspicious/noExplicitAny: problems as JSON
			return json.problems.map(({ data }: any) => data.key);
		};
		assert.deepEqual(await unknown('a.tex'), ['other2000']);
		assert.deepEqual(await unknown('b.tex'), ['turing1950']);
	});

	it('takes folders, globs and files, each document once', async () => {
		folder.write('sub/draft.md', 'Nothing \\cite{}.\n');
		folder.write('node_modules/x/readme.md', 'Nothing \\cite{}.\n');
		const { json } = await folder.run(['check', '.', '*.tex', 'main.tex', '--format', 'json']);
		assert.equal(json.files, 3);
		assert.equal(json.summary.errors, 3);
	});

	it('checks a bibliography by itself', async () => {
		folder.write('broken.bib', '@misc{a, title = {One}\n@misc{b, title = {Two}}\n');
		const { code, json } = await folder.run(['check', 'broken.bib', '--format', 'json']);
		assert.equal(code, 1);
		assert.equal(json.files, 1);
		assert.deepEqual(brief(json.problems), ['broken.bib entry-syntax error']);
		assert.equal(json.summary.papers, 2);
	});

	it('counts the problems of sources in use', async () => {
		folder.write('lost.tex', '\\documentclass{article}\\begin{document}\\cite{a}\\bibliography{broken}\\end{document}');
		folder.write('broken.bib', '@misc{a, title = {One}}\n@misc{b, title = {Two}\n');
		const { code, json } = await folder.run(['check', 'lost.tex', '--format', 'json']);
		assert.equal(code, 1);
		assert.deepEqual(brief(json.problems), ['broken.bib entry-syntax error']);
	});

	it('checks a document without a bibliography against the corpus', async () => {
		folder.write('draft.md', 'Known \\cite{turing1950}, unknown \\cite{nobody2000}.\n');
		folder.write('lists/more.bib', refs);
		const { json } = await folder.run(['check', 'draft.md', '--corpus', 'list*/*.bib', '--format', 'json']);
		assert.deepEqual(brief(json.problems), ['draft.md unknown-key error']);
		assert.equal(json.summary.papers, 2);
	});

	it('names files from the working directory, and whole where they lie elsewhere', async () => {
		const other = cliFolder({ 'draft.md': 'Nothing \\cite{}.\n' });
		try {
			const { json } = await folder.run(['check', join(other.path, 'draft.md'), 'part.tex', '--format', 'json']);
			assert.equal(json.problems[0].file, join(other.path, 'draft.md'));
			assert.equal(json.problems[1].file, 'part.tex');
		} finally {
			other.dispose();
		}
	});

	it('reads relatedwork.json upwards from the first path', async () => {
		folder.write('relatedwork.json', '{"corpus": ["refs.bib"], "rules": {"empty-citation": "off"}}');
		folder.write('deep/down/draft.md', 'Nothing \\cite{}, known \\cite{turing1950}, unknown \\cite{x}.\n');
		const { json } = await folder.run(['check', 'deep/down/draft.md', '--format', 'json']);
		assert.deepEqual(brief(json.problems), ['deep/down/draft.md unknown-key error']);
	});

	it('lets --rule win over relatedwork.json', async () => {
		folder.write('relatedwork.json', '{"rules": {"empty-citation": "off", "empty-slot": "error"}}');
		const args = ['check', 'part.tex', '--format', 'json'];
		const { json } = await folder.run([...args, '--rule', 'empty-citation=hint', '--rule', 'repeated-key=off']);
		assert.deepEqual(brief(json.problems), ['part.tex empty-citation hint', 'part.tex empty-slot error']);
	});

	it('fails on warnings only when there are more than allowed', async () => {
		folder.write('draft.md', 'A stray comma \\cite{a,,b}.\n');
		assert.equal((await folder.run(['check', 'draft.md'])).code, 0);
		assert.equal((await folder.run(['check', 'draft.md', '--max-warnings', '1'])).code, 0);
		const { code, err } = await folder.run(['check', 'draft.md', '--max-warnings', '0']);
		assert.equal(code, 1);
		assert.match(err.join(), /more warnings \(1\)/);
	});

	it('is content with a sound paper', async () => {
		folder.write('part.tex', '');
		folder.write('main.tex', main.replace('turing1590', 'turing1950'));
		const { code, out } = await folder.run(['check', 'main.tex']);
		assert.equal(code, 0);
		assert.equal(out, 'No problems\n2 files: 2 citations, 2 distinct keys, 2 papers known\n');
	});

	describe('.relworkignore', () => {
		it('leaves out what folders, globs and other documents bring in, not what is named', async () => {
			folder.write('.relworkignore', '# drafts\npart.tex\nold/\n!old/kept.md\nvendor.bib\n');
			folder.write('old/draft.md', 'Nothing \\cite{}.\n');
			folder.write('vendor.bib', '@misc{a, title = {One}\n');
			const { json } = await folder.run(['check', '.', '*.bib', '--format', 'json']);
			assert.deepEqual(brief(json.problems), ['main.tex unknown-key error']);
			const named = await folder.run(['check', 'part.tex', '--format', 'json']);
			assert.equal(named.json.problems.length, 2);
		});

		it('is looked for in the folder of relatedwork.json, and counts from there', async () => {
			folder.write('relatedwork.json', '{}');
			folder.write('.relworkignore', '/deep/old.md\n');
			folder.write('deep/old.md', 'Nothing \\cite{}.\n');
			folder.write('deep/new.md', 'Nothing \\cite{}.\n');
			const { json } = await folder.run(['check', 'deep', '--format', 'json']);
			assert.deepEqual(brief(json.problems), ['deep/new.md empty-citation error']);
		});
	});

	describe('--baseline', () => {
		const args = ['check', 'main.tex', '--baseline', 'known.json'];

		it('counts what is known, wherever its lines are now, and reports what is new', async () => {
			const written = await folder.run([...args, '--write-baseline', '--format', 'json']);
			assert.equal(written.code, 0);
			assert.deepEqual(written.json.problems, []);
			assert.equal(written.json.summary.known, 3);

			folder.write('main.tex', main.replace('Machines', 'A new line.\n\nMachines').replace(', or not', ',\nor not'));
			const moved = await folder.run([...args, '--format', 'json']);
			assert.equal(moved.code, 0);
			assert.deepEqual(moved.json.problems, []);

			folder.write('part.tex', `${part}And one more \\cite{nobody2000}.\n`);
			const { code, json, out } = await folder.run([...args, '--format', 'json']);
			assert.equal(code, 1, out);
			assert.deepEqual(brief(json.problems), ['part.tex unknown-key error']);
			assert.equal(json.summary.errors, 1);
			assert.equal(json.summary.known, 3);
		});

		it('tells problems of the same words apart by their number', async () => {
			folder.write('draft.md', 'Nothing \\cite{}.\n');
			const own = ['check', 'draft.md', '--baseline', 'known.json', '--format', 'json'];
			await folder.run([...own, '--write-baseline']);
			folder.write('draft.md', 'Nothing \\cite{}.\n'.repeat(9));
			assert.ok((await folder.run(own)).json.problems.length >= 7);
		});

		it('may be used from another folder', async () => {
			await folder.run([...args, '--write-baseline']);
			const there = ['check', join(folder.path, 'main.tex'), '--baseline', join(folder.path, 'known.json')];
			const elsewhere = cliFolder();
			try {
				assert.equal((await elsewhere.run(there)).code, 0);
			} finally {
				elsewhere.dispose();
			}
		});

		it('may be written on one system and read on another, with the other line ends', async () => {
			await folder.run([...args, '--write-baseline']);
			const written = folder.read('known.json').toString();
			for (const name of ['main.tex', 'part.tex', 'refs.bib'])
				folder.write(name, folder.read(name).toString().replaceAll('\n', '\r\n'));
			folder.write('known.json', Buffer.from(`\ufeff${written.replaceAll('\n', '\r\n')}`, 'utf16le'));
			const read = await folder.run([...args, '--format', 'json']);
			assert.deepEqual([read.code, read.json.problems, read.json.summary.known], [0, [], 3]);
			await folder.run([...args, '--write-baseline']);
			assert.equal(folder.read('known.json').toString(), written);
		});

		it('must be there and be one', async () => {
			const absent = await folder.run(args);
			assert.equal(absent.code, 2);
			assert.match(absent.err.join(), /known\.json does not exist; --write-baseline writes one$/);
			folder.write('known.json', '{"problems": [1]}');
			assert.match((await folder.run(args)).err.join(), /known\.json is not a baseline/);
			assert.match((await folder.run(['check', '.', '--write-baseline'])).err.join(), /name it with --baseline/);
		});
	});

	describe('--fix', () => {
		it('removes repeated entries once, and nothing that moves into their place', async () => {
			const entry = (key: string) => `@book{${key},\n\ttitle = {Book ${key}},\n\tauthor = {Ode, Al}\n}\n\n`;
			const keys = Array.from({ length: 400 }, (_, i) => `k${i}`);
			const again = (key: string, i: number) => (i % 100 === 50 ? [key, 'k0'] : [key]);
			folder.write('refs.bib', keys.flatMap(again).map(entry).join(''));
			folder.write('draft.md', `---\nbibliography: refs.bib\n---\n${keys.map((key) => `[@${key}]`).join(' ')}\n`);
			const { code, json } = await folder.run(['check', '--fix', 'draft.md', '--format', 'json']);
			assert.deepEqual([code, json.summary.fixed, json.problems], [0, 4, []]);
			const left = folder.read('refs.bib').toString();
			assert.deepEqual(left.match(/(?<=@book\{)k\d+/g), keys);
			assert.equal(left.replace(/\s+/g, ' '), keys.map(entry).join('').replace(/\s+/g, ' '));
		});

		it('makes the safe repairs, and changes nothing else by a byte', async () => {
			const before = Buffer.from('\ufeffÜber \\cite{a,,b}\r\nand \\cite{a, b, a}.\r\n\tEnd');
			folder.write('draft.md', before);
			chmodSync(join(folder.path, 'draft.md'), 0o640);
			const { code, json } = await folder.run(['check', '--fix', 'draft.md', '--format', 'json']);
			assert.equal(code, 0);
			assert.deepEqual(json.problems, []);
			assert.equal(json.summary.fixed, 2);
			assert.equal(`${folder.read('draft.md')}`, '\ufeffÜber \\cite{a,b}\r\nand \\cite{a, b}.\r\n\tEnd');
			if (process.platform !== 'win32') assert.equal(statSync(join(folder.path, 'draft.md')).mode & 0o777, 0o640);
			assert.deepEqual(readdirSync(folder.path).sort(), ['draft.md', 'main.tex', 'part.tex', 'refs.bib']);
		});

		it('keeps the encoding of a file', async () => {
			folder.write('latin1.md', Buffer.from('Über größere Dinge \\cite{a,,b}.\n', 'latin1'));
			folder.write('utf16.md', Buffer.from('\ufeffÜber \\cite{a,,b}.\n', 'utf16le'));
			assert.equal((await folder.run(['check', '--fix', 'latin1.md', 'utf16.md'])).code, 0);
			assert.deepEqual(folder.read('latin1.md'), Buffer.from('Über größere Dinge \\cite{a,b}.\n', 'latin1'));
			assert.deepEqual(folder.read('utf16.md'), Buffer.from('\ufeffÜber \\cite{a,b}.\n', 'utf16le'));
		});

		it('leaves a file with damaged text as it is, and says so', async () => {
			const damaged = Buffer.concat([Buffer.from('Äöü ßéè '), Buffer.of(0xff), Buffer.from(' \\cite{a,,b}.\n')]);
			folder.write('draft.md', damaged);
			const { code, err } = await folder.run(['check', '--fix', 'draft.md']);
			assert.equal(code, 2);
			assert.match(err.join('\n'), /^relwork: draft\.md has bytes that are not valid utf-8, and is left as it is/);
			assert.deepEqual(folder.read('draft.md'), damaged);
		});

		it('mends the bibliographies that a document declares, and no other source', async () => {
			const twice = `${refs}${refs.split('\n')[0]}\n`;
			folder.write('refs.bib', twice);
			folder.write('corpus.bib', twice);
			await folder.run(['check', '--fix', 'main.tex', '--corpus', 'corpus.bib']);
			assert.equal(`${folder.read('refs.bib')}`, refs);
			assert.equal(`${folder.read('corpus.bib')}`, twice);
		});

		it('writes through a symbolic link', async function () {
			if (process.platform === 'win32') {
				console.log('      skipped: symbolic links need rights here');
				this.skip();
			}
			folder.write('real/draft.md', '\\cite{a,,b}');
			symlinkSync('real/draft.md', join(folder.path, 'link.md'));
			await folder.run(['check', '--fix', 'link.md']);
			assert.ok(lstatSync(join(folder.path, 'link.md')).isSymbolicLink());
			assert.equal(`${folder.read('real/draft.md')}`, '\\cite{a,b}');
		});
	});
});
