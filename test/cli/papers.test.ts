import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type CliFolder, cliFolder } from '../support/cli.ts';

const bib = `@inproceedings{vaswani2017attention,
  title = {Attention Is All You Need}, author = {Vaswani, Ashish and Shazeer, Noam and Parmar, Niki}, year = 2017}
@article{hochreiter1997lstm,
  title = {Long Short-Term Memory}, author = {Hochreiter, Sepp and Schmidhuber, J{\\"u}rgen}, year = 1997,
  abstract = {Gates let gradients flow over long time lags in recurrent networks.}}
@article{lecun1998gradient,
  title = {Gradient-Based Learning Applied to Document Recognition}, author = {LeCun, Yann}, year = 1998,
  abstract = {Convolutional networks recognise handwritten characters on cheques.}}
`;
const json = ['--format', 'json'];

describe('commands on papers', () => {
	let folder: CliFolder;
	beforeEach(() => {
		folder = cliFolder({ 'refs.bib': bib });
	});
	afterEach(() => folder.dispose());

	const batch = (command: string, lines: readonly unknown[], ...more: string[]) =>
		folder.run(
			[command, '--corpus', 'refs.bib', '--batch', '-', ...more],
			lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''),
		);

	describe('search', () => {
		it('ranks papers by what one remembers', async () => {
			const { code, json: found } = await folder.run([
				'search',
				'--corpus',
				'refs.bib',
				...json,
				'schmidhuber',
				'memory',
			]);
			assert.equal(code, 0);
			const [first] = found.papers;
			assert.deepEqual(Object.keys(first).slice(0, 3), ['key', 'score', 'paper']);
			assert.equal(first.key, 'hochreiter1997lstm');
			assert.equal(first.paper.title, 'Long Short-Term Memory');
			assert.equal(typeof first.score, 'number');
		});

		it('prints a line for each, aligned', async () => {
			const { out } = await folder.run(['search', '--corpus', 'refs.bib', 'gradient based']);
			assert.equal(
				out,
				`lecun1998gradient   LeCun 1998                     Gradient-Based Learning Applied to Document Recognition
hochreiter1997lstm  Hochreiter & Schmidhuber 1997  Long Short-Term Memory
`,
			);
		});

		it('lists no more than asked for, and says when nothing fits', async () => {
			const { json: one } = await folder.run(['search', '--corpus', 'refs.bib', '--limit', '1', ...json, 'gradient']);
			assert.equal(one.papers.length, 1);
			assert.equal((await folder.run(['search', '--corpus', 'refs.bib', 'zzzz'])).out, 'No paper fits.\n');
		});

		it('keeps what a large corpus gave where it is told to, answers the same from it, and sees changes', async () => {
			const line = (i: number, word: string) =>
				JSON.stringify({ id: `key${i}`, title: `${word} Number ${i}`, abstract: 'Much is said. '.repeat(20) });
			const corpus = (word: string) => Array.from({ length: 2500 }, (_, i) => line(i, word)).join('\n');
			folder.write('large.jsonl', corpus('Research'));
			const search = async () =>
				(await folder.run(['search', '--corpus', 'large.jsonl', '--cache', 'kept', 'number 1234'])).out;
			const first = await search();
			assert.match(first, /Research Number 1234/);
			const names = () => readdirSync(join(folder.path, 'kept')).filter((name) => !name.endsWith('note'));
			const kept = names();
			assert.equal(kept.length, 1);
			assert.equal(await search(), first);
			assert.deepEqual(names(), kept);
			folder.write('large.jsonl', corpus('Study'));
			assert.match(await search(), /Study Number 1234/);
		});

		it('searches the corpus of relatedwork.json, unless another is named', async () => {
			folder.write('relatedwork.json', '{"corpus": ["refs.bib"]}');
			folder.write('other.bib', '@misc{other, title = {Attention to Detail}}');
			const keys = async (...more: string[]) => {
				const { json: found } = await folder.run(['search', ...json, ...more, 'attention']);
				return found.papers.map(({ key }: { key: string }) => key);
			};
			assert.deepEqual(await keys(), ['vaswani2017attention']);
			assert.deepEqual(await keys('--corpus', 'other.bib'), ['other']);
		});
	});

	describe('suggest', () => {
		it('ranks papers for a sentence', async () => {
			const text = 'Recurrent networks with gates bridge long time lags.';
			const { json: found } = await folder.run(['suggest', '--corpus', 'refs.bib', '--text', text, ...json]);
			assert.equal(found.papers[0].key, 'hochreiter1997lstm');
		});

		it('ranks papers for a place, one-based, without those that stand there', async () => {
			folder.write('draft.md', '# Networks\n\nRecurrent networks with gates \\cite{} bridge long time lags.\n');
			const at = async (place: string) => {
				const { json: found } = await folder.run(['suggest', '--corpus', 'refs.bib', place, ...json]);
				return found.papers.map(({ key }: { key: string }) => key);
			};
			assert.equal((await at('draft.md:3:37'))[0], 'hochreiter1997lstm');
			assert.equal((await at('draft.md:3:2'))[0], 'hochreiter1997lstm', 'outside of a citation, too');
			folder.write('draft.md', 'Recurrent networks with gates \\cite{hochreiter1997lstm} bridge long time lags.\n');
			assert.ok(!(await at('draft.md:1:37')).includes('hochreiter1997lstm'));
		});

		it('ranks the bibliography of the document together with the corpus', async () => {
			folder.write('own.bib', '@misc{own, title = {Gates in Recurrent Networks}}');
			folder.write('draft.md', '---\nbibliography: own.bib\n---\nRecurrent networks with gates bridge time lags.\n');
			const { json: found } = await folder.run(['suggest', '--corpus', 'refs.bib', 'draft.md:4:3', ...json]);
			const keys = found.papers.map(({ key }: { key: string }) => key);
			assert.ok(keys.includes('own') && keys.includes('hochreiter1997lstm'), keys.join());
		});

		it('answers lines by lines', async () => {
			const { code, lines } = await batch('suggest', [
				{ id: 'a', text: 'Handwritten characters on cheques.', section: 'Vision', year: 2020, title: null },
				{ id: 2, text: 'Gates let gradients flow.' },
			]);
			assert.equal(code, 0);
			assert.deepEqual(
				lines.map(({ id, keys }) => [id, keys[0]]),
				[
					['a', 'lecun1998gradient'],
					[2, 'hochreiter1997lstm'],
				],
			);
		});

		it('learns from other citing sentences, never from the one asked about', async () => {
			folder.write(
				'citing.jsonl',
				'{"id":"a","text":"Transformers dispense with recurrence.","keys":["vaswani2017attention"]}\n',
			);
			const lines = (id: string) => [{ id, text: 'We dispense with recurrence as transformers do.' }];
			const other = await batch('suggest', lines('b'), '--citing', 'citing.jsonl');
			assert.equal(other.lines[0].keys[0], 'vaswani2017attention');
			const same = await batch('suggest', lines('a'), '--citing', 'citing.jsonl');
			assert.deepEqual(same.lines, (await batch('suggest', lines('a'))).lines);
		});
	});

	it('complete answers lines by lines, with and without a query', async () => {
		const { code, lines } = await batch('complete', [
			{ id: 1, query: 'vasw' },
			{ id: 2, query: 'need attention', context: null },
			{ id: 3, query: '', context: 'Handwritten characters on cheques.' },
			{ id: 4, query: '', context: { text: 'Gates let gradients flow.', section: 'Recurrence' } },
		]);
		assert.equal(code, 0);
		assert.deepEqual(
			lines.map(({ keys }) => keys[0]),
			['vaswani2017attention', 'vaswani2017attention', 'lecun1998gradient', 'hochreiter1997lstm'],
		);
		assert.equal(lines[3].keys.length, 3, 'as in the editor, the rest follows what fits');
	});

	it('complete lists for people, too', async () => {
		const { out } = await folder.run(['complete', '--corpus', 'refs.bib', 'vasw']);
		assert.match(out, /^vaswani2017attention {2}Vaswani et al\. 2017 {2}Attention Is All You Need\n/);
	});

	it('fix-key answers lines by lines, for unknown and for empty keys', async () => {
		const { code, lines } = await batch('fix-key', [
			{ id: 1, key: 'vaswani2107attention' },
			{ id: 2, key: '', text: 'As in Long Short-Term Memory, gates help.' },
		]);
		assert.equal(code, 0);
		assert.deepEqual(
			lines.map(({ keys }) => keys[0]),
			['vaswani2017attention', 'hochreiter1997lstm'],
		);
		const { out } = await folder.run(['fix-key', '--corpus', 'refs.bib', 'vaswani2107attention']);
		assert.match(out, /^vaswani2017attention /);
	});

	describe('a batch', () => {
		it('goes on after bad lines, which it names by number', async () => {
			const { code, lines, err } = await batch('complete', [
				{ id: 1, query: 'vasw' },
				'{"id": 2, "query": ',
				'',
				'[1]',
				{ id: 4, query: 7 },
				{ id: 5, query: 'lecun', context: { text: 'x', year: 'soon' } },
				{ id: 6, query: 'lecun' },
			]);
			assert.equal(code, 2);
			assert.deepEqual(
				lines.map(({ id }) => id),
				[1, 6],
			);
			assert.deepEqual(err, [
				'relwork: standard input, line 2: not valid JSON',
				'relwork: standard input, line 4: not a JSON object',
				'relwork: standard input, line 5: "query" must be a string',
				'relwork: standard input, line 6: "year" must be a whole number',
			]);
		});

		it('takes its lines in any pieces: bytes in the middle of a letter, Windows line ends, no end', async () => {
			const bytes = Buffer.from('{"id":"é\u2028","query":"hochreiter"}\r\n{"id":"b","query":"lecun"}');
			const pieces = Array.from(bytes, (byte) => Uint8Array.of(byte));
			const { code, lines } = await folder.run(['complete', '--corpus', 'refs.bib', '--batch', '-'], pieces);
			assert.equal(code, 0);
			assert.deepEqual(
				lines.map(({ id, keys }) => [id, keys[0]]),
				[
					['é\u2028', 'hochreiter1997lstm'],
					['b', 'lecun1998gradient'],
				],
			);
		});

		it('may be empty', async () => {
			const { code, out, err } = await batch('fix-key', []);
			assert.deepEqual({ code, out, err }, { code: 0, out: '', err: [] });
		});
	});

	describe('import', () => {
		const listing = `Trending papers

Attention Is All You Need

The dominant sequence models are recurrent or convolutional. We propose a network of attention alone, which trains faster and translates better than they do, and which needs no recurrence at all. On two tasks of machine translation it is better than all that was there before, and it is trained in a small part of the time. We show that it does well on parsing, too, with much and with little to learn from, and we look into what its heads attend to.

A Long Study of Nothing in Particular and of Its Results

Nothing has been studied little. We study nothing in particular over many years, and we find that there is nothing to be found in it, which we take for a result of some interest to all who look for nothing.

On the Height of Towers and How to Measure It With a Rope

Towers are high. We measure how high they are with a rope and with the shadow that they cast, compare the two, and explain where they differ, which is mostly where the wind blows or the sun does not shine.
`;

		it('gives CSL-JSON, merged over the files, each paper with a key and its places', async () => {
			folder.write('list.txt', listing);
			const { code, json: found, err } = await folder.run(['import', ...json, 'refs.bib', 'list.txt']);
			assert.equal(code, 0);
			assert.deepEqual(err, []);
			assert.deepEqual(Object.keys(found), ['papers', 'problems']);
			assert.equal(found.papers.length, 5);
			const [vaswani, hochreiter] = found.papers;
			assert.equal(vaswani.id, 'vaswani2017attention');
			assert.match(vaswani.abstract, /^The dominant sequence models/);
			assert.deepEqual(
				vaswani.provenance.map(({ file }: { file: string }) => file),
				['refs.bib', 'list.txt'],
			);
			assert.deepEqual(hochreiter.author[1], { family: 'Schmidhuber', given: 'Jürgen' });
			assert.deepEqual(hochreiter.issued, { 'date-parts': [[1997]] });
			assert.ok(found.papers.every(({ id }: { id: string }) => id.length > 0));
		});

		it('gives the same keys whatever the size of the files that come first', async () => {
			const entry = (index: number) =>
				`{"title":"The Same Beginning of Paper ${index}","authors":["Ann Lee"],"year":2020}\n`;
			folder.write('a-large.jsonl', Array.from({ length: 400 }, (_, index) => entry(index)).join(''));
			folder.write('b-small.jsonl', entry(1000));
			const ids = async (): Promise<string[]> => {
				const { json: found } = await folder.run([
					'search',
					'--corpus',
					'*.jsonl',
					'--limit',
					'500',
					...json,
					'beginning',
				]);
				return found.papers
					.map(({ paper }: { paper: { id: string; title: string } }) => `${paper.id} ${paper.title}`)
					.sort();
			};
			const first = await ids();
			assert.equal(first.length, 401);
			assert.deepEqual(await ids(), first);
		});

		it('says what it read', async () => {
			const { out } = await folder.run(['import', 'refs.bib']);
			assert.equal(out, 'refs.bib  3 papers  BibTeX\n3 distinct papers, 0 problems\n');
		});
	});

	describe('cites', () => {
		beforeEach(() => {
			folder.write(
				'main.tex',
				'\\documentclass{article}\n\\begin{document}\n\\input{part}\\cite[p.~3]{lecun1998gradient,\n  hochreiter1997lstm}\n\\bibliography{refs}\n\\end{document}\n',
			);
			folder.write('part.tex', '\\citep{hochreiter1997lstm}\\cite{}\n');
		});

		it('gives keys, places, files and bibliographies', async () => {
			const { code, json: found } = await folder.run(['cites', 'main.tex', ...json]);
			assert.equal(code, 0);
			assert.deepEqual(found, {
				root: 'main.tex',
				files: ['main.tex', 'part.tex'],
				bibliographies: ['refs.bib'],
				citations: [
					{
						file: 'main.tex',
						range: { start: { line: 2, character: 12 }, end: { line: 3, character: 21 } },
						command: 'cite',
						items: [
							{
								key: 'lecun1998gradient',
								range: { start: { line: 2, character: 24 }, end: { line: 2, character: 41 } },
							},
							{
								key: 'hochreiter1997lstm',
								range: { start: { line: 3, character: 2 }, end: { line: 3, character: 20 } },
							},
						],
					},
					{
						file: 'part.tex',
						range: { start: { line: 0, character: 0 }, end: { line: 0, character: 26 } },
						command: 'citep',
						items: [
							{
								key: 'hochreiter1997lstm',
								range: { start: { line: 0, character: 7 }, end: { line: 0, character: 25 } },
							},
						],
					},
					{
						file: 'part.tex',
						range: { start: { line: 0, character: 26 }, end: { line: 0, character: 33 } },
						command: 'cite',
						items: [{ key: '', range: { start: { line: 0, character: 32 }, end: { line: 0, character: 32 } } }],
					},
				],
				keys: ['hochreiter1997lstm', 'lecun1998gradient'],
				open: [],
			});
		});

		it('prints where each key is cited', async () => {
			const { out } = await folder.run(['cites', 'part.tex']);
			assert.equal(
				out,
				`Root            main.tex
Files           main.tex, part.tex
Bibliographies  refs.bib
Cited           2 distinct keys in 3 citations

hochreiter1997lstm  2×  main.tex:4:3, part.tex:1:8
lecun1998gradient   1×  main.tex:3:25
`,
			);
		});

		it('says what could not be resolved', async () => {
			folder.write('lost.tex', '\\documentclass{article}\\begin{document}\\input{gone}\\cite{a}\\bibliography{none}');
			const { code, json: found } = await folder.run(['cites', 'lost.tex', ...json]);
			assert.equal(code, 0);
			assert.deepEqual(found.keys, ['a']);
			assert.match(found.open.join('\n'), /gone/);
			assert.match(found.open.join('\n'), /none/);
		});
	});
});
