import { once } from 'node:events';

/** What a command line sees of its surroundings, so that tests can give it others. */
export interface Io {
	readonly cwd: string;
	readonly stdin: AsyncIterable<Uint8Array | string>;
	/** Writes results; resolves when there is room for more. */
	write(text: string): Promise<void>;
	/** Writes to standard error. */
	tell(text: string): void;
	/** Are results in colour? */
	readonly color: boolean;
	/** Columns of the terminal; undefined where the results go elsewhere, and nothing is cut. */
	readonly width: number | undefined;
	/** May a progress line come and go on standard error? */
	readonly progress: boolean;
}

/** The surroundings of this process. */
export function processIo(): Io {
	const { stdin, stdout, stderr, env } = process;
	return {
		cwd: process.cwd(),
		stdin,
		async write(text) {
			if (!stdout.write(text)) await once(stdout, 'drain');
		},
		tell: (text) => void stderr.write(text),
		color: Boolean(stdout.isTTY) && !env.NO_COLOR && env.TERM !== 'dumb',
		// Some terminals don't know how wide they are, and say 0.
		width: (stdout.isTTY && stdout.columns) || undefined,
		progress: Boolean(stderr.isTTY) && env.TERM !== 'dumb' && !env.CI,
	};
}
