// Runs the suites in a real VS Code: the oldest version that the extension is for, and the current one.
//
// RELATED_WORK_VSCODE=download tests in a desktop VS Code from its download site, =server in the server build from npm
// (scripts/vscode). Without it: the desktop where it can be had and shown, else the server.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { inProject, root } from '../../scripts/lib/project.mjs';
import { main, run, which } from '../../scripts/lib/run.mjs';
import { installVSCode } from '../../scripts/vscode/install.mjs';
import { pins } from '../../scripts/vscode/pins.mjs';

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

await main(async () => {
	const how = process.env.RELATED_WORK_VSCODE ?? (await guess());
	if (how !== 'download' && how !== 'server') {
		throw new Error(`RELATED_WORK_VSCODE is "${how}"; it can be "download" or "server".`);
	}
	if (how === 'download' && !hasDisplay) {
		if (!which('xvfb-run')) throw new Error('A desktop VS Code needs a display, or xvfb-run to make one.');
		return run('xvfb-run', ['-a', process.execPath, ...process.argv.slice(1)], { env: { RELATED_WORK_VSCODE: how } });
	}
	let failed = 0;
	for (const name of /** @type {const} */ (['floor', 'current'])) {
		const code = how === 'download' ? await testDesktop(name) : await testServer(name);
		if (code !== 0) failed++;
	}
	return failed > 0 ? 1 : 0;
});

/** @returns {Promise<'download' | 'server'>} */
async function guess() {
	if (!hasDisplay && !which('xvfb-run')) return 'server';
	const answer = await fetch('https://update.code.visualstudio.com/api/releases/stable', {
		method: 'HEAD',
		signal: AbortSignal.timeout(3000),
	}).catch(() => undefined);
	return answer?.ok ? 'download' : 'server';
}

/** @param {'floor' | 'current'} name */
async function testDesktop(name) {
	const executable = await downloadAndUnzipVSCode(pins[name].vscode).catch((/** @type {Error} */ error) => error);
	const reason = typeof executable === 'string' ? cannotStart(executable) : executable.message;
	if (reason !== undefined || typeof executable !== 'string') {
		console.log(`The desktop VS Code ${pins[name].vscode} cannot be used (${reason}); testing in its server build.`);
		return testServer(name);
	}
	return testIn(executable, `desktop VS Code ${pins[name].vscode}`);
}

/** Why a downloaded VS Code does not start, e.g. a library that this machine lacks. @param {string} executable */
function cannotStart(executable) {
	const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
	const { status, error, stderr } = spawnSync(executable, ['-e', '0'], { env, encoding: 'utf8' });
	return status === 0 ? undefined : (error?.message ?? stderr.trim());
}

/** @param {'floor' | 'current'} name */
function testServer(name) {
	process.env.VSCODE_SERVER_DIR = installVSCode(name);
	return testIn(inProject('scripts/vscode/code.mjs'), `VS Code ${pins[name].vscode}`);
}

/** Runs the suites on a copy of the workspace, which they may change. @param {string} executable @param {string} title */
async function testIn(executable, title) {
	console.log(`\nIn ${title}:`);
	const temporary = mkdtempSync(path.join(os.tmpdir(), 'related-work-vscode-'));
	const workspace = path.join(temporary, 'thesis.code-workspace');
	for (const name of ['thesis', 'notes', 'thesis.code-workspace'])
		cpSync(inProject('test/fixtures', name), path.join(temporary, name), { recursive: true });
	try {
		return await runTests({
			vscodeExecutablePath: executable,
			extensionDevelopmentPath: root,
			extensionTestsPath: inProject('dist/test/vscode/index.js'),
			extensionTestsEnv: { TEST_COUNTS: process.env.TEST_COUNTS },
			launchArgs: [
				workspace,
				'--disable-extensions',
				'--disable-telemetry',
				// Short, because sockets are made in it.
				`--user-data-dir=${path.join(temporary, 'user')}`,
				`--extensions-dir=${path.join(temporary, 'extensions')}`,
			],
		});
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		return 1;
	} finally {
		rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
	}
}
