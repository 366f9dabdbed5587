// Starts and stops an installed VS Code server.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inProject } from '../lib/project.mjs';
import { nodeOf } from './pins.mjs';
import { quietSettings, trustSettings } from './quiet-settings.mjs';

const startLimit = 60_000;

/**
 * @typedef {object} ServerOptions
 * @property {string} install folder that holds out/server-main.js
 * @property {string} [extensionsDir] installed extensions; a fresh, empty folder by default
 * @property {Record<string, unknown>} [settings] the user's settings, over the quiet ones
 * @property {Record<string, string>} [env] added to what the extension host sees
 * @property {number} [port] a free one by default
 * @property {boolean} [driver] lets the page be told from outside which tests to run; suppresses notifications
 * @property {boolean} [asksForTrust] a workspace is not trusted until the user says so; nobody is asked at the start
 * @property {(text: string) => void} [onOutput]
 */

/**
 * @typedef {object} Server
 * @property {string} dataDir removed when the server stops
 * @property {Promise<string>} exited resolves, when the process is gone, with how it ended
 * @property {() => string} output the last of what it printed
 * @property {(file: string) => string} remoteUri URI of a file as the page names it
 * @property {(query: Record<string, string>) => string} pageUrl address of the workbench, with the token that admits to it
 * @property {() => Promise<void>} stop
 * @property {() => void} kill ends it at once, for use while this process exits
 */

/** @param {ServerOptions} options @returns {Promise<Server>} */
export async function startServer({
	install,
	extensionsDir,
	settings = {},
	env = {},
	port = 0,
	driver = false,
	asksForTrust = false,
	onOutput,
}) {
	const node = nodeOf(install);
	if (!existsSync(node)) throw new Error(`No VS Code is installed in ${install}: run node scripts/vscode/install.mjs`);
	const dataDir = mkdtempSync(path.join(os.tmpdir(), 'vscode-server-'));
	writeSettings(dataDir, { ...quietSettings, ...(asksForTrust && trustSettings), ...settings });
	const token = randomBytes(16).toString('hex');
	const argv = [
		...['-r', inProject('scripts/vscode/guard.cjs'), 'out/server-main.js', '--accept-server-license-terms'],
		...['--host', '127.0.0.1', '--port', String(port), '--connection-token', token],
		...['--server-data-dir', dataDir, '--extensions-dir', extensionsDir ?? path.join(dataDir, 'extensions')],
		...['--telemetry-level', 'off', ...(asksForTrust ? [] : ['--disable-workspace-trust'])],
		...(driver ? ['--enable-smoke-test-driver'] : []),
	];
	// Its own process group, so that whatever it forked can be ended with it.
	const child = spawn(node, argv, {
		cwd: install,
		env: cleanEnv(env),
		stdio: ['ignore', 'pipe', 'pipe'],
		detached: true,
	});
	let output = '';
	const kill = (/** @type {NodeJS.Signals} */ signal = 'SIGKILL') => {
		try {
			if (child.pid) process.kill(-child.pid, signal);
		} catch {
			// It is gone already.
		}
	};
	const removeData = () => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
	/** @type {Promise<string>} */
	const exited = new Promise((resolve) => {
		child.once('exit', (code, signal) => resolve(`it ended with ${signal ?? `exit code ${code}`}`));
		child.once('error', (error) => resolve(error.message));
	});
	/** @type {Promise<number>} */
	const listening = new Promise((resolve) => {
		for (const stream of [child.stdout, child.stderr]) {
			stream.on('data', (data) => {
				output = (output + data).slice(-20_000);
				onOutput?.(String(data));
				const match = /Extension host agent listening on (\d+)/.exec(output);
				if (match) resolve(Number(match[1]));
			});
		}
	});
	const failed = Promise.race([exited, after(startLimit, 'it did not listen in time')]);
	const actualPort = await Promise.race([listening, failed]);
	if (typeof actualPort === 'string') {
		kill();
		removeData();
		throw new Error(`The VS Code server did not start: ${actualPort}.\n${output}`);
	}
	const host = `127.0.0.1:${actualPort}`;
	return {
		dataDir,
		exited,
		output: () => output,
		remoteUri: (file) => `vscode-remote://${host}${pathToFileURL(file).pathname}`,
		pageUrl: (query) => `http://${host}/?${new URLSearchParams({ ...query, tkn: token })}`.replaceAll('%2F', '/'),
		stop: async () => {
			kill('SIGTERM');
			await Promise.race([exited, after(3000, '')]);
			kill();
			removeData();
		},
		kill: () => {
			kill();
			removeData();
		},
	};
}

/** @param {string} dataDir @param {Record<string, unknown>} settings */
function writeSettings(dataDir, settings) {
	const folder = path.join(dataDir, 'data', 'User');
	mkdirSync(folder, { recursive: true });
	writeFileSync(path.join(folder, 'settings.json'), JSON.stringify(settings));
}

/** Without what a surrounding VS Code or Node debugger left in the environment. @param {Record<string, string>} env */
function cleanEnv(env) {
	const { NODE_OPTIONS, VSCODE_IPC_HOOK_CLI, ELECTRON_RUN_AS_NODE, ...rest } = process.env;
	return { ...rest, ...env };
}

/** @param {number} milliseconds @param {string} value @returns {Promise<string>} */
const after = (milliseconds, value) =>
	new Promise((resolve) => {
		setTimeout(() => resolve(value), milliseconds).unref();
	});
