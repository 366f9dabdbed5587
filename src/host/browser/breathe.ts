import type { Breathe } from '../../core/ports.ts';

/** Lets what waits run, in a browser: a message to oneself comes after it, where a timer would be late by milliseconds. */
export const breathe: Breathe = () =>
	new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(undefined);
	});
