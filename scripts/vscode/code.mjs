#!/usr/bin/env node
// Stands in for the desktop's `code` in @vscode/test-electron's runTests({ vscodeExecutablePath }): the same arguments,
// environment and exit codes, but a VS Code server shown in a headless browser, which runs where no desktop can be
// downloaded or shown.
//
// Environment: VSCODE_SERVER_DIR (an installed server; the current version by default), VSCODE_SERVER_NODE,
// VSCODE_TEST_TIMEOUT_MS (300000), CODE_SHIM_DEBUG=1 (all output of server and page).
//
// With --extensionDevelopmentKind=web extensions run in the page. No environment reaches them there, and no result file
// can be left for this program: the tests have to leave word themselves, where whoever called this looks for it.
//
// Exit codes beside those of the tests: 70 a fault in here, 71 the browser went away, 72 the server went away,
// 73 the extension host ended without a result, 124 time is up, 128 + n after signal n.
import { mkdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { format } from 'node:util';
import { inProject } from '../lib/project.mjs';
import { launchChromium } from './chromium.mjs';
import { parseCodeArguments } from './code-arguments.mjs';
import { installFolder, pins } from './pins.mjs';
import { serveFolder } from './serve-folder.mjs';
import { startServer } from './server.mjs';

const debug = Boolean(process.env.CODE_SHIM_DEBUG);
const timeLimit = Number(process.env.VSCODE_TEST_TIMEOUT_MS ?? 300_000);
const options = parseCodeArguments(process.argv.slice(2));
const resultFile = path.join(os.tmpdir(), `code-shim-${process.pid}-${Date.now()}.json`);

/** @type {import('./server.mjs').Server | undefined} */
let server;
/** @type {import('playwright-core').Browser | undefined} */
let browser;
let finishing = false;

/** Stops everything and exits; the first reason wins. @param {number} code @param {string} [reason] */
async function finish(code, reason) {
	if (finishing) return;
	finishing = true;
	if (reason) process.stderr.write(`VS Code for tests: ${reason}\n`);
	setTimeout(() => process.exit(code), 6000).unref();
	await Promise.allSettled([browser?.close(), server?.stop()]);
	process.exit(code);
}

process.on('exit', () => server?.kill());
process.on('SIGTERM', () => finish(143, 'ended by SIGTERM'));
process.on('SIGINT', () => finish(130, 'ended by SIGINT'));
process.on('SIGHUP', () => finish(129, 'ended by SIGHUP'));
process.on('uncaughtException', (error) => finish(70, error.stack));
process.on('unhandledRejection', (error) => finish(70, error instanceof Error ? error.stack : String(error)));
setTimeout(() => finish(124, `not done after ${timeLimit} ms\n${server?.output() ?? ''}`), timeLimit).unref();

const { testsPath, inBrowser } = options;
server = await startServer({
	install: process.env.VSCODE_SERVER_DIR ?? installFolder(pins.current),
	driver: true,
	asksForTrust: options.asksForTrust,
	...(options.extensionsDir && { extensionsDir: options.extensionsDir }),
	...(options.userDataDir && { settings: userSettings(options.userDataDir) }),
	...(testsPath && !inBrowser && { env: { CODE_SHIM_TESTS: testsPath, CODE_SHIM_RESULT: resultFile } }),
	...(debug && { onOutput: (text) => void process.stderr.write(text) }),
});
server.exited.then((how) => finish(72, `the server went away: ${how}\n${server?.output()}`));
browser = await launchChromium();
browser.on('disconnected', () => finish(71, 'the browser went away'));
const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, bypassCSP: inBrowser });
page.on('crash', () => finish(71, 'the page crashed'));
if (debug)
	page.on('console', (message) => process.stderr.write(`[${message.type()}] ${message.text().slice(0, 400)}\n`));
// The two functions that VS Code's driver calls in the page: output of the tests, and their end.
await page.exposeFunction('codeAutomationLog', printLog);
await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => {
	if (!testsPath || inBrowser) return finish(code);
	const passed = takeResult();
	if (passed === undefined)
		return finish(code || 73, 'the extension host ended without a result: it crashed, or a test ended it');
	return finish(code || (passed ? 0 : 1));
});
const served = inBrowser ? await serveExtension() : undefined;
await page.goto(server.pageUrl({ ...opened(server), payload: JSON.stringify(payload(server)) }));

/** The user's own settings, where the desktop keeps them. @param {string} userDataDir @returns {Record<string, unknown>} */
function userSettings(userDataDir) {
	try {
		return JSON.parse(readFileSync(path.join(userDataDir, 'User', 'settings.json'), 'utf8'));
	} catch {
		return {};
	}
}

/**
 * The one extension under development, where the page loads it from: what comes over `http:` runs in the page. Returns how
 * it names a file of the extension.
 */
async function serveExtension() {
	const [folder, ...more] = options.developmentPaths;
	if (!folder || more.length > 0) throw new Error('In the browser, one extension can be developed at a time.');
	const { url } = await serveFolder(folder);
	await page.addInitScript(addBuiltinExtension, { scheme: 'http', authority: new URL(url).host, path: '/' });
	return (/** @type {string} */ file) => `${url}/${path.relative(folder, file).replaceAll(path.sep, '/')}`;
}

/**
 * Runs in the page: has the workbench find one extension more in its settings. The page itself is not rewritten, as
 * Chromium then refuses its socket.
 * @param {{ scheme: string, authority: string, path: string }} extension
 */
function addBuiltinExtension(extension) {
	const { getAttribute } = Element.prototype;
	Element.prototype.getAttribute = function (name) {
		const value = getAttribute.call(this, name);
		if (name !== 'data-settings' || this.id !== 'vscode-workbench-web-configuration' || !value) return value;
		const settings = JSON.parse(value);
		const additionalBuiltinExtensions = [...(settings.additionalBuiltinExtensions ?? []), extension];
		return JSON.stringify({ ...settings, additionalBuiltinExtensions });
	};
}

/** What the page is told: entries of a Map, so that a name given twice counts once. @param {import('./server.mjs').Server} server */
function payload(server) {
	if (served)
		return [
			...options.developmentPaths.map((folder) => ['extensionDevelopmentPath', served(folder)]),
			['extensionDevelopmentKind', 'web'],
			...(testsPath ? [['extensionTestsPath', served(testsPath)]] : []),
			...(options.disableExtensions ? [['disableExtensions', 'true']] : []),
			['skipWelcome', 'true'],
			['skipReleaseNotes', 'true'],
		];
	const development = developmentFolder(server);
	return [
		...(development ? [['extensionDevelopmentPath', server.remoteUri(development)]] : []),
		...(testsPath ? [['extensionTestsPath', server.remoteUri(inProject('scripts/vscode/tests-with-result.cjs'))]] : []),
		...(options.disableExtensions ? [['disableExtensions', 'true']] : []),
		['skipWelcome', 'true'],
		['skipReleaseNotes', 'true'],
	];
}

/** One folder that stands for all extensions under development. @param {import('./server.mjs').Server} server */
function developmentFolder(server) {
	const [first, ...more] = options.developmentPaths;
	if (more.length === 0) return first;
	const folder = path.join(server.dataDir, 'development');
	mkdirSync(folder);
	options.developmentPaths.forEach((target, i) => {
		symlinkSync(target, path.join(folder, `${i}-${path.basename(target)}`));
	});
	return folder;
}

/** @param {import('./server.mjs').Server} server @returns {Record<string, string>} */
function opened(server) {
	const last = options.paths.at(-1);
	if (!last) return { ew: 'true' };
	if (last.endsWith('.code-workspace')) return { workspace: last };
	return statSync(last).isDirectory() ? { folder: last } : { ew: 'true', file: server.remoteUri(last) };
}

/** Whether the tests passed; undefined where they left no word. @returns {boolean | undefined} */
function takeResult() {
	try {
		const { ok } = JSON.parse(readFileSync(resultFile, 'utf8'));
		rmSync(resultFile);
		return ok;
	} catch {
		return undefined;
	}
}

/** Prints what the tests print, without what VS Code says of itself. @param {string} type @param {unknown[]} args */
function printLog(type, args) {
	const line = format(...args);
	const noise =
		/^(%c|\[(AgentHost|ChatModelSelection|AccountPolicyGate|reconnection|driver))|^(Creating a socket|Resolv(ing|ed) connection|Updating additional|Settings Sync|ChatSessionStore|Canceled: Canceled)|open-vsx|ServiceWorker|getaddrinfo|vscode-cdn/;
	if (!debug && (type === 'trace' || type === 'debug' || noise.test(line))) return;
	(type === 'error' || type === 'warn' ? process.stderr : process.stdout).write(`${line}\n`);
}
