import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync } from 'node:fs';
import { resolve } from 'node:path';

const sources = ['--require', require.resolve('tsx/cjs'), resolve('src/cli/main.ts')];

// Nothing is forbidden to root: where the tests run as root, somebody else is needed to be refused anything.
const nobody = 65534;
const asRoot = process.getuid?.() === 0;

/** Makes a file or folder one of those who run restricted. */
export function giveAway(path: string): void {
	if (asRoot) chownSync(path, nobody, nobody);
}

export interface Ended {
	readonly code: number | null;
	readonly out: string;
	readonly err: string;
}

/**
 * Runs the command line as a process of its own.
 * @param options.script what Node runs; the sources without it
 * @param options.restricted not with the rights of root
 * @param options.act is called when there is output
 */
export function spawnCli(
	cwd: string,
	args: readonly string[],
	options: { script?: string; restricted?: boolean; stdin?: string; act?: (child: ChildProcess) => void } = {},
): Promise<Ended> {
	const script = options.script ? [options.script] : sources;
	const child = spawn(process.execPath, [...script, ...args], {
		cwd,
		env: { ...process.env, TSX_DISABLE_CACHE: '1' },
		...(options.restricted && asRoot && { uid: nobody, gid: nobody }),
	});
	let [out, err] = ['', ''];
	child.stdout.on('data', (text) => {
		out += text;
		options.act?.(child);
	});
	child.stderr.on('data', (text) => {
		err += text;
	});
	child.stdin.end(options.stdin ?? '');
	return new Promise((done) => child.once('close', (code) => done({ code, out, err })));
}
