import type { CancellationToken } from 'vscode';
import type { Logger } from '../../core/ports.ts';

/**
 * Does the work of one request of the editor: what fails is logged, not thrown at the user, and what comes too late is
 * dropped.
 */
export async function answer<T>(
	log: Logger,
	name: string,
	token: CancellationToken,
	work: () => Promise<T>,
): Promise<T | undefined> {
	try {
		const result = await work();
		return token.isCancellationRequested ? undefined : result;
	} catch (error) {
		if (!token.isCancellationRequested) log.error(`${name}: ${error instanceof Error ? error.stack : error}`);
		return undefined;
	}
}
