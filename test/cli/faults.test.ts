import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
	chmodSync,
	chownSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	statSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { rewrite } from '../../src/host/node/rewrite.ts';
import { uriOf } from '../../src/host/node/workspace.ts';
import { type CliFolder, cliFolder } from '../support/cli.ts';

const cli = [process.execPath, '--require', require.resolve('tsx/cjs'), resolve('src/cli/main.ts')];
const entry = '@misc{one, title = {One}}\n';

describe('faults of the disk while the command line writes', () => {
	let folder: CliFolder;
	let path: string;
	beforeEach(() => {
		folder = cliFolder({
			'refs.bib': entry.repeat(400),
			'main.md': '---\nbibliography: refs.bib\n---\nAs said [@one].\n',
		});
		path = join(folder.path, 'refs.bib');
	});
	afterEach(() => folder.dispose());

	it('loses nothing where there is no room, and says so once', function () {
		if (process.platform === 'win32') {
			console.log('      skipped: Windows has no limit on the size of files');
			this.skip();
		}
		this.timeout(60_000);
		const long = `As said \\cite{one,,one}.\n${'A line of text.\n'.repeat(1000)}`;
		folder.write('long.md', long);
		// The system takes no more than 8 blocks of the 15 thousand bytes.
		const args = [...cli, 'check', '--fix', 'long.md', '--corpus', 'refs.bib'];
		const env = { ...process.env, TSX_DISABLE_CACHE: '1' };
		const options = { cwd: folder.path, encoding: 'utf8', env } as const;
		const { stderr, status } = spawnSync('sh', ['-c', 'ulimit -f 8; exec "$0" "$@"', ...args], options);
		assert.equal(status, 2, stderr);
		const said = stderr.split('\n').filter((line) => line.includes('long.md'));
		assert.equal(said.length, 1, stderr);
		assert.match(said[0]!, /long\.md cannot be written \(it would be larger than a file may be here\)/);
		assert.equal(folder.read('long.md').toString(), long);
		assert.deepEqual(readdirSync(folder.path).sort(), ['long.md', 'main.md', 'refs.bib']);
	});

	it('keeps mode, owner and the link by which the file is named', async function () {
		if (process.platform === 'win32') this.skip();
		mkdirSync(join(folder.path, 'library'));
		const real = join(folder.path, 'library', 'real.bib');
		writeFileSync(real, 'a');
		chmodSync(real, 0o640);
		if (process.getuid?.() === 0) chownSync(real, 65534, 65534);
		const { uid, gid, mode } = statSync(real);
		symlinkSync('library/real.bib', join(folder.path, 'link.bib'));
		await rewrite(uriOf(join(folder.path, 'link.bib')), 'a', 'b');
		assert.equal(readFileSync(real, 'utf8'), 'b');
		assert.ok(lstatSync(join(folder.path, 'link.bib')).isSymbolicLink());
		assert.deepEqual([statSync(real).uid, statSync(real).gid, statSync(real).mode], [uid, gid, mode]);
		assert.deepEqual(readdirSync(join(folder.path, 'library')), ['real.bib']);
	});

	it('lets one of two writers win, and tells the other', async () => {
		const before = readFileSync(path, 'utf8');
		const texts = Array.from({ length: 8 }, (_, at) => `${before}% ${at}\n`);
		const ends = await Promise.allSettled(texts.map((text) => rewrite(uriOf(path), before, text)));
		const won = ends.flatMap(({ status }, at) => (status === 'fulfilled' ? [at] : []));
		assert.equal(won.length, 1);
		assert.equal(readFileSync(path, 'utf8'), texts[won[0]!]);
		for (const end of ends) {
			if (end.status === 'rejected')
				assert.match(String(end.reason), /another program is writing it just now|has changed since it was read/);
		}
	});

	it('is not held up for ever by what a killed program left', async () => {
		const uri = uriOf(path);
		const text = readFileSync(path, 'utf8');
		// What is being written has a name of its own beside the file.
		const pending = rewrite(uri, text, `${text}%`);
		let left: string | undefined;
		for (; left === undefined; await new Promise(setImmediate))
			left = readdirSync(folder.path).find((name) => name.endsWith('.tmp'));
		await pending;
		const rest = join(folder.path, left);
		writeFileSync(rest, 'half');
		await assert.rejects(rewrite(uri, `${text}%`, text), /another program is writing it just now/);
		utimesSync(rest, 0, 0);
		await rewrite(uri, `${text}%`, text);
		assert.equal(readFileSync(path, 'utf8'), text);
	});
});
