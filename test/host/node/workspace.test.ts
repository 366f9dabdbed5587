import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileError } from '../../../src/core/ports.ts';
import { createNodeWorkspace, pathOf, uriOf } from '../../../src/host/node/workspace.ts';

describe('the files of this machine', () => {
	const workspace = createNodeWorkspace({ folders: [] });
	let folder: string;

	beforeEach(() => {
		folder = realpathSync(mkdtempSync(join(tmpdir(), 'files é-')));
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	const write = (name: string, content: string | Uint8Array = '') => {
		const path = join(folder, name);
		mkdirSync(join(path, '..'), { recursive: true });
		writeFileSync(path, content);
		return uriOf(path);
	};
	const globbed = async (pattern: string) =>
		(await workspace.glob(uriOf(folder), pattern)).map((uri) => pathOf(uri).slice(folder.length + 1));

	async function refuses(uri: string, message: RegExp) {
		for (const attempt of [workspace.read(uri), workspace.open(uri)])
			await assert.rejects(attempt, (error) => {
				assert.ok(error instanceof FileError);
				assert.equal(error.uri, uri);
				assert.match(error.message, message);
				return true;
			});
	}

	it('names files by URIs and back, whatever their names', () => {
		for (const name of ['a b.bib', 'ü#?.bib', '100%.bib', '[x] (1).bib', 'a:b.bib'])
			assert.equal(pathOf(uriOf(join(folder, name))), join(folder, name));
	});

	it('reads text as it is written, in any of the usual encodings', async () => {
		const latin1 = write('latin1.bib', Buffer.from('title = {Über}', 'latin1'));
		const utf16 = write('utf16.bib', Buffer.from('\ufefftitle = {Über}', 'utf16le'));
		for (const uri of [latin1, utf16]) assert.equal((await workspace.open(uri)).getText(), 'title = {Über}');
	});

	it('gives the same document until the file changes, then one of a higher version', async () => {
		const uri = write('a.tex', 'one');
		const first = await workspace.open(uri);
		assert.equal(await workspace.open(uri), first);
		const before = await workspace.stat(uri);
		write('a.tex', 'other');
		const second = await workspace.open(uri);
		assert.equal(second.getText(), 'other');
		assert.ok(second.version > first.version);
		assert.notEqual((await workspace.stat(uri))?.version, before?.version);
	});

	it('says what is wrong with what it cannot read', async () => {
		mkdirSync(join(folder, 'sub'));
		symlinkSync('loop', join(folder, 'loop'));
		symlinkSync('nowhere', join(folder, 'dangling'));
		await refuses(uriOf(join(folder, 'none.bib')), /^does not exist$/);
		await refuses(uriOf(join(folder, 'dangling')), /^does not exist$/);
		await refuses(uriOf(join(folder, 'sub')), /^is a folder, not a file$/);
		await refuses(uriOf(join(folder, 'loop')), /^is a symbolic link that leads back to itself$/);
		assert.equal(await workspace.stat(uriOf(join(folder, 'none.bib'))), undefined);
		assert.equal(await workspace.stat(uriOf(join(folder, 'loop'))), undefined);
		assert.deepEqual(await workspace.list(uriOf(join(folder, 'none'))), []);
		const binary = write(
			'binary.tex',
			new Uint8Array(2000).map((_, index) => index % 8),
		);
		await assert.rejects(workspace.open(binary), /^FileError: is not a text file$/);
		assert.equal((await workspace.read(binary)).length, 2000);
	});

	it('never waits for a pipe', async function () {
		if (process.platform === 'win32') {
			console.log('      skipped: there are no named pipes among files here');
			this.skip();
		}
		const pipe = join(folder, 'pipe.bib');
		execFileSync('mkfifo', [pipe]);
		await refuses(uriOf(pipe), /^is not a regular file/);
		assert.equal((await workspace.stat(uriOf(pipe)))?.kind, 'other');
		assert.deepEqual(await globbed('pipe.bib'), ['pipe.bib'], 'what was named is told about');
	});

	it('says so where it may not read', async function () {
		if (process.platform === 'win32' || process.getuid?.() === 0) {
			console.log('      skipped: nothing is forbidden to this user');
			this.skip();
		}
		const uri = write('secret.bib', '@misc{a}');
		chmodSync(pathOf(uri), 0);
		await refuses(uri, /^cannot be read \(permission denied\)$/);
	});

	it('lists a folder', async () => {
		write('b.tex');
		write('a/c.tex');
		assert.deepEqual(await workspace.list(uriOf(folder)), ['a', 'b.tex']);
	});

	describe('patterns', () => {
		it('take wildcards below a folder, in order and without repetition', async () => {
			for (const name of ['b.bib', 'a.bib', 'sub/c.bib', 'sub/d.json', 'node_modules/e.bib', '.git/f.bib']) write(name);
			assert.deepEqual(await globbed('*.bib'), ['a.bib', 'b.bib']);
			assert.deepEqual(await globbed('**/*.{bib,json}'), ['a.bib', 'b.bib', 'sub/c.bib', 'sub/d.json']);
			assert.deepEqual(await globbed('su?/../sub/*.json'), ['sub/d.json']);
			assert.deepEqual(await globbed(`${folder}/sub/*.bib`), ['sub/c.bib'], 'absolute');
			assert.deepEqual(await workspace.glob(uriOf(join(folder, 'sub')), '../*.bib'), [
				uriOf(join(folder, 'a.bib')),
				uriOf(join(folder, 'b.bib')),
			]);
			assert.deepEqual(await globbed('none/*.bib'), []);
			assert.deepEqual(await globbed('none.bib'), []);
		});

		it('take a folder for all sources below it', async () => {
			for (const name of ['x/a.bib', 'x/y/b.jsonl', 'x/c.png', 'x/d.tex']) write(name);
			assert.deepEqual(await globbed('x'), ['x/a.bib', 'x/y/b.jsonl']);
			assert.deepEqual(await globbed('x/'), ['x/a.bib', 'x/y/b.jsonl']);
		});

		it('mean a file that has wildcards in its name by that name', async () => {
			write('a[1].bib');
			write('a1.bib');
			assert.deepEqual(await globbed('a[1].bib'), ['a[1].bib']);
		});

		it('may be written with backslashes, as on Windows, and mean the same everywhere', async () => {
			for (const name of ['lists/a.txt', 'lists/deep/b.txt']) write(name);
			assert.deepEqual(await globbed('lists\\a.txt'), ['lists/a.txt']);
			assert.deepEqual(await globbed('lists\\**\\*.txt'), ['lists/a.txt', 'lists/deep/b.txt']);
			assert.deepEqual(await globbed('.\\lists\\deep'), ['lists/deep/b.txt']);
		});

		it('know the home folder', async () => {
			const home = process.platform === 'win32' ? 'USERPROFILE' : 'HOME';
			const before = process.env[home];
			process.env[home] = folder;
			try {
				const own = write('papers/a.bib');
				assert.deepEqual(await workspace.glob(uriOf(tmpdir()), '~/papers/a.bib'), [own]);
				assert.deepEqual(await workspace.glob(uriOf(tmpdir()), '~/pap*/*.bib'), [own]);
			} finally {
				if (before === undefined) delete process.env[home];
				else process.env[home] = before;
			}
		});

		it('come to an end in folders that link to themselves', async () => {
			write('x/a.bib');
			symlinkSync('..', join(folder, 'x', 'up'));
			symlinkSync('round', join(folder, 'x', 'round'));
			const found = await globbed('**/*.bib');
			assert.ok(found.includes('x/a.bib'));
			assert.ok(found.length < 5, found.join('\n'));
		});
	});
});
