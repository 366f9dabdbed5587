import { isExecutable, which } from './run.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Path of a Chromium or Chrome on this machine (CHROMIUM_PATH goes first), or undefined. */
export function findChromium() {
	const named = process.env.CHROMIUM_PATH;
	if (named && !isExecutable(named)) throw new Error(`CHROMIUM_PATH is set to ${named}, which is not a program.`);
	return named || names.map(which).find(Boolean);
}
