import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../../src/cli/run.ts';

/** What a command said. */
export interface Said {
	readonly code: number;
	readonly out: string;
	/** Lines of standard error. */
	readonly err: readonly string[];
	/** Standard output as JSON. */
	// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
	readonly json: any;
	/** Standard output as JSON lines. */
	// biome-ignore lint/suspicious/noExplicitAny: the same
	readonly lines: any[];
}

/** A folder on disk, and the command line in it. */
export interface CliFolder {
	readonly path: string;
	/** `stdin` is text, or chunks that come one by one. */
	run(args: readonly string[], stdin?: string | readonly (string | Uint8Array)[]): Promise<Said>;
	write(name: string, content: string | Uint8Array): void;
	read(name: string): Buffer;
	dispose(): void;
}

/** Makes a temporary folder with files. */
export function cliFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): CliFolder {
	const path = realpathSync(mkdtempSync(join(tmpdir(), 'relwork-')));
	const write = (name: string, content: string | Uint8Array) => {
		mkdirSync(dirname(join(path, name)), { recursive: true });
		writeFileSync(join(path, name), content);
	};
	for (const [name, content] of Object.entries(files)) write(name, content);
	return {
		path,
		write,
		read: (name) => readFileSync(join(path, name)),
		dispose: () => rmSync(path, { recursive: true, force: true }),
		async run(args, stdin = '') {
			let [out, err] = ['', ''];
			const code = await run(args, {
				cwd: path,
				stdin: chunks(typeof stdin === 'string' ? [stdin] : stdin),
				write: async (text) => void (out += text),
				tell: (text) => void (err += text),
				color: false,
				width: undefined,
				progress: false,
			});
			return {
				code,
				out,
				err: err.split('\n').slice(0, -1),
				get json() {
					return JSON.parse(out);
				},
				get lines() {
					return out
						.split('\n')
						.filter(Boolean)
						.map((line) => JSON.parse(line));
				},
			};
		},
	};
}

async function* chunks(pieces: readonly (string | Uint8Array)[]) {
	yield* pieces;
}
