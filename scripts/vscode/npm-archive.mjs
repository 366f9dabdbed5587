// Packages from the npm registry, unpacked without their dependencies and without running anything of theirs.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { npmCommand } from '../lib/run.mjs';

/** Runs npm quietly in a folder; returns what it prints, throws where it fails. @param {string} cwd @param {string[]} args */
export function npmIn(cwd, ...args) {
	const call = npmCommand(args);
	return execFileSync(call.command, call.args, {
		cwd,
		shell: call.shell,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'inherit'],
		env: { ...process.env, npm_config_loglevel: 'error' },
	});
}

/**
 * Fetches `name@version` (from npm's cache where it is there), checks it against `integrity`, and unpacks its `member`
 * (a file or folder, with the leading `package/`) into `target`, stripping `strip` path parts.
 * @param {{ spec: string, integrity: string, member: string, strip: number, target: string }} what
 */
export function unpack({ spec, integrity, member, strip, target }) {
	mkdirSync(target, { recursive: true });
	const printed = JSON.parse(npmIn(target, 'pack', spec, '--json', '--pack-destination', target));
	// npm 12 prints an object by name where older ones print a list.
	const { filename } = Array.isArray(printed) ? printed[0] : Object.values(printed)[0];
	const archive = path.join(target, filename);
	const got = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
	if (got !== integrity) throw new Error(`${spec} is not the package that was pinned: its integrity is ${got}.`);
	execFileSync('tar', ['xzf', archive, '-C', target, `--strip-components=${strip}`, member]);
	rmSync(archive);
}
