import type { Event } from 'vscode';

/**
 * The first defined answer of `probe`, which is asked now and again after each event. Without one, the test's own time
 * limit ends the wait.
 */
export function until<T>(event: Event<unknown>, probe: () => T | undefined | Promise<T | undefined>): Promise<T> {
	return new Promise((resolve, reject) => {
		const subscription = event(ask);
		async function ask(): Promise<void> {
			try {
				const answer = await probe();
				if (answer === undefined) return;
				subscription.dispose();
				resolve(answer);
			} catch (error) {
				subscription.dispose();
				reject(error);
			}
		}
		void ask();
	});
}
