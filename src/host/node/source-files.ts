import { stat } from 'node:fs/promises';
import type { SourceFiles } from '../../core/ports.ts';
import { openBytes, pathOf, readBytes } from './workspace.ts';

/**
 * Milliseconds in which a file may change again without its times telling: file systems count them in steps of up to two
 * seconds.
 */
const coarsest = 2000;

/** The files of this machine, as a corpus reads them. */
export const sourceFiles: SourceFiles = {
	read: readBytes,
	open: openBytes,
	async signature(uri) {
		try {
			const { mtimeNs, ctimeNs, size, ino, mtimeMs, ctimeMs } = await stat(pathOf(uri), { bigint: true });
			// A time in the future says nothing either.
			const quiet = Date.now() - Math.max(Number(mtimeMs), Number(ctimeMs)) > coarsest;
			return quiet ? `${size}:${mtimeNs}:${ctimeNs}:${ino}` : undefined;
		} catch {
			return undefined;
		}
	},
};
