import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inProject } from '../../scripts/lib/project.mjs';

/** Without an extension under development VS Code runs no tests. */
const manifest = { publisher: 'related-work', name: 'empty', version: '0.0.1', engines: { vscode: '*' } };

/** Runs a body of `run()` as the tests of an extension, in the stand-in for `code`; gives its exit code. */
async function exitCodeOf(body: string): Promise<number | null> {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'related-work-harness-'));
	const tests = path.join(folder, 'tests.cjs');
	writeFileSync(tests, `exports.run = async () => { ${body} };`);
	writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
	const argv = [
		...[inProject('scripts/vscode/code.mjs'), '--disable-extensions', folder],
		...[`--extensionDevelopmentPath=${folder}`, `--extensionTestsPath=${tests}`],
	];
	try {
		const child = spawn(process.execPath, argv, { stdio: 'ignore' });
		return await new Promise((resolve, reject) => {
			child.once('error', reject);
			child.once('exit', resolve);
		});
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

describe('the VS Code that tests run in', () => {
	it('passes what passes', async () => {
		assert.equal(await exitCodeOf(''), 0);
	});

	it('fails what fails', async () => {
		assert.equal(await exitCodeOf("throw new Error('on purpose');"), 1);
	});

	it('fails where the extension host dies, which VS Code itself calls a success', async () => {
		assert.equal(await exitCodeOf("process.kill(process.pid, 'SIGKILL');"), 73);
	});
});
