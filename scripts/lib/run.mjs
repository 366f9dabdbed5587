// Running other programs. Only Node built-ins: it is used before anything is installed.
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './project.mjs';

/**
 * Runs a program on this terminal. Resolves with its exit code (128 + n after signal n, 127 where it cannot be started).
 * @param {string} command @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string>, shell?: boolean }} [options] `env` is added to this process's
 * @returns {Promise<number>}
 */
export function run(command, args, { cwd = root, env = {}, shell = false } = {}) {
	return new Promise((resolve) => {
		const options = { cwd, shell, stdio: /** @type {const} */ ('inherit'), env: { ...process.env, ...env } };
		const child = shell ? spawn(shellLine([command, ...args]), options) : spawn(command, args, options);
		child.once('error', (error) => {
			console.error(`${command} could not be started: ${error.message}`);
			resolve(127);
		});
		child.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? os.constants.signals[signal] : 0)));
	});
}

/** Words as one line for a shell, which would part them at spaces. @param {readonly string[]} words */
export const shellLine = (words) => words.map((word) => `"${word}"`).join(' ');

/** Runs a script of this project (or of a package in node_modules) with this Node. @param {string} script @param {string[]} args */
export const runNode = (script, ...args) => run(process.execPath, [path.join(root, script), ...args]);

/**
 * How to call npm: through its own script where npm started us, since `npm` is a shell script on Windows.
 * @param {readonly string[]} args
 * @returns {{ command: string, args: string[], shell: boolean }}
 */
export function npmCommand(args) {
	const script = process.env.npm_execpath;
	return script?.endsWith('.js')
		? { command: process.execPath, args: [script, ...args], shell: false }
		: { command: 'npm', args: [...args], shell: process.platform === 'win32' };
}

/** Runs npm on this terminal; resolves with its exit code. @param {string[]} args */
export function npm(...args) {
	const call = npmCommand(args);
	return run(call.command, call.args, { shell: call.shell });
}

/** Path of a program on the PATH, or undefined. @param {string} name */
export function which(name) {
	const names = process.platform === 'win32' ? [`${name}.exe`, `${name}.cmd`] : [name];
	const folders = (process.env.PATH ?? '').split(path.delimiter);
	return folders.flatMap((folder) => names.map((n) => path.join(folder, n))).find(isExecutable);
}

/** @param {string} file */
export function isExecutable(file) {
	try {
		accessSync(file, constants.X_OK);
		return path.isAbsolute(file);
	} catch {
		return false;
	}
}

/** Runs the body of a script; an error ends it with one line and exit code 1. @param {() => Promise<number | void>} body */
export async function main(body) {
	try {
		process.exitCode = (await body()) ?? 0;
	} catch (error) {
		console.error(error instanceof Error ? (process.env.DEBUG ? error.stack : error.message) : String(error));
		process.exitCode = 1;
	}
}
