import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type CliFolder, cliFolder } from '../support/cli.ts';
import { spawnCli } from '../support/spawn-cli.ts';

describe('the command line as a process', () => {
	let folder: CliFolder;
	beforeEach(() => {
		folder = cliFolder({
			'refs.bib': '@misc{lecun1998, title = {Gradient-Based Learning}, year = 1998}\n',
			'draft.md': 'Nothing \\cite{}.\n',
		});
	});
	afterEach(() => folder.dispose());

	it('ends with the code of the result', async () => {
		const { code, out, err } = await spawnCli(folder.path, ['check', 'draft.md']);
		assert.equal(code, 1);
		assert.match(out, /draft\.md\n {2}1:9 {2}error {2}/);
		assert.ok(!out.includes('\x1b'), 'no colour where nobody looks');
		assert.equal(err, '');
	});

	it('answers standard input', async () => {
		const args = ['complete', '--corpus', 'refs.bib', '--batch', '-'];
		const { code, out } = await spawnCli(folder.path, args, { stdin: '{"id":1,"query":"lecun"}' });
		assert.equal(code, 0);
		assert.equal(out, '{"id":1,"keys":["lecun1998"]}\n');
	});

	it('ends quietly when nobody reads on', async () => {
		folder.write('many.tex', `\\documentclass{article}\\begin{document}${'\\cite{lecun1998}\n'.repeat(20_000)}`);
		const { out, err } = await spawnCli(folder.path, ['cites', 'many.tex', '--format', 'json'], {
			act: (child) => void child.stdout?.destroy(),
		});
		assert.ok(out.length > 0 && out.length < 5_000_000, `${out.length} characters`);
		assert.equal(err, '');
	});

	it('runs as it is shipped', async function () {
		const script = resolve('dist/cli.js');
		if (!existsSync(script)) {
			console.log('      skipped: nothing is built (npm run build)');
			this.skip();
		}
		const { code, json } = await folder.run(['check', 'draft.md', '--format', 'json']);
		const shipped = await spawnCli(folder.path, ['check', 'draft.md', '--format', 'json'], { script });
		assert.equal(shipped.err, '');
		assert.equal(shipped.code, code);
		assert.deepEqual(JSON.parse(shipped.out), json);
	});
});
