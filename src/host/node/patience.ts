import { setTimeout as wait } from 'node:timers/promises';

/** What Windows answers while an editor, a virus scanner or a cloud folder has a file open. */
const held: readonly unknown[] = ['EPERM', 'EACCES', 'EBUSY'];

/** Milliseconds between attempts: a second and a half in all. */
const pauses = [10, 20, 50, 100, 200, 400, 800];

/**
 * Does something to a file, and for a while again and again where Windows refuses as another program has it open.
 * Elsewhere that is no reason to refuse, and nothing is done twice. Throws what the last attempt threw.
 */
export async function patiently<T>(attempt: () => Promise<T>, isWindows = process.platform === 'win32'): Promise<T> {
	for (const pause of isWindows ? pauses : []) {
		try {
			return await attempt();
		} catch (error) {
			if (!held.includes((error as NodeJS.ErrnoException).code)) throw error;
		}
		await wait(pause);
	}
	return attempt();
}
