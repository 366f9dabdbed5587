import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type CliFolder, cliFolder } from '../support/cli.ts';
import { giveAway, spawnCli } from '../support/spawn-cli.ts';

const good = '@article{turing1950, title = {Computing Machinery and Intelligence}, year = 1950}\n';
const draft = 'Machines may think \\cite{turing1950}.\n';
const isWindows = process.platform === 'win32';

describe('bad input on the command line', () => {
	let folder: CliFolder;
	beforeEach(() => {
		folder = cliFolder({ 'draft.md': draft, 'good.bib': good });
		mkdirSync(join(folder.path, 'empty'));
	});
	afterEach(() => folder.dispose());

	describe('wrong usage ends with code 2, one line on standard error, and no results', () => {
		const cases: readonly (readonly [string, readonly string[], RegExp])[] = [
			['an unknown command', ['chekc'], /unknown command 'chekc'.*did you mean check/i],
			['an unknown option', ['check', '--fxi', 'draft.md'], /unknown option '--fxi'.*--fix/],
			['nothing to check', ['check'], /missing required argument 'path'/],
			['an unknown form', ['check', '--format', 'xml', 'draft.md'], /'xml' is invalid.*stylish, json, github/],
			['an unknown rule', ['check', '--rule', 'nope=off', 'draft.md'], /no rule nope; there are .*unknown-key/],
			['an unknown level', ['check', '--rule', 'empty-slot=loud', 'draft.md'], /must be one of error, warning/],
			['no number', ['search', '--limit', 'many', 'x'], /whole number/],
			['two paths where one is wanted', ['cites', 'draft.md', 'draft.md'], /too many arguments/],
			['no question', ['suggest', '--corpus', 'good.bib'], /needs one of --text, FILE:LINE:COLUMN and --batch -/],
			['two questions', ['suggest', '--text', 'x', 'draft.md:1:1'], /needs one of/],
			['a place that is none', ['suggest', '--corpus', 'good.bib', 'draft.md'], /write FILE:LINE:COLUMN/],
			['line zero', ['suggest', '--corpus', 'good.bib', 'draft.md:0:1'], /from 1 on/],
			['a batch from a file', ['complete', '--corpus', 'good.bib', '--batch', 'x.jsonl'], /--batch -/],
			['no query', ['complete', '--corpus', 'good.bib'], /needs a query, or --batch -/],
			['no corpus', ['search', 'x'], /no corpus to search: name one with --corpus/],
		];
		for (const [name, args, message] of cases)
			it(name, async () => {
				const { code, out, err } = await folder.run(args);
				assert.equal(code, 2);
				assert.equal(out, '');
				assert.equal(err.length, 1, err.join('\n'));
				assert.match(err[0]!, /^relwork: /);
				assert.match(err[0]!, message);
			});

		it('nothing at all: the help', async () => {
			const { code, err } = await folder.run([]);
			assert.equal(code, 2);
			assert.match(err.join('\n'), /^Usage: relwork/);
		});
	});

	describe('what cannot be read is named, the rest is done, and the code is 2', () => {
		const cases: readonly (readonly [string, readonly string[], RegExp])[] = [
			['a document that is missing', ['none.md'], /^relwork: none\.md does not exist$/],
			['a corpus that is missing', ['--corpus', 'none.bib'], /^relwork: none\.bib does not exist$/],
			['a glob without matches', ['--corpus', '*.json'], /^relwork: no file matches \*\.json$/],
			['a folder without papers', ['--corpus', 'empty'], /^relwork: empty has no files of papers in it$/],
			['a folder without documents', ['empty'], /^relwork: empty has no documents in it/],
		];
		for (const [name, args, message] of cases)
			it(name, async () => {
				const { code, json, err } = await folder.run([
					...['check', '--format', 'json', '--corpus', 'good.bib', 'draft.md'],
					...args,
				]);
				assert.equal(code, 2);
				assert.equal(err.length, 1, err.join('\n'));
				assert.match(err[0]!, message);
				assert.equal(json.files, 1);
				assert.equal(json.summary.papers, 1);
				assert.equal(json.summary.errors, 0);
			});

		it('a document that is no text', async () => {
			folder.write(
				'binary.md',
				new Uint8Array(5000).map((_, index) => index % 7),
			);
			const { code, json, err } = await folder.run(['check', '--format', 'json', 'binary.md', 'draft.md']);
			assert.equal(code, 2);
			assert.deepEqual(err, ['relwork: binary.md is not a text file']);
			assert.equal(json.files, 1);
		});

		it('a source that relatedwork.json names', async () => {
			folder.write('relatedwork.json', '{"corpus": ["good.bib", "none.bib", "later/*.bib"]}');
			const { code, json, err } = await folder.run(['check', '--format', 'json', 'draft.md']);
			assert.equal(code, 2);
			assert.deepEqual(err, ['relwork: none.bib does not exist; relatedwork.json names it']);
			assert.equal(json.summary.papers, 1);
		});

		it('a pipe, without waiting for it', async function () {
			if (isWindows) {
				console.log('      skipped: there are no named pipes among files here');
				this.skip();
			}
			execFileSync('mkfifo', [join(folder.path, 'pipe.bib')]);
			const { code, err, json } = await folder.run(['import', '--format', 'json', 'pipe.bib', 'good.bib']);
			assert.equal(code, 2);
			assert.deepEqual(err, ['relwork: pipe.bib is not a regular file (a pipe, socket or device)']);
			assert.equal(json.papers.length, 1);
		});

		for (const command of [
			['cites', 'none.md'],
			['cites', 'empty'],
			['cites', 'good.bib'],
			['suggest', '--corpus', 'good.bib', 'none.md:1:1'],
			['suggest', '--corpus', 'good.bib', 'draft.md:99:1'],
		])
			it(command.join(' '), async () => {
				const { code, out, err } = await folder.run(command);
				assert.equal(code, 2);
				assert.equal(out, '');
				assert.equal(err.length, 1);
			});
	});

	describe('malformed content is a problem in the results, by its severity', () => {
		const bad: readonly (readonly [string, string | Uint8Array, number, number, RegExp])[] = [
			[
				'lines.jsonl',
				'{"id":"a","title":"One"}\n{"id":"b","title":"Two"}\n{"id":\n{"id":"d","title":"Four"}\n',
				3,
				1,
				/JSON/,
			],
			['brace.bib', '@misc{a, title = {One}}\n@misc{b, title = {Two}\n@misc{c, title = {Three}}\n', 3, 1, /closed|“}”/],
			['latin1.bib', Buffer.from('@misc{a, title = {Über größere Dinge}}\n', 'latin1'), 1, 0, /UTF-8/],
			['binary.bib', new Uint8Array(5000).map((_, index) => index % 7), 0, 1, /not text/],
		];
		for (const [name, content, papers, code, message] of bad)
			it(name, async () => {
				folder.write(name, content);
				const said = await folder.run(['import', '--format', 'json', name]);
				assert.equal(said.json.papers.length, papers);
				assert.equal(said.json.problems.length, 1, said.out);
				assert.equal(said.json.problems[0].file, name);
				assert.match(said.json.problems[0].message, message);
				assert.equal(said.code, code);
				assert.deepEqual(said.err, []);
				const check = await folder.run(['check', '--format', 'json', '--corpus', name, 'draft.md']);
				assert.ok(check.json.problems.some((problem: { file: string }) => problem.file === name));
			});

		it('an empty .bib is no error', async () => {
			folder.write('empty.bib', '');
			const { code, json } = await folder.run(['import', '--format', 'json', 'empty.bib']);
			assert.deepEqual(json.papers, []);
			assert.equal(code, 0);
		});

		it('a broken relatedwork.json', async () => {
			folder.write('relatedwork.json', '{"corpus": ["good.bib"], "rules": {"empty-slot": "loud"}, }');
			const { code, json } = await folder.run(['check', '--format', 'json', 'draft.md']);
			assert.equal(code, 1);
			assert.equal(json.problems[0].file, 'relatedwork.json');
			assert.match(json.problems[0].message, /empty-slot/);
			assert.equal(json.summary.papers, 1, 'the rest of it holds');
		});
	});

	describe('without the rights', () => {
		const spawned = (args: readonly string[]) => spawnCli(folder.path, args, { restricted: true });

		beforeEach(function () {
			if (isWindows) {
				console.log('      skipped: rights are another matter here');
				this.skip();
			}
			giveAway(folder.path);
		});
		afterEach(() => chmodSync(folder.path, 0o700));

		it('a corpus is refused, and the rest is checked', async () => {
			folder.write('secret.bib', good);
			chmodSync(join(folder.path, 'secret.bib'), 0);
			const args = ['check', '--format', 'json', 'draft.md', '--corpus', 'secret.bib', '--corpus', 'good.bib'];
			const { code, out, err } = await spawned(args);
			assert.equal(err, 'relwork: secret.bib cannot be read (permission denied)\n');
			assert.equal(code, 2);
			assert.equal(JSON.parse(out).summary.papers, 1);
		});

		it('a document in a folder that cannot be written stays whole', async () => {
			const before = 'A stray comma \\cite{a,,b}.\n';
			folder.write('draft.md', before);
			giveAway(join(folder.path, 'draft.md'));
			chmodSync(folder.path, 0o500);
			const { code, err } = await spawned(['check', '--fix', 'draft.md']);
			assert.equal(err, 'relwork: draft.md cannot be written (permission denied)\n');
			assert.equal(code, 2);
			assert.equal(`${folder.read('draft.md')}`, before);
		});

		it('a document that is read-only stays as it is', async () => {
			const before = 'A stray comma \\cite{a,,b}.\n';
			folder.write('draft.md', before);
			chmodSync(join(folder.path, 'draft.md'), 0o444);
			const { code, err } = await spawned(['check', '--fix', 'draft.md']);
			assert.equal(err, 'relwork: draft.md cannot be written (permission denied)\n');
			assert.equal(code, 2);
			assert.equal(`${folder.read('draft.md')}`, before);
		});
	});
});
