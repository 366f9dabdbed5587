import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import type { Logger, TexFileKind } from '../../core/ports.ts';
import { isFile } from './tex-paths.ts';

/** Asks TeX's own `kpsewhich` where a file is; undefined where it knows none or there is no such program. */
export type Kpsewhich = (name: string, kind: TexFileKind, folder: string) => Promise<string | undefined>;

/** Longer than any answer but those of a file system that hangs. */
const TIMEOUT = 3000;

/** More than any list of paths. */
const MAX_OUTPUT = 1 << 16;

/**
 * @param init.env Where `PATH` is read from. Relative folders in it are passed over: the program is never one that lies
 * in the folder of a document.
 * @param init.timeout Milliseconds. A program that has not answered by then is ended, and not asked again.
 */
export function createKpsewhich(init: {
	readonly env: NodeJS.ProcessEnv;
	readonly log: Logger;
	readonly timeout?: number;
}): Kpsewhich {
	const { env, log, timeout = TIMEOUT } = init;
	let program: Promise<string | undefined> | undefined;
	let hangs = false;

	return async (name, kind, folder) => {
		program ??= programOn(env);
		const path = await program;
		if (!path || hangs) return undefined;
		const { output, killed } = await run(path, [`-format=${kind}`, '-no-mktex=tex', name], folder);
		if (killed && !hangs) {
			hangs = true;
			log.warn(`${path} did not answer within ${timeout} ms and is not asked again.`);
		}
		const [first] = output.split(/\r?\n/);
		const found = first && resolve(folder, first);
		return found && (await isFile(found)) ? found : undefined;
	};

	function run(path: string, args: readonly string[], cwd: string) {
		const options = { cwd, env, timeout, killSignal: 'SIGKILL', maxBuffer: MAX_OUTPUT, windowsHide: true } as const;
		return new Promise<{ readonly output: string; readonly killed: boolean }>((done) => {
			// A name that it does not find is an exit code, too.
			execFile(path, args, options, (error, output) =>
				done({ output: error ? '' : output, killed: error?.killed === true }),
			);
		});
	}
}

async function programOn(env: NodeJS.ProcessEnv): Promise<string | undefined> {
	const name = process.platform === 'win32' ? 'kpsewhich.exe' : 'kpsewhich';
	const search = Object.entries(env).find(([variable]) => variable.toUpperCase() === 'PATH')?.[1] ?? '';
	// Windows has some in quotation marks.
	const folders = search.split(delimiter).map((folder) => folder.replace(/^"(.*)"$/, '$1'));
	for (const folder of folders.filter(isAbsolute)) {
		const path = join(folder, name);
		const runs = await access(path, constants.X_OK).then(
			() => true,
			() => false,
		);
		if (runs && (await isFile(path))) return path;
	}
	return undefined;
}
