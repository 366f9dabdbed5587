// Shows the product at work, from a clean clone on: installs and builds, checks the sample in the terminal, and opens it in
// VS Code with the extension loaded: the desktop's where `code` is there, else a server build in the browser.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { findCode, howToGetCode } from './lib/find-code.mjs';
import { inProject, readJson, root } from './lib/project.mjs';
import { main, run, runNode, which } from './lib/run.mjs';
import { installVSCode } from './vscode/install.mjs';
import { startServer } from './vscode/server.mjs';

const sample = inProject('samples/related-work');
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

await main(async () => {
	await ensureDependencies();
	if ((await runNode('scripts/build.mjs')) !== 0)
		throw new Error('The build failed; what it says above is the reason.');
	const command = path.relative(process.cwd(), sample);
	console.log(`What the checker finds in ${command} (npx . check ${command}):\n`);
	await runNode('dist/cli.js', 'check', command);
	const code = hasDisplay && findCode();
	if (code && (await openDesktop(code))) return;
	const advice = howToGetCode[process.platform];
	if (advice) throw new Error(code ? `${code} could not open VS Code; what it says above is the reason.` : advice);
	await serve();
});

/** Whether the desktop's VS Code took it. @param {string} program */
async function openDesktop(program) {
	const argv = ['--new-window', `--extensionDevelopmentPath=${root}`, sample];
	// On Windows it is a script of the shell's.
	const code = await run(program, argv, { shell: process.platform === 'win32' });
	if (code === 0) console.log(`\nOpened in VS Code. ${path.join(sample, 'README.md')} is a tour in eleven steps.`);
	return code === 0;
}

/** Serves VS Code to a browser on this machine until it is ended. */
async function serve() {
	const extensionsDir = mkdtempSync(path.join(os.tmpdir(), 'related-work-start-'));
	const { publisher, name, version } = readJson('package.json');
	symlinkSync(root, path.join(extensionsDir, `${publisher}.${name}-${version}`));
	const ended = signalled();
	const server = await startServer({ install: installVSCode('current'), extensionsDir });
	const address = server.pageUrl({ folder: sample });
	console.log(
		`\nVS Code shows the sample at\n\n  ${address}\n\nREADME.md there is a tour in eleven steps. End with Ctrl-C.`,
	);
	openBrowser(address);
	const how = await Promise.race([ended, server.exited]);
	await server.stop();
	rmSync(extensionsDir, { recursive: true, force: true });
	if (how !== 'ended') throw new Error(`VS Code went away: ${how}\n${server.output()}`);
}

/** @returns {Promise<'ended'>} */
function signalled() {
	return new Promise((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => resolve('ended'));
	});
}

/** @param {string} address */
function openBrowser(address) {
	const opener = process.platform === 'darwin' ? 'open' : hasDisplay && which('xdg-open');
	if (opener)
		spawn(opener, [address], { stdio: 'ignore', detached: true })
			.once('error', () => {})
			.unref();
}
