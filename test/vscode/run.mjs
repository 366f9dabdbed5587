// Runs the suites in a real VS Code: the oldest version that the extension is for, and the current one; and most of them
// once more where extensions run in a browser, in the current server build.
//
// RELATED_WORK_VSCODE=download tests in a desktop VS Code from its download site, =server in the server build from npm
// (scripts/vscode). Without it: the desktop where it can be had and shown, else the server.
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
	if ((await testUntrusted()) !== 0) failed++;
	if ((await testBrowser()) !== 0) failed++;
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

/** A workspace that nobody trusts, with a program on the path that must not be run. */
async function testUntrusted() {
	if (process.platform !== 'linux') {
		console.log(
			'Skipped in a workspace that is not trusted: that takes VS Code’s server build, which is for Linux only.',
		);
		return 0;
	}
	console.log(`\nIn VS Code ${pins.current.vscode}, in a workspace that is not trusted:`);
	const temporary = mkdtempSync(path.join(os.tmpdir(), 'related-work-untrusted-'));
	cpSync(inProject('test/fixtures/untrusted'), temporary, { recursive: true });
	const programs = path.join(temporary, 'programs');
	mkdirSync(programs);
	writeFileSync(path.join(programs, 'kpsewhich'), '#!/bin/sh\ntouch "$TEST_PROGRAMS/ran"\n', { mode: 0o755 });
	try {
		return await run(
			process.execPath,
			[
				...[inProject('scripts/vscode/code.mjs'), path.join(temporary, 'open'), '--ask-for-trust'],
				...['--disable-extensions', `--extensionDevelopmentPath=${root}`],
				`--extensionTestsPath=${inProject('dist/test/vscode/restricted/index.js')}`,
			],
			{
				env: {
					VSCODE_SERVER_DIR: installVSCode('current'),
					TEST_PROGRAMS: programs,
					PATH: `${programs}${path.delimiter}${process.env.PATH}`,
				},
			},
		);
	} finally {
		rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
	}
}

/** Where extensions run in the page: what the tests print is no proof that they ran, but the counts that they leave are. */
function testBrowser() {
	if (process.platform !== 'linux') {
		console.log('Skipped in a browser: that takes VS Code’s server build, which is installed on Linux only.');
		return 0;
	}
	process.env.VSCODE_SERVER_DIR = installVSCode('current');
	const executable = inProject('scripts/vscode/code.mjs');
	return testIn(executable, `VS Code ${pins.current.vscode}, extensions in the browser`, 'web');
}

/**
 * Runs the suites on a copy of the workspace, which they may change.
 * @param {string} executable @param {string} title @param {'suite' | 'web'} suites
 */
async function testIn(executable, title, suites = 'suite') {
	console.log(`\nIn ${title}:`);
	const temporary = mkdtempSync(path.join(os.tmpdir(), 'related-work-vscode-'));
	const workspace = path.join(temporary, 'thesis.code-workspace');
	for (const name of ['thesis', 'notes', 'thesis.code-workspace'])
		cpSync(inProject('test/fixtures', name), path.join(temporary, name), { recursive: true });
	try {
		const code = await runTests({
			vscodeExecutablePath: executable,
			extensionDevelopmentPath: root,
			extensionTestsPath: inProject('dist/test/vscode', suites, 'index.js'),
			extensionTestsEnv: { TEST_COUNTS: process.env.TEST_COUNTS },
			launchArgs: [
				workspace,
				'--disable-extensions',
				'--disable-telemetry',
				...(suites === 'web' ? ['--extensionDevelopmentKind=web'] : []),
				// Short, because sockets are made in it.
				`--user-data-dir=${path.join(temporary, 'user')}`,
				`--extensions-dir=${path.join(temporary, 'extensions')}`,
			],
		});
		if (suites === 'web') takeCounts(`${workspace}.counts`);
		return code;
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		return 1;
	} finally {
		rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
	}
}

/** Adds the counts that a page left to those of all runs; throws where there are none. @param {string} file */
function takeCounts(file) {
	const counts = readFileSync(file, 'utf8');
	if (process.env.TEST_COUNTS) appendFileSync(process.env.TEST_COUNTS, counts);
}
