// Makes sure that a Chromium is there for the tests in a real editor. Nothing is installed where one is found.
import { findChromium } from './lib/find-chromium.mjs';
import { main, run, which } from './lib/run.mjs';

const byHand = 'Install Chromium or Google Chrome by hand (or name one in CHROMIUM_PATH), then run this again.';

await main(async () => {
	if (process.platform !== 'linux') {
		console.log('Chromium is not needed here: what it would show is installed on Linux only.');
		return;
	}
	if (!findChromium()) await installWithApt();
	console.log(`Chromium: ${findChromium()}`);
});

async function installWithApt() {
	if (!which('apt-get'))
		throw new Error(`No Chromium was found, and there is no apt-get to install it with. ${byHand}`);
	const isRoot = process.getuid?.() === 0;
	if (!isRoot && !which('sudo')) throw new Error(`No Chromium was found; installing it needs root. ${byHand}`);
	/** @param {string[]} args */
	const apt = (...args) => {
		const env = { DEBIAN_FRONTEND: 'noninteractive' };
		return isRoot
			? run('apt-get', args, { env })
			: run('sudo', ['--preserve-env=DEBIAN_FRONTEND', 'apt-get', ...args], { env });
	};
	// One unreachable source makes the update fail although Chromium's own may have answered: the install decides.
	await apt('-qq', 'update');
	const code = await apt('-qq', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation');
	if (code !== 0 || !findChromium())
		throw new Error(`apt-get could not install Chromium (exit code ${code}). ${byHand}`);
}
